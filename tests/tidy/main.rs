//! The invariants of the house: who may know whom, and what is deliberately absent.
//!
//! What knows a browser and what the model knows is held by the packages: who does not depend on a crate cannot name it.
//! Each rule is a function from a path and a text to what is wrong; the last test feeds each a text that breaks it.

mod keys;
mod licences;
mod texts;
mod twins;

use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with a file, if anything is.
type Rule = fn(&str, &str) -> Option<String>;

const RULES: [Rule; 9] = [
    arrows_point_down,
    nothing_panics,
    no_file_is_too_long,
    nothing_is_left_behind,
    scripts_hold_no_list,
    scripts_are_checked,
    keys::have_one_table,
    figures_have_handles,
    texts::no_prose_outside_text_modules,
];

/// Longer than the house's aim of about 300 lines, so that a line more is no drama.
const LONGEST: usize = 320;

fn names(text: &str, words: &[&str]) -> Option<String> {
    let found = words.iter().find(|word| text.contains(*word))?;
    Some(format!("names {found}"))
}

/// The text without the test module at its end.
fn product(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The rooms of the library, and what stands above each: who is below names nobody above.
const ABOVE: [(&str, &[&str]); 5] = [
    (
        "src/language/",
        &[
            "crate::view",
            "crate::state",
            "crate::figure",
            "crate::chart",
        ],
    ),
    (
        "src/view/",
        &["crate::state", "crate::figure", "crate::chart"],
    ),
    (
        "src/state/",
        &["crate::view", "crate::figure", "crate::chart"],
    ),
    ("src/chart/", &["crate::state", "crate::figure"]),
    ("src/figure/", &["crate::chart", "plotters::"]),
];

fn arrows_point_down(path: &str, text: &str) -> Option<String> {
    // A test may look at the whole house.
    if path.ends_with("/tests.rs") {
        return None;
    }
    let (_, above) = ABOVE.iter().find(|(room, _)| path.starts_with(room))?;
    names(product(text), above)
}

fn nothing_panics(path: &str, text: &str) -> Option<String> {
    if !path.starts_with("src/") {
        return None;
    }
    if path.ends_with("/tests.rs") || path.starts_with("src/model/tests/") {
        return None;
    }
    let code: String = product(text)
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    names(
        &code,
        &[
            ".unwrap()",
            ".expect(",
            "panic!(",
            "unreachable!(",
            "assert!(",
        ],
    )
}

fn no_file_is_too_long(path: &str, text: &str) -> Option<String> {
    let counts = ["rs", "js", "ts", "html", "css"]
        .iter()
        .any(|e| path.ends_with(&format!(".{e}")));
    let lines = text.lines().count();
    (counts && lines > LONGEST).then(|| format!("has {lines} lines, more than {LONGEST}"))
}

fn nothing_is_left_behind(path: &str, text: &str) -> Option<String> {
    if path == "tests/tidy/main.rs" {
        return None;
    }
    names(
        text,
        &["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("],
    )
}

fn scripts_hold_no_list(path: &str, text: &str) -> Option<String> {
    if !path.starts_with("www/") || !path.ends_with(".js") {
        return None;
    }
    names(
        text,
        &[
            "'leaky_relu'",
            "'tanh'",
            "'gelu'",
            "'sigmoid'",
            "Math.exp",
            "Math.tanh",
        ],
    )
}

/// In what is downloaded, and in what declares it, a type checker has nothing to overlook. The scripts of tests are not checked.
fn scripts_are_checked(path: &str, text: &str) -> Option<String> {
    let checked = ["www/", "xtask/"].iter().any(|room| path.starts_with(room));
    if !checked || !path.ends_with(".js") && !path.ends_with(".ts") {
        return None;
    }
    if path.ends_with(".js") && !text.starts_with("// @ts-check\n") {
        return Some("does not begin with // @ts-check".to_owned());
    }
    names(
        text,
        &[
            "@ts-ignore",
            "@ts-nocheck",
            "@ts-expect-error",
            "{any}",
            "{*}",
            ": any;",
            ": any,",
            ": any)",
            "any[]",
            "<any>",
        ],
    )
}

/// A figure asks for its settings by handles: a name in quotes may be misspelled, and its value may be anything.
fn figures_have_handles(path: &str, text: &str) -> Option<String> {
    if !path.starts_with("src/figure/") || path.ends_with("/tests.rs") {
        return None;
    }
    let mut calls = product(text).split("settings.").skip(1);
    let named = calls.find_map(|call| {
        let method = call.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        let method = method.into_iter().next()?;
        call[method.len()..].starts_with("(\"").then_some(method)
    });
    let named = named.map(|method| format!("settings.{method}(\""));
    let gesture = names(product(text), &["control: \""]);
    named.map(|call| format!("names {call}")).or(gesture)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file that people write, with its path from the root.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = [
        "src", "www", "tests", "xtask", "docs", "programs", "examples",
    ]
    .map(|f| root().join(f))
    .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root()).expect("below the root");
            let name = name.to_string_lossy().replace('\\', "/");
            let written = ["rs", "js", "ts", "html", "css", "md", "toml", "py"]
                .iter()
                .any(|e| name.ends_with(&format!(".{e}")));
            if let (true, Ok(text)) = (written, fs::read_to_string(&path)) {
                found.push((name, text));
            }
        }
    }
    found
}

