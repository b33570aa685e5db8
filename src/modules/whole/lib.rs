//! The page's whole module: it draws every figure.
//!
//! What the page's scripts can call is all in `web`; here is which figures it has, and what only this module tells: what a lesson's file is checked against.

use wasm_bindgen::prelude::*;
use web::Lab;

/// Runs once when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    web::begin(activation_lab::figure::FIGURES);
    web::asks();
}

/// The figure of a link all of which can be read; an error says what of it cannot.
#[wasm_bindgen]
pub fn linked(link: &str) -> Result<String, String> {
    web::linked(link)
}

/// What a measure of a figure is, in words; an error says which ones it has.
#[wasm_bindgen]
pub fn measured(figure: &str, name: &str) -> Result<String, String> {
    web::measured(figure, name)
}

/// What a complete view shows: its plots and its measures, a line each, as the module that reads lessons takes them.
#[wasm_bindgen]
pub fn seen(lab: &Lab) -> String {
    web::seen(lab)
}
