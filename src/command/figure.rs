//! `activation-lab figure`.

use super::format::Format;
use super::picture::{self, Look};
use super::{out, patient, program, scene};
use activation_lab::figure::{FIGURES, Origin, View};
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use std::error::Error;
use std::path::PathBuf;

#[derive(Args)]
pub struct Arguments {
    /// Which figure, where no link names it
    #[arg(value_parser = PossibleValuesParser::new(FIGURES.iter().map(|figure| figure.id)))]
    figure: Option<String>,
    #[command(flatten)]
    scene: scene::Options,
    /// Where to write; - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    out: PathBuf,
    /// What to write, whatever the file's name says; without it the name decides, and svg where it is silent
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Begins a CSV with lines after # that say where it comes from
    #[arg(long)]
    comments: bool,
    #[command(flatten)]
    look: Look,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let format = Format::choose(arguments.format, &arguments.out)?;
    arguments.look.check(format)?;
    if arguments.comments && format != Format::Csv {
        return Err(format!("--comments is for csv, not for {}", format.id()).into());
    }
    let name = arguments.figure.as_deref();
    let scene = arguments.scene.read(name)?;
    let view = patient::view(&scene);
    let origin = Origin::new(&scene);
    let bytes = match format {
        Format::Csv => csv(&view, &origin, arguments.comments).into_bytes(),
        Format::Json => json(&view, &origin)?.into_bytes(),
        Format::Py | Format::Torch => program::program(format, &scene, &view)?.into_bytes(),
        _ => picture::draw(&arguments.look, format, &scene, &view)?,
    };
    out::write(&arguments.out, &bytes)
}

fn csv(view: &View, origin: &Origin, comments: bool) -> String {
    let comments = if comments {
        origin.lines("# ")
    } else {
        String::new()
    };
    comments + &view.table.csv()
}

/// The view's members after those that say what it is of.
fn json(view: &View, origin: &Origin) -> Result<String, Box<dyn Error>> {
    let mut members = origin.members();
    if let serde_json::Value::Object(view) = serde_json::to_value(view)? {
        members.extend(view);
    }
    Ok(serde_json::to_string_pretty(&members)? + "\n")
}
