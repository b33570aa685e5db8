//! Numbers whose exponent cannot underflow or overflow.
//!
//! A gradient that crosses a thousand sigmoid layers is about 10⁻¹³⁰⁰, far below the smallest `f64`.
//! [`Scaled`] carries the significand as an `f64` and the power of two beside it, so a product of any length keeps full relative precision and zero always means zero.

mod decimal;

use std::f64::consts::LOG10_2;
use std::fmt;

/// `significand · 2^exponent`, with `1 ≤ |significand| < 2` and `|exponent| ≤ 2⁵²`.
///
/// Beyond 2^±2⁵² (a number of more than 10¹⁵ digits) the exponent stays at its limit: the logarithm is then a bound, and zero still means zero.
/// Exact zeros, infinities and NaN keep their `f64` significand and have exponent 0.
/// While a product stays in the normal range of `f64`, [`Scaled::to_f64`] is bit for bit the product that plain `f64` would give, because scaling by a power of two does not round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled {
    significand: f64,
    exponent: i64,
}

const SIGNIFICAND_BITS: i64 = 52;
const BIAS: i64 = 1023;
/// Largest exponent; as an `f64` it is still exact.
const LIMIT: i64 = 1 << 52;
const EXPONENT_MASK: u64 = 0x7ff << SIGNIFICAND_BITS;

impl Scaled {
    /// One.
    pub const ONE: Scaled = Scaled {
        significand: 1.0,
        exponent: 0,
    };

    /// The same number.
    pub fn new(value: f64) -> Scaled {
        Scaled::normalised(value, 0)
    }

    /// `sign · e^ln_magnitude`, for magnitudes outside the range of `f64`; zero when `sign` is zero.
    ///
    /// The relative error is about `|ln_magnitude|` · 2⁻⁵².
    pub fn from_logarithm(sign: f64, ln_magnitude: f64) -> Scaled {
        if sign == 0.0 || ln_magnitude == f64::NEG_INFINITY {
            return Scaled::new(0.0 * sign);
        }
        let reach = LIMIT as f64 * std::f64::consts::LN_2;
        let ln_magnitude = ln_magnitude.clamp(-reach, reach);
        let exponent = libm::floor(ln_magnitude * std::f64::consts::LOG2_E);
        let rest = ln_magnitude - exponent * std::f64::consts::LN_2;
        Scaled::normalised(libm::copysign(libm::exp(rest), sign), exponent as i64)
    }

    /// The nearest `f64`: ±0 below its range, ±∞ above.
    pub fn to_f64(self) -> f64 {
        let exponent = self.exponent.clamp(-5000, 5000) as i32;
        libm::scalbn(self.significand, exponent)
    }

    /// Whether [`Scaled::to_f64`] is the same number in full precision: zeros, infinities, NaN and the normal range of `f64`.
    pub fn fits_f64(self) -> bool {
        self.is_zero() || !self.is_finite() || (1 - BIAS..=BIAS).contains(&self.exponent)
    }

    /// log₁₀ of the absolute value; -∞ for an exact zero, NaN for NaN.
    pub fn log10_abs(self) -> f64 {
        if self.significand == 0.0 {
            return f64::NEG_INFINITY;
        }
        libm::log10(self.significand.abs()) + self.exponent as f64 * LOG10_2
    }

    /// 1, -1 or, for zero, 0; NaN for NaN.
    pub fn sign(self) -> f64 {
        if self.significand == 0.0 {
            return 0.0;
        }
        self.significand.signum()
    }

    /// Whether the number is exactly zero (not merely below the range of `f64`).
    pub fn is_zero(self) -> bool {
        self.significand == 0.0
    }

    /// Whether the number is neither infinite nor NaN.
    pub fn is_finite(self) -> bool {
        self.significand.is_finite()
    }

    #[inline]
    fn normalised(value: f64, exponent: i64) -> Scaled {
        let bits = value.to_bits();
        let field = (bits & EXPONENT_MASK) >> SIGNIFICAND_BITS;
        let total = exponent + field as i64 - BIAS;
        if field == 0 || field == 0x7ff || total.abs() > LIMIT {
            return Scaled::unusual(value, exponent);
        }
        let unit = bits & !EXPONENT_MASK | (BIAS as u64) << SIGNIFICAND_BITS;
        Scaled {
            significand: f64::from_bits(unit),
            exponent: total,
        }
    }

    /// Zeros, infinities and NaN as they are; a subnormal is brought into the normal range first, and an exponent beyond the limit to it.
    #[cold]
    fn unusual(value: f64, exponent: i64) -> Scaled {
        if value == 0.0 || !value.is_finite() {
            return Scaled {
                significand: value,
                exponent: 0,
            };
        }
        if !value.is_normal() {
            return Scaled::normalised(value * 2f64.powi(64), exponent - 64);
        }
        let unit = Scaled::normalised(value, 0);
        Scaled {
            exponent: (exponent + unit.exponent).clamp(-LIMIT, LIMIT),
            ..unit
        }
    }
}

