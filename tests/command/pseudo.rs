//! In the pseudo-language the command says no word in English: neither what it prints, nor what is wrong, nor its help.

use super::{run, text};
use serde_json::Value;
use std::collections::HashSet;

const INVOCATIONS: &str = include_str!("invocations.txt");

/// Lines of the list: arguments, what is read, and whether machines read what is printed.
fn invocations() -> impl Iterator<Item = (Vec<&'static str>, String, bool)> {
    let lines = INVOCATIONS.lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(|line| {
        let (is_same, line) = match line.strip_prefix("= ") {
            Some(line) => (true, line),
            None => (false, line),
        };
        let (arguments, input) = line.split_once(" < ").unwrap_or((line, ""));
        let arguments = arguments.split(' ').collect();
        (arguments, input.replace("\\n", "\n"), is_same)
    })
}

/// Names that are the same in all languages: what is typed, and what a list has of it.
fn names() -> HashSet<String> {
    let listed = text(&run(&["list", "--json"], "").stdout);
    let listed: Value = serde_json::from_str(&listed).expect("JSON");
    let mut names = HashSet::new();
    ids(&listed, "", &mut names);
    let own = [
        "activation-lab",
        "figure",
        "measure",
        "values",
        "theory",
        "lesson",
        "list",
        "share",
        "completions",
        "help",
        "en",
        "pseudo",
        "figures",
        "activations",
        "dialog",
        "keys",
        "programs",
        "attributes",
        "reading",
        // Formats, themes and shells.
        "svg",
        "png",
        "pdf",
        "csv",
        "json",
        "py",
        "torch",
        "light",
        "dark",
        "projector",
        "print",
        "bash",
        "elvish",
        "fish",
        "powershell",
        "zsh",
        // Functions are called the same everywhere.
        "exp",
        "ln",
        "log",
        "erf",
        "tanh",
        "sin",
        "cos",
        "max",
        "min",
        "atan",
        "sech",
        "inf",
        "true",
        "false",
    ];
    names.extend(own.map(str::to_owned));
    names
}

/// Words of the ids, the links and the default values in `list --json`.
fn ids(value: &Value, key: &str, found: &mut HashSet<String>) {
    const KEYS: [&str; 8] = [
        "id", "name", "link", "default", "plots", "parts", "unit", "options",
    ];
    match value {
        Value::String(text) if KEYS.contains(&key) => {
            found.extend(words(text).map(str::to_owned));
        }
        Value::Array(list) => list.iter().for_each(|item| ids(item, key, found)),
        Value::Object(members) => members
            .iter()
            .for_each(|(key, value)| ids(value, key, found)),
        _ => {}
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_ascii_alphabetic() || c == '-'));
    words.filter(|word| word.len() > 1 && word.contains(|c: char| c.is_ascii_alphabetic()))
}

/// The first word of two letters or more that has come through no text module: outside brackets and quotes, and no option, no placeholder, no name.
fn english(said: &str, names: &HashSet<String>) -> Option<String> {
    let mut outside = String::new();
    let mut closing = None;
    let mut before = ' ';
    for letter in said.chars() {
        match (closing, letter) {
            (Some(end), _) if letter == end => closing = None,
            (Some(_), _) => {}
            (None, '⟦') => closing = Some('⟧'),
            (None, '\'') if !before.is_alphanumeric() => closing = Some('\''),
            (None, _) => outside.push(letter),
        }
        before = letter;
    }
    let is_free = |word: &&str| {
        let is_placeholder = word.chars().all(|c| !c.is_ascii_lowercase());
        !word.starts_with('-') && !is_placeholder && !names.contains(*word)
    };
    let tokens = outside.split_whitespace();
    let tokens = tokens.filter(|token| !token.contains(['_', '=', '/']));
    let mut found = tokens.flat_map(words).filter(is_free);
    found.next().map(str::to_owned)
}

#[test]
fn english_is_found() {
    let names = HashSet::from(["tanh".to_owned()]);
    for same in ["⟦ļáýéř⟧ 3, tanh", "'depth' --sigma-w <FILE>", "chi_1 = 0,5"] {
        assert_eq!(english(same, &names), None, "{same}");
    }
    for (said, word) in [
        ("⟦ŧħé⟧ slope", "slope"),
        ("error: ⟦ŧħé⟧", "error"),
        ("f'(x) is", "is"),
    ] {
        assert_eq!(english(said, &names).as_deref(), Some(word));
    }
}

#[test]
fn the_command_says_no_word_in_english() {
    let names = names();
    let mut count = 0;
    for (arguments, input, is_same) in invocations() {
        let own = run(&[&["--lang", "pseudo"], &arguments[..]].concat(), &input);
        let english_one = run(&arguments, &input);
        assert_eq!(own.status, english_one.status, "{arguments:?}");
        let said = [text(&own.stdout), text(&own.stderr)].concat();
        assert!(!said.is_empty(), "{arguments:?} says nothing");
        if is_same {
            assert_eq!(said, text(&english_one.stdout), "{arguments:?}");
        } else if let Some(word) = english(&said, &names) {
            panic!("{arguments:?}: '{word}' in {said}");
        }
        count += 1;
    }
    assert!(count > 150, "{count}");
}

/// Keys, numbers and what is one of a few are for programs; what is said beside them is not.
#[test]
fn the_theory_in_json_has_its_texts_in_the_language() {
    for arguments in [
        &["theory", "tanh", "--sigma-w", "1.5", "--json"][..],
        &["theory", "step", "--sigma-w", "1", "--json"],
        &[
            "theory",
            "relu",
            "--sigma-w",
            "1.4142135623730951",
            "--json",
        ],
    ] {
        let read = |language| -> Value {
            let output = run(&[&["--lang", language], arguments].concat(), "");
            serde_json::from_slice(&output.stdout).expect("JSON")
        };
        let [english, own] = ["en", "pseudo"].map(|language| {
            let mut json = read(language);
            let about = json["about"].take();
            let notes = json["notes"].take();
            for said in [&about]
                .into_iter()
                .chain(notes.as_array().into_iter().flatten())
            {
                let said = said.as_str().expect("a text");
                let is_own = said.starts_with('⟦') && said.ends_with('⟧');
                assert_eq!(is_own, language == "pseudo", "{said}");
            }
            json
        });
        assert_eq!(english, own);
    }
}
