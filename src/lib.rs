//! Activation Lab: activation functions and the vanishing gradient, computed.

pub mod chart;
pub mod figure;
pub mod model;
#[cfg(any(target_arch = "wasm32", test))]
mod web;
