//! A measure as the number that somebody is asked for: the measure itself, or what it is the logarithm of.

use super::{Measure, Quantity, Scale, Why};
use crate::model::scaled::Scaled;

/// A measure that is a decimal logarithm counts in these.
const DECADES: &str = "decades";

/// The number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Truth {
    /// A number, also outside the range of `f64`.
    Number(Scaled),
    /// A number by its decimal logarithm: negative infinity for an exact zero.
    Logarithm(f64),
}

impl Truth {
    /// The measure of that name; none where there is no such number.
    pub fn of(measures: &[Measure], name: &str) -> Option<Truth> {
        let measure = measures.iter().find(|measure| measure.name() == name)?;
        let is_logarithm = measure.unit == DECADES;
        let number = match measure.value {
            Quantity::Number(x) => Scaled::new(x),
            Quantity::Scaled(x) => x,
            Quantity::Count(n) => Scaled::new(n as f64),
            Quantity::Missing(Why::ExactZero) if is_logarithm => {
                return Some(Truth::Logarithm(f64::NEG_INFINITY));
            }
            Quantity::Missing(_) => return None,
        };
        Some(match is_logarithm {
            true => Truth::Logarithm(number.to_f64()),
            false => Truth::Number(number),
        })
    }

    /// Where it is on a value axis. On one of decades the sign does not count, and an exact zero is below everything.
    pub fn on(self, scale: Scale) -> f64 {
        match (self, scale) {
            (Truth::Number(x), Scale::Decades) => x.log10_abs(),
            (Truth::Number(x), _) => x.to_f64(),
            (Truth::Logarithm(x), Scale::Decades) => x,
            (Truth::Logarithm(x), _) => libm::pow(10.0, x),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Check, Subject};
    use super::*;

    fn measure(unit: &'static str, value: Quantity) -> [Measure; 1] {
        [Measure {
            id: "x",
            of: Subject::Whole,
            unit,
            check: Check::SameBits,
            value,
        }]
    }

    #[test]
    fn a_number_and_its_logarithm_are_one_number() {
        let number = measure("", Quantity::Number(0.01));
        let decades = measure(DECADES, Quantity::Number(-2.0));
        for measures in [&number, &decades] {
            let truth = Truth::of(measures, "x").unwrap();
            assert_eq!(truth.on(Scale::Decades), -2.0);
            assert_eq!(truth.on(Scale::Linear), 0.01);
        }
    }

    #[test]
    fn nothing_has_a_logarithm_below_all() {
        let zero = Quantity::decades(f64::NEG_INFINITY);
        let truth = Truth::of(&measure(DECADES, zero), "x").unwrap();
        assert_eq!(
            [Scale::Decades, Scale::Linear].map(|s| truth.on(s)),
            [f64::NEG_INFINITY, 0.0]
        );
        let missing = Quantity::Missing(Why::Underflow);
        assert_eq!(Truth::of(&measure(DECADES, missing), "x"), None);
        assert_eq!(Truth::of(&[], "x"), None);
    }
}
