//! The built page as a person meets it, in Chromium.

mod keyboard;
mod links;
mod neuron;
mod opening;
mod pixels;
mod quiet;
mod sliders;
