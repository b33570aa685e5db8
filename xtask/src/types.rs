//! Checking the types of the page's scripts. TypeScript is asked and makes nothing: the scripts are downloaded as they stand, without their types.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::report::Report;
use crate::{child, debian, places};

/// The compiler, and the browsers that the scripts are written for, as npm knows them: versions and checksums.
const PACKAGE: &str = include_str!("../types/package.json");
const LOCK: &str = include_str!("../types/package-lock.json");

/// The page's scripts, and the worker's.
const PROJECTS: [&str; 2] = ["www/tsconfig.json", "www/types/worker/tsconfig.json"];

/// Debian's packages.
const DEBIAN_PACKAGES: [&str; 2] = ["nodejs", "npm"];

const UNCHECKED: &str = "so the types of the scripts are not checked";

/// Checks all scripts. Where that cannot be done it is told in a sentence; with `CI=true` it is an error.
pub fn check(report: &mut Report) -> Result<()> {
    if !present("npm") && debian::at_hand() {
        // Without a network all else is still worth a run.
        if let Err(error) = debian::install(&DEBIAN_PACKAGES) {
            child::complain(format_args!("{error:#}"));
        }
    }
    let folder = places::intermediate().join("types");
    if !present("node") || !present("npm") {
        return report.untried(&missing());
    }
    if let Err(error) = install(&folder, PACKAGE, LOCK) {
        return report.untried(&format!("{error:#}, {UNCHECKED}"));
    }
    for project in PROJECTS {
        let mut compiler = Command::new("node");
        compiler
            .current_dir(crate::root())
            .arg(folder.join("node_modules/typescript/bin/tsc"))
            .args(["--project", project, "--typeRoots"])
            .arg(folder.join("node_modules/@types"));
        child::run(&mut compiler).with_context(|| format!("the scripts of {project}"))?;
    }
    Ok(())
}

fn missing() -> String {
    format!(
        "Node.js with its npm is not on this machine, {UNCHECKED}: on Debian `apt-get install {}`",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// Brings in what a lock file names, unless it is there already.
pub fn install(folder: &Path, package: &str, lock: &str) -> Result<()> {
    let done = folder.join("installed.json");
    if fs::read_to_string(&done).is_ok_and(|text| text == lock) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("package.json"), package)?;
    fs::write(folder.join("package-lock.json"), lock)?;
    let mut npm = Command::new(program("npm"));
    npm.current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    child::run(&mut npm)?;
    Ok(fs::write(done, lock)?)
}

/// What a program is called: npm is a script on Windows.
pub fn program(name: &str) -> String {
    let end = if cfg!(windows) && name == "npm" {
        ".cmd"
    } else {
        ""
    };
    format!("{name}{end}")
}

pub fn present(name: &str) -> bool {
    let mut question = Command::new(program(name));
    question.arg("--version").stdout(Stdio::null());
    question.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_install() {
        let sentence = missing();
        for word in ["Node.js", "not checked", "nodejs npm"] {
            assert!(sentence.contains(word), "{sentence}");
        }
    }

    #[test]
    fn versions_are_exact_and_no_registry_is_named() {
        let shipped = ["MIT", "Apache-2.0"];
        exact((PACKAGE, LOCK), &shipped);
        exact(crate::notes::SLIDES, &shipped);
        exact(crate::npm::BUNDLER, &shipped);
        // A tool of the tests, of which nothing is handed on.
        exact(crate::axe::AXE, &["MPL-2.0"]);
    }

    fn exact((package, lock): (&str, &str), licences: &[&str]) {
        assert!(!lock.contains("://"));
        let package: serde_json::Value = serde_json::from_str(package).unwrap();
        let lock: serde_json::Value = serde_json::from_str(lock).unwrap();
        let wanted = package["devDependencies"].as_object().unwrap();
        let locked = lock["packages"].as_object().unwrap();
        assert_eq!(locked.len(), wanted.len() + 1, "all of it, and itself");
        for (name, version) in wanted {
            let entry = &locked[&format!("node_modules/{name}")];
            assert_eq!(&entry["version"], version, "{name}");
            assert!(entry["integrity"].as_str().unwrap().starts_with("sha512-"));
            let licence = entry["license"].as_str().unwrap();
            assert!(licences.contains(&licence), "{name}: {licence}");
        }
    }
}
