//! Double-double arithmetic: up to 32 digits, as the unevaluated sum of two `f64`.
//!
//! Used only where a plain formula cancels (next to a zero of f' or f'') and where an argument needs more digits than `f64` has because an exponential will amplify its error.
//! Source of the algorithms: Dekker 1971, "A floating-point technique for extending the available precision".

use std::f64::consts::LOG2_E;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// What a formula needs to be evaluated either in `f64` or in [`DoubleDouble`].
pub(super) trait Number:
    Copy + From<f64> + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self>
{
}

impl Number for f64 {}
impl Number for DoubleDouble {}

/// `hi + lo`, with `|lo|` at most half a unit in the last place of `hi`.
#[derive(Clone, Copy, Debug)]
pub(super) struct DoubleDouble {
    pub(super) hi: f64,
    pub(super) lo: f64,
}

const LN_2: DoubleDouble = DoubleDouble::new(std::f64::consts::LN_2, 2.3190468138462996e-17);

impl DoubleDouble {
    /// `hi + lo`, already normalised.
    pub(super) const fn new(hi: f64, lo: f64) -> DoubleDouble {
        DoubleDouble { hi, lo }
    }

    /// The exact sum of two numbers (0 as the remainder where the sum overflows).
    pub(super) fn sum(a: f64, b: f64) -> DoubleDouble {
        let hi = a + b;
        let shadow = hi - a;
        let lo = (a - (hi - shadow)) + (b - shadow);
        DoubleDouble::total(hi, lo)
    }

    /// The exact product of two numbers, where neither it nor its remainder leaves the range of `f64` (else the remainder is 0).
    pub(super) fn product(a: f64, b: f64) -> DoubleDouble {
        let hi = a * b;
        let (a_high, a_low) = split(a);
        let (b_high, b_low) = split(b);
        let lo = ((a_high * b_high - hi) + a_high * b_low + a_low * b_high) + a_low * b_low;
        DoubleDouble::total(hi, lo)
    }

    /// The quotient to twice the digits (0 as the remainder where the quotient overflows).
    pub(super) fn quotient(a: f64, b: f64) -> DoubleDouble {
        let hi = a / b;
        let back = DoubleDouble::product(hi, b);
        DoubleDouble::total(hi, ((a - back.hi) - back.lo) / b)
    }

    fn total(hi: f64, lo: f64) -> DoubleDouble {
        DoubleDouble {
            hi,
            lo: if lo.is_finite() { lo } else { 0.0 },
        }
    }

    /// The absolute value.
    pub(super) fn abs(self) -> DoubleDouble {
        if self.hi < 0.0 { -self } else { self }
    }

    /// `e^self` to about 24 digits, for moderate arguments (`|self|` below about 600).
    pub(super) fn exp(self) -> DoubleDouble {
        const HALVINGS: i32 = 4;
        let binades = libm::rint(self.hi * LOG2_E);
        let rest = self - LN_2 * binades.into();
        let r = rest * libm::scalbn(1.0, -HALVINGS).into();
        // e^r - 1 as r(1 + r/2(1 + r/3(...))); the terms after r⁵, 2⁻³⁶ of the first, need no more than f64.
        let small = (6..=12)
            .rev()
            .fold(1.0, |sum, n| 1.0 + r.hi / f64::from(n) * sum);
        let series = (2..=5).rev().fold(DoubleDouble::from(small), |sum, n| {
            DoubleDouble::from(1.0) + r * sum / f64::from(n)
        });
        // Doubled by e^2r - 1 = p(p + 2).
        let mut p = r * series;
        for _ in 0..HALVINGS {
            p = p * (p + 2.0.into());
        }
        let scale = libm::scalbn(1.0, binades as i32);
        let result = p + 1.0.into();
        DoubleDouble::new(result.hi * scale, result.lo * scale)
    }
}

/// Veltkamp's split into two halves of 26 bits.
fn split(a: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0; // 2²⁷ + 1
    let shifted = SPLITTER * a;
    let high = shifted - (shifted - a);
    (high, a - high)
}

/// The sum when `|a| ≥ |b|`.
fn quick_sum(a: f64, b: f64) -> DoubleDouble {
    let hi = a + b;
    DoubleDouble::new(hi, b - (hi - a))
}

impl From<f64> for DoubleDouble {
    fn from(value: f64) -> DoubleDouble {
        DoubleDouble::new(value, 0.0)
    }
}

impl Neg for DoubleDouble {
    type Output = DoubleDouble;
    fn neg(self) -> DoubleDouble {
        DoubleDouble::new(-self.hi, -self.lo)
    }
}

impl Add for DoubleDouble {
    type Output = DoubleDouble;
    fn add(self, other: DoubleDouble) -> DoubleDouble {
        let high = DoubleDouble::sum(self.hi, other.hi);
        let low = DoubleDouble::sum(self.lo, other.lo);
        let sum = quick_sum(high.hi, high.lo + low.hi);
        quick_sum(sum.hi, sum.lo + low.lo)
    }
}

impl Sub for DoubleDouble {
    type Output = DoubleDouble;
    fn sub(self, other: DoubleDouble) -> DoubleDouble {
        self + -other
    }
}

impl Mul for DoubleDouble {
    type Output = DoubleDouble;
    fn mul(self, other: DoubleDouble) -> DoubleDouble {
        let product = DoubleDouble::product(self.hi, other.hi);
        quick_sum(
            product.hi,
            product.lo + (self.hi * other.lo + self.lo * other.hi),
        )
    }
}

impl Div<f64> for DoubleDouble {
    type Output = DoubleDouble;
    fn div(self, divisor: f64) -> DoubleDouble {
        let hi = self.hi / divisor;
        let back = DoubleDouble::product(hi, divisor);
        quick_sum(hi, ((self.hi - back.hi) - back.lo + self.lo) / divisor)
    }
}
