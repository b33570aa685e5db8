//! `activation-lab values`.

use super::usage::within;
use super::{help, words};
use activation_lab::model::activation::Activation;
use activation_lab::model::number;
use activation_lab::state::text as said;
use clap::Args;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Read};

#[derive(Args)]
pub struct Arguments {
    #[arg(help = help::ACTIVATION.read())]
    activation: String,
    #[arg(help = help::VALUES_ORDER.read(), long, default_value_t = 0, value_parser = within(0..=2))]
    order: u16,
}

pub fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let activation = super::activation(&arguments.activation)?;
    let function = match arguments.order {
        0 => Activation::value,
        1 => Activation::derivative,
        _ => Activation::second_derivative,
    };
    let mut input = String::new();
    io::stdin().read_to_string(&mut input).map_err(unreadable)?;
    // Editors of some systems begin a file with this mark; it is no part of the first number.
    let input = input.trim_start_matches('\u{feff}');
    let mut output = String::new();
    for (index, line) in input.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let x = number::read_extended(line);
        let told = |error| words::in_line(index + 1, &said::no_number(&error));
        let x = x.map_err(told)?;
        writeln!(output, "{:?}", function(&activation, x))?;
    }
    super::to_stdout(&output)
}

fn unreadable(error: io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData => words::NOT_UTF8.read(),
        _ => words::no_input(&error),
    }
}
