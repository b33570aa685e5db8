//! Reads numbers as the page prints them; shares no code with what prints them.

/// The size of a printed number as `significand · 10^exponent`, so that no digit is lost: `−2.5 × 10⁻⁶⁴⁸` is 2.5 and -648.
pub fn parts(text: &str) -> Option<(f64, f64)> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let plain = |c: char| match DIGITS.chars().position(|d| d == c) {
        Some(digit) => char::from(b'0' + digit as u8),
        None if c == '⁻' => '-',
        None => c,
    };
    let (significand, exponent) = match text.split_once(" × 10") {
        Some((a, b)) => (a, b.chars().map(plain).collect()),
        None => (text, "0".to_owned()),
    };
    let size: f64 = significand.trim_start_matches('−').parse().ok()?;
    Some((size, exponent.parse().ok()?))
}
