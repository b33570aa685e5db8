//! What a page fetches when it is asked for, the Share dialog and lessons: what the native command says for each, its style and its scripts in one file.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::language::Language;
use crate::scripts::{minified, together};
use crate::{child, dist};

/// A part of the page that comes later.
pub struct Late {
    /// Its folder in `www`
    pub folder: &'static str,
    /// What the native command calls what is said there
    pub part: &'static str,
    /// The member of `ActivationLab` that its scripts fill
    pub name: &'static str,
    /// A style before its own, which others have too
    pub base: Option<&'static str>,
}

/// The style of what stands over the page.
const OVER: Option<&str> = Some("dialog.css");

/// The Share dialog.
pub const DIALOG: Late = Late {
    folder: "share",
    part: "dialog",
    name: "sharing",
    base: OVER,
};

/// What tells lessons.
pub const LESSON: Late = Late {
    folder: "lesson",
    part: "lesson",
    name: "lesson",
    base: None,
};

/// What makes sounds.
pub const SOUND: Late = Late {
    folder: "sound",
    part: "sound",
    name: "sound",
    base: None,
};

/// What opens a lesson's file.
pub const READING: Late = Late {
    folder: "reading",
    part: "reading",
    name: "reading",
    base: OVER,
};

/// The list of keys.
pub const HELP: Late = Late {
    folder: "help",
    part: "keys",
    name: "help",
    base: OVER,
};

/// Such a part in one script, in that language: first what it shows, then what it does.
pub fn script(native: &Path, language: Language, www: &Path, late: &Late) -> Result<String> {
    let folder = &www.join(late.folder);
    let mut files = fs::read_dir(folder)
        .with_context(|| dist::unreadable(folder))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    let is = |file: &&PathBuf, end: &str| file.extension() == Some(OsStr::new(end));
    let scripts: Vec<PathBuf> = files.iter().filter(|f| is(f, "js")).cloned().collect();
    let scripts = together(&scripts)?;
    let base = late.base.map(|base| www.join(base));
    let styles = files.iter().filter(|file| is(file, "css"));
    let styles = base
        .iter()
        .chain(styles)
        .map(|file| dist::style(file))
        .collect::<Result<String>>()?;
    let (data, style) = (
        said(native, language, late.part)?,
        serde_json::to_string(&styles)?,
    );
    let data = data.trim();
    let name = late.name;
    let head = format!("window.ActivationLab.{name} = {{ data: {data}, css: {style} }};\n");
    minified(&(head + &scripts)).with_context(|| folder.display().to_string())
}

/// A part of what the native command says for them, as JSON.
pub fn said(native: &Path, language: Language, part: &str) -> Result<String> {
    let mut command = Command::new(native);
    command.args(["--lang", language.id(), "share", part]);
    String::from_utf8(child::capture(&mut command)?).context("what is said there is no text")
}
