//! Finding a Python with NumPy for the programs of the figures, or setting one up where that may be done.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::report::Report;
use crate::{child, debian, places};

/// What PyPI is asked for: the programs need nothing new of it.
const NUMPY: &str = "numpy>=1.24";

/// Debian's package, and the Python that it is for.
const DEBIAN_PACKAGE: &str = "python3-numpy";
const DEBIAN_PYTHON: &str = "/usr/bin/python3";

/// PyTorch comes from Debian: from PyPI it brings gigabytes of other hardware's libraries.
const TORCH: &str = "python3-torch";

/// The Python that the tests are to use: the one that `PYTHON` names, one that has NumPy already, or one of ours.
///
/// Where there is none it is told in a sentence, and the tests leave the programs out; with `CI=true` that is an error.
pub fn with_numpy(report: &mut Report) -> Result<Option<PathBuf>> {
    let own = own();
    let named = env::var_os("PYTHON").map(PathBuf::from);
    let known = named
        .into_iter()
        .chain(child::on_path("python3"))
        .chain([own.clone(), DEBIAN_PYTHON.into()]);
    if let Some(found) = known.into_iter().find(|python| has(python, "numpy")) {
        return Ok(Some(found));
    }
    // Without a network all else is still worth a run.
    if let Err(error) = set_up() {
        child::complain(format_args!("{error:#}"));
    }
    if has(&own, "numpy") {
        return Ok(Some(own));
    }
    if debian::at_hand() {
        if let Err(error) = debian::install(&[DEBIAN_PACKAGE]) {
            child::complain(format_args!("{error:#}"));
        }
        if has(&DEBIAN_PYTHON.into(), "numpy") {
            return Ok(Some(DEBIAN_PYTHON.into()));
        }
    }
    let sentence = missing("NumPy", DEBIAN_PACKAGE);
    if env::var("CI").is_ok_and(|value| value == "true") {
        bail!("{sentence}");
    }
    child::say(&sentence);
    report.skip(&sentence);
    Ok(None)
}

/// The Python that has PyTorch: Debian's, or the one that `PYTHON` names.
pub fn with_torch(report: &mut Report) -> Result<Option<PathBuf>> {
    let named = env::var_os("PYTHON").map(PathBuf::from);
    let known: Vec<PathBuf> = named.into_iter().chain([DEBIAN_PYTHON.into()]).collect();
    let found = || known.iter().find(|python| has(python, "torch")).cloned();
    if found().is_none()
        && debian::at_hand()
        && let Err(error) = debian::install(&[TORCH, DEBIAN_PACKAGE])
    {
        child::complain(format_args!("{error:#}"));
    }
    if found().is_none() {
        let sentence = missing("PyTorch", TORCH);
        child::say(&sentence);
        report.skip(&sentence);
    }
    Ok(found())
}

fn missing(what: &str, package: &str) -> String {
    format!(
        "no python3 with {what} is on this machine, so the programs of the figures that need it are not run: on Debian `apt-get install {package}`, or name one with PYTHON"
    )
}

/// A Python with packages of its own, beside what cargo builds.
fn own() -> PathBuf {
    let folder = places::intermediate().join("python");
    match cfg!(windows) {
        true => folder.join("Scripts/python.exe"),
        false => folder.join("bin/python"),
    }
}

fn set_up() -> Result<()> {
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv"])
        .arg(places::intermediate().join("python"));
    child::run(&mut venv)?;
    let mut pip = Command::new(own());
    pip.args(["-m", "pip", "install", "--quiet", NUMPY]);
    child::run(&mut pip)
}

fn has(python: &PathBuf, module: &str) -> bool {
    let mut question = Command::new(python);
    question
        .args(["-c", &format!("import {module}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    question.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_install() {
        let sentence = missing("NumPy", DEBIAN_PACKAGE);
        for word in [
            "NumPy",
            "not run",
            "apt-get install python3-numpy",
            "PYTHON",
        ] {
            assert!(sentence.contains(word), "{sentence}");
        }
    }

    #[test]
    fn a_python_without_the_module_is_not_taken() {
        assert!(!has(&PathBuf::from("python3"), "no_such_module"));
        assert!(!has(&PathBuf::from("no-such-program"), "sys"));
    }
}
