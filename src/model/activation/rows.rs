//! Whole rows of numbers at once, for networks: the kind is looked at once per row, not once per number.
//!
//! The results are those of [`Activation::value`] and [`Activation::derivative`], to the bit (of a NaN, only that it is one).

use super::{Activation, Kind, pairs};
use wide::f64x4;

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
            Kind::Tanh => two_by_two(z, a, pairs::tanh, |y, _| y, |x, _| self.value(x)),
            Kind::Sigmoid => two_by_two(z, a, pairs::sigmoid, |y, _| y, |x, _| self.value(x)),
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
            Kind::Tanh => two_by_two(z, gradient, pairs::tanh_slope, |y, g| g*y, |x, g| g * self.derivative(x)),
            Kind::Sigmoid => two_by_two(z, gradient, pairs::sigmoid_slope, |y, g| g*y, |x, g| g * self.derivative(x)),
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

/// Replaces every `y` by `combine(pair(x), y)`, and by `single(x, y)` where x is out of the pair's reach or alone at the end.
fn two_by_two(
    xs: &[f64],
    ys: &mut [f64],
    pair: impl Fn(f64x4) -> f64x4,
    combine: impl Fn(f64x4, f64x4) -> f64x4,
    single: impl Fn(f64, f64) -> f64,
) {
    let (x_pairs, x_rest) = xs.as_chunks::<4>();
    let (y_pairs, y_rest) = ys.as_chunks_mut::<4>();
    for (xs, ys) in x_pairs.iter().zip(y_pairs) {
        let x = f64x4::new(*xs);
        if pairs::in_reach(x) {
            *ys = combine(pair(x), f64x4::new(*ys)).to_array();
        } else {
            each(xs, ys, &single);
        }
    }
    each(x_rest, y_rest, single);
}
