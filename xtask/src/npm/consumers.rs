//! Whether the package is what it says: its contents, its types, Node; and the pages that use it, for the tests that open them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::notes::copy;
use crate::pack::replace_once;
use crate::report::Report;
use crate::{child, dist, places, types};

/// What npm is asked for: versions and checksums. This form of esbuild is the same program for every machine.
pub const BUNDLER: (&str, &str) = (
    include_str!("../../npm/esbuild/package.json"),
    include_str!("../../npm/esbuild/package-lock.json"),
);

/// What is to be in the package: names, and the most that each may weigh, in thousands of bytes.
const CONTENTS: &str = include_str!("../../../tests/npm/contents.txt");

/// The lightest that a file may become beside what is written: one that has lost its contents is noticed.
const LIGHTEST: f64 = 0.6;

/// Checks what `npm pack` would publish. Where npm is not at hand it is told in a sentence; with `CI=true` that is an error.
pub fn check(report: &mut Report) -> Result<()> {
    if !at_hand() {
        return report.untried(
            "Node.js with its npm is not on this machine, so the npm package is not checked",
        );
    }
    let (package, files) = packed()?;
    let faults = faults(CONTENTS, &files);
    ensure!(
        faults.is_empty(),
        "the package is not as tests/npm/contents.txt has it:\n{}",
        faults.join("\n")
    );

    let types = work().join("types");
    consumer(&crate::root().join("tests/npm"), &types, &package)?;
    let mut node = Command::new("node");
    child::run(node.arg("node.js").current_dir(&types)).context("the package in Node")?;
    let compiler = places::intermediate().join("types/node_modules/typescript/bin/tsc");
    if !compiler.is_file() {
        return report
            .untried("TypeScript is not at hand, so the types of the npm package are not checked");
    }
    let mut tsc = Command::new("node");
    tsc.arg(compiler)
        .args(["--project", "."])
        .current_dir(&types);
    child::run(&mut tsc).context("a program that uses the types of the package")
}

/// Builds all pages that use the package, and returns the folder: one folder within for each.
pub fn build(report: &mut Report) -> Result<PathBuf> {
    let built = work().join("built");
    dist::fresh(&built)?;
    let package = match at_hand() {
        true => packed()?.0,
        false => super::folder(),
    };
    let example = |name: &str| -> Result<PathBuf> {
        let folder = built.join(name);
        consumer(
            &crate::root().join("examples").join(name),
            &folder,
            &package,
        )?;
        Ok(folder)
    };
    example("npm-plain")?;
    example("jupyter")?;
    let bundler = work().join("esbuild");
    if let Err(error) = types::install(&bundler, BUNDLER.0, BUNDLER.1) {
        report.untried(&format!(
            "esbuild cannot be had, so its page is not built: {error:#}"
        ))?;
        return Ok(built);
    }
    let folder = example("npm-esbuild")?;
    let manifest: Value = serde_json::from_str(&dist::read(&folder.join("package.json"))?)?;
    let line = manifest["scripts"]["build"]
        .as_str()
        .context("no script `build`")?;
    let mut esbuild = Command::new("node");
    esbuild.arg(bundler.join("node_modules/esbuild-wasm/bin/esbuild"));
    esbuild
        .args(line.split(' ').skip(1))
        .arg("--log-level=warning");
    child::run(esbuild.current_dir(&folder)).context("the page of esbuild")?;
    // The same page with the package in one file.
    let page = dist::read(&folder.join("index.html"))?;
    let page = replace_once(&page, "out/main.js", "out/one-file.js")?;
    dist::write(&folder.join("one-file.html"), page.as_bytes())?;
    // What is bundled needs the package no more.
    fs::remove_dir_all(folder.join("node_modules"))?;
    Ok(built)
}

/// A folder with what stands in another one, and the package installed.
fn consumer(source: &Path, folder: &Path, package: &Path) -> Result<()> {
    dist::fresh(folder)?;
    copy(source, folder)?;
    copy(package, &folder.join("node_modules/activation-lab"))
}

/// What `npm pack` packs, unpacked again, and the sizes of its files.
fn packed() -> Result<(PathBuf, BTreeMap<String, u64>)> {
    let folder = work().join("packed");
    dist::fresh(&folder)?;
    let mut npm = Command::new(types::program("npm"));
    npm.args(["pack", "--json", "--ignore-scripts", "--pack-destination"])
        .arg(&folder);
    let told: Value = serde_json::from_slice(&child::capture(npm.current_dir(super::folder()))?)?;
    let told = listed(&told).context("npm pack tells something else than files")?;
    let archive = fs::read_dir(&folder)?
        .next()
        .context("npm has packed nothing")??;
    let mut tar = Command::new("tar");
    tar.arg("-xzf")
        .arg(archive.file_name())
        .current_dir(&folder);
    child::run(&mut tar)?;
    Ok((folder.join("package"), told))
}

/// npm tells a list of packages, or from version 11 on, in some of its forms, an object of them.
fn listed(told: &Value) -> Option<BTreeMap<String, u64>> {
    let package = match told {
        Value::Array(packages) => packages.first()?,
        _ => told.as_object()?.values().next()?,
    };
    let files = package["files"].as_array()?.iter();
    files
        .map(|file| Some((file["path"].as_str()?.to_owned(), file["size"].as_u64()?)))
        .collect()
}

/// How packed files differ from a list of names and weights.
fn faults(list: &str, files: &BTreeMap<String, u64>) -> Vec<String> {
    let mut rest = files.clone();
    let mut faults = Vec::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (name, limit) = line.rsplit_once(' ').unwrap_or((line, ""));
        let name = name.trim();
        let limit: f64 = limit.parse().unwrap_or(0.0);
        match rest.remove(name).map(|bytes| bytes as f64 / 1000.0) {
            None => faults.push(format!("{name} is missing")),
            Some(weight) if weight > limit || weight < LIGHTEST * limit => {
                faults.push(format!("{name} weighs {weight:.1}, and {limit} is written"));
            }
            Some(_) => {}
        }
    }
    faults.extend(rest.keys().map(|name| format!("{name} is too much")));
    faults
}

fn at_hand() -> bool {
    types::present("node") && types::present("npm")
}

fn work() -> PathBuf {
    places::intermediate().join("npm")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_missing_or_too_much_or_of_another_weight_is_told() {
        let files = |list: &[(&str, u64)]| {
            let files = list.iter().map(|(name, bytes)| (name.to_string(), *bytes));
            files.collect::<BTreeMap<_, _>>()
        };
        let list = "# name kB\na.js      10\nb.wasm 2.5\n";
        assert_eq!(
            faults(list, &files(&[("a.js", 9000), ("b.wasm", 2500)])),
            [""; 0]
        );
        assert_eq!(
            faults(list, &files(&[("a.js", 10_100), ("c.js", 1)])),
            [
                "a.js weighs 10.1, and 10 is written",
                "b.wasm is missing",
                "c.js is too much"
            ]
        );
        let light = faults(list, &files(&[("a.js", 5000), ("b.wasm", 2000)]));
        assert_eq!(light, ["a.js weighs 5.0, and 10 is written"]);
    }

    #[test]
    fn both_ways_of_npm_to_tell_are_read() {
        let package = json!({ "files": [{ "path": "a.js", "size": 3 }] });
        let expected = Some(BTreeMap::from([("a.js".to_owned(), 3)]));
        assert_eq!(listed(&json!([package.clone()])), expected);
        assert_eq!(listed(&json!({ "activation-lab": package })), expected);
        assert_eq!(listed(&json!([])), None);
    }
}
