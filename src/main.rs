//! The native command `activation-lab`: the same numbers and pictures without a browser.

mod command;

use clap::Parser;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = command::Cli::parse();
    match command::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the status still tells.
            let _ = writeln!(io::stderr(), "activation-lab: {error}");
            ExitCode::from(2)
        }
    }
}
