//! E\[f\], E\[f²\] and E\[f'²\] of an activation under normal pre-activations: in closed form where one exists, otherwise by quadrature.

use super::super::activation::{Activation, Kind};
use super::quadrature::{Side, density, sweep};
use std::f64::consts::TAU;

/// What a wide layer makes of z ~ N(0, q).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// E\[f(z)\].
    pub mean: f64,
    /// E\[f(z)²\].
    pub square: f64,
    /// E\[f'(z)²\], f' taken where it exists: what flows back through a jump is nothing.
    pub slope_square: f64,
    /// The derivative of E\[f(z)²\] by q, jumps included.
    pub growth: f64,
}

/// An activation made ready for its moments.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    pub activation: Activation,
    /// The slopes to the left and right of 0 of a function that is two rays from the origin; such a function has no scale of its own.
    pub rays: Option<(f64, f64)>,
    /// The distance from 0 at which the function begins to differ from what it is at 0.
    pub scale: f64,
    sides: Vec<Side>,
    /// Where f² jumps, and by how much.
    jumps: Vec<(f64, f64)>,
}

impl Source {
    pub fn new(activation: Activation) -> Source {
        Source {
            rays: rays(&activation),
            scale: scale(&activation),
            sides: sides(&activation),
            jumps: jumps(&activation),
            activation,
        }
    }

    /// The moments at the variance q; at q = 0 their limits from above, at ∞ their limits. NaN where there is no such variance.
    pub fn moments(&self, q: f64) -> Moments {
        if q.is_nan() || q < 0.0 {
            return Moments {
                mean: f64::NAN,
                square: f64::NAN,
                slope_square: f64::NAN,
                growth: f64::NAN,
            };
        } else if let Some((left, right)) = self.rays {
            let half = 0.5 * (left * left + right * right);
            return Moments {
                // E[max(0, z)] = √(q/2π).
                mean: (right - left) * (q / TAU).sqrt(),
                square: if half == 0.0 { 0.0 } else { half * q },
                slope_square: half,
                growth: half,
            };
        } else if q == 0.0 {
            return self.at_zero();
        } else if q == f64::INFINITY {
            return self.at_infinity();
        }
        closed_form(&self.activation, q).unwrap_or_else(|| self.by_quadrature(q))
    }

    /// The limit of E\[f²\]/q, and so of E\[f'²\] where f ends in two rays, as q grows.
    pub fn far_growth(&self) -> f64 {
        match self.activation.kind() {
            Kind::Sine => 0.0,
            // The wave is bounded beside x.
            Kind::Snake => 1.0,
            _ => mean_square(|x| self.activation.derivative(x), f64::INFINITY),
        }
    }

    /// How far around 0 the function is smooth as one piece; infinite where it is a polynomial between its kinks.
    pub fn smooth_within(&self) -> f64 {
        self.sides.first().map_or(f64::INFINITY, |side| side.scale)
    }

    /// Whether one side stands for both.
    pub fn is_odd(&self) -> bool {
        self.sides.len() == 1
    }

    fn at_zero(&self) -> Moments {
        let f = &self.activation;
        let slope_square = mean_square(|x| f.derivative(x), f64::MIN_POSITIVE);
        let square = mean_square(|x| f.value(x), f64::MIN_POSITIVE);
        // d/dq E[f²] = E[f'² + f·f''], and f·f'' is 0 at 0 where f is.
        let curved = |x: f64| f.value(x) * f.second_derivative(x);
        let bend = 0.5 * (curved(f64::MIN_POSITIVE) + curved(-f64::MIN_POSITIVE));
        Moments {
            mean: 0.5 * (f.value(-f64::MIN_POSITIVE) + f.value(f64::MIN_POSITIVE)),
            square,
            slope_square,
            growth: slope_square + bend,
        }
    }

    fn at_infinity(&self) -> Moments {
        let parameter = |id| self.activation.parameter(id).unwrap_or(f64::NAN);
        let growth = self.far_growth();
        let (square, slope_square) = match self.activation.kind() {
            Kind::Sine => (0.5, 0.5 * parameter("omega") * parameter("omega")),
            Kind::Snake => (f64::INFINITY, 1.5),
            _ => {
                let value = |x| self.activation.value(x);
                (mean_square(value, f64::INFINITY), growth)
            }
        };
        let (left, right) = self.activation.limits();
        Moments {
            mean: 0.5 * (left + right),
            square,
            slope_square,
            growth,
        }
    }

    fn by_quadrature(&self, q: f64) -> Moments {
        let std = q.sqrt();
        let sums = sweep(&self.activation, &self.sides, std);
        // A jump of f² at z moves with q: it passes through the bell at the rate φ(x)·x/(2q), x = z/√q.
        let jumps = self.jumps.iter().map(|(place, jump)| {
            let x = place / std;
            0.5 * jump * density(x) * x / q
        });
        Moments {
            mean: if self.is_odd() { 0.0 } else { sums.mean },
            square: sums.square,
            slope_square: sums.slope_square,
            growth: sums.product / std + jumps.sum::<f64>(),
        }
    }
}

/// The mean of g² at x and -x.
fn mean_square(g: impl Fn(f64) -> f64, x: f64) -> f64 {
    let (left, right) = (g(-x), g(x));
    0.5 * (left * left + right * right)
}

