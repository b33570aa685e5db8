//! What has been built, and what the native command says.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::engine::Skip;

/// A variable that `cargo xtask test` sets.
pub(crate) fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| {
        format!("{name} is not set: run these tests with `cargo xtask test page numbers`")
    })
}

/// Address of the served site, with a slash at its end.
pub fn site() -> Result<String> {
    variable("ACTIVATION_LAB_SITE")
}

/// Address of the single file as it is opened from a disk.
pub fn single_file() -> Result<String> {
    file("ACTIVATION_LAB_FILE")
}

/// The same in the pseudo-language.
pub fn pseudo_file() -> Result<String> {
    file("ACTIVATION_LAB_PSEUDO")
}

/// The folder of course notes that were built with this tool; an error that ends the test as skipped, where the tool was not to be had.
pub fn notes(tool: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(variable("ACTIVATION_LAB_NOTES")?).join(tool);
    if folder.join("index.html").is_file() {
        return Ok(folder);
    }
    Err(Skip::because("the tool of these notes is not here"))
}

/// The script of axe-core, to be run in a page; an error that ends the test as skipped, where it was not to be had.
pub fn axe() -> Result<String> {
    let path = PathBuf::from(variable("ACTIVATION_LAB_AXE")?);
    if !path.is_file() {
        return Err(Skip::because("axe-core is not here"));
    }
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn file(name: &str) -> Result<String> {
    let path = variable(name)?;
    if !Path::new(&path).is_file() {
        bail!("{path} is not there: run `cargo xtask build` first");
    }
    Ok(format!("file://{path}"))
}

/// A file of the built site.
pub fn built(name: &str) -> Result<Vec<u8>> {
    let file = variable("ACTIVATION_LAB_FILE")?;
    let path = Path::new(&file).with_file_name("site").join(name);
    fs::read(&path).with_context(|| path.display().to_string())
}

/// What the native command prints for these arguments and this input.
pub fn native(arguments: &[&str], input: &str) -> Result<String> {
    let mut child = Command::new(variable("ACTIVATION_LAB_COMMAND")?)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("the native command cannot be started")?;
    let mut pipe = child
        .stdin
        .take()
        .context("no pipe to the native command")?;
    let input = input.to_owned();
    // Written from the side: a command that answers before it has read everything would block both.
    let writer = thread::spawn(move || pipe.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!(
            "activation-lab {} failed ({})",
            arguments.join(" "),
            output.status
        );
    }
    let _ = writer.join();
    Ok(String::from_utf8(output.stdout)?)
}

/// What the native command says to its error output when it refuses these arguments.
pub fn refused(arguments: &[&str]) -> Result<String> {
    let output = Command::new(variable("ACTIVATION_LAB_COMMAND")?)
        .args(arguments)
        .output()
        .context("the native command cannot be started")?;
    if output.status.success() {
        bail!("activation-lab {} refuses nothing", arguments.join(" "));
    }
    Ok(String::from_utf8(output.stderr)?)
}

/// The ids of all activations, as the native command lists them.
pub fn activations() -> Result<Vec<String>> {
    let list = native(&["list"], "")?;
    let lines = list
        .lines()
        .skip_while(|line| line.trim() != "activations:")
        .skip(1);
    let ids: Vec<String> = lines
        .map_while(|line| line.strip_prefix("  "))
        .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
        .collect();
    if ids.is_empty() {
        bail!("the native command lists no activations:\n{list}");
    }
    Ok(ids)
}

/// The folder of a page that uses the npm package, as it was built; an error that ends the test as skipped, where its tools were not to be had.
pub fn consumer(name: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(variable("ACTIVATION_LAB_NPM")?).join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(Skip::because("what builds this page is not here"))
}
