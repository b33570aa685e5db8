//! Angles known to more digits than one `f64`, for the sine and cosine of a product.

use super::double_double::DoubleDouble;

/// An angle in radians: the sum of two numbers of any size, the second much smaller than the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Angle(DoubleDouble);

const EIGHTH_TURN: DoubleDouble =
    DoubleDouble::new(std::f64::consts::FRAC_PI_4, 3.061616997868383e-17);

impl Angle {
    /// The exact product `rate · x`, where it does not overflow.
    pub(super) fn of_product(rate: f64, x: f64) -> Angle {
        let hi = rate * x;
        // A fused multiply-add rather than Dekker's splitting, which overflows near the end of the range.
        let lo = if rate == 1.0 { 0.0 } else { libm::fma(rate, x, -hi) };
        Angle(DoubleDouble::new(hi, lo))
    }

    /// Twice the angle.
    pub(super) fn doubled(self) -> Angle {
        Angle(DoubleDouble::new(2.0 * self.0.hi, 2.0 * self.0.lo))
    }

    /// The angle + π/4.
    pub(super) fn plus_eighth_turn(self) -> Angle {
        Angle(self.0 + EIGHTH_TURN)
    }

    pub(super) fn sin(self) -> f64 {
        let DoubleDouble { hi, lo } = self.0;
        if lo == 0.0 {
            return libm::sin(hi);
        }
        libm::sin(hi) * libm::cos(lo) + libm::cos(hi) * libm::sin(lo)
    }

    pub(super) fn cos(self) -> f64 {
        let DoubleDouble { hi, lo } = self.0;
        if lo == 0.0 {
            return libm::cos(hi);
        }
        libm::cos(hi) * libm::cos(lo) - libm::sin(hi) * libm::sin(lo)
    }
}
