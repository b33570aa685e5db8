//! GELU, exact and in its tanh approximation.
//!
//! In both submodules `value` is f, `slope` is f' and `curvature` is f'', for finite x.

/// x·Φ(x), with Φ the normal distribution function; f' = Φ + x·φ, f'' = φ·(2 - x²).
///
/// With t = |x| and the Mills ratio R(t) = (1 - Φ(t))/φ(t), the left tail is f = -t·φ·R and f' = φ·(R - t): one exponential, whose argument -t²/2 is carried to twice the digits.
pub(super) mod exact {
    use super::super::double_double::DoubleDouble;
    use super::super::tail::{above_half, times_exp_of};

    /// Beyond this |x| every deviation from the limit has underflowed.
    const FAR: f64 = 40.0;
    /// 1/√(2π).
    const NORMAL_PEAK: f64 = 0.3989422804014327;

    pub(crate) fn value(x: f64) -> f64 {
        let t = x.abs();
        if t > FAR {
            return if x > 0.0 { x } else { -0.0 };
        }
        let tail = -density_times(t * mills_ratio(t), t);
        if x > 0.0 {
            above_half(x, x + tail)
        } else {
            tail
        }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        let t = x.abs();
        if t > FAR {
            return if x > 0.0 { 1.0 } else { -0.0 };
        }
        let left = if (t - SLOPE_ZERO.hi).abs() < REACH {
            left_slope(t)
        } else {
            density_times(mills_ratio(t) - t, t)
        };
        if x > 0.0 { 1.0 - left } else { left }
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        let t = x.abs();
        if t > FAR {
            return -0.0;
        }
        let square = DoubleDouble::product(t, t);
        density_times((2.0 - square.hi) - square.lo, t)
    }

    /// `scale·φ(t)`.
    fn density_times(scale: f64, t: f64) -> f64 {
        let square = DoubleDouble::product(t, t);
        let exponent = DoubleDouble::new(-0.5 * square.hi, -0.5 * square.lo);
        times_exp_of(NORMAL_PEAK * scale, exponent)
    }

    /// f'(-t) for t near 0.75, where it vanishes and φ·(R - t) cancels: its Taylor series about the zero.
    fn left_slope(t: f64) -> f64 {
        let distance = (t - SLOPE_ZERO.hi) - SLOPE_ZERO.lo;
        distance
            * NEAR_ZERO
                .iter()
                .rev()
                .fold(0.0, |sum, c| sum * distance + c)
    }

    /// R(t) for 0 ≤ t ≤ 40: a polynomial in (t - 5)/(t + 5), divided by 1 + t.
    pub(crate) fn mills_ratio(t: f64) -> f64 {
        let y = (t - 5.0) / (t + 5.0);
        let polynomial = MILLS.iter().rev().fold(0.0, |sum, c| sum * y + c);
        polynomial / (1.0 + t)
    }

    /// f'(-SLOPE_ZERO) = 0.
    const SLOPE_ZERO: DoubleDouble = DoubleDouble::new(0.7517915246935645, -1.4956759177009883e-17);
    /// How far from its zero the series of f' is used.
    const REACH: f64 = 0.2;

    // Both tables are printed by tests/reference/make_mills_ratio.py, which finds relative errors below 7e-17.
    const NEAR_ZERO: [f64; 17] = [
        -0.4314939923140469,
        0.388284982990552,
        0.018199676398671087,
        -0.1140082332972217,
        0.014771522148244337,
        0.019421679838189067,
        -0.004539228379125415,
        -0.002239538068073497,
        0.0007448268386746817,
        0.00018633974623233514,
        -8.615947861116571e-05,
        -1.121438018842664e-05,
        7.74846130700372e-06,
        4.3284506257392273e-07,
        -5.702764979242107e-07,
        -1.6044265494246427e-09,
        3.5459866461783865e-08,
    ];
    const MILLS: [f64; 24] = [
        1.1568486282918946,
        -0.2294875382521129,
        0.07778159886873665,
        0.02507217930161153,
        -0.06617760077906178,
        0.0615050458410212,
        -0.03802659218612321,
        0.016348231269334566,
        -0.004201290330928101,
        1.953072824662384e-05,
        0.00045704396535417016,
        -0.00013437469180260282,
        -2.480612980895158e-05,
        2.2710790045850787e-05,
        -1.752500578074453e-07,
        -3.2793462679189514e-06,
        3.181642608475806e-07,
        4.940369159428805e-07,
        -6.278209169689315e-08,
        -7.840943022080584e-08,
        6.8561139730297904e-09,
        1.0797962017370589e-08,
        -2.3178490110674192e-11,
        -7.159141559588326e-10,
    ];
}