/// A running product of gradient factors: a factor that is exactly zero makes it exactly zero, even beside an infinity, because a dead unit passes nothing on.
///
/// Its significand is brought back to \[1, 2) only now and then, which does not change a bit and halves the time from one factor to the next.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    significand: f64,
    exponent: i64,
}

/// The bits of 2⁵¹², where a running significand is brought back; twice that is still far from overflow.
const HIGH: u64 = ((512 + BIAS) as u64) << SIGNIFICAND_BITS;

impl Product {
    /// The product of no factors.
    pub const ONE: Product = Product {
        significand: 1.0,
        exponent: 0,
    };

    /// Multiplies by one more factor.
    #[inline]
    pub fn multiply(&mut self, factor: Scaled) {
        let significand = self.significand * factor.significand;
        let exponent = self.exponent + factor.exponent;
        // Neither zero nor large, infinite or NaN, in one comparison.
        let ordinary = significand.abs().to_bits().wrapping_sub(1) < HIGH;
        let ordinary = ordinary && exponent.abs() <= LIMIT;
        *self = if ordinary {
            Product {
                significand,
                exponent,
            }
        } else if self.significand == 0.0 || factor.is_zero() {
            Product::from(Scaled::new(0.0))
        } else {
            Product::from(Scaled::normalised(significand, exponent))
        };
    }

    /// The product so far.
    #[inline]
    pub fn scaled(self) -> Scaled {
        Scaled::normalised(self.significand, self.exponent)
    }
}

impl From<Scaled> for Product {
    fn from(first: Scaled) -> Product {
        Product {
            significand: first.significand,
            exponent: first.exponent,
        }
    }
}

/// Decimal digits that read back exactly while the number is in the normal range of `f64`; outside it, up to seventeen digits and a decimal exponent, as many as tell any two of these numbers apart.
impl fmt::Display for Scaled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fits_f64() {
            return write!(f, "{:?}", self.to_f64());
        }
        let (digits, exponent) = decimal::digits(self.significand.abs(), self.exponent);
        let sign = if self.significand < 0.0 { "-" } else { "" };
        let digits = digits.to_string();
        let (first, rest) = digits.split_at(1);
        // As `f64` writes it: one digit after the point at least.
        let rest = match rest.trim_end_matches('0') {
            "" => "0",
            rest => rest,
        };
        write!(f, "{sign}{first}.{rest}e{exponent}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(factors: impl IntoIterator<Item = Scaled>) -> Scaled {
        let mut product = Product::ONE;
        factors
            .into_iter()
            .for_each(|factor| product.multiply(factor));
        product.scaled()
    }

    #[test]
    fn a_product_in_range_is_the_plain_product() {
        let factors = [0.235_003_712_201_594_5, -1.75, 3e-5, 0.9, 1e200, 7e-150];
        let plain = factors.iter().fold(1.0, |p, x| p * x);
        let scaled = product(factors.map(Scaled::new)).to_f64();
        assert_eq!(plain.to_bits(), scaled.to_bits());
    }

    #[test]
    fn a_long_product_keeps_its_logarithm() {
        let long = product([Scaled::new(0.05); 1000]);
        // log10(0.05^1000) = -1301.0299956639811952…
        assert!((long.log10_abs() + 1_301.029_995_663_981_2).abs() < 1e-11);
        assert_eq!(long.to_f64(), 0.0);
        assert!(!long.is_zero());
        assert!(long.to_string().ends_with("e-1302"));
    }

    #[test]
    fn subnormals_zeros_and_infinities_survive() {
        for value in [
            5e-324,
            -5e-324,
            2.2e-310,
            0.0,
            -0.0,
            f64::MAX,
            f64::INFINITY,
        ] {
            assert_eq!(Scaled::new(value).to_f64().to_bits(), value.to_bits());
        }
        assert!(Scaled::new(f64::NAN).to_f64().is_nan());
    }

    #[test]
    fn logarithms_read_back() {
        let tiny = Scaled::from_logarithm(-1.0, -1_624.5);
        assert!((tiny.log10_abs() * std::f64::consts::LN_10 + 1_624.5).abs() < 1e-11);
        assert!(Scaled::from_logarithm(0.0, f64::NEG_INFINITY).is_zero());
        assert_eq!(Scaled::from_logarithm(1.0, 0.0).to_f64(), 1.0);
    }

    #[test]
    fn unimaginably_small_numbers_stay_at_the_limit_and_are_not_zero() {
        let tiny = Scaled::from_logarithm(1.0, -f64::MAX);
        let long = product([tiny; 1000]);
        assert!(!long.is_zero() && long.log10_abs() < -1e15);
    }

    #[test]
    fn an_exact_zero_wins() {
        let [zero, infinite] = [0.0, f64::INFINITY].map(Scaled::new);
        assert!(product([infinite, zero, infinite]).is_zero());
        assert!(!product([infinite, infinite]).is_finite());
        assert!(
            product([Scaled::new(f64::NAN), Scaled::ONE])
                .to_f64()
                .is_nan()
        );
    }
}
