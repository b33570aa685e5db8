//! Installing packages, where that may be done without asking: on Debian, as root.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::child;

/// Whether `apt-get install` is at hand: this is Debian itself (its derivatives name packages otherwise), and we are root.
pub fn at_hand() -> bool {
    let is_debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=debian"));
    is_debian && is_root() && child::on_path("apt-get").is_some()
}

/// Installs packages by name, with a fresh list of them: on a new machine the list is old or empty.
pub fn install(packages: &[&str]) -> Result<()> {
    child::say(format_args!(
        "installing Debian packages: {}",
        packages.join(" ")
    ));
    child::run(apt().arg("update")).context("apt's list of packages is out of reach")?;
    let mut install = apt();
    install
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages);
    child::run(&mut install)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command
        .arg("--quiet=2")
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
