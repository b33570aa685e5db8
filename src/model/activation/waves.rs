//! Periodic and exponential functions: sine, snake, the Gaussian and the exponential.
//!
//! In every submodule `value` is f, `slope` is f' and `curvature` is f'', for finite x.

/// sin ωx; f' = ω·cos ωx, f'' = -ω²·sin ωx.
///
/// The angle is the exact product ωx, so the result is right however large x is.
pub(super) mod sine {
    use super::super::angle::Angle;

    pub(crate) fn value(x: f64, omega: f64) -> f64 {
        Angle::of_product(omega, x).sin()
    }

    pub(crate) fn slope(x: f64, omega: f64) -> f64 {
        omega * Angle::of_product(omega, x).cos()
    }

    pub(crate) fn curvature(x: f64, omega: f64) -> f64 {
        -omega * omega * Angle::of_product(omega, x).sin()
    }
}

/// x + sin²(ax)/a; f' = 1 + sin 2ax, f'' = 2a·cos 2ax.
pub(super) mod snake {
    use super::super::angle::Angle;
    use super::super::double_double::DoubleDouble;

    /// From this |ax| on the wave is below half a unit in the last place of x.
    const FAR: f64 = 1e17;

    pub(crate) fn value(x: f64, a: f64) -> f64 {
        if (a * x).abs() > FAR {
            return x;
        }
        let s = Angle::of_product(a, x).sin();
        // To the left of 0 the two terms cancel down to a fifth.
        (DoubleDouble::product(s, s) / a + x.into()).hi
    }

    /// 1 + sin 2ax, and 2·sin²(ax + π/4) where that sum cancels.
    pub(crate) fn slope(x: f64, a: f64) -> f64 {
        let angle = Angle::of_product(a, x);
        let plain = 1.0 + angle.doubled().sin();
        if plain > 0.5 {
            plain
        } else {
            let s = angle.plus_eighth_turn().sin();
            2.0 * s * s
        }
    }

    pub(crate) fn curvature(x: f64, a: f64) -> f64 {
        2.0 * a * Angle::of_product(a, x).doubled().cos()
    }
}

/// e^(-x²); f' = -2x·f, f'' = (4x² - 2)·f.
pub(super) mod gaussian {
    use super::super::double_double::DoubleDouble;
    use super::super::tail::times_exp_of;

    /// Beyond this |x| f, f' and f'' have underflowed.
    const FAR: f64 = 40.0;

    pub(crate) fn value(x: f64) -> f64 {
        times_bell(1.0, x)
    }

    pub(crate) fn slope(x: f64) -> f64 {
        times_bell(-2.0 * x, x)
    }

    pub(crate) fn curvature(x: f64) -> f64 {
        let square = DoubleDouble::product(x, x);
        times_bell((4.0 * square.hi - 2.0) + 4.0 * square.lo, x)
    }

    /// `scale·e^(-x²)`, with x² carried to twice the digits.
    fn times_bell(scale: f64, x: f64) -> f64 {
        if x.abs() > FAR {
            return libm::copysign(0.0, scale);
        }
        times_exp_of(scale, -DoubleDouble::product(x, x))
    }
}
