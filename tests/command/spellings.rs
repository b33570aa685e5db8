//! Numbers as people type and paste them: the table of spellings at the entrances that need no browser, and everything that we print.
//!
//! The browser tests read the same table for fields and attributes.

use super::{run, text};
use activation_lab::figure::{Settings, find, link, number as shown};
use activation_lab::model::number;
use activation_lab::model::scaled::Scaled;
use activation_lab::state::text as said;
use proptest::prelude::*;
use std::fmt::Write as _;

struct Row {
    kind: &'static str,
    text: String,
    /// The number, or a part of the message.
    expected: Result<f64, String>,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("../spellings/numbers.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [kind, text, expected] = cells[..] else {
                panic!("three cells: {line}");
            };
            let expected = match expected.strip_prefix('!') {
                Some(message) => Err(message.to_owned()),
                None => Ok(expected.parse().expect(line)),
            };
            Row {
                kind,
                text: unescaped(text),
                expected,
            }
        })
        .collect()
}

/// `\u{2009}` as the character that it names.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect(text);
        let code = u32::from_str_radix(code, 16).expect(text);
        result.push(char::from_u32(code).expect(text));
        result.push_str(rest);
    }
    result
}

/// The figure and control that a row is tried at.
fn place(kind: &str) -> Option<(&'static str, &'static str)> {
    match kind {
        "real" => Some(("curves", "x_min")),
        "whole" => Some(("decay", "depth")),
        _ => None,
    }
}

#[track_caller]
fn agrees(row: &Row, entrance: &str, answer: Result<f64, String>) {
    match (&row.expected, answer) {
        (Ok(expected), Ok(read)) => {
            assert_eq!(*expected, read, "{:?} at {entrance}", row.text);
        }
        (Err(part), Err(message)) => {
            let quoted = message.contains(part.as_str());
            assert!(quoted, "{:?} at {entrance}: {message}", row.text);
        }
        (expected, read) => panic!("{:?} at {entrance}: {read:?}, not {expected:?}", row.text),
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        write!(all, "%{byte:02X}").expect("a string");
        all
    })
}

#[test]
fn the_table_is_read_alike_by_settings_and_links() {
    let rows = rows();
    assert!(rows.len() >= 60);
    for row in rows {
        let Some((figure, id)) = place(row.kind) else {
            continue;
        };
        let factory = Settings::defaults(find(figure).expect(figure).controls);
        let mut settings = factory.clone();
        let answer = settings.set(id, &row.text).map_err(|e| e.to_string());
        agrees(&row, "--set", answer.map(|()| settings.number(id)));
        let mut settings = factory.clone();
        let link = format!("figure={figure}&v=2&{id}={}", encoded(&row.text));
        let answer = match link::apply(&mut settings, &link).pop() {
            Some(note) => Err(note),
            None => Ok(settings.number(id)),
        };
        agrees(&row, "a link", answer);
        if row.expected.is_err() {
            assert_eq!(settings, factory, "{:?} changed something", row.text);
        }
    }
}

fn ran(arguments: &[&str], input: &str) -> Result<String, String> {
    let output = run(arguments, input);
    match output.status.success() {
        true => Ok(text(&output.stdout)),
        false => Err(text(&output.stderr)),
    }
}

#[test]
fn the_table_is_read_alike_by_the_commands() {
    for row in rows() {
        if row.kind != "whole" && !row.text.trim().is_empty() {
            let answer = ran(&["values", "identity"], &row.text);
            agrees(
                &row,
                "values",
                answer.map(|line| line.trim().parse().expect("a number")),
            );
        }
        if let Some((figure, id)) = place(row.kind) {
            let pair = format!("{id}={}", row.text);
            let answer = ran(&["figure", figure, "--set", &pair, "--format", "csv"], "");
            let refused = answer.err().map(|message| message.trim().to_owned());
            match (&row.expected, refused) {
                (Ok(_), None) => {}
                (Err(part), Some(message)) if message.contains(part.as_str()) => {}
                (_, message) => panic!("{:?} at --set: {message:?}", row.text),
            }
        }
    }
}

#[test]
fn what_is_infinite_or_no_number_is_read_where_that_makes_sense() {
    let lines = "inf\n-inf\n−∞\nNaN\n";
    assert_eq!(
        ran(&["values", "tanh"], lines).expect(lines),
        "1.0\n-1.0\n-1.0\nNaN\n"
    );
    for text in ["inf", "NaN", "∞", "undefined", "infinity"] {
        assert!(number::read(text).is_err(), "{text}");
    }
    // theory has a reason of its own.
    let error = ran(&["theory", "tanh", "--sigma-w", "inf"], "").expect_err("inf");
    assert!(error.contains("sigma_w"), "{error}");
    let mark = "\u{feff}0.5\n";
    assert_eq!(ran(&["values", "identity"], mark).expect(mark), "0.5\n");
}

