//! The native command `activation-lab`: the same numbers and pictures without a browser.

mod command;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    command::run(&arguments)
}
