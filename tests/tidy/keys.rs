//! Keys: one table of them feeds the listeners and the list that `?` opens.

/// Who may look at a key by itself: the table, what a frame hands to the page around it, and what leaves a key to the part that has the focus.
const MAY: [&str; 4] = [
    "www/keys.js",
    "www/messages.js",
    "www/host.js",
    "www/lesson/keys.js",
];

/// What an event calls its key.
const NAMES: [&str; 4] = ["key", "code", "keyCode", "which"];

/// Whatever listens to keys asks the table in www/keys.js, from which `?` makes its list.
pub fn have_one_table(path: &str, text: &str) -> Option<String> {
    if !path.starts_with("www/") || !path.ends_with(".js") || MAY.contains(&path) {
        return None;
    }
    let code = text.lines().map(|line| match line.split_once("// ") {
        Some((code, _)) => code,
        None => line,
    });
    let code = code.collect::<Vec<_>>().join("\n");
    let named = NAMES.into_iter().find(|name| {
        let places = code.match_indices(name);
        let mut places = places.map(|(at, _)| (&code[..at], &code[at + name.len()..]));
        places.any(|(before, after)| is_asked(before, after) || is_taken_out(before, after))
    });
    named.map(|name| format!("looks at the {name} of an event"))
}

fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// `event.key`, and no function of that name, nor what some data has under it.
fn is_asked(before: &str, after: &str) -> bool {
    before.ends_with("event.") && !after.starts_with(|c| goes_on(c) || c == '(')
}

/// `{ key }` and `{ key, other }`, and `{ key: other }` where that is a parameter or stands before `=`.
fn is_taken_out(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end(), after.trim_start());
    if !before.ends_with(['{', ',']) || !after.starts_with([',', '}', ':']) {
        return false;
    }
    let mut closed = 0;
    let opened = before.char_indices().rev().find(|(_, c)| {
        closed += i32::from(")]}".contains(*c)) - i32::from("([{".contains(*c));
        closed < 0
    });
    // A template has braces too.
    let is_braced = matches!(opened, Some((at, '{')) if !before[..at].ends_with('$'));
    if !is_braced {
        return false;
    }
    let rest = after
        .split_once('}')
        .map_or("", |(_, rest)| rest.trim_start());
    !after.starts_with(':') || rest.starts_with("= ") || rest.starts_with(") =>")
}

#[test]
fn no_way_to_a_key_is_overlooked() {
    for way in [
        "if (event.key === 'x') go();",
        "go(event.key);",
        "if (event.code in CODES) go();",
        "on('keydown', ({ key }) => go(key));",
        "on('keydown', ({ key, shiftKey }) => go(key));",
        "on('keydown', ({ shiftKey,\n  key }) => go(key));",
        "on('keydown', ({ key: sign }) => go(sign));",
        "const { key } = event;",
        "const { target, code: place } = event;",
    ] {
        assert!(have_one_table("www/a.js", way).is_some(), "{way}");
    }
    for other in [
        "ActivationLab.key('slider', event);",
        "const [, key, value] = match;",
        "write(head, words.key);",
        "const row = { key: 'x', what };",
        "// what ({ key }) would be",
        "word.dataset.key === keys[0].id;",
        "pairs.map(([key, text]) => `${key}=${text}`);",
    ] {
        assert!(have_one_table("www/a.js", other).is_none(), "{other}");
    }
}
