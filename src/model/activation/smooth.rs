//! Smooth relatives of the rectifier (softplus, squareplus, SiLU, Mish) and tanhshrink.
//!
//! In every submodule `value` is f, `slope` is f' and `curvature` is f'', for finite x.

/// ln(1 + eˣ); f' = σ(x), f'' = σ'(x). Log-sigmoid is its mirror image, -softplus(-x).
pub(super) mod softplus {
    use super::super::exponential::exp;

    pub(crate) fn value(x: f64) -> f64 {
        let tail = libm::log1p(exp(-x.abs()));
        if x > 0.0 { x + tail } else { tail }
    }
}

/// (x + √(x² + b))/2.
///
/// With r = √(x² + b): f' = (1 + x/r)/2 and f'' = b/(2r³).
/// For x < 0 the sum cancels, and (b/2)/(r + |x|) takes its place.
pub(super) mod squareplus {
    /// √b, r, and 1 - |x|/r = (√b/(r + |x|))·(√b/r) as its two factors.
    fn parts(x: f64, b: f64) -> (f64, f64, f64, f64) {
        let root = libm::sqrt(b);
        let r = libm::hypot(x, root);
        // Halves, because r + |x| overflows at the end of the range.
        let shallow = 0.5 * root / (0.5 * r + 0.5 * x.abs());
        (root, r, shallow, root / r)
    }

    pub(crate) fn value(x: f64, b: f64) -> f64 {
        let (root, r, shallow, _) = parts(x, b);
        if x < 0.0 {
            0.5 * root * shallow
        } else {
            0.5 * x + 0.5 * r
        }
    }

    pub(crate) fn slope(x: f64, b: f64) -> f64 {
        let (_, _, shallow, steep) = parts(x, b);
        let missing = 0.5 * shallow * steep;
        if x < 0.0 { missing } else { 1.0 - missing }
    }

    pub(crate) fn curvature(x: f64, b: f64) -> f64 {
        let (_, r, _, steep) = parts(x, b);
        steep * (steep * (0.5 / r))
    }
}

/// x·σ(βx): SiLU, and Quick GELU with β = 1.702.
///
/// With t = βx and e = e^-|t|:
/// f' = e(1 + e + t)/(1 + e)² for t < 0 and (1 + e + te)/(1 + e)² for t ≥ 0;
/// f'' = βe(2(1 + e) - |t|(1 - e))/(1 + e)³.
pub(super) mod silu {
    use super::super::double_double::{DoubleDouble, Number};
    use super::super::exponential::exp;
    use super::super::tail::{above_half, exp_of, times_exp_of, unless_cancelled};

    /// Beyond this |t| every deviation from the limit has underflowed.
    pub(crate) const FAR: f64 = 1e4;
    /// Beyond this |t| the sum 1 + e^-|t| is 1.
    const TAIL: f64 = 40.0;

    fn argument(x: f64, beta: DoubleDouble) -> DoubleDouble {
        if beta.hi == 1.0 && beta.lo == 0.0 {
            return x.into();
        }
        let t = DoubleDouble::product(beta.hi, x);
        DoubleDouble::sum(t.hi, t.lo + beta.lo * x)
    }

    pub(crate) fn value(x: f64, beta: DoubleDouble) -> f64 {
        let t = argument(x, beta);
        if t.hi > 0.0 {
            above_half(x, x / (1.0 + exp(-t.hi)))
        } else if t.hi > -TAIL {
            let e = exp_of(t);
            above_half(x, x * (e / (1.0 + e)))
        } else if t.hi > -FAR {
            times_exp_of(x, t)
        } else {
            -0.0
        }
    }

    pub(crate) fn slope(x: f64, beta: DoubleDouble) -> f64 {
        let t = argument(x, beta);
        if t.hi > FAR {
            return 1.0;
        } else if t.hi < -FAR {
            return -0.0;
        } else if t.hi < -TAIL {
            return times_exp_of(1.0 + t.hi, t);
        }
        let e = exp_of(-t.abs());
        let square = (1.0 + e) * (1.0 + e);
        if t.hi < 0.0 {
            let bracket = unless_cancelled(1.0 + t.hi + e, 0.25, || {
                DoubleDouble::from(1.0) + t + t.exp()
            });
            bracket * (e / square)
        } else {
            (1.0 + e + t.hi * e) / square
        }
    }

    pub(crate) fn curvature(x: f64, beta: DoubleDouble) -> f64 {
        let t = argument(x, beta).abs();
        if t.hi > FAR {
            return -0.0;
        } else if t.hi > TAIL {
            return times_exp_of(beta.hi * (2.0 - t.hi), -t);
        }
        let e = exp_of(-t);
        let bracket = unless_cancelled(curvature_bracket(t.hi, e), 2.0, || {
            curvature_bracket(t, (-t).exp())
        });
        // The rounding of 1 + e would count three times.
        let sum = 1.0 + e;
        let lost = e - (sum - 1.0);
        bracket * (beta.hi * (e - 3.0 * lost * e) / (sum * sum * sum))
    }

    fn curvature_bracket<T: Number>(t: T, e: T) -> T {
        let one = T::from(1.0);
        T::from(2.0) * (one + e) - t * (one - e)
    }
}

