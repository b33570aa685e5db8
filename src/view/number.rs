//! Numbers as people read them: few digits, a true minus sign, powers of ten as superscripts; and the words around them.
//!
//! One spelling for every size, on the whole page: up to four digits before the point and down to 0.0001 as a decimal, everything else as a power of ten.
//! Per cent only from 0.1 % to 1000 %.

mod worked;

use super::text::{self, Share, UNDEFINED};
pub use crate::language::marked;
use crate::model::number::ascii;
use crate::model::scaled::Scaled;

pub use worked::{Worked, worked, worked_decades, worked_plain, worked_product};

/// Decimal exponents of the numbers that are written without a power of ten.
const PLAIN: std::ops::Range<f64> = -4.0..4.0;

/// What is nearer to a whole number than the last of so many digits differs from it as sums of doubles do, by rounding.
const MOST_DIGITS: usize = 12;

/// About `digits` significant digits; very large and very small numbers as `3.1 × 10⁻⁹`.
pub fn plain(x: f64, digits: usize) -> String {
    scaled(Scaled::new(x), digits)
}

/// The same with as many more digits as it takes not to read as a whole number that it is not: a sigmoid comes close to 1 and is never 1.
pub fn apart(x: f64, digits: usize) -> String {
    let whole = x.round();
    let written = (digits..=MOST_DIGITS).map(|digits| (plain(x, digits), plain(whole, digits)));
    let mut written = written.filter(|(text, of_whole)| x == whole || text != of_whole);
    written
        .next()
        .map_or_else(|| plain(x, digits), |(text, _)| text)
}

/// The same for a number that may lie outside the range of `f64`.
pub fn scaled(x: Scaled, digits: usize) -> String {
    let near = x.to_f64();
    match near {
        _ if near.is_nan() => return UNDEFINED.read(),
        _ if x.is_zero() => return "0".to_owned(),
        _ if !x.is_finite() => return if near > 0.0 { "∞" } else { "−∞" }.to_owned(),
        _ => {}
    }
    let sign = if near.is_sign_negative() { "−" } else { "" };
    match Size::of(x, digits) {
        Size::Decimal(text) => format!("{sign}{}", marked(trimmed(text))),
        Size::Power(rounded) => format!("{sign}{}", rounded.text()),
    }
}

/// A positive number given by its decimal logarithm.
pub fn from_log10(log10: f64, digits: usize) -> String {
    let ln = log10 * std::f64::consts::LN_10;
    scaled(Scaled::from_logarithm(1.0, ln), digits)
}

/// A share given by its decimal logarithm: as a percentage from 0.1 % to 1000 % (`23 %`), otherwise as the number itself (`4 × 10⁻⁸`).
pub fn percent(log10: f64) -> String {
    if log10 == f64::NEG_INFINITY {
        return "0 %".to_owned();
    }
    let rounded = Rounded::of_logarithm(log10, 2);
    match (-3.0..1.0).contains(&rounded.exponent) {
        true => format!("{} %", fixed(100.0 * rounded.value(), 2)),
        false if PLAIN.contains(&rounded.exponent) => fixed(rounded.value(), 2),
        false => rounded.text(),
    }
}

/// A share of something, as people say it: `23.5 % of it`, `1 part in 1.86 million of it`, `2.5 × 10⁻⁶⁴⁸ of it`, `12 times it`; the sign is left out.
pub fn share_of(share: Scaled, it: &str) -> String {
    let said = |share| text::share(share, it);
    if share.is_zero() || !share.is_finite() {
        return said(Share::Times(plain(share.to_f64().abs(), 3)));
    }
    let log10 = share.log10_abs();
    // The rounded number decides which form it takes, so that no form shows a number beyond its limits.
    let (rounded, parts) = (
        Rounded::of_logarithm(log10, 3),
        Rounded::of_logarithm(-log10, 3),
    );
    said(match (rounded.exponent, parts.exponent) {
        (-3.0..1.0, _) => Share::Percent(fixed(100.0 * rounded.value(), 3)),
        (1.0..4.0, _) => Share::Times(fixed(rounded.value(), 3)),
        (4.0.., _) => Share::Times(rounded.text()),
        (_, 9.0..) => Share::Part(rounded.text()),
        (_, 6.0..) => Share::OneInMillion(fixed(parts.value() / 1e6, 3)),
        (_, 4.0..) => Share::OneInThousand(fixed(parts.value() / 1e3, 3)),
        _ => Share::OneIn(fixed(parts.value(), 3)),
    })
}

