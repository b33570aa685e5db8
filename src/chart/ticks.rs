//! Where an axis is labelled, and with what.

use super::pen::text_width;
use crate::view::{Axis, Direction, Scale, counted_from, number};

/// One labelled place.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// In the axis's coordinates.
    pub at: f64,
    /// What is written there.
    pub label: String,
}

/// Digits that tell the labels of a linear axis apart; where it would take more, they are counted from a number that the axis's name tells.
const MOST_DIGITS: usize = 6;

/// Labelled places of an axis that is `length` CSS pixels long, far enough apart to be read at a text height of `text`.
pub fn ticks(axis: &Axis, length: f64, direction: Direction, text: f64) -> Vec<Tick> {
    let most = most(axis, length, direction, text);
    match axis.scale {
        Scale::Linear => linear(axis, most),
        Scale::Count => count(axis, most, length, text),
        Scale::Decades => decades(axis, most, length / least_apart(direction, text)),
    }
}

/// How many labels there may be.
fn most(axis: &Axis, length: f64, direction: Direction, text: f64) -> f64 {
    let room = match (direction, axis.scale) {
        (Direction::X, _) => 4.6 * text,
        // Powers of ten are far apart in meaning; a few more of them do no harm.
        (Direction::Y, Scale::Decades) => 2.0 * text,
        (Direction::Y, _) => 2.6 * text,
    };
    (length / room).max(1.0)
}

/// The name of an axis of that length, with the number from which its labels count where that is not 0.
pub fn name(axis: &Axis, length: f64, direction: Direction, text: f64) -> String {
    let most = most(axis, length, direction, text);
    let linear = (axis.scale == Scale::Linear).then(|| Linear::new(axis, most));
    match linear.filter(|linear| linear.base != 0.0) {
        Some(linear) => {
            let from = number::plain(linear.base, linear.digits);
            counted_from(&axis.label, &from)
        }
        None => axis.label.clone(),
    }
}

/// How a linear axis is labelled.
struct Linear {
    /// From label to label.
    step: f64,
    /// What the labels count from.
    base: f64,
    /// Digits that tell neighbours apart, of the numbers themselves.
    digits: usize,
    /// The power of ten of the step.
    power: f64,
}

impl Linear {
    fn new(axis: &Axis, most: f64) -> Linear {
        let span = axis.max - axis.min;
        let step = round_step(span / most);
        let power = libm::floor(libm::log10(step) + 1e-9);
        let size = axis.min.abs().max(axis.max.abs());
        // As many digits as tell neighbours apart; zeros alone are not worth their room.
        let digits = (libm::floor(libm::log10(size)) - power + 1.0).max(1.0) as usize;
        let unit = libm::pow(10.0, libm::ceil(libm::log10(span)));
        let base = match digits > MOST_DIGITS {
            true => unit * libm::round(0.5 * (axis.min + axis.max) / unit),
            false => 0.0,
        };
        Linear {
            step,
            base,
            digits,
            power,
        }
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
fn round_step(least: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(least)));
    let factor = [1.0, 2.0, 5.0].into_iter().find(|f| f * power >= least);
    factor.unwrap_or(10.0) * power
}

/// The multiples of `step` on the axis.
fn multiples(axis: &Axis, step: f64) -> impl Iterator<Item = f64> {
    let first = libm::ceil(axis.min / step - 1e-9);
    let last = libm::floor(axis.max / step + 1e-9);
    (0..=(last - first).clamp(-1.0, 1e4) as i64).map(move |i| (first + i as f64) * step)
}

fn linear(axis: &Axis, most: f64) -> Vec<Tick> {
    let Linear {
        step,
        base,
        power,
        digits,
    } = Linear::new(axis, most);
    let decimals = (-power).max(0.0) as usize;
    let size = (axis.min - base).abs().max((axis.max - base).abs());
    let digits = match base {
        0.0 => digits,
        _ => (libm::floor(libm::log10(size)) - power + 1.0).max(1.0) as usize,
    };
    let ordinary = (1e-4..1e6).contains(&size);
    let tick = |at: f64| Tick {
        at,
        label: match ordinary {
            true => number::marked(signed(format!("{:.decimals$}", at - base))),
            // The base itself may be missed by a rounding.
            false if (at - base).abs() < 0.5 * step => number::plain(0.0, digits),
            false => number::plain(at - base, digits),
        },
    };
    let last = libm::floor(axis.max / step + 1e-9) - libm::ceil(axis.min / step - 1e-9);
    if last < 0.0 {
        return Vec::new();
    }
    multiples(axis, step).map(tick).collect()
}

/// Round numbers, and always the first and the last.
fn count(axis: &Axis, most: f64, length: f64, text: f64) -> Vec<Tick> {
    let (first, last) = (libm::ceil(axis.min), libm::floor(axis.max));
    let step = round_step(((last - first) / most).max(1.0));
    let pixels = length / (axis.max - axis.min);
    let half = |at: f64| 0.5 * text_width(&format!("{at}"), text);
    let apart = |a: f64, b: f64| (b - a).abs() * pixels > half(a) + half(b) + 0.6 * text;
    let mut places = vec![first];
    let inner = |at: &f64| at - first >= 0.75 * step && apart(*at, last) && *at < last;
    places.extend(multiples(axis, step).filter(|at| apart(*at, first) && inner(at)));
    if last > first {
        places.push(last);
    }
    let tick = |at: f64| Tick {
        at,
        label: format!("{at}"),
    };
    places.into_iter().map(tick).collect()
}

