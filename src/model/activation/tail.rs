//! Products with an exponential that stay right down to the last subnormal.

use super::double_double::DoubleDouble;
use super::exponential::exp;

/// Beyond this exponent e^t is no longer a normal number, and a product with it would round twice.
const LAST_NORMAL: f64 = -700.0;

/// `scale · e^t` for `t ≤ 0`, rounded into the subnormal range once, at the end.
pub(super) fn times_exp(scale: f64, t: f64) -> f64 {
    if t > LAST_NORMAL {
        scale * exp(t)
    } else {
        let half = exp(0.5 * t);
        scale * half * half
    }
}

/// [`times_exp`] of an exponent known to twice the digits, because e^t turns an absolute error of t into a relative one.
pub(super) fn times_exp_of(scale: f64, t: DoubleDouble) -> f64 {
    times_exp(scale + scale * t.lo, t.hi)
}

/// `e^t` of an exponent known to twice the digits.
pub(super) fn exp_of(t: DoubleDouble) -> f64 {
    let e = exp(t.hi);
    e + e * t.lo
}

/// `value`, unless it cancelled: below `threshold` it is worked out again by `precise`.
pub(super) fn unless_cancelled(
    value: f64,
    threshold: f64,
    precise: impl FnOnce() -> DoubleDouble,
) -> f64 {
    if value.abs() < threshold {
        precise().hi
    } else {
        value
    }
}

/// `f`, for functions with f(x) slightly above x/2 when x > 0: half the smallest subnormal is then a tie that must not round to zero.
pub(super) fn above_half(x: f64, f: f64) -> f64 {
    if f == 0.0 && x > 0.0 { x } else { f }
}
