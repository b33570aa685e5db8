//! The file of the Share dialog: what the native command says for it, its style and its scripts.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::language::Language;
use crate::{child, dist};

/// The dialog in one script, in that language: first what it shows, then what it does.
pub fn script(native: &Path, language: Language, folder: &Path) -> Result<String> {
    let mut files = fs::read_dir(folder)
        .with_context(|| dist::unreadable(folder))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    let is = |file: &&PathBuf, end: &str| file.extension() == Some(OsStr::new(end));
    let scripts = files.iter().filter(|file| is(file, "js"));
    let scripts = scripts
        .map(|file| dist::script(file))
        .collect::<Result<String>>()?;
    let styles = files.iter().filter(|file| is(file, "css"));
    let styles = styles
        .map(|file| dist::style(file))
        .collect::<Result<String>>()?;
    let (data, style) = (
        said(native, language, "dialog")?,
        serde_json::to_string(&styles)?,
    );
    let data = data.trim();
    let head = format!("window.ActivationLab.sharing = {{ data: {data}, css: {style} }};\n");
    Ok(head + &scripts)
}

/// A part of what the native command says for the dialog, as JSON.
pub fn said(native: &Path, language: Language, part: &str) -> Result<String> {
    let mut command = Command::new(native);
    command.args(["--lang", language.id(), "share", part]);
    String::from_utf8(child::capture(&mut command)?).context("what the dialog says is no text")
}
