//! Finding Chromium and its driver, or installing them where that may be done.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{child, debian};

/// A browser and the program that drives it, of the same version.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// The pair that `CHROMIUM` and `CHROMEDRIVER` name, or the first on the search path.
pub fn find() -> Result<Browser> {
    if let Some(browser) = present() {
        return Ok(browser);
    }
    if debian::at_hand() {
        debian::install(&DEBIAN_PACKAGES)?;
    }
    match present() {
        Some(browser) => Ok(browser),
        None => bail!(
            "no Chromium with its driver on this machine: install Chromium or Chrome and chromedriver of the same \
             version (on Debian `apt-get install {}`), or set CHROMIUM and CHROMEDRIVER to where they are",
            DEBIAN_PACKAGES.join(" ")
        ),
    }
}

fn present() -> Option<Browser> {
    Some(Browser {
        chromium: program("CHROMIUM", &CHROMIUM)?,
        driver: program("CHROMEDRIVER", &DRIVER)?,
    })
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Some(PathBuf::from(path)),
        None => names.iter().find_map(|name| child::on_path(name)),
    }
}
