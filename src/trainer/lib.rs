//! The worker's module: experiments and nothing else, compiled with vectors.
//!
//! Errands and replies come as lists of numbers, see [`Errand::words`].

use model::experiment::{Errand, Experiment, WordsError};
use model::work::Budget;
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

    /// Works on an errand for so many milliseconds, or until it is answered.
    ///
    /// A reply of one number is not complete yet: it says how many steps were reached.
    pub fn answer(&mut self, errand: &[f64], budget: f64) -> Result<Vec<f64>, String> {
        let budget = Budget::of(clock::milliseconds, budget);
        let reply = Errand::read(errand).and_then(|it| it.work(&mut self.experiment, budget));
        let told = |error: WordsError| error.to_string();
        Ok(reply.map_err(told)?.words())
    }
}
