//! `cargo xtask`: everything that is done to this repository, as one program.
//!
//! A person needs cargo and nothing else; what a task needs beyond that it finds, installs, or asks for in one sentence.

mod axe;
mod bench;
mod browser;
mod card;
mod child;
mod debian;
mod declared;
mod dist;
mod figures;
mod icon;
mod in_browser;
mod inline;
mod jupyter;
mod language;
mod lean;
mod lesson;
mod listed;
mod notes;
mod npm;
mod pack;
mod places;
mod python;
mod report;
mod scripts;
mod serve;
mod share;
mod test;
mod types;
mod wasm;
mod weights;

use language::Language;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

/// Build, serve and test Activation Lab
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Build dist/site, the single file dist/activation-lab.html and, in English, the npm package dist/npm
    Build {
        /// The language of the page; another one than English has a folder of its own in dist
        #[arg(long, value_enum, default_value_t = Language::English)]
        lang: Language,
    },
    /// Build, serve the page on this machine and open a browser where there is one
    Serve {
        /// The port to serve on; a free one if left out
        #[arg(long)]
        port: Option<u16>,
        /// Print the address and leave the browser alone
        #[arg(long)]
        no_open: bool,
    },
    /// Check everything: format, lint, tidy, tests, pictures, build, and the page in three browser engines
    Test {
        /// Run only these steps; `quick` stands for those of a few minutes, `full` for all and the long ones
        #[arg(value_name = "STEP")]
        steps: Vec<String>,
        /// Run the browser steps in this engine only; may be given again
        #[arg(long = "engine", value_name = "NAME")]
        engines: Vec<String>,
        /// Run only the browser tests whose names hold this
        #[arg(long, value_name = "WORDS")]
        only: Option<String>,
    },
    /// Build dist/bench, the page that is measured beside others
    Bench,
    /// Draw the pictures of the README and of docs/ again
    Figures {
        /// Change nothing; fail if a picture is not what the code draws today
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let outcome = match arguments.task {
        None => help(),
        Some(Task::Build { lang }) => dist::build(lang),
        Some(Task::Serve { port, no_open }) => serve::serve(port, !no_open),
        Some(Task::Test {
            steps,
            engines,
            only,
        }) => test::test(&test::Wishes {
            steps,
            engines,
            only,
        }),
        Some(Task::Bench) => bench::build(),
        Some(Task::Figures { check: false }) => figures::draw(),
        Some(Task::Figures { check: true }) => figures::check(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            child::complain(format_args!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// The top of the repository.
///
/// The parent is taken from the path's text, so a checkout reached through a link stays where the person sees it.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

fn help() -> Result<()> {
    Arguments::command().print_help()?;
    Ok(())
}

/// Prints what clap says and, for an unknown task, which tasks there are; 2 is the status of a wrong command line.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        child::say(error.render().to_string().trim_end());
        return ExitCode::SUCCESS;
    }
    child::complain(error.render().to_string().trim_end());
    if error.kind() == ErrorKind::InvalidSubcommand {
        let command = Arguments::command();
        let names: Vec<&str> = command
            .get_subcommands()
            .map(|task| task.get_name())
            .collect();
        child::complain(format_args!("\nThe tasks are: {}.", names.join(", ")));
    }
    ExitCode::from(2)
}
