//! Prose outside text modules: what a person reads stands where a translator finds it.

/// The rooms whose texts are read.
const ROOMS: [&str; 7] = [
    "src/chart/",
    "src/command/",
    "src/figure/",
    "src/lesson/",
    "src/state/",
    "src/view/",
    "src/web/",
];

/// Where prose may stand all the same.
const EXCEPTIONS: [(&str, &str); 11] = [
    // By these a file tells what a row is, in every language alike.
    ("src/figure/collapse/table.rs", "line single"),
    ("src/figure/collapse/table.rs", "plane single"),
    ("src/figure/collapse/table.rs", "plane layer {number}"),
    // Families of fonts.
    ("src/chart/pen.rs", "system-ui"),
    ("src/command/picture/fonts.rs", "Activation Lab Sans"),
    // Lines of the templates of programs.
    ("src/command/program.rs", "torch activations"),
    // Words of a lesson's file, which are the same in every language.
    ("src/lesson/question.rs", "measure, plot, from, to"),
    ("src/lesson/question.rs", "plot, series"),
    ("src/lesson/step.rs", "scene, reveal, step, choose"),
    // Values of JSON, of which programs know what they mean.
    ("src/command/theory/told.rs", "stable from one side"),
    ("src/command/theory/told.rs", "every q is a fixed point"),
];

/// A literal with prose in it, outside text modules and tests.
pub fn no_prose_outside_text_modules(path: &str, text: &str) -> Option<String> {
    let is_read = ROOMS.iter().any(|room| path.starts_with(room));
    let is_test = path.ends_with("tests.rs") || path.contains("/tests/");
    if !is_read || is_test || path.ends_with("/en.rs") || !path.ends_with(".rs") {
        return None;
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let allowed = |literal: &String| {
        let mut known = EXCEPTIONS.iter();
        known.any(|(file, part)| path == *file && literal.contains(part))
    };
    let found = literals(code)
        .into_iter()
        .find(|literal| is_prose(literal) && !allowed(literal));
    found.map(|literal| format!("has a text outside a text module: \"{literal}\""))
}

/// Two words of two letters or more, one after the other; what has markup in it is no prose.
fn is_prose(literal: &str) -> bool {
    if literal.contains(['<', '\\']) || literal.contains("=\"") {
        return false;
    }
    let parts: Vec<&str> = literal.split(' ').collect();
    let is_word = |part: &str| {
        let word = part.trim_matches([',', '.', ':', ';', '!', '?', '(', ')', '“', '”']);
        word.chars().count() > 1
            && word
                .chars()
                .all(|c| c.is_alphabetic() || c == '’' || c == '-')
    };
    parts
        .windows(2)
        .any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

/// The string literals of some code, without those in comments and attributes.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with("#[")
    };
    let code: String = code
        .lines()
        .filter(is_code)
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut rest = code.as_str();
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (mark, after) = (&rest[at..], &rest[at + 1..]);
        rest = after;
        if mark.starts_with("//") {
            rest = mark.split_once('\n').map_or("", |(_, rest)| rest);
        } else if mark.starts_with('\'') {
            // A character, not a lifetime.
            let quoted = ["'\"'", "'\\\"'", "'\\''", "'/'"];
            if let Some(character) = quoted.iter().find(|c| mark.starts_with(**c)) {
                rest = &mark[character.len()..];
            }
        } else if mark.starts_with('"') {
            let mut escaped = false;
            let end = after.find(|c: char| {
                let is_end = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                is_end
            });
            let end = end.unwrap_or(after.len());
            found.push(after[..end].to_owned());
            rest = after.get(end + 1..).unwrap_or("");
        }
    }
    found
}

#[test]
fn prose_is_told_from_ids_and_markup() {
    for prose in [
        "the sum",
        "Layer {n}: the spread",
        "f: what comes",
        "It’s so.",
    ] {
        assert!(is_prose(prose), "{prose}");
    }
    for other in [
        "relu",
        "x = {}",
        "z{} = {}",
        "a,b,c",
        "{name}₁",
        "<p class=a b>",
    ] {
        assert!(!is_prose(other), "{other}");
    }
    let code =
        "let a = '\"'; // \"in a comment\"\nlet b = \"one two\"; let c = f::<'a>(\"x \\\"y z\");\n";
    assert_eq!(literals(code), ["one two", "x \\\"y z"]);
}
