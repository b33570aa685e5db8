//! The exported functions that need no figure.

use super::{begin, panel, words};
use activation_lab::state::text as said;
use model::activation::Activation;
use wasm_bindgen::prelude::*;

/// All figures with their controls, and all activations, as JSON.
#[wasm_bindgen(unchecked_return_type = "Json<Catalogue>")]
pub fn catalogue() -> String {
    panel::catalogue(begin::figures()).to_string()
}

/// f, f' or f'' (`order` 0, 1, 2) of an activation at each of `xs`.
#[wasm_bindgen]
pub fn values(activation: &str, order: u8, xs: &[f64]) -> Result<Vec<f64>, String> {
    let activation = activation.parse();
    let activation: Activation = activation.map_err(|error| said::no_activation(&error))?;
    let function = match order {
        0 => Activation::value,
        1 => Activation::derivative,
        2 => Activation::second_derivative,
        _ => return Err(words::no_order(order)),
    };
    Ok(xs.iter().map(|&x| function(&activation, x)).collect())
}
