//! `test`: everything that must hold before a change lands. CI has no check that is not a step here.

use std::env;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{bench, browser, child, dist, figures, places, serve};

struct Step {
    name: &'static str,
    says: &'static str,
    run: fn() -> Result<()>,
}

/// Steps that look at what this one makes.
const BUILD: &str = "build";
const NEED_BUILD: [&str; 2] = ["page", "numbers"];

/// In order: what fails fastest comes first, and the browser is last.
const STEPS: [Step; 10] = [
    Step {
        name: "format",
        says: "the code is formatted",
        run: || cargo(&["fmt", "--all", "--check"]),
    },
    Step {
        name: "lint",
        says: "clippy has nothing to say",
        run: lint,
    },
    Step {
        name: "tidy",
        says: "the house rules hold",
        run: || cargo(&["test", "--test", "tidy"]),
    },
    Step {
        name: "native",
        says: "the library's own tests",
        run: || cargo(&["test"]),
    },
    Step {
        name: "xtask",
        says: "the tests of this program",
        run: || cargo(&["test", "--package", "xtask"]),
    },
    Step {
        name: "pictures",
        says: "docs/figures is what the code draws",
        run: figures::check,
    },
    Step {
        name: BUILD,
        says: "the site and the single file",
        run: dist::build,
    },
    Step {
        name: "bench",
        says: "the page for benchmarks can be built",
        run: bench::build,
    },
    Step {
        name: "page",
        says: "the page in a browser",
        run: || in_browser("page"),
    },
    Step {
        name: "numbers",
        says: "native and wasm agree bit for bit",
        run: || in_browser("numbers"),
    },
];

/// Runs all steps, or those named, and stops at the first that fails.
pub fn test(names: &[String]) -> Result<()> {
    let start = Instant::now();
    let steps = chosen(names)?;
    for step in &steps {
        child::say(format_args!("\n=== {}: {}", step.name, step.says));
        let start = Instant::now();
        (step.run)().with_context(|| format!("step {}", step.name))?;
        child::say(format_args!(
            "=== {} ok, {}",
            step.name,
            shown(start.elapsed())
        ));
    }
    let names: Vec<_> = steps.iter().map(|step| step.name).collect();
    let time = shown(start.elapsed());
    child::say(format_args!("\npassed in {time}: {}", names.join(", ")));
    Ok(())
}

/// The steps of these names, or all; with a build before those that would else look at an old one.
fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let find = |name: &String| match STEPS.iter().find(|step| step.name == name) {
        Some(step) => Ok(step),
        None => {
            let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
            let known = known.join(", ");
            bail!("there is no step `{name}`; the steps are {known}")
        }
    };
    let mut steps: Vec<&Step> = names.iter().map(find).collect::<Result<_>>()?;
    let place = |wanted: &[&str]| steps.iter().position(|step| wanted.contains(&step.name));
    if let Some(first) = place(&NEED_BUILD)
        && place(&[BUILD]).is_none_or(|build| build > first)
    {
        steps.splice(first..first, STEPS.iter().filter(|step| step.name == BUILD));
    }
    Ok(steps)
}

/// The same random cases in each run: a gate that opens by luck says nothing. `PROPTEST_RNG_SEED=random` looks for new ones.
const SEED: &str = "20261124";

fn cargo(arguments: &[&str]) -> Result<()> {
    let seed = env::var("PROPTEST_RNG_SEED").unwrap_or_else(|_| SEED.to_owned());
    let mut command = child::cargo();
    child::run(command.args(arguments).env("PROPTEST_RNG_SEED", seed))
}

fn lint() -> Result<()> {
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ])
}

/// Runs one test file of tests/browser against the built page, served as `serve` serves it.
fn in_browser(file: &str) -> Result<()> {
    let browser = browser::find()?;
    let mut command = child::cargo();
    command
        .args(["test", "--package", "browser-tests", "--test", file])
        // A failing test says what is wrong; where in the futures' machinery it went wrong is noise.
        .env("RUST_LIB_BACKTRACE", "0")
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.driver)
        .env("ACTIVATION_LAB_SITE", serve::in_background()?)
        .env("ACTIVATION_LAB_FILE", places::single_file())
        .env("ACTIVATION_LAB_COMMAND", dist::native_command()?);
    child::run(&mut command)
}

fn shown(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds}.{} s", time.subsec_millis() / 100),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(asked: &[&str]) -> Vec<&'static str> {
        let asked: Vec<_> = asked.iter().map(|&name| name.to_owned()).collect();
        chosen(&asked)
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn steps_are_chosen_by_name_in_the_order_asked() {
        assert_eq!(names(&[]).len(), STEPS.len());
        assert_eq!(names(&["lint", "format"]), ["lint", "format"]);
        let error = chosen(&["bild".to_owned()])
            .err()
            .expect("there is no step bild");
        let error = error.to_string();
        assert!(
            error.contains("`bild`") && error.contains("build"),
            "{error}"
        );
    }

    #[test]
    fn the_browser_never_looks_at_an_old_build() {
        assert_eq!(
            names(&["tidy", "page", "numbers"]),
            ["tidy", "build", "page", "numbers"]
        );
        assert_eq!(names(&["numbers", "build"]), ["build", "numbers", "build"]);
        assert_eq!(names(&["build", "page"]), ["build", "page"]);
        // A step that is renamed is noticed here.
        assert!(NEED_BUILD.iter().all(|name| !names(&[name]).is_empty()));
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(shown(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(125)), "2 min 5 s");
    }
}