#[test]
fn the_house_rules_hold() {
    let files = files();
    assert!(
        files.len() > 40,
        "too few files were found: {}",
        files.len()
    );
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| {
            let broken = RULES.iter().filter_map(move |rule| rule(path, text));
            broken.map(move |what| format!("{path} {what}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wasm_bindgen_has_one_version() {
    let version = |file: &str, name: &str| {
        let text = fs::read_to_string(root().join(file)).expect(file);
        let line = text
            .lines()
            .find(|line| line.starts_with(name))
            .expect(name)
            .to_owned();
        line.split('"')
            .find(|part| part.starts_with('='))
            .expect("an exact version")
            .to_owned()
    };
    assert_eq!(
        version("Cargo.toml", "wasm-bindgen ="),
        version("xtask/Cargo.toml", "wasm-bindgen-cli-support =")
    );
}

/// The files that a Markdown text links to.
fn links(text: &str) -> Vec<String> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|link| link.split('#').next().unwrap_or(link).to_owned())
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .collect()
}

#[test]
fn links_lead_somewhere() {
    let mut texts: Vec<PathBuf> = ["README.md", "CHANGELOG.md"].map(|f| root().join(f)).into();
    let docs = fs::read_dir(root().join("docs")).expect("docs");
    let docs = docs.map(|entry| entry.expect("docs").path());
    texts.extend(docs.filter(|path| path.extension().is_some_and(|end| end == "md")));
    assert!(texts.len() > 8, "{texts:?}");
    for path in texts {
        let text = fs::read_to_string(&path).expect("a text");
        let folder = path.parent().expect("a folder");
        for link in links(&text) {
            let file = path.display();
            assert!(folder.join(&link).exists(), "{file} links to {link}");
        }
    }
    assert_eq!(links("[a](b.md#c) [d](https://e)"), ["b.md"]);
}

#[test]
fn each_rule_can_fail() {
    let long = "x\n".repeat(LONGEST + 1);
    let broken = [
        ("src/figure/a.rs", "use plotters::prelude::*;"),
        ("src/a.rs", "let x = y.unwrap();"),
        ("src/a.rs", long.as_str()),
        ("www/a.css", "/* TODO */"),
        ("www/a.js", "const names = ['tanh'];"),
        ("www/a.js", "let unchecked;"),
        ("www/a.js", "if (event.key === 'x') go();"),
        ("src/figure/a.rs", "let depth = settings.number(\"depth\");"),
        ("src/figure/a.rs", "let title = \"What comes back\";"),
    ];
    let any = "// @ts-check\n/** @type {any} */\nlet all;";
    assert!(scripts_are_checked("www/a.js", any).is_some());
    for (room, above) in ABOVE {
        for name in above {
            assert!(arrows_point_down(&format!("{room}a.rs"), name).is_some());
        }
    }
    for (rule, (path, text)) in RULES.iter().zip(broken) {
        assert!(rule(path, text).is_some(), "{path}: {text}");
        assert!(rule("src/web/mod.rs", "fn fine() {}").is_none());
    }
}
