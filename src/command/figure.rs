//! `activation-lab figure`.

use activation_lab::chart::{self, Theme};
use activation_lab::figure::{self, Settings};
use clap::{Args, ValueEnum};
use std::error::Error;
use std::path::PathBuf;

#[derive(Args)]
pub struct Arguments {
    /// Which figure; `activation-lab list` names them
    figure: String,
    /// Sets a control; may be repeated
    #[arg(long, value_name = "CONTROL=VALUE")]
    set: Vec<String>,
    /// Where to write; - is standard output
    #[arg(long, default_value = "-")]
    out: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Width of the SVG in CSS pixels
    #[arg(long, default_value_t = 960, value_parser = clap::value_parser!(u16).range(200..=4000))]
    width: u16,
    /// light, dark, projector or print
    #[arg(long, default_value = "light")]
    theme: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Svg,
    Csv,
    Json,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let figure = figure::find(&arguments.figure)?;
    let mut settings = Settings::defaults(figure.controls);
    for pair in &arguments.set {
        let (id, text) = pair
            .split_once('=')
            .ok_or_else(|| format!("'{pair}' is not of the form CONTROL=VALUE"))?;
        settings.set(id, text)?;
    }
    let theme: Theme = arguments.theme.parse()?;
    let view = figure.view(&settings);
    let text = match arguments.format.unwrap_or_else(|| by_name(&arguments.out)) {
        Format::Svg => chart::svg(
            &view,
            figure.title,
            figure.layout,
            f64::from(arguments.width),
            theme,
        ),
        Format::Csv => view.table.csv(),
        Format::Json => serde_json::to_string_pretty(&view)? + "\n",
    };
    if arguments.out.as_os_str() == "-" {
        return super::to_stdout(&text);
    }
    super::to_file(&arguments.out, &text)
}

/// The format that a file name asks for; a picture where it asks for none.
fn by_name(out: &std::path::Path) -> Format {
    match out.extension().and_then(|e| e.to_str()) {
        Some("csv") => Format::Csv,
        Some("json") => Format::Json,
        _ => Format::Svg,
    }
}
