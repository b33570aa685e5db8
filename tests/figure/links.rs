//! Links, attributes and numbers as strangers may write them: nothing panics, answers are short, and what is printed reads back.

use activation_lab::figure::{FIGURES, Figure, Kind, Settings, link};
use activation_lab::model::activation::Kind as Function;
use activation_lab::model::number;
use proptest::prelude::*;

/// Characters of a message: sixty quoted ones, each written as up to nine, and every name that there is.
const LONGEST_NOTE: usize = 1200;

/// What a message must not hold: it would be invisible, or turn the line around.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || ('\u{200b}'..='\u{200f}').contains(&c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
        || c == '\u{feff}'
}

#[track_caller]
fn is_readable(note: &str) {
    assert!(note.chars().count() <= LONGEST_NOTE, "{note}");
    assert!(!note.contains(is_hidden), "{note:?}");
}

fn figure() -> impl Strategy<Value = usize> {
    0..FIGURES.len()
}

/// Pieces that mean something somewhere, and the worst of the rest.
const PIECES: [&str; 44] = [
    "0",
    "1",
    "12",
    "1,5",
    "-3",
    "−",
    "e",
    "e-3",
    "×",
    "10",
    "⁻¹",
    "^",
    "%",
    ".",
    ",",
    "'",
    " ",
    "\u{a0}",
    "(",
    ")",
    "=",
    "alpha",
    "true",
    "false",
    "all",
    "inf",
    "NaN",
    "½",
    "<b>",
    "</script>",
    "\"",
    "&amp;",
    "\u{202e}",
    "\u{200f}",
    "\u{feff}",
    "\0",
    "\n",
    "\u{1b}[2J",
    "😀",
    "٣",
    "é",
    "0x",
    "_",
    "%00",
];

fn pieces() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..8)
        .prop_map(|all| all.concat())
}

fn activations() -> impl Strategy<Value = String> {
    let one = (
        proptest::sample::select(Function::ALL.to_vec()),
        any::<f64>(),
        -20.0..120.0f64,
    );
    let one = one.prop_map(|(kind, wild, tame)| match kind.parameters() {
        [] => kind.id().to_owned(),
        [parameter, ..] if wild > 0.0 => format!("{}({}={tame:.2})", kind.id(), parameter.symbol),
        [parameter, ..] => format!("{}({}={wild:e})", kind.id(), parameter.id),
    });
    proptest::collection::vec(one, 1..4).prop_map(|list| list.join(","))
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => pieces(),
        2 => (-1100.0..1100.0f64).prop_map(|x| format!("{x:.3}")),
        2 => (-10i32..1100).prop_map(|x| x.to_string()),
        2 => activations(),
        1 => any::<f64>().prop_map(number::spelled),
        1 => any::<String>(),
    ]
}

/// A pair for a link: mostly of a control that the figure has, and of what it takes.
fn pair(figure: &'static Figure) -> impl Strategy<Value = (String, String)> {
    let known = proptest::sample::select(figure.controls.to_vec()).prop_flat_map(|control| {
        let id = control.id.to_owned();
        let fitting = match control.kind {
            Kind::Number {
                min,
                max,
                whole: false,
                ..
            } => (min..=max).prop_map(number::spelled).boxed(),
            Kind::Number { min, max, .. } => (min as i64..=max as i64)
                .prop_map(|x| x.to_string())
                .boxed(),
            Kind::Choice { options, .. } => proptest::sample::select(options.to_vec())
                .prop_map(|option| option.0.to_owned())
                .boxed(),
            Kind::Activations { .. } => activations().boxed(),
            Kind::Switch { .. } => any::<bool>().prop_map(|on| on.to_string()).boxed(),
        };
        (Just(id), prop_oneof![2 => fitting, 1 => value()])
    });
    let unknown = (
        prop_oneof![pieces(), Just("figure".to_owned()), any::<String>()],
        value(),
    );
    prop_oneof![4 => known, 1 => unknown]
}

