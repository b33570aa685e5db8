//! What a file can be.

use super::out::shown;
use super::{help, words};
use activation_lab::model::quote::quotable;
use clap::ValueEnum;
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[value(help = help::FORMAT_SVG.read())]
    Svg,
    #[value(help = help::FORMAT_PNG.read())]
    Png,
    #[value(help = help::FORMAT_PDF.read())]
    Pdf,
    #[value(help = help::FORMAT_CSV.read())]
    Csv,
    #[value(help = help::FORMAT_JSON.read())]
    Json,
    #[value(help = help::FORMAT_PY.read())]
    Py,
    #[value(help = help::FORMAT_TORCH.read())]
    Torch,
}

impl Format {
    /// The name.
    pub fn id(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Py => "py",
            Format::Torch => "torch",
        }
    }

    /// The end of file names: both programs are Python.
    fn end(self) -> &'static str {
        match self {
            Format::Torch => Format::Py.id(),
            _ => self.id(),
        }
    }

    /// Whether it is drawn.
    pub fn is_picture(self) -> bool {
        matches!(self, Format::Svg | Format::Png | Format::Pdf)
    }

    /// The format that is asked for, or else the one that a file's name says, or else SVG.
    ///
    /// What is asked for wins over a name that says something else, and a word on standard error tells of it.
    /// A name that ends in something else is an error: a picture called `.txt` would be found by nobody.
    pub fn choose(asked: Option<Format>, out: &Path) -> Result<Format, Box<dyn Error>> {
        let name = out.file_name().map(|name| name.to_string_lossy());
        // A name that is nothing but an end, such as `.png`, says it too.
        let end = match &name {
            Some(name) => name.rsplit_once('.').map(|(_, end)| quotable(end)),
            None => None,
        };
        let said = end.as_ref().and_then(|end| {
            let same = |format: &&Format| format.end().eq_ignore_ascii_case(end);
            Format::value_variants().iter().find(same).copied()
        });
        match (asked, said, end) {
            (Some(asked), Some(said), _) if asked.end() != said.end() => {
                // Nobody may be there to read it.
                let _ = writeln!(
                    io::stderr(),
                    "activation-lab: {}",
                    words::will_hold(&shown(out), asked.id())
                );
                Ok(asked)
            }
            (Some(format), _, _) | (None, Some(format), _) => Ok(format),
            (None, None, Some(end)) => {
                let mut known: Vec<&str> =
                    Format::value_variants().iter().map(|f| f.end()).collect();
                known.dedup();
                Err(words::no_format(&shown(out), &end, &known.join(", ")).into())
            }
            (None, None, None) => Ok(Format::Svg),
        }
    }
}
