//! Functions that squash the line into an interval: sigmoid, tanh and their cheap relatives.
//!
//! In every submodule `value` is f, `slope` is f' and `curvature` is f'', for finite x.

/// σ(x) = 1/(1 + e⁻ˣ).
///
/// σ' = σ(x)·σ(-x) and σ'' = -σ'·tanh(x/2), through e^-|x|, so that neither tail cancels.
pub(super) mod sigmoid {
    use super::super::exponential::exp;

    pub(crate) fn value(x: f64) -> f64 {
        let e = exp(-x.abs());
        if x < 0.0 {
            e / (1.0 + e)
        } else {
            1.0 / (1.0 + e)
        }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        let e = exp(-x.abs());
        e / ((1.0 + e) * (1.0 + e))
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        let e = exp(-x.abs());
        let cube = (1.0 + e) * (1.0 + e) * (1.0 + e);
        // expm1(-|x|) = e - 1 keeps the digits near 0; one product with x's sign, rounded once.
        libm::copysign(e / cube * libm::expm1(-x.abs()), -x)
    }
}

/// tanh x; tanh' = sech² x, tanh'' = -2·tanh x·sech² x.
pub(super) mod tanh {
    use super::super::exponential::exp;
    use super::super::tail::times_exp;

    /// Below this |x| the quotient of exponentials would lose digits, and tanh x = x·(1 + x²·P(x²)/Q(x²)).
    pub(crate) const SMALL: f64 = 0.625;
    /// Cephes' tanh.c (Moshier), lowest power first.
    pub(crate) const P: [f64; 3] = [
        -1.614687684417084e3,
        -9.928772310019185e1,
        -9.643991794250523e-1,
    ];
    pub(crate) const Q: [f64; 4] = [
        4.844063053251255e3,
        2.2354883906010045e3,
        1.128116784916329e2,
        1.0,
    ];

    pub(crate) fn value(x: f64) -> f64 {
        let z = x * x;
        if z < SMALL * SMALL {
            let above = P[0] + z * (P[1] + z * P[2]);
            let below = (Q[0] + z * Q[1]) + z * z * (Q[2] + z * Q[3]);
            x * (1.0 + z * (above / below))
        } else {
            let e = exp(-2.0 * x.abs());
            libm::copysign((1.0 - e) / (1.0 + e), x)
        }
    }

    /// sech² x = 4e⁻²|ˣ|/(1 + e⁻²|ˣ|)², never 1 - tanh² (which is 0 from 19.1 on).
    pub(crate) fn slope(x: f64) -> f64 {
        let t = -2.0 * x.abs();
        let e = exp(t);
        times_exp(4.0 / ((1.0 + e) * (1.0 + e)), t)
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        let t = -2.0 * x.abs();
        let e = exp(t);
        times_exp(-8.0 * value(x) / ((1.0 + e) * (1.0 + e)), t)
    }
}

/// clip(slope·x + 1/2, 0, 1). At the kinks, ±1/(2·slope), f' is 0.
pub(super) mod hard_sigmoid {
    use super::super::double_double::DoubleDouble;

    /// The default slope, standing for exactly 1/6.
    pub(crate) const SIXTH: f64 = 1.0 / 6.0;

    /// Where the ramp ends.
    pub(crate) fn edge(steepness: f64) -> f64 {
        if steepness == SIXTH {
            3.0
        } else {
            0.5 / steepness
        }
    }

    pub(crate) fn value(x: f64, steepness: f64) -> f64 {
        let edge = edge(steepness);
        if x <= -edge {
            0.0
        } else if x >= edge {
            1.0
        } else if steepness == SIXTH {
            (x + 3.0) / 6.0
        } else {
            // In full precision, because the ramp cancels next to its foot.
            let ramp = DoubleDouble::product(steepness, x) + 0.5.into();
            ramp.hi.clamp(0.0, 1.0)
        }
    }

    pub(crate) fn slope(x: f64, steepness: f64) -> f64 {
        if x.abs() < edge(steepness) {
            steepness
        } else {
            0.0
        }
    }
}

/// clip(x, -1, 1). At the kinks f' is 0.
pub(super) mod hard_tanh {
    pub(crate) fn value(x: f64) -> f64 {
        x.clamp(-1.0, 1.0)
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x.abs() < 1.0 { 1.0 } else { 0.0 }
    }
}

/// x/(1 + |x|); f'' jumps from 2 to -2 at 0, where it is given as 0.
pub(super) mod softsign {
    pub(crate) fn value(x: f64) -> f64 {
        x / (1.0 + x.abs())
    }

    pub(crate) fn slope(x: f64) -> f64 {
        let r = 1.0 / (1.0 + x.abs());
        r * r
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        if x == 0.0 {
            return 0.0;
        }
        let r = 1.0 / (1.0 + x.abs());
        libm::copysign(2.0 * r * r * r, -x)
    }
}

/// atan x; f' = 1/(1 + x²), f'' = -2x/(1 + x²)².
pub(super) mod arctan {
    /// From here on 1 + x² is x² in `f64`, and is divided out before it overflows.
    const FAR: f64 = 1e9;

    pub(crate) fn value(x: f64) -> f64 {
        libm::atan(x)
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x.abs() > FAR {
            let r = 1.0 / x;
            r * r
        } else {
            1.0 / (1.0 + x * x)
        }
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        if x.abs() > FAR {
            let r = 1.0 / x;
            -2.0 * r * r * r
        } else {
            let r = 1.0 / (1.0 + x * x);
            -2.0 * x * (r * r)
        }
    }
}