/// Pixels that two labels within one decade need between them, where the narrowest pair decides.
fn least_apart(direction: Direction, text: f64) -> f64 {
    match direction {
        Direction::X => 2.4 * text,
        Direction::Y => 1.3 * text,
    }
}

fn decades(axis: &Axis, most: f64, densest: f64) -> Vec<Tick> {
    let span = axis.max - axis.min;
    if span < 2.0 {
        return within_decades(axis, densest);
    }
    let step = round_step((span / most).max(1.0));
    let tick = |at: f64| Tick {
        at,
        label: power_of_ten(at),
    };
    multiples(axis, step).map(tick).collect()
}

/// A short range: 1, 2, 5 within each decade, or fewer where `densest` labels would not fit, written out.
fn within_decades(axis: &Axis, densest: f64) -> Vec<Tick> {
    /// Factors within a decade, and the smallest distance between neighbours in decades.
    const CHOICES: [(&[f64], f64); 3] = [
        (&[1.0, 2.0, 5.0], 0.301),
        (&[1.0, 3.0], 0.477),
        (&[1.0], 1.0),
    ];
    let apart = (axis.max - axis.min) / densest;
    let fits = CHOICES.iter().find(|(_, narrowest)| *narrowest >= apart);
    let factors = fits.map_or(&[1.0][..], |(factors, _)| factors);
    let (low, high) = (libm::floor(axis.min) as i32, libm::ceil(axis.max) as i32);
    let mut found = Vec::new();
    for decade in low..=high {
        for factor in factors {
            let at = f64::from(decade) + libm::log10(*factor);
            if (axis.min..=axis.max).contains(&at) {
                let decimals = (-decade).max(0) as usize;
                let value = factor * libm::pow(10.0, f64::from(decade));
                found.push(Tick {
                    at,
                    label: number::marked(format!("{value:.decimals$}")),
                });
            }
        }
    }
    found
}

fn power_of_ten(exponent: f64) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if exponent == 0.0 {
        return "1".to_owned();
    }
    let raise = |c: char| c.to_digit(10).map_or('⁻', |digit| DIGITS[digit as usize]);
    let digits: String = format!("{exponent:.0}").chars().map(raise).collect();
    format!("10{digits}")
}

fn signed(text: String) -> String {
    // Rounding can leave "-0".
    if text
        .trim_start_matches('-')
        .chars()
        .all(|c| c == '0' || c == '.')
    {
        return text.trim_start_matches('-').to_owned();
    }
    text.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(min: f64, max: f64, scale: Scale, length: f64) -> Vec<String> {
        let axis = Axis {
            label: String::new(),
            min,
            max,
            scale,
        };
        let found = ticks(&axis, length, Direction::X, 12.0);
        found.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn round_places() {
        assert_eq!(
            labels(-6.0, 6.0, Scale::Linear, 400.0),
            ["−6", "−4", "−2", "0", "2", "4", "6"]
        );
        assert_eq!(
            labels(-1300.0, 3.0, Scale::Decades, 200.0),
            ["10⁻¹⁰⁰⁰", "10⁻⁵⁰⁰", "1"]
        );
        assert_eq!(
            labels(0.5, 1000.5, Scale::Count, 350.0),
            ["1", "200", "400", "600", "800", "1000"]
        );
        assert_eq!(
            labels(-0.7, 0.4, Scale::Decades, 400.0),
            ["0.2", "0.5", "1", "2"]
        );
        assert_eq!(labels(-0.7, 0.4, Scale::Decades, 70.0), ["0.3", "1"]);
        assert_eq!(labels(0.5, 1.5, Scale::Count, 400.0), ["1"]);
    }

    /// Where it would take many digits to tell neighbours apart, the labels count from a number that stands in the axis's name.
    #[test]
    fn labels_have_few_digits() {
        let name = |min: f64, max: f64| {
            let (label, scale) = ("y".to_owned(), Scale::Linear);
            let axis = Axis {
                label,
                min,
                max,
                scale,
            };
            super::name(&axis, 400.0, Direction::X, 12.0)
        };
        let around = |middle: f64, half: f64| [middle - half, middle + half];
        let [low, high] = around(0.387_562_3, 2.4e-7);
        assert_eq!(
            labels(low, high, Scale::Linear, 400.0),
            ["1 × 10⁻⁷", "2 × 10⁻⁷", "3 × 10⁻⁷", "4 × 10⁻⁷", "5 × 10⁻⁷"]
        );
        assert_eq!(name(low, high), "y, counted from 0.387562");
        let [low, high] = around(-1_234_567.25, 0.24);
        assert_eq!(
            labels(low, high, Scale::Linear, 400.0),
            ["−0.4", "−0.3", "−0.2", "−0.1"]
        );
        assert_eq!(name(low, high), "y, counted from −1.234567 × 10⁶");
        assert_eq!(name(12.34, 12.35), "y");
    }
}
