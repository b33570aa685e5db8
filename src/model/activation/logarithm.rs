//! f' where it has left the range of `f64`: as a number with an exponent of its own, and as ln|f'|.

use std::f64::consts::LN_2;

use super::evaluate::QUICK_GELU_BETA;
use super::gelu::{exact, tanh_approximation};
use super::{Activation, Kind};
use crate::scaled::Scaled;

/// f' is taken at its word between these two; outside, subnormals have lost digits.
const TRUSTED: std::ops::Range<f64> = 1e-280..1e280;

/// ½·ln 2π.
const HALF_LN_TURN: f64 = 0.9189385332046728;

impl Activation {
    /// f'(x) as a number that does not underflow: it is 0 only where f' is exactly 0, or at ±∞ in the limit.
    pub fn slope(&self, x: f64) -> Scaled {
        let plain = self.derivative(x);
        if plain.is_normal() || !x.is_finite() {
            return Scaled::new(plain);
        }
        let (sign, ln) = self.derivative_logarithm(x);
        if ln.is_nan() {
            return Scaled::new(plain);
        }
        Scaled::from_logarithm(sign, ln)
    }

    /// The sign of f'(x), and ln|f'(x)|, even where f'(x) is too small or too large for `f64`.
    ///
    /// (0, -∞) only where f' is exactly zero in mathematics, or at ±∞ in the limit; (NaN, NaN) where f' is NaN.
    /// The logarithm is right to about 10⁻¹² of itself (or absolutely, where it is below 1), and saturates at -[`f64::MAX`].
    pub fn derivative_logarithm(&self, x: f64) -> (f64, f64) {
        let plain = self.derivative(x);
        if plain.is_nan() {
            return (f64::NAN, f64::NAN);
        } else if TRUSTED.contains(&plain.abs()) || x.is_infinite() || self.is_flat(x) {
            let sign = if plain == 0.0 { 0.0 } else { plain.signum() };
            return (sign, libm::log(plain.abs()));
        }
        let (sign, ln) = self.extreme_derivative(x);
        (sign, ln.max(-f64::MAX))
    }

    /// Whether f'(x) = 0 exactly.
    fn is_flat(&self, x: f64) -> bool {
        match self.kind {
            Kind::Gaussian | Kind::TanhShrink => x == 0.0,
            Kind::SquaredRelu => x <= 0.0,
            Kind::Elu | Kind::Selu => self.values[0] == 0.0,
            Kind::HardSilu
            | Kind::Step
            | Kind::HardSigmoid
            | Kind::HardTanh
            | Kind::Relu
            | Kind::Relu6
            | Kind::LeakyRelu
            | Kind::Prelu
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::ThresholdRelu => self.derivative(x) == 0.0,
            _ => false,
        }
    }

    /// Sign and ln|f'| by the leading term of f' where f' under- or overflows.
    fn extreme_derivative(&self, x: f64) -> (f64, f64) {
        let [p, q] = self.values;
        let t = x.abs();
        match self.kind {
            Kind::Sigmoid | Kind::Softplus | Kind::LogSigmoid => (1.0, -t),
            Kind::Tanh => (1.0, 2.0 * (LN_2 - t)),
            Kind::Softsign => (1.0, -2.0 * libm::log1p(t)),
            Kind::Arctan => (1.0, -2.0 * libm::log(t)),
            Kind::Elu => (1.0, libm::log(p) + x),
            Kind::Celu => (1.0, x / p),
            Kind::Selu => (1.0, libm::log(q) + libm::log(p) + x),
            Kind::Squareplus => (1.0, libm::log(0.25 * p) - 2.0 * libm::log(t)),
            Kind::Silu => (-1.0, gate_tail(p * x)),
            Kind::QuickGelu => (-1.0, gate_tail(QUICK_GELU_BETA.hi * x)),
            Kind::Gelu => (-1.0, gaussian_tail(t)),
            Kind::GeluTanh => (-1.0, tanh_tail(x)),
            Kind::Mish => (-1.0, x + libm::log(t - 1.0)),
            Kind::TanhShrink => (1.0, 2.0 * libm::log(t)),
            Kind::Gaussian => (-x.signum(), LN_2 + libm::log(t) - t * t),
            Kind::SquaredRelu => (1.0, LN_2 + libm::log(x)),
            Kind::Exponential => (1.0, x),
            // These stay within the range of f64 wherever they are not zero.
            _ => {
                let plain = self.derivative(x);
                (plain.signum(), libm::log(plain.abs()))
            }
        }
    }
}

/// ln|f'| of x·σ(βx) far to the left, where f' = e^t(1 + t), t = βx.
fn gate_tail(t: f64) -> f64 {
    let t = t.max(-f64::MAX);
    t + libm::log(-1.0 - t)
}

/// ln|f'| of GELU at -t: f' = φ(t)(R(t) - t), R(t) the Mills ratio, whose asymptotic series (Abramowitz & Stegun 7.1.23) is cut after t⁻⁷: from t = 40 on, the next term is below 10⁻¹².
fn gaussian_tail(t: f64) -> f64 {
    let w = 1.0 / (t * t);
    let ratio = if t < 40.0 {
        exact::mills_ratio(t)
    } else {
        (1.0 - w * (1.0 - w * (3.0 - w * 15.0))) / t
    };
    -0.5 * t * t - HALF_LN_TURN + libm::log(t - ratio)
}

/// ln|f'| of GELU's tanh approximation far to the left, where f' = e^v(1 + xv').
fn tanh_tail(x: f64) -> f64 {
    let rise = x * tanh_approximation::steepness(x);
    if rise.is_infinite() {
        return -f64::MAX;
    }
    tanh_approximation::exponent(x).hi + libm::log(-1.0 - rise)
}