/// x·tanh(softplus x) = x·n/(n + 2) with n = eˣ(eˣ + 2).
///
/// For x < 0 with e = eˣ and D = n + 2, for x ≥ 0 with w = e⁻ˣ and d = D·w², so that nothing overflows:
/// f' = e(e³ + 4e² + 6e + 4 + 4x(e + 1))/D²,
/// f'' = 4e(2e³ + 6e² + 8e + 4 + x(2 + 2e - 3e² - 2e³))/D³.
pub(super) mod mish {
    use super::super::double_double::{DoubleDouble, Number};
    use super::super::exponential::exp;
    use super::super::tail::{times_exp, unless_cancelled};

    /// Beyond this |x| the sums with e^-|x| are their first terms.
    const TAIL: f64 = 40.0;
    /// Beyond this x even f'' has underflowed.
    const FAR: f64 = 1e4;

    pub(crate) fn value(x: f64) -> f64 {
        if x < -TAIL {
            return times_exp(x, x);
        }
        let e = exp(-x.abs());
        if x < 0.0 {
            x * (e * (e + 2.0) / denominator(x, e))
        } else {
            x * ((1.0 + 2.0 * e) / denominator(x, e))
        }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x < -TAIL {
            return times_exp(1.0 + x, x);
        } else if x > TAIL {
            return 1.0;
        }
        let e = exp(-x.abs());
        let d = denominator(x, e);
        if x < 0.0 {
            let bracket = unless_cancelled(slope_bracket(x, e), 3.0, || {
                slope_bracket(DoubleDouble::from(x), DoubleDouble::from(x).exp())
            });
            bracket * (e / (d * d))
        } else {
            ((1.0 + 2.0 * e) + 4.0 * x * e * e * (1.0 + e) / d) / d
        }
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        if x < -TAIL {
            return times_exp(2.0 + x, x);
        } else if x > FAR {
            return -0.0;
        } else if x > TAIL {
            return times_exp(8.0 * (1.0 - x), -2.0 * x);
        }
        let e = exp(-x.abs());
        let cube = denominator_cubed(x, e);
        let precise = DoubleDouble::from(x);
        if x < 0.0 {
            let bracket = unless_cancelled(left_bracket(x, e), 3.0, || {
                left_bracket(precise, precise.exp())
            });
            bracket * (4.0 * e / cube)
        } else {
            let bracket = unless_cancelled(right_bracket(x, e), 3.0, || {
                right_bracket(precise, (-precise).exp())
            });
            bracket * (4.0 * exp(-2.0 * x) / cube)
        }
    }

    /// D, or d for x ≥ 0.
    fn denominator(x: f64, e: f64) -> f64 {
        let (whole, rest) = denominator_parts(x, e);
        whole + rest
    }

    fn denominator_parts(x: f64, e: f64) -> (f64, f64) {
        if x < 0.0 {
            (2.0, e * (e + 2.0))
        } else {
            (1.0, 2.0 * e * (1.0 + e))
        }
    }

    /// The cube, corrected for the rounding of its base, which would count three times.
    fn denominator_cubed(x: f64, e: f64) -> f64 {
        let (whole, rest) = denominator_parts(x, e);
        let base = whole + rest;
        let lost = rest - (base - whole);
        base * base * (base + 3.0 * lost)
    }

    fn slope_bracket<T: Number>(x: T, e: T) -> T {
        let four = T::from(4.0);
        ((e + four) * e + T::from(6.0)) * e + four + four * x * (e + T::from(1.0))
    }

    fn left_bracket<T: Number>(x: T, e: T) -> T {
        let two = T::from(2.0);
        let even = ((two * e + T::from(6.0)) * e + T::from(8.0)) * e + T::from(4.0);
        even + x * (two + (two - (T::from(3.0) + two * e) * e) * e)
    }

    fn right_bracket<T: Number>(x: T, w: T) -> T {
        let two = T::from(2.0);
        let even = two + (T::from(6.0) + (T::from(8.0) + T::from(4.0) * w) * w) * w;
        even - x * (two + (T::from(3.0) - (two + two * w) * w) * w)
    }
}

/// x - tanh x; f' = tanh² x, f'' = 2·tanh x·sech² x.
pub(super) mod tanh_shrink {
    use super::super::squashing::tanh;

    /// Depth of the continued fraction: exact in `f64` for |x| ≤ 1.
    const LEVELS: u32 = 11;

    pub(crate) fn value(x: f64) -> f64 {
        if x.abs() > 1.0 {
            return x - tanh::value(x);
        }
        // Lambert's tanh x = x/(1 + c), c = x²/(3 + x²/(5 + …)), so x - tanh x = x·c/(1 + c): no cancellation.
        let square = x * x;
        let fraction = (1..=LEVELS).rev().fold(0.0, |below, level| {
            square / (f64::from(2 * level + 1) + below)
        });
        x * (fraction / (1.0 + fraction))
    }

    pub(crate) fn slope(x: f64) -> f64 {
        let t = tanh::value(x);
        t * t
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        -tanh::curvature(x)
    }
}
