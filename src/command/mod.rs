//! The subcommands. Output is made whole before the first byte is written, so an error leaves nothing half written.

mod figure;
mod format;
mod help;
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
mod usage;
mod values;
mod words;

use activation_lab::language::{Language, speaking};
use activation_lab::model::activation::Activation;
use activation_lab::state::text as said;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The command as shells know it.
const NAME: &str = "activation-lab";

/// The status of a command that could not do what it was asked for, as clap has it for what it cannot read.
const WRONG: i32 = 2;

/// The command line.
#[derive(Parser)]
#[command(name = NAME, version, about = help::ABOUT.read(), arg_required_else_help = true)]
pub struct Cli {
    #[arg(help = help::LANG.read(), long, value_name = "LANGUAGE", global = true, default_value = Language::ALL[0].id(), value_parser = language())]
    // It has been read before the rest, by `asked`.
    #[allow(dead_code)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(about = help::FIGURE.read())]
    Figure(figure::Arguments),
    #[command(about = help::MEASURE.read())]
    Measure(measure::Arguments),
    #[command(about = help::VALUES.read())]
    Values(values::Arguments),
    #[command(about = help::THEORY.read())]
    Theory(theory::Arguments),
    #[command(about = help::LESSON.read())]
    Lesson(lesson::Arguments),
    #[command(about = help::LIST.read())]
    List(list::Arguments),
    #[command(about = help::SHARE.read(), hide = true)]
    Share(share::Arguments),
    #[command(about = help::COMPLETIONS.read())]
    Completions {
        #[arg(help = help::SHELL.read())]
        shell: Shell,
    },
}

/// The parser of languages, which lists them in errors and completions.
fn language() -> impl TypedValueParser<Value = Language> {
    let ids = Language::ALL.iter().map(|language| language.id());
    PossibleValuesParser::new(ids).try_map(|id| id.parse::<Language>())
}

/// Reads the arguments and does what they ask for, in the language that they name.
pub fn run(arguments: &[OsString]) -> ExitCode {
    speaking(asked(arguments), || {
        let done = match Cli::try_parse_from(arguments) {
            Ok(cli) => chosen(cli.command),
            Err(answer) if answer.use_stderr() => {
                // Where even this cannot be written, the status still tells.
                let _ = anstream::stderr().write_all(usage::said(&answer).as_bytes());
                return status(answer.exit_code());
            }
            // Help that was asked for is output like any other.
            Err(answer) => shown(&usage::said(&answer)),
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(io::stderr(), "{NAME}: {error}");
                status(WRONG)
            }
        }
    })
}

/// The language that the arguments name, before they are read: what is wrong with them is said in it. One that they do not name rightly is told when they are.
fn asked(arguments: &[OsString]) -> Language {
    let texts = arguments.iter().map(|argument| argument.to_string_lossy());
    let texts: Vec<_> = texts.take_while(|text| text != "--").collect();
    let after = |at: usize| texts.get(at + 1).map(|next| next.to_string());
    let named = texts.iter().enumerate().find_map(|(at, text)| {
        match text.strip_prefix("--lang")?.strip_prefix('=') {
            Some(name) => Some(name.to_owned()),
            None if text == "--lang" => after(at),
            None => None,
        }
    });
    let named = named.and_then(|name| name.parse().ok());
    named.unwrap_or(Language::ALL[0])
}

fn status(code: i32) -> ExitCode {
    ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX))
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
            to_stdout(&usage::spoken(&String::from_utf8(script)?))
        }
    }
}

/// An activation as it is written in an argument.
fn activation(text: &str) -> Result<Activation, String> {
    text.parse().map_err(|error| said::no_activation(&error))
}

/// Writes what is said of the command, in colours where somebody looks at them.
fn shown(text: &str) -> Result<(), Box<dyn Error>> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(words::no_output(&error).into())
        }
        _ => Ok(()),
    }
}

/// Writes all of `text`; a reader that has seen enough (`| head`) is no error.
fn to_stdout(text: &str) -> Result<(), Box<dyn Error>> {
    out::to_stdout(text.as_bytes())
}