/// A number of decades with a sign: `−6.37`.
pub fn decades(x: f64) -> String {
    marked(signed(x, 2))
}

/// A number with its sign and so many decimals, after a point; one that they do not show is 0.
fn signed(x: f64, decimals: usize) -> String {
    let text = format!("{x:+.decimals$}");
    match x {
        _ if x.is_infinite() => if x > 0.0 { "+∞" } else { "−∞" }.to_owned(),
        _ if x.is_nan() => UNDEFINED.read(),
        _ if !text.contains(|c: char| ('1'..='9').contains(&c)) => "0".to_owned(),
        _ => minus(text),
    }
}

/// A sentence with a capital letter at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The size of a number, not zero and finite, as it is written.
enum Size {
    /// Without a power of ten; trailing zeros are still there.
    Decimal(String),
    /// With one.
    Power(Rounded),
}

impl Size {
    fn of(x: Scaled, digits: usize) -> Size {
        let rounded = Rounded::of(x, digits);
        if !PLAIN.contains(&rounded.exponent) {
            return Size::Power(rounded);
        }
        // A number of more than `digits` places keeps them all: 1235, and not 1240.
        let decimals = (digits as f64 - 1.0 - rounded.exponent).max(0.0) as usize;
        Size::Decimal(format!("{:.decimals$}", x.to_f64().abs()))
    }
}

/// The size of a number, not zero and finite, rounded to some digits: `significand · 10^exponent`.
#[derive(Clone, Copy)]
struct Rounded {
    /// From 1 to below 10.
    significand: f64,
    /// A whole number.
    exponent: f64,
}

impl Rounded {
    fn of(x: Scaled, digits: usize) -> Rounded {
        let near = x.to_f64().abs();
        if !near.is_normal() {
            return Rounded::of_logarithm(x.log10_abs(), digits);
        }
        let decimals = digits.saturating_sub(1);
        let text = format!("{near:.decimals$e}");
        let (significand, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        Rounded {
            significand: ascii(significand).unwrap_or(f64::NAN),
            exponent: ascii(exponent).unwrap_or(0.0),
        }
    }

    fn of_logarithm(log10: f64, digits: usize) -> Rounded {
        let exponent = libm::floor(log10);
        let decimals = digits.saturating_sub(1);
        let text = format!("{:.decimals$}", libm::pow(10.0, log10 - exponent));
        match ascii(&text).unwrap_or(f64::NAN) {
            ten if ten >= 10.0 => Rounded {
                significand: 1.0,
                exponent: exponent + 1.0,
            },
            significand => Rounded {
                significand,
                exponent,
            },
        }
    }

    /// As an ordinary number, where it is one.
    fn value(self) -> f64 {
        self.significand * libm::pow(10.0, self.exponent)
    }

    /// `3.1 × 10⁻⁹`.
    fn text(self) -> String {
        // The shortest spelling has no trailing zeros.
        let significand = marked(self.significand.to_string());
        format!("{significand} × 10{}", superscript(self.exponent))
    }
}

fn fixed(x: f64, digits: usize) -> String {
    let leading = libm::floor(libm::log10(x.abs())) as i32;
    let decimals = (digits as i32 - 1 - leading).max(0) as usize;
    minus(marked(trimmed(format!("{x:.decimals$}"))))
}

/// Trailing zeros say nothing in a number that is not in a column.
fn trimmed(text: String) -> String {
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn minus(text: String) -> String {
    text.replace('-', "−")
}

/// A whole power of ten: `10⁻⁹`.
pub fn power_of_ten(exponent: f64) -> String {
    format!("10{}", superscript(exponent))
}

fn superscript(exponent: f64) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| c.to_digit(10).map_or('⁻', |digit| DIGITS[digit as usize]);
    format!("{exponent}").chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(plain(0.48, 4), "0.48");
        assert_eq!(plain(-1.5, 3), "−1.5");
        assert_eq!(plain(3.14159e-9, 2), "3.1 × 10⁻⁹");
        assert_eq!(plain(-9.999e-9, 2), "−1 × 10⁻⁸");
        assert_eq!(plain(f64::INFINITY, 3), "∞");
        assert_eq!([plain(1234.6, 3), plain(9984.4, 3)], ["1235", "9984"]);
    }