fn encoded(text: &str, all: bool) -> String {
    if !all {
        return text.to_owned();
    }
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

fn read_back(figure: &Figure, settings: &Settings) {
    let spelled = link::spell(&settings.changed());
    assert!(spelled.is_ascii(), "{spelled}");
    let mut again = Settings::defaults(figure.controls);
    let notes = link::apply(&mut again, &spelled);
    assert!(notes.is_empty(), "{spelled}: {notes:?}");
    assert_eq!(&again, settings, "{spelled}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30_000))]

    #[test]
    fn any_link_is_read_in_a_few_notes_and_what_it_means_reads_back(
        (figure, pairs) in figure().prop_flat_map(|figure| (Just(figure), proptest::collection::vec(pair(&FIGURES[figure]), 0..9))),
        codes in any::<u8>(),
        junk in pieces(),
    ) {
        let parts = pairs.iter().enumerate().map(|(i, (id, text))| {
            let all = codes >> (i % 8) & 1 == 1;
            format!("{}={}", encoded(id, all), encoded(text, all))
        });
        let text = parts.chain([junk]).collect::<Vec<_>>().join("&");
        let mut settings = Settings::defaults(FIGURES[figure].controls);
        let notes = link::apply(&mut settings, &text);
        prop_assert!(notes.len() <= 6, "{:?}", notes);
        notes.iter().for_each(|note| is_readable(note));
        read_back(&FIGURES[figure], &settings);
    }

    #[test]
    fn any_attribute_is_taken_or_refused_and_changes_nothing_then(
        (figure, pair) in figure().prop_flat_map(|figure| (Just(figure), pair(&FIGURES[figure]))),
    ) {
        let before = Settings::defaults(FIGURES[figure].controls);
        let mut settings = before.clone();
        match settings.set(&pair.0, &pair.1) {
            Ok(()) => {
                let text = settings.text(&pair.0).expect("a control");
                let mut again = before.clone();
                again.set(&pair.0, &text).expect(&text);
                prop_assert_eq!(&again, &settings, "{}", text);
                read_back(&FIGURES[figure], &settings);
            }
            Err(error) => {
                is_readable(&error.to_string());
                prop_assert_eq!(&settings, &before);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40_000))]

    #[test]
    fn any_text_is_one_number_or_none(text in prop_oneof![4 => pieces(), 1 => any::<String>(), 1 => value()]) {
        let read = number::read(&text);
        // One reading, whatever is wanted: a whole-number field refuses more and reads nothing else.
        if let Ok(whole) = number::read_whole(&text) {
            prop_assert_eq!(read.clone(), Ok(whole));
        }
        match read {
            Ok(x) => {
                prop_assert!(x.is_finite());
                prop_assert_eq!(number::read(&number::spelled(x)), Ok(x));
                let ascii = number::decimal(&text).expect(&text);
                prop_assert_eq!(ascii.parse::<f64>(), Ok(x), "{}", ascii);
                // Sense of the text: the digits are those that stand in it, in their order.
                let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
                let (mantissa, _) = ascii.split_once('e').unwrap_or((&ascii, ""));
                prop_assert!(
                    text.chars().any(|c| !c.is_ascii() && c.is_numeric())
                        || digits(&text).starts_with(digits(mantissa).trim_start_matches('0').trim_end_matches('0'))
                        || digits(&text).trim_start_matches('0').starts_with(digits(mantissa).trim_matches('0'))
                        || text.contains("10"),
                    "{:?} is {}", text, ascii
                );
            }
            Err(error) => is_readable(&error.to_string()),
        }
    }
}

proptest! {
    // Each of a megabyte.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_megabyte_is_refused_like_a_word(
        (figure, pair) in figure().prop_flat_map(|figure| (Just(figure), pair(&FIGURES[figure]))),
        filler in proptest::sample::select(&PIECES[..]),
        place in 0..3usize,
    ) {
        let long = filler.repeat((1 << 20) / filler.len());
        let (id, text) = match place {
            0 => (format!("{}{long}", pair.0), pair.1),
            1 => (pair.0, format!("{}{long}", pair.1)),
            _ => (pair.0, format!("{long}{}", pair.1)),
        };
        let mut settings = Settings::defaults(FIGURES[figure].controls);
        if let Err(error) = settings.set(&id, &text) {
            is_readable(&error.to_string());
        }
        for all in [false, true] {
            let mut settings = Settings::defaults(FIGURES[figure].controls);
            let notes = link::apply(&mut settings, &format!("{}={}&{long}", encoded(&id, all), encoded(&text, all)));
            prop_assert!((1..=6).contains(&notes.len()), "{:?}", notes);
            notes.iter().for_each(|note| is_readable(note));
            read_back(&FIGURES[figure], &settings);
        }
    }
}
