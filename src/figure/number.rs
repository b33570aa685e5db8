//! Numbers as people read them: few digits, a true minus sign, powers of ten as superscripts; and the words around them.

use crate::model::scaled::Scaled;

/// About `digits` significant digits; very large and very small numbers as `3.1 × 10⁻⁹`.
pub fn plain(x: f64, digits: usize) -> String {
    match x {
        _ if x.is_nan() => "undefined".to_owned(),
        _ if x == 0.0 => "0".to_owned(),
        _ if x.is_infinite() => if x > 0.0 { "∞" } else { "−∞" }.to_owned(),
        _ if (1e-4..1e6).contains(&x.abs()) => fixed(x, digits),
        _ => scientific(x.is_sign_negative(), libm::log10(x.abs()), digits),
    }
}

/// The same for a number that may lie outside the range of `f64`.
pub fn scaled(x: Scaled, digits: usize) -> String {
    let near = x.to_f64();
    if near.is_normal() || x.is_zero() || !x.is_finite() {
        return plain(near, digits);
    }
    scientific(near.is_sign_negative(), x.log10_abs(), digits)
}

/// A positive number given by its decimal logarithm.
pub fn from_log10(log10: f64, digits: usize) -> String {
    if (-4.0..6.0).contains(&log10) {
        return fixed(libm::pow(10.0, log10), digits);
    }
    scientific(false, log10, digits)
}

/// A share given by its decimal logarithm, as a percentage: `23.5 %`, `0.0000003 %`, `4 × 10⁻³⁰⁰ %`.
pub fn percent(log10: f64) -> String {
    let log10 = log10 + 2.0;
    if log10 == f64::NEG_INFINITY {
        return "0 %".to_owned();
    }
    if !(-9.0..6.0).contains(&log10) {
        return format!("{} %", scientific(false, log10, 2));
    }
    let value = libm::pow(10.0, log10);
    let decimals = (1.0 - libm::floor(log10)).max(0.0) as usize;
    let decimals = if log10 < 0.0 { decimals - 1 } else { decimals };
    format!("{} %", trimmed(format!("{value:.decimals$}")))
}

/// A number of decades with a sign: `−6.37`.
pub fn decades(x: f64) -> String {
    match x {
        _ if x.is_infinite() => if x > 0.0 { "+∞" } else { "−∞" }.to_owned(),
        _ if x.is_nan() => "undefined".to_owned(),
        _ if x.abs() < 0.005 => "0".to_owned(),
        _ => minus(format!("{x:+.2}")),
    }
}

/// A sentence with a capital letter at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn fixed(x: f64, digits: usize) -> String {
    let leading = libm::floor(libm::log10(x.abs())) as i32;
    let decimals = (digits as i32 - 1 - leading).max(0) as usize;
    minus(trimmed(format!("{x:.decimals$}")))
}

fn scientific(negative: bool, log10: f64, digits: usize) -> String {
    let mut exponent = libm::floor(log10);
    let decimals = digits.saturating_sub(1);
    let mut text = format!("{:.decimals$}", libm::pow(10.0, log10 - exponent));
    if text.starts_with("10") {
        exponent += 1.0;
        text = format!("{:.decimals$}", 1.0);
    }
    let sign = if negative { "−" } else { "" };
    format!("{sign}{} × 10{}", trimmed(text), superscript(exponent))
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
        assert_eq!(plain(9.999e-9, 2), "1 × 10⁻⁸");
        assert_eq!(plain(f64::INFINITY, 3), "∞");
        assert_eq!(plain(123_456.7, 3), "123457");
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
    fn percentages_never_round_to_zero() {
        assert_eq!(percent(-0.63), "23 %");
        assert_eq!(percent(0.0), "100 %");
        assert_eq!(percent(-8.522_878), "0.0000003 %");
        assert_eq!(percent(-1302.0), "1 × 10⁻¹³⁰⁰ %");
        assert_eq!(percent(f64::NEG_INFINITY), "0 %");
    }
}
