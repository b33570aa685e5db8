//! The subcommands. Output is made whole before the first byte is written, so an error leaves nothing half written.

mod figure;
mod format;
mod lesson;
mod list;
mod measure;
mod out;
mod patient;
mod picture;
mod program;
mod scene;
mod share;
mod theory;
mod values;

use activation_lab::language::{Language, speaking};
use activation_lab::model::activation::Activation;
use activation_lab::state::text as said;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use std::error::Error;
use std::io::{self, Write};

/// The command as shells know it.
const NAME: &str = "activation-lab";

/// Activation functions and the vanishing gradient, computed.
#[derive(Parser)]
#[command(name = NAME, version, arg_required_else_help = true)]
pub struct Cli {
    /// The language of texts and numbers; files of numbers and links are the same in all
    #[arg(long, value_name = "LANGUAGE", global = true, default_value = Language::ALL[0].id(), value_parser = language())]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Draws a figure as SVG, PNG or PDF, or prints its numbers as CSV or JSON, or as a program in Python that works them out again
    Figure(figure::Arguments),
    /// Prints named numbers of a figure in full precision, one a line
    Measure(measure::Arguments),
    /// Reads numbers from standard input, one a line, and prints f, f' or f'' of each
    Values(values::Arguments),
    /// Says what a very wide random network does to signals and gradients: fixed points, χ, depth scale
    Theory(theory::Arguments),
    /// Checks a lesson, and says what is wrong with it and where; with --out, writes it
    Lesson(lesson::Arguments),
    /// Prints the figures, their controls and measures, and the activations
    List(list::Arguments),
    /// Prints what the page's dialog is made of
    #[command(hide = true)]
    Share(share::Arguments),
    /// Prints a script that completes this command in a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// The parser of languages, which lists them in errors and completions.
fn language() -> impl TypedValueParser<Value = Language> {
    let ids = Language::ALL.iter().map(|language| language.id());
    PossibleValuesParser::new(ids).try_map(|id| id.parse::<Language>())
}

/// Runs the chosen subcommand.
pub fn run(cli: Cli) -> Result<(), Box<dyn Error>> {
    speaking(cli.lang, || chosen(cli.command))
}

fn chosen(command: Command) -> Result<(), Box<dyn Error>> {
    match command {
        Command::Figure(arguments) => figure::run(&arguments),
        Command::Measure(arguments) => measure::run(&arguments),
        Command::Values(arguments) => values::run(&arguments),
        Command::Theory(arguments) => theory::run(&arguments),
        Command::Lesson(arguments) => lesson::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Share(arguments) => share::run(&arguments),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), NAME, &mut script);
            out::to_stdout(&script)
        }
    }
}

/// An activation as it is written in an argument.
fn activation(text: &str) -> Result<Activation, String> {
    text.parse().map_err(|error| said::no_activation(&error))
}

/// Writes what clap says of the command, in colours where somebody looks at them.
pub fn help(answer: &clap::Error) -> Result<(), Box<dyn Error>> {
    let shown = answer.print().and_then(|()| io::stdout().flush());
    match shown {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write standard output: {error}").into())
        }
        _ => Ok(()),
    }
}

/// Writes all of `text`; a reader that has seen enough (`| head`) is no error.
fn to_stdout(text: &str) -> Result<(), Box<dyn Error>> {
    out::to_stdout(text.as_bytes())
}
