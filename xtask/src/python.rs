//! Finding a Python with NumPy for the programs of the figures, or setting one up where that may be done; and others of our own, each with the packages of one tool.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::report::Report;
use crate::{child, debian, places};

/// What PyPI is asked for: the programs need nothing new of it.
const NUMPY: [&str; 1] = ["numpy>=1.24"];

/// Debian's package, and the Python that it is for.
const DEBIAN_PACKAGE: &str = "python3-numpy";
const DEBIAN_PYTHON: &str = "/usr/bin/python3";

/// PyTorch comes from Debian: from PyPI it brings gigabytes of other hardware's libraries.
const TORCH: &str = "python3-torch";

/// The Python that the tests are to use: the one that `PYTHON` names, one that has NumPy already, or one of ours.
///
/// Where there is none it is told in a sentence, and the tests leave the programs out; with `CI=true` that is an error.
pub fn with_numpy(report: &mut Report) -> Result<Option<PathBuf>> {
    let own = within(&own_folder());
    let named = env::var_os("PYTHON").map(PathBuf::from);
    let known = named
        .into_iter()
        .chain(child::on_path("python3"))
        .chain([own.clone(), DEBIAN_PYTHON.into()]);
    if let Some(found) = known.into_iter().find(|python| has(python, "numpy")) {
        return Ok(Some(found));
    }
    // Without a network all else is still worth a run.
    if let Err(error) = with_packages(&own_folder(), &NUMPY) {
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
    report.untried(&missing("NumPy", DEBIAN_PACKAGE))?;
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

/// A Python of ours in this folder, with these packages from PyPI and no others.
pub fn with_packages(folder: &Path, packages: &[&str]) -> Result<PathBuf> {
    let python = within(folder);
    let (done, wanted) = (folder.join("installed.txt"), packages.join(" "));
    if fs::read_to_string(&done).is_ok_and(|text| text == wanted) {
        return Ok(python);
    }
    child::run(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet"]);
    pip.arg("--disable-pip-version-check").args(packages);
    child::run(&mut pip)?;
    fs::write(done, wanted)?;
    Ok(python)
}

/// Beside what cargo builds.
fn own_folder() -> PathBuf {
    places::intermediate().join("python")
}

fn within(folder: &Path) -> PathBuf {
    match cfg!(windows) {
        true => folder.join("Scripts/python.exe"),
        false => folder.join("bin/python"),
    }
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
