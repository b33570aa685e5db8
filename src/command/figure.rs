//! `activation-lab figure`.

use super::format::Format;
use super::picture::{self, Look};
use super::{help, out, patient, program, scene, words};
use activation_lab::figure::{FIGURES, Origin, View};
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use std::error::Error;
use std::path::PathBuf;

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::FIGURE_FIGURE.read(), value_parser = PossibleValuesParser::new(FIGURES.iter().map(|figure| figure.id)))]
    figure: Option<String>,
    #[command(flatten)]
    scene: scene::Options,
    #[arg(help = help::FIGURE_OUT.read(), short, long, value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    out: PathBuf,
    #[arg(help = help::FIGURE_FORMAT.read(), long, value_enum)]
    format: Option<Format>,
    #[arg(help = help::FIGURE_COMMENTS.read(), long)]
    comments: bool,
    #[command(flatten)]
    look: Look,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let format = Format::choose(arguments.format, &arguments.out)?;
    arguments.look.check(format)?;
    if arguments.comments && format != Format::Csv {
        let (csv, other) = (Format::Csv.id(), format.id());
        return Err(words::for_format("comments", csv, other).into());
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
