//! Building `examples/course-notes` with the tools that such notes are written with, for the tests that open them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::report::Report;
use crate::{child, dist, places, python, types};

/// What PyPI is asked for.
const SPHINX: [&str; 2] = ["sphinx==9.0.4", "myst-parser==5.2.0"];

/// What npm is asked for: versions and checksums.
pub const SLIDES: (&str, &str) = (
    include_str!("../notes/package.json"),
    include_str!("../notes/package-lock.json"),
);

/// What cargo is asked for, where everything is tested.
const MDBOOK: [&str; 2] = ["mdbook", "0.5.4"];

/// Builds all notes whose tools are here, and returns the folder: one folder within for each tool.
///
/// What cannot be had is told in a sentence; with `CI=true` that is an error.
pub fn build(report: &mut Report) -> Result<PathBuf> {
    let built = work().join("built");
    dist::fresh(&built)?;
    let source = crate::root().join("examples/course-notes");
    let site = places::site(&places::folder());
    let host = places::folder().join("host.js");
    let single = places::single_file(&places::folder());

    let plain = built.join("plain");
    copy(&source.join("plain"), &plain)?;
    copy(&site, &plain.join("lab"))?;
    fs::copy(&host, plain.join("host.js"))?;

    match slides() {
        Ok(package) => {
            let reveal = built.join("reveal");
            copy(&source.join("reveal"), &reveal)?;
            copy(&package.join("dist"), &reveal.join("reveal.js/dist"))?;
            beside(&reveal, &[&host, &single])?;
        }
        Err(error) => untried(report, "reveal.js", &error)?,
    }

    match python::with_packages(&work().join("sphinx"), &SPHINX) {
        Ok(python) => {
            let pages = work().join("sphinx-pages");
            dist::fresh(&pages)?;
            copy(&source.join("sphinx"), &pages)?;
            fs::create_dir_all(pages.join("_static"))?;
            beside(&pages.join("_static"), &[&host, &single])?;
            let mut sphinx = Command::new(python);
            sphinx.args(["-m", "sphinx", "-q", "-W", "-b", "html"]);
            child::run(sphinx.arg(pages).arg(built.join("sphinx")))?;
        }
        Err(error) => untried(report, "Sphinx with myst-parser", &error)?,
    }

    // Where it is here by chance, or because everything was tested once.
    let own = mdbook();
    if let Some(program) = Some(own)
        .filter(|own| own.is_file())
        .or_else(|| child::on_path("mdbook"))
    {
        let pages = work().join("mdbook-pages");
        dist::fresh(&pages)?;
        copy(&source.join("mdbook"), &pages)?;
        beside(&pages.join("src"), &[&host, &single])?;
        let mut mdbook = Command::new(program);
        mdbook.arg("build").arg(&pages).arg("--dest-dir");
        child::run(mdbook.arg(built.join("mdbook")))?;
    }
    Ok(built)
}

/// Brings in mdBook, which takes minutes to compile.
pub fn install_mdbook(report: &mut Report) -> Result<()> {
    if mdbook().is_file() {
        return Ok(());
    }
    let [name, version] = MDBOOK;
    let mut cargo = child::cargo();
    cargo.args(["install", "--locked", "--quiet", name, "--version", version]);
    match child::run(cargo.arg("--root").arg(work().join("mdbook"))) {
        Ok(()) => Ok(()),
        Err(error) => untried(report, "mdBook", &error),
    }
}

fn mdbook() -> PathBuf {
    let name = format!("mdbook{}", env::consts::EXE_SUFFIX);
    work().join("mdbook/bin").join(name)
}

fn work() -> PathBuf {
    places::intermediate().join("notes")
}

fn untried(report: &mut Report, tool: &str, error: &anyhow::Error) -> Result<()> {
    report.untried(&format!(
        "{tool} cannot be had, so its course notes are not built: {error:#}"
    ))
}

/// The folder of the package reveal.js.
fn slides() -> Result<PathBuf> {
    let folder = work().join("slides");
    types::install(&folder, SLIDES.0, SLIDES.1)?;
    Ok(folder.join("node_modules/reveal.js"))
}

fn beside(folder: &Path, files: &[&PathBuf]) -> Result<()> {
    for file in files {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(file, folder.join(name))
            .with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}

/// A folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} is not there", from.display()))? {
        let (path, target) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
