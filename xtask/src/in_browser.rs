//! Running the files of tests/browser against the built page, in one engine after another.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::language::Language;
use crate::report::Report;
use crate::{axe, browser, child, dist, jupyter, notes, npm, places, serve};

/// Runs one test file in every wanted engine that is here.
pub fn run(file: &str, report: &mut Report) -> Result<()> {
    let built = match file {
        "page" => vec![
            ("ACTIVATION_LAB_NOTES", notes::build(report)?),
            ("ACTIVATION_LAB_NPM", npm::build_consumers(report)?),
            ("ACTIVATION_LAB_AXE", axe::script(report)?),
        ],
        _ => Vec::new(),
    };
    for mut engine in browser::find(&report.engines)? {
        engine.variables.extend(built.clone());
        in_engine(file, &engine, report)?;
    }
    Ok(())
}

/// Opens notebooks in JupyterLab, in the one engine that its keys and clicks were tried in.
pub fn notebooks(report: &mut Report) -> Result<()> {
    let Some(python) = jupyter::python(report)? else {
        return Ok(());
    };
    let package = npm::build_consumers(report)?;
    for mut engine in browser::find(&["chromium"])? {
        engine.variables.extend([
            ("ACTIVATION_LAB_JUPYTER", python.clone()),
            ("ACTIVATION_LAB_NPM", package.clone()),
        ]);
        in_engine("jupyter", &engine, report)?;
    }
    Ok(())
}

/// Uses the page at random for so many minutes, in the engine whose memory can be looked into.
pub fn soak(minutes: u32, report: &mut Report) -> Result<()> {
    for mut engine in browser::find(&["chromium"])? {
        engine
            .variables
            .push(("ACTIVATION_LAB_SOAK_MINUTES", minutes.to_string().into()));
        in_engine("soak", &engine, report)?;
    }
    Ok(())
}

fn in_engine(file: &str, engine: &browser::Engine, report: &mut Report) -> Result<()> {
    let start = Instant::now();
    let what = format!("{file} in {}", engine.name);
    child::say(format_args!("--- {what}"));
    let mut command = child::cargo();
    command
        .args(["test", "--workspace", "--test", file])
        .arg("--")
        .args(&report.only)
        // A failing test says what is wrong; where in the futures' machinery it went wrong is noise.
        .env("RUST_LIB_BACKTRACE", "0")
        .env("ACTIVATION_LAB_ENGINE", engine.name)
        .envs(engine.variables.iter().cloned())
        .env("ACTIVATION_LAB_SITE", serve::in_background()?)
        .env(
            "ACTIVATION_LAB_FILE",
            places::single_file(&places::folder()),
        )
        .env(
            "ACTIVATION_LAB_PSEUDO",
            places::single_file(&Language::Pseudo.folder()),
        )
        .env("ACTIVATION_LAB_COMMAND", dist::native_command()?)
        .env("ACTIVATION_LAB_SKIPPED", Report::list_of_skipped());
    // The soak tells about its work.
    if file == "soak" {
        command.arg("--nocapture");
    }
    let outcome = child::run(&mut command);
    report.take_skipped();
    report.part(&what, start.elapsed());
    outcome.with_context(|| format!("in {}", engine.name))
}
