//! Numbers as text: one reader for every entrance (fields, links, attributes, command line), and the spelling that reads back.
//!
//! A reader that guesses gives a student another number than the one she meant, and nobody notices.
//! So what has one reading is read, however it is written, and what has two is refused with both of them named:
//!
//! | read | as |
//! | --- | --- |
//! | `1.5`, `1,5`, `.5`, `5.`, `+3`, `−3`, `３．５` | decimal point or comma, any minus sign, fullwidth characters |
//! | `1e-3`, `2.78 × 10⁻¹`, `2.78·10^-1`, `10⁻⁹` | powers of ten |
//! | `1 000` with thin or no-break spaces, `1'000`, `1.000,5`, `1,000,000` | thousands where the groups leave no doubt |
//! | `12 %` | 0.12 |
//!
//! `1,000` is one thousand to some and one to others, and so is `1.000` where whole numbers are wanted: both are refused, and there `100 %` is too.
//! So are `1 000` with an ordinary space (two columns of a file look like that), fractions, hexadecimal numbers, underscores, and what a double cannot hold: `1e400`, and `1e-400`, which is not 0.

mod apart;
mod double;

pub use double::ascii;

use super::quote::quotable;
use std::error::Error;
use std::fmt;

/// The longest text that is looked at. The decimals of any double, written out without an exponent, are shorter.
const LONGEST: usize = 2048;

/// Why a text is not a number. Texts are those of [`quotable`].
#[derive(Clone, Debug, PartialEq)]
pub enum NumberError {
    /// It is none.
    Unreadable {
        /// The text as given.
        text: String,
    },
    /// It may be either of two.
    Ambiguous {
        /// The text as given.
        text: String,
        /// What it may mean, each spelled so that it can be read.
        readings: [String; 2],
    },
    /// There is an ordinary space between its digits: one number, or several.
    Spaced {
        /// The text as given.
        text: String,
        /// The one number that it may mean.
        joined: String,
    },
    /// A fraction, such as `½` or `1/2`.
    Fraction {
        /// The text as given.
        text: String,
    },
    /// Too large for a double.
    TooLarge {
        /// The text as given.
        text: String,
    },
    /// Not zero, but nearer to it than any double.
    TooSmall {
        /// The text as given.
        text: String,
    },
}

/// For developers: what a person reads is written where her language is.
impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Error for NumberError {}

/// A finite number from what people type and paste.
///
/// # Errors
/// The text is no number, or may be more than one.
pub fn read(text: &str) -> Result<f64, NumberError> {
    number(text, Wanted::Any)
}

/// The same where whole numbers are wanted: `1.000` is refused there, because many write one thousand so, and `100 %`, which is 1 and hardly meant. Whether the number is whole is left to the caller.
///
/// # Errors
/// As [`read`].
pub fn read_whole(text: &str) -> Result<f64, NumberError> {
    number(text, Wanted::Whole)
}

/// The same where infinities and NaN make sense: `inf`, `-∞`, `NaN` too.
///
/// # Errors
/// As [`read`].
pub fn read_extended(text: &str) -> Result<f64, NumberError> {
    let (negative, rest) = apart::signed(text);
    let size = match rest.to_ascii_lowercase().as_str() {
        "inf" | "infinity" | "∞" => f64::INFINITY,
        "nan" | "undefined" => f64::NAN,
        _ => return read(text),
    };
    Ok(if negative { -size } else { size })
}

/// The number in decimal digits of ASCII, such as `-2.78e-1300`, whatever its size: for numbers outside the range of doubles.
///
/// # Errors
/// As [`read`], but no number is too large or too small.
pub fn decimal(text: &str) -> Result<String, NumberError> {
    Ok(taken(text, Wanted::Any)?.text)
}

/// The shortest text that reads back to the same number: `0.05`, `1e-7`, `5e-324`.
///
/// Between 10⁻⁴ and 10⁶, where readouts have no power of ten either, it is written out: 1000 layers are not `1e3` layers.
pub fn spelled(value: f64) -> String {
    let plain = value.to_string();
    let usual = value == 0.0 || (1e-4..1e6).contains(&value.abs());
    if usual || !value.is_finite() {
        return plain;
    }
    let short = format!("{value:e}");
    if short.len() < plain.len() {
        short
    } else {
        plain
    }
}

/// What an entrance wants.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Any,
    Whole,
}

/// A number's text in ASCII, and whether it is exactly zero.
struct Taken {
    text: String,
    zero: bool,
}

fn number(text: &str, wanted: Wanted) -> Result<f64, NumberError> {
    let taken = taken(text, wanted)?;
    let value = ascii(&taken.text).ok_or_else(|| unreadable(text))?;
    if value.is_infinite() {
        let text = quotable(text);
        return Err(NumberError::TooLarge { text });
    }
    if value == 0.0 && !taken.zero {
        let text = quotable(text);
        return Err(NumberError::TooSmall { text });
    }
    Ok(value)
}

fn taken(text: &str, wanted: Wanted) -> Result<Taken, NumberError> {
    if text.len() > LONGEST {
        return Err(unreadable(text));
    }
    if is_fraction(text) {
        let text = quotable(text);
        return Err(NumberError::Fraction { text });
    }
    let parts = apart::taken_apart(text).ok_or_else(|| unreadable(text))?;
    let reading = |whole: &str, fraction: &str| parts.ascii(whole, fraction);
    let (whole, fraction) = match &parts.digits {
        apart::Digits::Plain { whole, fraction } if parts.percent && wanted == Wanted::Whole => {
            let readings = [
                parts.without_percent(whole, fraction),
                reading(whole, fraction),
            ];
            return Err(NumberError::Ambiguous {
                text: quotable(text),
                readings: readings.map(|ascii| shown(&ascii)),
            });
        }
        apart::Digits::Plain { whole, fraction } => (whole, fraction),
        apart::Digits::Spaced { whole, fraction } => {
            return Err(NumberError::Spaced {
                text: quotable(text),
                joined: shown(&reading(whole, fraction)),
            });
        }
        apart::Digits::OneMark {
            before,
            after,
            comma,
        } if *comma || (wanted == Wanted::Whole && !parts.has_power) => {
            let readings = [format!("{before}{after}"), format!("{before}.{after}")];
            return Err(NumberError::Ambiguous {
                text: quotable(text),
                readings: readings.map(|digits| shown(&reading(&digits, ""))),
            });
        }
        apart::Digits::OneMark { before, after, .. } => (before, after),
    };
    Ok(Taken {
        text: reading(whole, fraction),
        zero: whole.chars().chain(fraction.chars()).all(|c| c == '0'),
    })
}

fn is_fraction(text: &str) -> bool {
    let vulgar = |c: char| "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞".contains(c);
    let slash = |c: char| c == '/' || c == '⁄';
    let sides = |c: char| c.is_ascii_digit() || slash(c) || " +-−".contains(c);
    text.contains(vulgar)
        || (text.contains(slash)
            && text.contains(|c: char| c.is_ascii_digit())
            && text.trim().chars().all(sides))
}

/// A reading in a message, as short as it can be written.
fn shown(text: &str) -> String {
    ascii(text).map_or_else(|| text.to_owned(), spelled)
}

fn unreadable(text: &str) -> NumberError {
    let text = quotable(text);
    NumberError::Unreadable { text }
}
