//! Whole rows of numbers at once, for networks: the kind is looked at once per row, not once per number.
//!
//! The results are those of [`Activation::value`] and [`Activation::derivative`], to the bit (of a NaN, only that it is one).

use super::{Activation, Kind, lanes};
use wide::f64x8;

impl Activation {
    /// f of every number of `z`, written to `a`; the longer slice keeps its rest.
    pub fn values(&self, z: &[f64], a: &mut [f64]) {
        let alpha = self.values[0];
        let single = |x, _| self.value(x);
        match self.kind {
            Kind::Identity => each(z, a, |x, _| x),
            // The comparison is turned so that NaN stays NaN.
            Kind::Relu => each(z, a, |x, _| if x <= 0.0 { 0.0 } else { x }),
            // With α = 0 the limit at -∞ is 0, which the product does not give.
            Kind::LeakyRelu | Kind::Prelu if alpha != 0.0 => {
                each(z, a, |x, _| if x > 0.0 { x } else { alpha * x });
            }
            Kind::Tanh => side_by_side(z, a, |x, _| lanes::tanh(x), single),
            Kind::Sigmoid => side_by_side(z, a, |x, _| lanes::sigmoid(x), single),
            _ => each(z, a, single),
        }
    }

    /// Multiplies every number of `gradient` by f' at the number of `z` in its place: `∂L/∂a` becomes `∂L/∂z`.
    ///
    /// As in all IEEE arithmetic 0·∞ is NaN: a gradient that has overflowed stays visible behind a dead unit.
    pub fn times_derivatives(&self, z: &[f64], gradient: &mut [f64]) {
        let single = |x, g| g * self.derivative(x);
        match self.kind {
            Kind::Identity => each(z, gradient, |x, g| if x.is_nan() { x } else { g }),
            Kind::Relu => each(z, gradient, |x, g| {
                let slope = if x <= 0.0 { 0.0 } else { 1.0 };
                if x.is_nan() { x } else { g * slope }
            }),
            Kind::Tanh => side_by_side(z, gradient, |x, g| g * lanes::tanh_slope(x), single),
            Kind::Sigmoid => side_by_side(z, gradient, |x, g| g * lanes::sigmoid_slope(x), single),
            _ => each(z, gradient, single),
        }
    }

    /// [`Activation::values`] and, where both are built from one exponential, f' of every number too, for [`Activation::times_slopes`].
    pub(crate) fn values_and_slopes(&self, z: &[f64], a: &mut [f64], slopes: &mut [f64]) {
        match self.kind {
            Kind::Tanh => self.both(lanes::tanh_and_slope, z, a, slopes),
            Kind::Sigmoid => self.both(lanes::sigmoid_and_slope, z, a, slopes),
            _ => self.values(z, a),
        }
    }

    /// [`Activation::times_derivatives`] after [`Activation::values_and_slopes`] of the same numbers.
    pub(crate) fn times_slopes(&self, z: &[f64], slopes: &[f64], gradient: &mut [f64]) {
        match self.kind {
            Kind::Tanh | Kind::Sigmoid => each(slopes, gradient, |slope, g| g * slope),
            _ => self.times_derivatives(z, gradient),
        }
    }

    fn both(
        &self,
        eight: impl Fn(f64x8) -> [f64x8; 2],
        z: &[f64],
        a: &mut [f64],
        slopes: &mut [f64],
    ) {
        let (z_eights, z_rest) = z.as_chunks::<8>();
        let (a_eights, a_rest) = a.as_chunks_mut::<8>();
        let (slope_eights, slope_rest) = slopes.as_chunks_mut::<8>();
        let singly = |z: &[f64], a: &mut [f64], slopes: &mut [f64]| {
            for ((z, a), slope) in z.iter().zip(a).zip(slopes) {
                (*a, *slope) = (self.value(*z), self.derivative(*z));
            }
        };
        for ((z, a), slopes) in z_eights.iter().zip(a_eights).zip(slope_eights) {
            let x = f64x8::new(*z);
            if lanes::in_reach(x) {
                [*a, *slopes] = eight(x).map(f64x8::to_array);
            } else {
                singly(z, a, slopes);
            }
        }
        singly(z_rest, a_rest, slope_rest);
    }
}

/// Replaces every `y` by `f(x, y)`.
fn each(xs: &[f64], ys: &mut [f64], f: impl Fn(f64, f64) -> f64) {
    for (x, y) in xs.iter().zip(ys) {
        *y = f(*x, *y);
    }
}

/// Replaces every `y` by `eight(x, y)`, eight at a time, and by `single(x, y)` at the end and where an x is out of reach.
fn side_by_side(
    xs: &[f64],
    ys: &mut [f64],
    eight: impl Fn(f64x8, f64x8) -> f64x8,
    single: impl Fn(f64, f64) -> f64,
) {
    let (x_eights, x_rest) = xs.as_chunks::<8>();
    let (y_eights, y_rest) = ys.as_chunks_mut::<8>();
    for (xs, ys) in x_eights.iter().zip(y_eights) {
        let x = f64x8::new(*xs);
        if lanes::in_reach(x) {
            *ys = eight(x, f64x8::new(*ys)).to_array();
        } else {
            each(xs, ys, &single);
        }
    }
    each(x_rest, y_rest, single);
}
