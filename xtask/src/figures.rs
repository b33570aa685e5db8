//! `figures`: the pictures of the README and of docs/, drawn by the code they illustrate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{child, dist};

/// A file in docs/figures and how it is made.
struct Picture {
    file: &'static str,
    figure: &'static str,
    settings: &'static [&'static str],
}

const PICTURES: [Picture; 4] = [
    Picture {
        file: "curves.svg",
        figure: "curves",
        settings: &[],
    },
    Picture {
        file: "freeze.svg",
        figure: "freeze",
        settings: &[],
    },
    Picture {
        file: "dying.svg",
        figure: "dying",
        settings: &[],
    },
    Picture {
        file: "decay.svg",
        figure: "decay",
        settings: &[],
    },
];

/// Draws every picture again.
pub fn draw() -> Result<()> {
    let native = dist::native_command()?;
    fs::create_dir_all(folder())?;
    for picture in &PICTURES {
        let file = folder().join(picture.file);
        fs::write(&file, picture.draw(&native)?)
            .with_context(|| format!("{} cannot be written", file.display()))?;
        child::say(format_args!("docs/figures/{}", picture.file));
    }
    Ok(())
}

/// Fails if a picture is not what the code draws today.
pub fn check() -> Result<()> {
    let native = dist::native_command()?;
    let mut old = Vec::new();
    for picture in &PICTURES {
        let drawn = picture.draw(&native)?;
        // A missing picture is an old one.
        if fs::read_to_string(folder().join(picture.file)).ok() != Some(drawn) {
            old.push(picture.file);
        }
    }
    if !old.is_empty() {
        bail!(
            "out of date in docs/figures: {}; run `cargo xtask figures` and look at them",
            old.join(", ")
        );
    }
    Ok(())
}

impl Picture {
    fn draw(&self, native: &Path) -> Result<String> {
        dist::draw(native, self.figure, self.settings)
    }
}

fn folder() -> PathBuf {
    crate::root().join("docs").join("figures")
}
