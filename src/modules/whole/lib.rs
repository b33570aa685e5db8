//! The page's whole module: it draws every figure.
//!
//! What the page's scripts can call is all in `web`; here is only which figures it has.

use wasm_bindgen::prelude::*;

/// Runs once when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    web::begin(activation_lab::figure::FIGURES);
    web::asks();
}
