//! `activation-lab measure`: named numbers of a figure in full precision, one a line: name, value, unit.
//!
//! A number outside the range of f64 is written with its decimal exponent; where there is none, the reason stands in its place: pending, overflow, exact_zero, undefined.

use super::{help, patient, scene};
use activation_lab::figure::{FIGURES, Figure, Measure, Scene, find};
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::error::Error;

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::MEASURE_FIGURE.read(), value_parser = PossibleValuesParser::new(FIGURES.iter().map(|figure| figure.id)))]
    figure: String,
    #[arg(help = help::MEASURE_NAMES.read())]
    names: Vec<String>,
    #[arg(help = help::MEASURE_SET.read(), long, value_name = "CONTROL=VALUE", allow_hyphen_values = true)]
    set: Vec<String>,
    #[arg(help = help::MEASURE_JSON.read(), long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let mut scene = Scene::new(find(&arguments.figure)?);
    scene::set(&mut scene, &arguments.set)?;
    let (figure, all) = (scene.figure, patient::view(&scene).measures);
    let chosen = match arguments.names.is_empty() {
        true => all,
        false => {
            let names = arguments.names.iter();
            let found = names.map(|name| named(figure, &all, name));
            found.collect::<Result<_, _>>()?
        }
    };
    let text = match arguments.json {
        true => serde_json::to_string_pretty(&chosen)? + "\n",
        false => chosen.iter().map(line).collect(),
    };
    super::to_stdout(&text)
}

fn line(measure: &Measure) -> String {
    let text = format!(
        "{} {} {}",
        measure.name(),
        measure.value.spelled(),
        measure.unit
    );
    text.trim_end().to_owned() + "\n"
}

/// The measure of that name; an error names those there are in this state.
fn named(figure: &Figure, all: &[Measure], name: &str) -> Result<Measure, String> {
    if let Some(found) = all.iter().find(|measure| measure.name() == name) {
        return Ok(*found);
    }
    let here = figure.measures.iter().find_map(|row| {
        let rest = name.strip_prefix(row.id)?.strip_prefix('_')?;
        rest.parse::<u64>().ok()?;
        let last = all.iter().rfind(|measure| measure.id == row.id)?;
        Some(last.name())
    });
    Err(figure.no_measure(name, here.as_deref()))
}