/// x·σ(v) with v = 2√(2/π)(x + 0.044715x³), which is x/2·(1 + tanh(v/2)).
///
/// With e = e^-|v|, v' and v'' the derivatives of v, f' = e(1 + e + xv')/(1 + e)² for x < 0 and (1 + e + xv'e)/(1 + e)² for x ≥ 0;
/// f'' = e((2v' + xv'')(1 + e) - |x|v'²(1 - e))/(1 + e)³.
/// v is carried to twice the digits, and 0.044715 is that decimal, because e^v multiplies an error of v by |v|.
pub(super) mod tanh_approximation {
    use super::super::double_double::{DoubleDouble, Number};
    use super::super::tail::{above_half, exp_of, times_exp_of, unless_cancelled};

    /// Beyond this |x| every deviation from the limit has underflowed.
    const FAR: f64 = 30.0;
    /// Beyond this |v| the sum 1 + e^-|v| is 1.
    const TAIL: f64 = 40.0;
    /// v = A·x + B·x³: A = 2√(2/π), B = 0.044715·A.
    const A: DoubleDouble = DoubleDouble::new(1.5957691216057308, -9.96930880911092e-17);
    const B: DoubleDouble = DoubleDouble::new(0.07135481627260025, -6.175149918155315e-19);

    pub(crate) fn exponent(x: f64) -> DoubleDouble {
        let x = DoubleDouble::from(x);
        x * (A + B * (x * x))
    }

    pub(crate) fn value(x: f64) -> f64 {
        if x.abs() > FAR {
            return if x > 0.0 { x } else { -0.0 };
        }
        let v = exponent(x);
        if x > 0.0 {
            above_half(x, x / (1.0 + exp_of(-v)))
        } else if v.hi > -TAIL {
            let e = exp_of(v);
            x * (e / (1.0 + e))
        } else {
            times_exp_of(x, v)
        }
    }

    pub(crate) fn slope(x: f64) -> f64 {
        if x.abs() > FAR {
            return if x > 0.0 { 1.0 } else { -0.0 };
        }
        let v = exponent(x);
        let rise = x * steepness(x);
        if v.hi < -TAIL {
            return times_exp_of(1.0 + rise, v);
        }
        let e = exp_of(-v.abs());
        let square = (1.0 + e) * (1.0 + e);
        if x > 0.0 {
            return (1.0 + e + rise * e) / square;
        }
        let bracket = unless_cancelled(1.0 + rise + e, 0.5, || {
            let x = DoubleDouble::from(x);
            DoubleDouble::from(1.0) + x * steepness(x) + v.exp()
        });
        bracket * (e / square)
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        let x = x.abs();
        if x > FAR {
            return -0.0;
        }
        let v = exponent(x);
        if v.hi > TAIL {
            return times_exp_of(curvature_bracket(DoubleDouble::from(x), 0.0.into()).hi, -v);
        }
        let e = exp_of(-v);
        let x = DoubleDouble::from(x);
        let bracket = unless_cancelled(curvature_bracket(x, e.into()).hi, 3.0, || {
            curvature_bracket(x, (-v).exp())
        });
        bracket * (e / ((1.0 + e) * (1.0 + e) * (1.0 + e)))
    }

    /// v' = A + 3Bx².
    pub(crate) fn steepness<T: Number + From<Constant>>(x: T) -> T {
        T::from(Constant(A)) + T::from(3.0) * T::from(Constant(B)) * (x * x)
    }

    /// (2v' + xv'')(1 + e) - xv'²(1 - e), where 2v' + xv'' = 2A + 12Bx².
    fn curvature_bracket(x: DoubleDouble, e: DoubleDouble) -> DoubleDouble {
        let one = DoubleDouble::from(1.0);
        let v1 = steepness(x);
        let twice = DoubleDouble::from(2.0) * A + DoubleDouble::from(12.0) * B * (x * x);
        twice * (one + e) - x * (v1 * v1) * (one - e)
    }

    /// A or B, to the digits the formula is evaluated in.
    pub(crate) struct Constant(DoubleDouble);

    impl From<Constant> for f64 {
        fn from(constant: Constant) -> f64 {
            constant.0.hi
        }
    }

    impl From<Constant> for DoubleDouble {
        fn from(constant: Constant) -> DoubleDouble {
            constant.0
        }
    }
}
