//! The built page as a person meets it, in the engine that the run is for.

mod census;
mod chooser;
mod collapse;
mod dying;
mod failing;
mod framed;
mod freeze;
mod hosting;
mod keyboard;
mod landing;
mod layers;
mod life;
mod links;
mod neuron;
mod opening;
mod pixels;
mod quiet;
mod scaled;
mod senses;
mod sliders;
mod svg;
mod touch;
mod trap;
mod typing;
mod waste;
mod whole;
