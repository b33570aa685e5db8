//! Compiling the library to WebAssembly, by whichever way this machine has.

use std::env;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{child, debian, places};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler with the standard library's source, which it builds for the target; and the linker it needs.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_LINKER: &str = "wasm-ld-22";

/// Optimised for speed, but inlining only what is small: a tenth less to download, and no slower.
const FLAGS: &str = "-Cllvm-args=-inline-threshold=5";
const VECTORS: &str = "-Ctarget-feature=+simd128";

/// How the target is to be had.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Installed,
    Debian,
}

impl Display for Way {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Way::Installed => "the toolchain's own target",
            Way::Debian => "Debian's compiler, with the standard library built from source",
        })
    }
}

/// What a module asks of the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// What every browser with WebAssembly has.
    Nothing,
    /// 128-bit vectors, which came to browsers between 2021 and 2023.
    Vectors,
}

/// Compiles a package of the workspace, optimised, and returns its module's path.
///
/// Each kind has a target folder of its own, so that it unsettles neither the other's nor what the host builds have made.
pub fn build(package: &str, needs: Needs) -> Result<PathBuf> {
    let folder = with(&[package], needs, &[])?;
    Ok(module(&folder, package))
}

/// The page's modules.
pub struct Modules {
    /// Draws what a reader comes to first.
    pub first: PathBuf,
    /// Draws every figure.
    pub whole: PathBuf,
    /// Reads the file of a lesson.
    pub reading: PathBuf,
}

/// Compiles the page's own modules, which have one feature: their language.
pub fn page(language: &str) -> Result<Modules> {
    let features = ["--no-default-features", "--features", language];
    let folder = with(&["first", "whole", "reading"], Needs::Nothing, &features)?;
    Ok(Modules {
        first: module(&folder, "first"),
        whole: module(&folder, "whole"),
        reading: module(&folder, "reading"),
    })
}

fn module(folder: &Path, package: &str) -> PathBuf {
    folder.join(format!("{package}.wasm"))
}

/// Compiles packages and returns the folder of their modules.
fn with(packages: &[&str], needs: Needs, features: &[&str]) -> Result<PathBuf> {
    let way = find()?;
    child::say(format_args!("WebAssembly by {way}"));
    let (folder, flags) = match needs {
        Needs::Nothing => ("wasm", FLAGS.to_owned()),
        Needs::Vectors => ("wasm-vectors", format!("{FLAGS} {VECTORS}")),
    };
    let folder = places::intermediate().join(folder);
    let mut command = match way {
        Way::Installed => child::cargo(),
        Way::Debian => debian_cargo(),
    };
    command.args(["build", "--lib", "--release", "--target", TARGET]);
    for package in packages {
        command.args(["--package", package]);
    }
    command.args(features);
    command.arg("--target-dir").arg(&folder);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    if way == Way::Debian {
        command.arg("-Zbuild-std=std,panic_abort");
    }
    child::run(&mut command)?;
    Ok(folder.join(TARGET).join("release"))
}

/// The first way that works here: the installed target, rustup where it may fetch, Debian's packages.
fn find() -> Result<Way> {
    if is_installed() {
        return Ok(Way::Installed);
    }
    let rustup_may_fetch = env::var_os("RUSTUP_AUTO_INSTALL").is_none_or(|value| value != "0");
    if rustup_may_fetch && child::on_path("rustup").is_some() {
        child::say(format_args!("asking rustup for {TARGET}"));
        let mut rustup = Command::new("rustup");
        rustup
            .current_dir(crate::root())
            .args(["target", "add", TARGET]);
        if child::run(&mut rustup).is_ok() && is_installed() {
            return Ok(Way::Installed);
        }
    }
    if !has_debian_compiler() && debian::at_hand() {
        debian::install(&DEBIAN_PACKAGES)?;
    }
    if has_debian_compiler() {
        return Ok(Way::Debian);
    }
    bail!(
        "this Rust cannot compile to WebAssembly: run `rustup target add {TARGET}`, \
         or on Debian `apt-get install {}`, and try again",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// Whether the toolchain that builds for the host has the target's standard library.
fn is_installed() -> bool {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut question = Command::new(compiler);
    question
        .current_dir(crate::root())
        .args(["--print", "target-libdir", "--target", TARGET]);
    let Ok(answer) = question.output() else {
        return false;
    };
    let text = String::from_utf8_lossy(&answer.stdout);
    let Ok(files) = fs::read_dir(text.trim()) else {
        return false;
    };
    files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
}

fn has_debian_compiler() -> bool {
    let source = Command::new("/usr/bin/rustc")
        .args(["--print", "sysroot"])
        .output()
        .is_ok_and(|answer| {
            let sysroot = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
            Path::new(&sysroot)
                .join("lib/rustlib/src/rust/library/Cargo.lock")
                .exists()
        });
    source && Path::new("/usr/bin/cargo").exists() && child::on_path(DEBIAN_LINKER).is_some()
}

/// Debian's cargo, with nothing of rustup's left in its environment:
/// rustup's library path would have Debian's compiler load the other compiler's libraries.
fn debian_cargo() -> Command {
    let mut command = Command::new("/usr/bin/cargo");
    command.current_dir(crate::root());
    child::forget_parent(&mut command);
    for name in ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "RUSTC_WRAPPER"] {
        command.env_remove(name);
    }
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(PathBuf::from("/usr/bin")).chain(env::split_paths(&rest));
    if let Ok(path) = env::join_paths(folders) {
        command.env("PATH", path);
    }
    command
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
        // Building the standard library is not yet stable in cargo; Debian's is the release it came with.
        .env("RUSTC_BOOTSTRAP", "1");
    command
}
