//! The native command `activation-lab`: the same numbers and pictures without a browser.

mod command;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = command::Cli::parse();
    match command::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("activation-lab: {error}");
            ExitCode::from(2)
        }
    }
}