    #[test]
    fn what_comes_close_to_a_whole_number_does_not_read_as_it() {
        // 1/(1 + e^-12), by hand.
        assert_eq!(apart(0.999_993_855_825_397_8, 4), "0.99999");
        assert_eq!([apart(1.0, 4), apart(0.0, 4)], ["1", "0"]);
        assert_eq!(apart(-0.999_999_97, 4), "−0.99999997");
        assert_eq!(apart(0.1 + 0.2 + 0.7, 4), "1");
        assert_eq!(apart(1.0 - 1e-15, 4), "1");
        assert_eq!(apart(6.144e-6, 4), "6.144 × 10⁻⁶");
        assert_eq!(apart(f64::INFINITY, 4), "∞");
    }

    /// Beyond four digits a power of ten, at both ends and for both neighbours of the end.
    #[test]
    fn beyond_four_digits_there_is_a_power_of_ten() {
        assert_eq!(plain(123_456.7, 3), "1.23 × 10⁵");
        assert_eq!(plain(9_999.6, 4), "1 × 10⁴");
        assert_eq!(plain(-10_000.0, 3), "−1 × 10⁴");
        assert_eq!(
            [plain(1.04e-4, 3), plain(9.96e-5, 2)],
            ["0.000104", "0.0001"]
        );
        assert_eq!(plain(9.94e-5, 2), "9.9 × 10⁻⁵");
    }

    #[test]
    fn decades_carry_a_sign() {
        assert_eq!(decades(-6.374), "−6.37");
        assert_eq!(decades(2.0), "+2.00");
        assert_eq!(decades(0.0), "0");
        assert_eq!(decades(f64::INFINITY), "+∞");
        assert_eq!(decades(f64::NEG_INFINITY), "−∞");
    }

    #[test]
    fn per_cent_ends_where_nobody_would_say_it() {
        assert_eq!(percent(-0.63), "23 %");
        assert_eq!([percent(0.0), percent(-3.0)], ["100 %", "0.1 %"]);
        assert_eq!(percent(-3.1), "0.00079");
        assert_eq!(percent(-8.522_878), "3 × 10⁻⁹");
        assert_eq!(percent(-1302.0), "1 × 10⁻¹³⁰²");
        assert_eq!([percent(0.99), percent(1.5)], ["980 %", "32"]);
        assert_eq!(percent(f64::NEG_INFINITY), "0 %");
    }

    #[test]
    fn a_share_is_said_as_people_say_it() {
        let said = |log10: f64| {
            share_of(
                Scaled::from_logarithm(-1.0, log10 * std::f64::consts::LN_10),
                "it",
            )
        };
        assert_eq!([said(0.0), said(-3.0)], ["100 % of it", "0.1 % of it"]);
        assert_eq!([said(0.9), said(1.1)], ["794 % of it", "12.6 times it"]);
        assert_eq!(
            [said(3.99), said(4.0)],
            ["9770 times it", "1 × 10⁴ times it"]
        );
        assert_eq!(
            [said(-3.1), said(-4.6)],
            ["1 part in 1260 of it", "1 part in 39.8 thousand of it"]
        );
        assert_eq!(
            [said(-6.5548), said(-8.9)],
            [
                "1 part in 3.59 million of it",
                "1 part in 794 million of it"
            ]
        );
        assert_eq!(
            [said(-9.0), said(-648.6)],
            ["1 × 10⁻⁹ of it", "2.51 × 10⁻⁶⁴⁹ of it"]
        );
        assert_eq!(share_of(Scaled::new(0.0), "it"), "0 times it");
    }
}