#[test]
fn in_a_list_the_comma_separates() {
    let error = |text: &str| {
        let mut settings = Settings::defaults(find("curves").expect("curves").controls);
        let answer = settings.set("activation", text);
        answer.expect_err(text).to_string()
    };
    let commas = [
        ("leaky_relu(alpha=0,1)", "alpha=0.1"),
        ("relu,selu(lambda=1,5)", "lambda=1.5"),
        ("prelu(alpha=−1,25)", "alpha=−1.25"),
    ];
    for (text, meant) in commas {
        assert!(error(text).ends_with(meant), "{}", error(text));
    }
    assert!(error("elu(alpha=1,)").contains("elu(alpha=1,)"));
    assert!(error("elu(alpha=½)").contains("'½' is a fraction"));
    let mut settings = Settings::defaults(find("curves").expect("curves").controls);
    settings
        .set("activation", "elu(alpha=2.5·10⁻¹)")
        .expect("a power of ten");
    assert_eq!(
        settings.text("activation").as_deref(),
        Some("elu(alpha=0.25)")
    );
}

/// Where `number::plain` and its neighbours round, half a unit of the last digit, and a little for log10 and pow far out.
const PRINTED: f64 = 0.51;

#[track_caller]
fn near(read: f64, exact: f64, unit: f64, text: &str) {
    let far = (read - exact).abs();
    let rounding = 1e-12 * exact.abs();
    assert!(
        far <= PRINTED * unit + rounding,
        "{text} is {read}, not {exact}"
    );
}

fn unit(exact: f64, digits: i32) -> f64 {
    10f64.powi(exact.abs().log10().floor() as i32 + 1 - digits)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn every_readout_reads_back_to_its_last_digit(x in any::<f64>(), small in -10.0..10.0f64, digits in 1usize..7) {
        for x in [small, x, 10f64.powf(30.0 * small)] {
            // Farther out the last digit's unit, of which this test needs half, is no normal double.
            if !(1e-290..1e290).contains(&x.abs()) {
                continue;
            }
            let text = shown::plain(x, digits);
            near(number::read(&text).expect(&text), x, unit(x, digits as i32), &text);
            // The other writer of the same: a number that carries its exponent beside it.
            let text = shown::scaled(Scaled::new(x), digits);
            near(number::read(&text).expect(&text), x, unit(x, digits as i32), &text);
        }
        let text = shown::decades(small);
        near(number::read(&text).expect(&text), small, 0.01, &text);
        let log10 = 3.0 * small - 20.0;
        let text = shown::percent(log10);
        // One digit below one per cent, until there is a power of ten; else two.
        let digits = if (-11.0..-2.0).contains(&log10) { 1 } else { 2 };
        let exact = 10f64.powf(log10);
        near(number::read(&text).expect(&text), exact, unit(exact, digits), &text);
    }

    #[test]
    fn every_double_reads_back_from_its_spelling(x in any::<f64>().prop_filter("finite", |x| x.is_finite())) {
        let text = number::spelled(x);
        prop_assert_eq!(number::read(&text).map(f64::to_bits), Ok(x.to_bits()), "{}", text);
        prop_assert!(text.len() <= x.to_string().len() && text.len() <= 24, "{}", text);
        // As older links spell it, in decimals alone, and with a decimal comma where that is not in doubt.
        let long = format!("{x:.340}");
        if x.abs() > 1e-300 {
            prop_assert_eq!(number::read(&long), Ok(x), "{}", long);
            prop_assert_eq!(number::read(&long.replace('.', ",")), Ok(x));
        }
    }

    #[test]
    fn numbers_outside_the_range_of_doubles_read_back_too(ln in prop_oneof![-1e6..-800.0, 800.0..1e6]) {
        let text = shown::scaled(Scaled::from_logarithm(1.0, ln), 4);
        let ascii = number::decimal(&text).expect(&text);
        let (mantissa, exponent) = ascii.split_once('e').expect("an exponent");
        let log10 = mantissa.parse::<f64>().expect(&ascii).log10() + exponent.parse::<f64>().expect(&ascii);
        // Half a unit of the fourth digit is at most 5e-4 of the number: 2.2e-4 in the logarithm.
        prop_assert!((log10 - ln * std::f64::consts::LOG10_E).abs() < 2.3e-4, "{}", text);
    }
}

#[test]
fn spellings_are_short_where_readouts_have_a_power_of_ten() {
    let cases = [
        (0.05, "0.05"),
        (1000.0, "1000"),
        (0.001, "0.001"),
        (-2.5, "-2.5"),
        (1e-7, "1e-7"),
        (1.5e-10, "1.5e-10"),
        (5e-324, "5e-324"),
        (1e21, "1e21"),
        (123_456_789.0, "123456789"),
        (f64::MAX, "1.7976931348623157e308"),
    ];
    for (value, text) in cases {
        assert_eq!(number::spelled(value), text);
    }
}

#[test]
fn a_reading_of_a_long_text_is_refused_at_once_and_quoted_shortly() {
    for text in [
        "9".repeat(1 << 20),
        "1 ".repeat(1 << 19),
        "½".repeat(1 << 19),
    ] {
        let message = said::no_number(&number::read(&text).expect_err("long"));
        assert!(message.chars().count() < 200, "{message}");
    }
}
