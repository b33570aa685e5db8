//! `activation-lab share`: what the page's dialog of that name is made of, as JSON.
//!
//! The build writes it into the dialog's own file, which a page fetches when the dialog is opened: none of these texts is in the module that every page loads.

mod plots;
mod words;

use super::program;
use activation_lab::figure::{FIGURES, Figure, NamedScene, SOFTWARE};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::error::Error;

#[derive(Args)]
pub struct Arguments {
    /// Which part
    part: Part,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// Words, plots and scenes
    Dialog,
    /// What programs are put together from
    Programs,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let data = match arguments.part {
        Part::Dialog => dialog(),
        Part::Programs => program::parts(),
    };
    super::to_stdout(&(data.to_string() + "\n"))
}

fn dialog() -> Value {
    let words = words::WORDS.iter();
    let words: Map<String, Value> = words
        .map(|(name, text)| ((*name).to_owned(), json!(text)))
        .collect();
    let figures: Map<String, Value> = FIGURES
        .iter()
        .map(|figure| (figure.id.to_owned(), about(figure)))
        .collect();
    json!({ "software": SOFTWARE, "words": words, "figures": figures })
}

/// What of a figure can be chosen, beside the controls, which the page knows.
fn about(figure: &Figure) -> Value {
    let plot = |id: &&str| json!({ "id": id, "name": plots::name(figure.id, id) });
    let scene = |scene: &NamedScene| json!({ "title": scene.title, "link": scene.link });
    json!({
        "plots": figure.plots.iter().map(plot).collect::<Vec<_>>(),
        "oneOf": figure.one_of,
        "scenes": figure.scenes.iter().map(scene).collect::<Vec<_>>(),
    })
}
