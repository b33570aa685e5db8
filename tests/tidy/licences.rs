//! Whose work this is made of: every crate, as `cargo metadata` tells it.

use serde_json::Value;
use std::process::Command;

/// Licences that allow what we do: to copy, change and pass on with their notice.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "OFL-1.1",
    "Unicode-3.0",
    "Zlib",
];

/// Where crates may come from.
const SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Whether a licence expression (SPDX, and the older `/` for OR) can be met with what is allowed.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let met = either(&mut words);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words) -> bool {
    let mut met = both(words);
    while words.next_if_eq(&"OR").is_some() {
        met |= both(words);
    }
    met
}

fn both(words: &mut Words) -> bool {
    let mut met = one(words);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words);
    }
    met
}

fn one(words: &mut Words) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = either(words);
        return words.next() == Some(")") && met;
    }
    let mut name = words.next().unwrap_or_default().to_owned();
    if words.next_if_eq(&"WITH").is_some() {
        name = format!("{name} WITH {}", words.next().unwrap_or_default());
    }
    ALLOWED.contains(&name.as_str())
}

/// What is wrong with a package, if anything is.
fn fault(package: &Value) -> Option<String> {
    let name = package["name"].as_str()?;
    let licence = package["license"].as_str().unwrap_or("none");
    let source = package["source"].as_str();
    if !is_allowed(licence) {
        return Some(format!("{name}: licence {licence}"));
    }
    // Without a source it is one of our own.
    let own = source.is_none()
        && package["manifest_path"]
            .as_str()
            .is_some_and(|path| path.starts_with(env!("CARGO_MANIFEST_DIR")));
    let fine = own || source == Some(SOURCE);
    (!fine).then(|| format!("{name}: comes from {source:?}"))
}

#[test]
fn every_crate_may_be_used_and_comes_from_the_registry() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 100, "too few: {}", packages.len());
    let wrong: Vec<String> = packages.iter().filter_map(fault).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_licence_that_asks_for_more_is_refused() {
    for fine in [
        "MIT",
        "MIT/Apache-2.0",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "GPL-3.0 OR MIT",
    ] {
        assert!(is_allowed(fine), "{fine}");
    }
    for not in [
        "GPL-3.0",
        "MIT AND AGPL-3.0-only",
        "none",
        "",
        "(MIT",
        "MIT) OR MIT",
        "Apache-2.0 WITH Other",
    ] {
        assert!(!is_allowed(not), "{not}");
    }
    let package =
        |source: &str| serde_json::json!({ "name": "a", "license": "MIT", "source": source });
    assert_eq!(fault(&package(SOURCE)), None);
    assert!(fault(&package("git+https://example.org/a")).is_some());
    assert!(
        fault(&serde_json::json!({ "name": "a", "license": "MIT", "manifest_path": "/elsewhere" }))
            .is_some()
    );
}

/// The font is no crate; its licence asks to travel with it.
#[test]
fn the_font_has_its_licence_beside_it() {
    let licence = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/OFL.txt"));
    let licence = licence.expect("fonts/OFL.txt");
    assert!(licence.starts_with("Copyright") && licence.contains("SIL OPEN FONT LICENSE"));
}
