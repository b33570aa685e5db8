//! Command lines that nobody would write: no panic, and nothing half done.

use super::run_bytes;
use proptest::prelude::*;
use std::process::Output;

/// What stands where a text can stand.
const TEXTS: [&str; 16] = [
    "",
    "decay",
    "<script>alert('&amp;')</script>",
    "]]>&\"'",
    "\u{1}\u{7f}\u{85}\u{fffe}",
    "\u{202e}ab\u{301}\u{1f600}",
    "-",
    "--",
    "=",
    "%ff%00%",
    "1,000",
    "1e999",
    "-0.0",
    "NaN",
    "tanh(((",
    "a=b=c",
];

const FIGURES: [&str; 6] = ["neuron", "collapse", "curves", "decay", "layers", "dying"];

const SETTINGS: [&str; 12] = [
    "depth=3",
    "depth=1e9",
    "weight=-2",
    "activation=tanh,relu",
    "activation=silu(beta=1e100)",
    "activation=<b>",
    "alpha=0.2",
    "input=5e-324",
    "x=\u{0}",
    "layer=2",
    "=",
    "seed=-1",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(TEXTS.to_vec()).prop_map(str::to_owned),
        2 => "\\PC{0,12}",
        // As long as a system lets one argument be.
        1 => prop::sample::select(vec!["<", "9", "é", "(", "&"]).prop_map(|c| c.repeat(60_000)),
    ]
}

/// An option with its value, most of which make sense.
fn option() -> impl Strategy<Value = Vec<String>> {
    let pair = |name: &'static str, value: BoxedStrategy<String>| {
        value
            .prop_map(move |value| vec![name.to_owned(), value])
            .boxed()
    };
    let of = |values: &'static [&'static str]| {
        prop::sample::select(values.to_vec())
            .prop_map(str::to_owned)
            .boxed()
    };
    let link = text().prop_map(|text| format!("https://a/b?c#depth=3&{text}"));
    prop_oneof![
        3 => pair("--set", of(&SETTINGS)),
        1 => pair("--set", text().boxed()),
        1 => pair("--link", of(&["#figure=decay&v=2&depth=3", "depth=2", "#figure=neuron&v=2&w1=-1"])),
        1 => pair("--link", link.boxed()),
        3 => pair("--format", of(&["svg", "png", "pdf", "csv", "json", "py", "torch", "gif"])),
        1 => pair("--theme", of(&["light", "dark", "projector", "print", "beige"])),
        1 => pair("--font", text().boxed()),
        1 => pair("--width", of(&["200", "720", "199", "4000", "x"])),
        1 => pair("--height", of(&["1", "900", "10000", "-1"])),
        1 => pair("--scale", of(&["0.1", "2", "inf", "NaN"])),
        1 => Just(vec!["--transparent".to_owned()]),
        1 => Just(vec!["--comments".to_owned()]),
        1 => text().prop_map(|text| vec![text]),
    ]
}

fn line() -> impl Strategy<Value = Vec<String>> {
    let figure = prop::sample::select(FIGURES.to_vec());
    let drawn = (figure, prop::collection::vec(option(), 0..4)).prop_map(|(figure, options)| {
        let start = vec!["figure".to_owned(), figure.to_owned()];
        start.into_iter().chain(options.concat()).collect()
    });
    let other = |name: &'static str| {
        prop::collection::vec(text(), 0..3)
            .prop_map(move |texts| [vec![name.to_owned()], texts].concat())
    };
    let values = prop::sample::select(vec!["tanh", "elu(alpha=2)", "softplus", "<b>"])
        .prop_map(|name| vec!["values".to_owned(), name.to_owned()]);
    prop_oneof![
        8 => drawn,
        2 => values,
        1 => other("values"),
        1 => other("theory"),
        1 => other("list"),
        1 => other("completions"),
        1 => other("figure"),
        1 => prop::collection::vec(text(), 0..4),
    ]
}

/// What is given to standard input.
fn input() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => Just(b"1\n-2.5\n\n1e300\n".to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..64),
        1 => Just("7\n".repeat(500_000).into_bytes()),
        1 => Just(vec![b'9'; 1_000_000]),
        1 => Just("\u{feff}1\n<&>\u{0}\n".as_bytes().to_vec()),
    ]
}

/// Whether the output is what it is said to be.
fn is_whole(arguments: &[String], output: &Output) -> bool {
    let format = arguments.iter().rposition(|word| word == "--format");
    let format = format
        .and_then(|at| arguments.get(at + 1))
        .map(String::as_str);
    let bytes = &output.stdout;
    let text = std::str::from_utf8(bytes);
    match (arguments.first().map(String::as_str), format) {
        (Some("figure"), Some("png")) => png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .is_ok(),
        (Some("figure"), Some("pdf")) => bytes.starts_with(b"%PDF-") && bytes.ends_with(b"%%EOF"),
        (Some("figure"), Some("json")) => {
            serde_json::from_slice::<serde_json::Value>(bytes).is_ok()
        }
        (Some("figure"), Some("py" | "torch")) => {
            text.is_ok_and(|text| text.contains("\nresult = compare(") && !text.contains("\n#: "))
        }
        (Some("figure"), Some("csv")) => {
            text.is_ok_and(|text| text.ends_with('\n') && text.contains(','))
        }
        (Some("figure"), _) => text.is_ok_and(|text| {
            // Help is asked for with a word like any other.
            text.starts_with("Draws") || roxmltree::Document::parse(text).is_ok()
        }),
        _ => text.is_ok(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_is_obeyed_or_refused(arguments in line(), input in input()) {
        // No system hands a NUL to a program.
        let arguments: Vec<String> = arguments.iter().map(|word| word.replace('\0', "")).collect();
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = run_bytes(&words, &input);
        let error = String::from_utf8_lossy(&output.stderr);
        let shown: Vec<String> = words.iter().map(|word| word.chars().take(40).collect()).collect();
        prop_assert!(!error.contains("panicked"), "{:?}: {}", shown, error);
        match output.status.code() {
            Some(0) => prop_assert!(is_whole(&arguments, &output), "{:?}", shown),
            Some(2) => prop_assert!(output.stdout.is_empty() && !error.is_empty(), "{:?}: {}", shown, error),
            other => prop_assert!(false, "{:?} ended with {:?}: {}", shown, other, error),
        }
    }
}