/// Functions that wave or grow, for which panels would be wasteful, and polynomials.
fn closed_form(activation: &Activation, q: f64) -> Option<Moments> {
    let parameter = |id| activation.parameter(id).unwrap_or(f64::NAN);
    let (mean, square, slope_square, growth) = match activation.kind() {
        Kind::Step => (0.5, 0.5, 0.0, 0.0),
        Kind::SquaredRelu => (0.5 * q, 1.5 * q * q, 2.0 * q, 3.0 * q),
        // E[cos kz] = e^(-k²q/2).
        Kind::Sine => {
            let rate = parameter("omega") * parameter("omega");
            let less = libm::expm1(-2.0 * rate * q);
            let slope_square = rate * (1.0 + 0.5 * less);
            (0.0, -0.5 * less, slope_square, rate * (1.0 + less))
        }
        // f = x + (1 - cos 2ax)/(2a), f' = 1 + sin 2ax.
        Kind::Snake => {
            let a = parameter("a");
            let rate = a * a;
            let twice = libm::expm1(-2.0 * rate * q);
            let eight = libm::expm1(-8.0 * rate * q);
            (
                -0.5 * twice / a,
                q + (eight - 4.0 * twice) / (8.0 * rate),
                1.0 - 0.5 * eight,
                1.0 + (twice - eight),
            )
        }
        Kind::Gaussian => {
            let wide = 1.0 + 4.0 * q;
            let root = 1.0 / wide.sqrt();
            let mean = 1.0 / (1.0 + 2.0 * q).sqrt();
            (mean, root, 4.0 * q / wide * root, -2.0 / wide * root)
        }
        Kind::Exponential => {
            let e = libm::exp(2.0 * q);
            (libm::exp(0.5 * q), e, e, 2.0 * e)
        }
        _ => return None,
    };
    Some(Moments {
        mean,
        square,
        slope_square,
        growth,
    })
}

fn rays(activation: &Activation) -> Option<(f64, f64)> {
    let parameter = |id| activation.parameter(id).unwrap_or(f64::NAN);
    match activation.kind() {
        Kind::Identity => Some((1.0, 1.0)),
        Kind::Relu => Some((0.0, 1.0)),
        Kind::LeakyRelu | Kind::Prelu => Some((parameter("alpha"), 1.0)),
        Kind::Elu if parameter("alpha") == 0.0 => Some((0.0, 1.0)),
        Kind::Selu if parameter("alpha") == 0.0 => Some((0.0, parameter("lambda"))),
        Kind::Silu if parameter("beta") == 0.0 => Some((0.5, 0.5)),
        Kind::ThresholdRelu if parameter("theta") == 0.0 => Some((0.0, 1.0)),
        _ => None,
    }
}

fn scale(activation: &Activation) -> f64 {
    let kinks = activation.kinks().into_iter().map(f64::abs);
    let nearest = kinks.filter(|kink| *kink > 0.0).reduce(f64::min);
    nearest.unwrap_or_else(|| smooth_scale(activation))
}

/// The distance from 0 within which one panel is enough: about that of the nearest pole.
fn smooth_scale(activation: &Activation) -> f64 {
    let parameter = |id| activation.parameter(id).unwrap_or(f64::NAN);
    match activation.kind() {
        Kind::Sigmoid | Kind::Softplus | Kind::LogSigmoid | Kind::Elu | Kind::Selu => 2.0,
        Kind::Arctan => 0.75,
        Kind::Celu => 2.0 * parameter("alpha"),
        Kind::Squareplus => 0.75 * parameter("b").sqrt(),
        Kind::Silu => 2.0 / parameter("beta"),
        Kind::Sine => 1.0 / parameter("omega"),
        Kind::Snake => 1.0 / parameter("a"),
        _ => 1.0,
    }
}

fn sides(activation: &Activation) -> Vec<Side> {
    let kinks = activation.kinks();
    let polynomial = kinks.iter().any(|kink| *kink != 0.0);
    let scale = if polynomial {
        f64::INFINITY
    } else {
        smooth_scale(activation)
    };
    let side = |sign: f64, weight: f64| {
        let mut edges: Vec<f64> = kinks.iter().map(|kink| sign * kink).collect();
        edges.retain(|edge| *edge > 0.0);
        edges.sort_unstable_by(f64::total_cmp);
        Side {
            sign,
            weight,
            start: silent_until(activation, sign),
            edges,
            scale,
        }
    };
    match activation.kind() {
        // f(-x) = -f(x): one side says all.
        Kind::Tanh
        | Kind::HardTanh
        | Kind::Softsign
        | Kind::Arctan
        | Kind::TanhShrink
        | Kind::SoftShrink
        | Kind::HardShrink => vec![side(1.0, 2.0)],
        _ => vec![side(-1.0, 1.0), side(1.0, 1.0)],
    }
}

/// How far from 0, to the side of `sign`, both f and f' are 0.
fn silent_until(activation: &Activation, sign: f64) -> f64 {
    let near = sign * f64::MIN_POSITIVE;
    let zones = activation.dead_zones();
    let zone = zones
        .iter()
        .find(|(low, high)| *low < near && near < *high && activation.value(near) == 0.0);
    zone.map_or(0.0, |(low, high)| if sign > 0.0 { *high } else { -low })
}

fn jumps(activation: &Activation) -> Vec<(f64, f64)> {
    let square = |x: f64| activation.value(x) * activation.value(x);
    let jump = |place: f64| square(place.next_up()) - square(place.next_down());
    let places = activation.jumps().into_iter();
    places.map(|place| (place, jump(place))).collect()
}
