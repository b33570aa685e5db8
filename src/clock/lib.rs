//! How late it is, on a page and in a worker.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Milliseconds since some moment; unlike the time of day it never goes back.
pub fn milliseconds() -> f64 {
    now()
}
