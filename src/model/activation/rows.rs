//! Whole rows of numbers at once, for networks: the kind is looked at once per row, not once per number.
//!
//! The results are those of [`Activation::value`] and [`Activation::derivative`], to the bit (of a NaN, only that it is one).

use super::squashing::{sigmoid, tanh};
use super::{Activation, Kind};

impl Activation {
    /// f of every number of `z`, written to `a`; the longer slice keeps its rest.
    pub fn values(&self, z: &[f64], a: &mut [f64]) {
        let alpha = self.values[0];
        match self.kind {
            Kind::Identity => each(z, a, |x, _| x),
            // The comparison is turned so that NaN stays NaN.
            Kind::Relu => each(z, a, |x, _| if x <= 0.0 { 0.0 } else { x }),
            // With α = 0 the limit at -∞ is 0, which the product does not give.
            Kind::LeakyRelu | Kind::Prelu if alpha != 0.0 => {
                each(z, a, |x, _| if x > 0.0 { x } else { alpha * x });
            }
            Kind::Tanh => each(z, a, |x, _| tanh::value(x)),
            Kind::Sigmoid => each(z, a, |x, _| sigmoid::value(x)),
            _ => each(z, a, |x, _| self.value(x)),
        }
    }

    /// Multiplies every number of `gradient` by f' at the number of `z` in its place: `∂L/∂a` becomes `∂L/∂z`.
    ///
    /// As in all IEEE arithmetic 0·∞ is NaN: a gradient that has overflowed stays visible behind a dead unit.
    pub fn times_derivatives(&self, z: &[f64], gradient: &mut [f64]) {
        match self.kind {
            Kind::Identity => each(z, gradient, |x, g| if x.is_nan() { x } else { g }),
            Kind::Relu => each(z, gradient, |x, g| {
                let slope = if x <= 0.0 { 0.0 } else { 1.0 };
                if x.is_nan() { x } else { g * slope }
            }),
            Kind::Tanh => each(z, gradient, |x, g| g * tanh::slope(x)),
            Kind::Sigmoid => each(z, gradient, |x, g| g * sigmoid::slope(x)),
            _ => each(z, gradient, |x, g| g * self.derivative(x)),
        }
    }
}

/// Replaces every `y` by `f(x, y)`.
fn each(xs: &[f64], ys: &mut [f64], f: impl Fn(f64, f64) -> f64) {
    for (x, y) in xs.iter().zip(ys) {
        *y = f(*x, *y);
    }
}
