//! The worker's module: experiments and nothing else, compiled with vectors.
//!
//! Requests and replies are lists of numbers, see [`model::experiment`].

use model::experiment::{Experiment, answer_words};
use wasm_bindgen::prelude::*;

/// The experiment at hand.
#[wasm_bindgen]
#[derive(Default)]
pub struct Trainer {
    experiment: Option<Experiment>,
}

#[wasm_bindgen]
impl Trainer {
    /// No experiment yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Trainer {
        Trainer::default()
    }

    /// Works on a request for so many milliseconds, or until it is answered.
    ///
    /// A reply of one number is not complete yet: it says how many steps were reached.
    pub fn answer(&mut self, request: &[f64], budget: f64) -> Result<Vec<f64>, String> {
        let end = clock::milliseconds() + budget;
        let is_over = || clock::milliseconds() >= end;
        answer_words(&mut self.experiment, request, &is_over).map_err(|error| error.to_string())
    }
}
