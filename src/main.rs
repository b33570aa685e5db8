//! The native command `activation-lab`: the same numbers and pictures without a browser.

mod command;

use clap::Parser;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match command::Cli::try_parse() {
        Ok(cli) => command::run(cli),
        Err(answer) if answer.use_stderr() => answer.exit(),
        // Help that was asked for is output like any other.
        Err(answer) => command::help(&answer),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the status still tells.
            let _ = writeln!(io::stderr(), "activation-lab: {error}");
            ExitCode::from(2)
        }
    }
}
