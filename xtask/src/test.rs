//! `test`: everything that must hold before a change lands. CI has no check that is not a step here.

use std::env;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::language::Language;
use crate::report::{Report, shown};
use crate::{
    bench, browser, child, declared, dist, figures, in_browser, notes, npm, python, types,
};

/// What is to be tested, and where.
pub struct Wishes {
    /// Names of steps, `quick` or `full`; all but the long ones if there is none.
    pub steps: Vec<String>,
    /// Names of browser engines; all if there is none.
    pub engines: Vec<String>,
    /// A part of the names of the browser tests that are wanted.
    pub only: Option<String>,
}

struct Step {
    name: &'static str,
    says: &'static str,
    run: fn(&mut Report) -> Result<()>,
}

/// Steps that look at what this one makes.
const BUILD: &str = "build";
const NEED_BUILD: [&str; 7] = [
    "package",
    "page",
    "numbers",
    "soak",
    "mdbook",
    "jupyter",
    "long soak",
];

/// In order: what fails fastest comes first, and the browsers are last.
const STEPS: [Step; 10] = [
    Step {
        name: "format",
        says: "the code is formatted",
        run: |_| cargo(&["fmt", "--all", "--check"]),
    },
    Step {
        name: "lint",
        says: "the scripts' types agree, and clippy has nothing to say",
        run: lint,
    },
    Step {
        name: "tidy",
        says: "the house rules hold",
        run: |_| cargo(&["test", "--workspace", "--test", "tidy"]),
    },
    Step {
        name: "native",
        says: "all tests that need no browser, those of this program too",
        run: native,
    },
    Step {
        name: "pictures",
        says: "docs/figures is what the code draws",
        run: |_| figures::check(),
    },
    Step {
        name: BUILD,
        says: "the site and the single file in English and in the pseudo-language, and the package",
        run: |_| build(),
    },
    Step {
        name: "package",
        says: "the npm package holds what is written, its types agree, and Node can import it",
        run: npm::check,
    },
    Step {
        name: "page",
        says: "the page in each browser engine",
        run: |report| in_browser::run("page", report),
    },
    Step {
        name: "numbers",
        says: "native and wasm agree bit for bit",
        run: |report| in_browser::run("numbers", report),
    },
    Step {
        name: "soak",
        says: "two minutes of use leave nothing behind",
        run: |report| in_browser::soak(2, report),
    },
];

/// What is looked at between two edits.
const QUICK: [&str; 6] = ["format", "lint", "tidy", "native", BUILD, "page"];

/// What takes too long for every change.
const LONG: [Step; 6] = [
    // That its code compiles, the lint sees each time.
    Step {
        name: "bench",
        says: "the page for benchmarks can be built",
        run: |_| bench::build(),
    },
    Step {
        name: "mdbook",
        says: "course notes that mdBook builds have their figures",
        run: mdbook,
    },
    Step {
        name: "jupyter",
        says: "a notebook in JupyterLab has its figures, and Python what a reader does with them",
        run: in_browser::notebooks,
    },
    Step {
        name: "torch",
        says: "PyTorch's own gradients agree with the figures, or it is said why they do not",
        run: torch,
    },
    Step {
        name: "cases",
        says: "the library's properties in sixteen times as many cases, other ones each time",
        run: |_| many_cases(),
    },
    Step {
        name: "long soak",
        says: "thirty minutes of use leave nothing behind",
        run: |report| in_browser::soak(30, report),
    },
];

/// Runs the chosen steps, and stops at the first that fails.
pub fn test(wishes: &Wishes) -> Result<()> {
    let steps = chosen(&wishes.steps)?;
    let quick = wishes.steps.iter().any(|name| name == "quick");
    let all = browser::names();
    let known = |name: &String| match all.iter().find(|engine| *engine == name) {
        Some(engine) => Ok(*engine),
        None => bail!(
            "there is no engine `{name}`; the engines are {}",
            all.join(", ")
        ),
    };
    let engines = match &wishes.engines[..] {
        [] if quick => vec![all[0]],
        [] => all.clone(),
        names => names.iter().map(known).collect::<Result<_>>()?,
    };
    let mut report = Report::new(engines, wishes.only.clone());
    for step in &steps {
        child::say(format_args!("\n=== {}: {}", step.name, step.says));
        let start = Instant::now();
        (step.run)(&mut report).with_context(|| format!("step {}", step.name))?;
        let time = start.elapsed();
        child::say(format_args!("=== {} ok, {}", step.name, shown(time)));
        report.step(step.name, time);
    }
    report.print();
    Ok(())
}

/// The steps of these names, or all but the long ones; with a build before those that would else look at an old one.
fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    let every = || STEPS.iter().chain(&LONG);
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let mut steps: Vec<&Step> = Vec::new();
    for name in names {
        match name.as_str() {
            "quick" => steps.extend(every().filter(|step| QUICK.contains(&step.name))),
            // The long soak stands for the short one.
            "full" => steps.extend(every().filter(|step| step.name != "soak")),
            _ => match every().find(|step| step.name == name) {
                Some(step) => steps.push(step),
                None => {
                    let known: Vec<_> = every().map(|step| step.name).collect();
                    let known = known.join(", ");
                    bail!(
                        "there is no step `{name}`; the steps are {known}, and quick or full stand for several"
                    )
                }
            },
        }
    }
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
    child::run(&mut tests(arguments))
}

fn tests(arguments: &[&str]) -> Command {
    let seed = env::var("PROPTEST_RNG_SEED").unwrap_or_else(|_| SEED.to_owned());
    let mut command = child::cargo();
    command.args(arguments).env("PROPTEST_RNG_SEED", seed);
    command
}

/// The programs of the figures are run by a Python that has NumPy.
fn native(report: &mut Report) -> Result<()> {
    let mut command = tests(&["test", "--workspace"]);
    if let Some(python) = python::with_numpy(report)? {
        command.env("PYTHON", python);
    }
    child::run(&mut command)
}

/// mdBook itself is compiled when it is first needed.
fn mdbook(report: &mut Report) -> Result<()> {
    notes::install_mdbook(report)?;
    let only = report.only.replace("mdbook".to_owned());
    let outcome = in_browser::run("page", report);
    report.only = only;
    outcome
}

/// The programs for PyTorch are run by a Python that has it.
fn torch(report: &mut Report) -> Result<()> {
    let Some(python) = python::with_torch(report)? else {
        return Ok(());
    };
    let mut command = tests(&["test", "--test", "programs", "--", "--ignored"]);
    child::run(command.env("PYTHON", python))
}

fn many_cases() -> Result<()> {
    let mut command = child::cargo();
    command
        .args(["test", "--workspace"])
        .env("PROPTEST_RNG_SEED", "random")
        .env("PROPTEST_CASES", "4096");
    child::run(&mut command)
}

fn lint(report: &mut Report) -> Result<()> {
    types::check(report)?;
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

/// A module that offers something else than the lint has seen is noticed here.
fn build() -> Result<()> {
    let before = declared::kept();
    dist::build(Language::English)?;
    if declared::kept() != before {
        bail!(
            "the modules have changed: check the scripts again, and commit what the build wrote into www/types"
        );
    }
    dist::build(Language::Pseudo)
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
    fn quick_and_full_stand_for_several_steps() {
        assert_eq!(names(&["quick"]), QUICK);
        let full = names(&["full"]);
        assert_eq!(full.len(), STEPS.len() + LONG.len() - 1);
        assert!(full.contains(&"long soak") && !full.contains(&"soak"));
    }
}
