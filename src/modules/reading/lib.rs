//! The page's module that reads the file of a lesson: Markdown and what can be wrong with it, and nothing of the figures.
//!
//! It is fetched when somebody opens such a file. What it has to know of figures it asks the page, which asks the whole module.

mod bench;

use bench::{Answering, Bench};
use lesson::Source;
use serde_json::to_string;
use wasm_bindgen::prelude::*;

/// Reads the file of a lesson, whose name in addresses is `id`, in a language by its tag.
///
/// The answer is JSON: the lesson as it is in the site's `lessons/NAME.json`, or all that is wrong with it, each with its line.
/// What the bench has not seen yet is not checked.
#[wasm_bindgen]
pub fn read(id: &str, language: &str, text: &str, bench: &Bench) -> String {
    let source = Source { id, language, text };
    // Without a value in between, whose maps and numbers would be a tenth of the module.
    let (name, told) = match lesson::read(&source, &mut Answering(bench)) {
        Ok(lesson) => ("lesson", to_string(&lesson)),
        Err(faults) => ("faults", to_string(&faults)),
    };
    format!("{{\"{name}\":{}}}", told.unwrap_or_default())
}
