//! `activation-lab share`: what the page's dialog of that name and its lessons are made of, as JSON.
//!
//! The build writes it into files of their own, which a page fetches when one of them is opened: none of these texts is in the module that every page loads.

mod attributes;
mod keys;
mod lesson;
mod plots;
mod question;
mod reading;
mod sound;
mod words;

use super::{help, program};
use ::lesson::claims;
use activation_lab::figure::{FIGURES, Figure, NamedScene, SOFTWARE};
use activation_lab::language::Text;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::error::Error;

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::SHARE_PART.read())]
    part: Part,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    #[value(help = help::SHARE_DIALOG.read())]
    Dialog,
    #[value(help = help::SHARE_KEYS.read())]
    Keys,
    #[value(help = help::SHARE_PROGRAMS.read())]
    Programs,
    #[value(help = help::SHARE_LESSON.read())]
    Lesson,
    #[value(help = help::SHARE_READING.read())]
    Reading,
    #[value(help = help::SHARE_ATTRIBUTES.read())]
    Attributes,
    #[value(help = help::SHARE_SOUND.read())]
    Sound,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let data = match arguments.part {
        Part::Dialog => dialog(),
        Part::Keys => keys::list(),
        Part::Attributes => attributes::list(),
        Part::Programs => program::parts(),
        Part::Sound => json!({ "words": said(sound::WORDS) }),
        Part::Reading => json!({
            "words": said(reading::WORDS), "claims": claims::ids().collect::<Vec<_>>(),
        }),
        Part::Lesson => json!({
            "words": said(lesson::WORDS), "ask": said(question::WORDS), "article": question::article(),
        }),
    };
    super::to_stdout(&(data.to_string() + "\n"))
}

fn dialog() -> Value {
    let figures: Map<String, Value> = FIGURES
        .iter()
        .map(|figure| (figure.id.to_owned(), about(figure)))
        .collect();
    json!({ "software": SOFTWARE, "words": said(words::WORDS), "figures": figures })
}

/// Texts by their names.
fn said(words: &[(&str, Text)]) -> Map<String, Value> {
    let named = words.iter();
    named
        .map(|(name, text)| ((*name).to_owned(), json!(text)))
        .collect()
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
