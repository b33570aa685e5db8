//! The subcommands. Output is made whole before the first byte is written, so an error leaves nothing half written.

mod figure;
mod list;
mod theory;
mod values;

use clap::{Parser, Subcommand};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Activation functions and the vanishing gradient, computed.
#[derive(Parser)]
#[command(name = "activation-lab", version, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Draws a figure as SVG, or prints its numbers as CSV or JSON
    Figure(figure::Arguments),
    /// Reads numbers from standard input, one a line, and prints f, f' or f'' of each
    Values(values::Arguments),
    /// Says what a very wide random network does to signals and gradients: fixed points, χ, depth scale
    Theory(theory::Arguments),
    /// Prints the figures, their controls and the activations
    List,
}

/// Runs the chosen subcommand.
pub fn run(cli: Cli) -> Result<(), Box<dyn Error>> {
    match cli.command {
        Command::Figure(arguments) => figure::run(&arguments),
        Command::Values(arguments) => values::run(&arguments),
        Command::Theory(arguments) => theory::run(&arguments),
        Command::List => to_stdout(&list::text()),
    }
}

/// Writes all of `text`; a reader that has seen enough (`| head`) is no error.
fn to_stdout(text: &str) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}

/// Writes a neighbour first and renames it, so that the file is the old one or the new one.
fn to_file(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let name = name.ok_or_else(|| format!("'{}' is not a file name", path.display()))?;
    let neighbour = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = fs::write(&neighbour, text).and_then(|()| fs::rename(&neighbour, path));
    written.map_err(|error| {
        // The neighbour may not exist; the first error is the one to tell.
        let _ = fs::remove_file(&neighbour);
        format!("cannot write '{}': {error}", path.display()).into()
    })
}
