//! A formula with its numbers: what is printed can be worked out again, and gives what is printed.

use super::{Size, decades, marked, scaled, signed};
use crate::model::math::{Math, numeral};
use crate::model::number::ascii;
use crate::model::scaled::{Product, Scaled};
use std::f64::consts::LN_10;

/// More digits than those of the result that the numbers may take.
const MORE: usize = 4;

/// Powers of ten that `f64` holds as nearly as it can.
const EXACT: f64 = 300.0;

/// Numbers and their result, as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// What goes in.
    pub numbers: Vec<String>,
    /// `=`, or `≈` where no few digits give the result.
    pub sign: &'static str,
    /// What comes out.
    pub result: String,
    /// How many digits the numbers have, at most.
    pub digits: usize,
}

impl Worked {
    /// One of the numbers, for a formula.
    pub fn math(&self, index: usize) -> Math {
        numeral(self.numbers.get(index).map_or("", String::as_str))
    }

    /// A formula with the result behind it.
    pub fn end(&self, formula: Math) -> Math {
        formula.then(self.sign, numeral(&self.result))
    }
}

/// The numbers with as many digits, from `digits` on, as it takes that working with the printed ones gives the printed result of `digits` digits.
pub fn worked(
    numbers: &[Scaled],
    result: Scaled,
    digits: usize,
    work: impl Fn(&[Scaled]) -> Scaled,
) -> Worked {
    let said = scaled(result, digits);
    let agrees = |more: &usize| {
        let values: Vec<Scaled> = numbers.iter().map(|x| printed(*x, *more)).collect();
        scaled(work(&values), digits) == said
    };
    let enough = (digits..=digits + MORE).find(agrees);
    let shown = enough.unwrap_or(digits);
    Worked {
        numbers: numbers.iter().map(|x| scaled(*x, shown)).collect(),
        sign: if enough.is_some() { "=" } else { "≈" },
        result: said,
        digits: shown,
    }
}

/// The same for a product.
pub fn worked_product(factors: &[Scaled], result: Scaled, digits: usize) -> Worked {
    worked(factors, result, digits, |factors| {
        let mut product = Product::ONE;
        factors.iter().for_each(|factor| product.multiply(*factor));
        product.scaled()
    })
}

/// The same for numbers of `f64`.
pub fn worked_plain(
    numbers: &[f64],
    result: f64,
    digits: usize,
    work: impl Fn(&[f64]) -> f64,
) -> Worked {
    let numbers: Vec<Scaled> = numbers.iter().map(|x| Scaled::new(*x)).collect();
    worked(&numbers, Scaled::new(result), digits, |numbers| {
        let numbers: Vec<f64> = numbers.iter().map(|x| x.to_f64()).collect();
        Scaled::new(work(&numbers))
    })
}

/// The same for a sum of decades, which has two decimals.
pub fn worked_decades(parts: &[f64], total: f64) -> Worked {
    let said = decades(total);
    let print = |more: usize| parts.iter().map(move |x| signed(*x, more));
    let agrees = |more: &usize| {
        let values = print(*more).map(|text| ascii(&text.replace('−', "-")).unwrap_or(f64::NAN));
        decades(values.sum()) == said
    };
    // What is infinite is told as it is.
    let enough = match total.is_finite() {
        true => (2..=2 + MORE).find(agrees),
        false => Some(2),
    };
    Worked {
        numbers: print(enough.unwrap_or(2)).map(marked).collect(),
        sign: if enough.is_some() { "=" } else { "≈" },
        result: said,
        digits: enough.unwrap_or(2),
    }
}

/// What a number is as it is printed.
fn printed(x: Scaled, digits: usize) -> Scaled {
    if x.is_zero() || !x.is_finite() {
        return x;
    }
    let sign = x.sign();
    match Size::of(x, digits) {
        Size::Decimal(text) => Scaled::new(sign * ascii(&text).unwrap_or(f64::NAN)),
        Size::Power(rounded) => {
            let power = match rounded.exponent.abs() <= EXACT {
                true => Scaled::new(libm::pow(10.0, rounded.exponent)),
                false => Scaled::from_logarithm(1.0, rounded.exponent * LN_10),
            };
            let mut value = Product::from(Scaled::new(sign * rounded.significand));
            value.multiply(power);
            value.scaled()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(factors: &[f64], digits: usize) -> Worked {
        let scaled: Vec<Scaled> = factors.iter().map(|x| Scaled::new(*x)).collect();
        worked_product(&scaled, Scaled::new(factors.iter().product()), digits)
    }

    #[test]
    fn digits_are_added_until_the_result_follows() {
        let short = product(&[0.5, 0.3], 3);
        assert_eq!(
            (short.numbers, short.sign, short.result.as_str()),
            (vec!["0.5".to_owned(), "0.3".to_owned()], "=", "0.15")
        );
        // 0.235 · 0.235 = 0.055225, which is not 0.0553.
        let longer = product(&[0.235_3, 0.235_2], 3);
        assert_eq!(longer.result, "0.0553");
        assert_eq!(longer.numbers, ["0.2353", "0.2352"]);
        let sum = worked_plain(&[0.104, 0.104], 0.208, 2, |x| x.iter().sum());
        assert_eq!(
            (sum.numbers, sum.result.as_str()),
            (vec!["0.104".to_owned(); 2], "0.21")
        );
    }

    #[test]
    fn decades_add_up() {
        // -1.234 and -2.344 make -3.578: with two decimals each it would be -3.57.
        let sum = worked_decades(&[-1.234, -2.344], -3.578);
        assert_eq!(
            (sum.numbers, sum.result.as_str()),
            (vec!["−1.234".to_owned(), "−2.344".to_owned()], "−3.58")
        );
        let plain = worked_decades(&[0.0, -6.555], -6.555);
        assert_eq!((plain.numbers[0].as_str(), plain.sign), ("0", "="));
        assert_eq!(
            worked_decades(&[0.0, f64::NEG_INFINITY], f64::NEG_INFINITY).sign,
            "="
        );
    }

    #[test]
    fn what_no_digits_give_is_only_nearly_equal() {
        // The number is said to be 1 and behaves like 2.
        let odd = worked_plain(&[1.0], 3.0, 3, |x| 2.0 * x[0]);
        assert_eq!((odd.sign, odd.result.as_str()), ("≈", "3"));
    }

    #[test]
    fn zeros_and_infinities_are_what_they_are() {
        assert_eq!(product(&[0.0, 0.235_3], 3).result, "0");
        assert_eq!(product(&[f64::INFINITY, -2.0], 3).result, "−∞");
        let tiny = Scaled::from_logarithm(-1.0, -2000.0);
        let worked = worked_product(
            &[tiny, Scaled::new(0.25)],
            Scaled::from_logarithm(-1.0, -2000.0 - 4f64.ln()),
            3,
        );
        assert_eq!(worked.sign, "=");
        assert!(worked.numbers[0].ends_with("× 10⁻⁸⁶⁹"), "{worked:?}");
    }
}
