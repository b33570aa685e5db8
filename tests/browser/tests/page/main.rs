//! The built page as a person meets it, in the engine that the run is for.

mod chooser;
mod collapse;
mod dying;
mod failing;
mod freeze;
mod hosting;
mod keyboard;
mod layers;
mod links;
mod neuron;
mod opening;
mod pixels;
mod quiet;
mod sliders;
mod svg;
mod touch;
mod typing;
