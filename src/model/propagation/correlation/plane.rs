//! The plane of two inputs, cut at kinks in both directions.
//!
//! With u₁ = √q·(αx + βy) and u₂ = √q·(αx - βy), α² = (1 + c)/2 and β² = (1 - c)/2, x and y are independent standard normal numbers.
//! For every x the inner integral over y ends its panels where u₁ or u₂ is at a kink.
//! What remains is smooth in x except where u₁ and u₂ are at kinks at once, and changes within β/α of there: the outer panels end there, are as short as that around it, and double further off.

use super::super::moments::Source;
use super::super::quadrature::density;
use super::joint::Joint;
use super::panel::{END, Feature, panels};
use crate::activation::{Activation, Kind};
use std::f64::consts::PI;

/// Nearer inputs than this, in 1 - c, differ in first order: the next one is its root, below 10⁻⁹.
const NEAREST: f64 = 1e-19;
/// Below this, in √q and in the length over which f changes, two inputs are close: a difference of values would have fewer than twelve digits, and Simpson's rule has more.
const CLOSE: f64 = 3e-4;

/// Where f changes within so small a part of √q, f′ is a spike that few nodes would meet.
const STEEP: f64 = 1e-4;

/// An activation, and where it is not smooth.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Plane {
    activation: Activation,
    /// Where f, f′ or f″ jumps.
    places: Vec<f64>,
    /// The means of two of them, where (u₁ + u₂)/2 is when u₁ and u₂ are at both.
    meetings: Vec<f64>,
    /// Where f jumps, and by how much.
    jumps: Vec<(f64, f64)>,
    /// How far around 0 the function is smooth as one piece; infinite where it is a polynomial between places.
    scale: f64,
    /// f(-z) = -f(z).
    is_odd: bool,
    /// E\[f′²\] at a variance.
    source: Box<Source>,
}

impl Plane {
    pub fn new(source: &Source) -> Plane {
        let activation = source.activation;
        let mut places = activation.kinks();
        let curved = matches!(
            activation.kind(),
            Kind::Softsign | Kind::Elu | Kind::Celu | Kind::Selu
        );
        if curved && places.is_empty() {
            places.push(0.0);
        }
        let pairs = places.iter().enumerate();
        let means = pairs.flat_map(|(index, a)| places[index..].iter().map(move |b| 0.5 * (a + b)));
        let meetings = means.collect();
        let jump = |place: f64| {
            let (left, right) = (place.next_down(), place.next_up());
            (place, activation.value(right) - activation.value(left))
        };
        Plane {
            jumps: activation.jumps().into_iter().map(jump).collect(),
            scale: source.smooth_within(),
            is_odd: source.is_odd(),
            source: Box::new(source.clone()),
            meetings,
            places,
            activation,
        }
    }

    /// As [`super::joint::Pair::joint`].
    pub fn joint(&self, q: f64, distance: f64) -> Joint {
        let std = q.sqrt();
        if distance < NEAREST {
            return self.nearest(q, distance);
        }
        let alpha = (1.0 - 0.5 * distance).max(0.0).sqrt();
        let beta = (0.5 * distance).sqrt();
        let close = beta < CLOSE && std * beta < CLOSE * self.scale;
        let steep = self.scale < STEEP * std;
        let (of_x, of_y) = (0.25 / alpha.powi(2).max(NEAREST), 0.25 / beta.powi(2));
        let features = self.outer_features(std, alpha, beta);
        let mut sums = Joint {
            apart: 0.0,
            slope: 0.0,
        };
        let (start, weight) = if self.is_odd { (0.0, 2.0) } else { (-END, 1.0) };
        let mut inner = Vec::with_capacity(2 * self.places.len() + 1);
        panels(start, &features, |x, mass| {
            self.inner_features(std, alpha * x, beta, &mut inner);
            panels(0.0, &inner, |y, inner_mass| {
                let (first, second) = (std * (alpha * x + beta * y), std * (alpha * x - beta * y));
                // Half of the line of y stands for all: exchanging the inputs changes nothing.
                let mass = 2.0 * weight * mass * inner_mass;
                let difference = if close {
                    self.close_difference(first, second, std * beta * y)
                } else {
                    self.activation.value(first) - self.activation.value(second)
                };
                let apart = 0.5 * difference * difference;
                sums.apart += mass * apart;
                sums.slope += mass
                    * if steep {
                        // Integrated by parts: the bell has the derivatives.
                        apart * ((y * y - 1.0) * of_y - (x * x - 1.0) * of_x) / q
                    } else {
                        self.activation.derivative(first) * self.activation.derivative(second)
                    };
            });
        });
        if steep && self.is_odd && distance > 1.0 {
            // R(-c) = -R(c), and here 1/α² would not be small.
            sums.slope = self.joint(q, 2.0 - distance).slope;
        }
        sums.slope += self.of_jumps(std, distance);
        sums
    }

    /// f(u₁) - f(u₂) by Simpson's rule over f′, where the difference of the values would lose its digits; `half` is half of u₁ - u₂, exactly.
    ///
    /// Across a kink it is left to the values: so few pairs lie there that their digits do not matter.
    fn close_difference(&self, first: f64, second: f64, half: f64) -> f64 {
        let between = |place: &f64| (first - place) * (second - place) <= 0.0;
        if self.places.iter().any(between) {
            return self.activation.value(first) - self.activation.value(second);
        }
        let slope = |z| self.activation.derivative(z);
        half * (slope(first) + 4.0 * slope(0.5 * (first + second)) + slope(second)) / 3.0
    }

    /// The limit as both inputs become one.
    fn nearest(&self, q: f64, distance: f64) -> Joint {
        let slope_square = self.source.moments(q).slope_square;
        let std = q.sqrt();
        let crossing = |(place, jump): &(f64, f64)| jump * jump * density(place / std);
        let crossings: f64 = self.jumps.iter().map(crossing).sum();
        let near = (distance / PI).sqrt();
        let sharp = if crossings > 0.0 {
            crossings / (2.0 * q * near * PI)
        } else {
            0.0
        };
        Joint {
            apart: q * distance * slope_square + crossings * near,
            slope: slope_square + sharp,
        }
    }

    /// What E\[f′(u₁)·f′(u₂)\] leaves out where f jumps: both inputs at jumps, or one of them.
    fn of_jumps(&self, std: f64, distance: f64) -> f64 {
        let (c, far) = (1.0 - distance, 2.0 - distance);
        let s = (distance * far).sqrt();
        let mut sum = 0.0;
        for (place, jump) in &self.jumps {
            let x = place / std;
            for (other, other_jump) in &self.jumps {
                let y = other / std;
                let (less, more) = (x - y, x + y);
                let opposed = if more == 0.0 { 0.0 } else { more * more / far };
                let exponent = 0.25 * (less * less / distance + opposed);
                // At c = -1 only jumps that mirror each other meet, and there the density is infinite.
                if exponent < f64::INFINITY {
                    let both = libm::exp(-exponent) / (2.0 * PI * s);
                    sum += jump * other_jump * both / (std * std);
                }
            }
            let edge = |at: &f64| Feature::edge((at / std - c * x) / s);
            let edges: Vec<Feature> = self.places.iter().map(edge).collect();
            let mut slope = 0.0;
            panels(-END, &edges, |y, mass| {
                slope += mass * self.activation.derivative(std * (c * x + s * y));
            });
            sum += 2.0 * jump * density(x) / std * slope;
        }
        sum
    }

    fn outer_features(&self, std: f64, alpha: f64, beta: f64) -> Vec<Feature> {
        let blur = beta / alpha;
        let blurred = |place: &f64| {
            let at = if *place == 0.0 {
                0.0
            } else {
                place / (std * alpha)
            };
            Feature::blurred(at, blur)
        };
        let mut features: Vec<Feature> = self.meetings.iter().map(blurred).collect();
        if self.scale.is_finite() {
            // Where both inputs change at once, at y = 0, nothing is blurred.
            let width = self.scale / (std * alpha);
            features.push(Feature::pole(0.0, width));
            if blur > width {
                features.push(blurred(&0.0));
            }
        }
        features
    }

    fn inner_features(&self, std: f64, middle: f64, beta: f64, features: &mut Vec<Feature>) {
        features.clear();
        let edge = |place: &f64| Feature::edge((place / std - middle).abs() / beta);
        features.extend(self.places.iter().map(edge));
        if self.scale.is_finite() {
            let width = self.scale / (std * beta);
            features.push(Feature::pole(middle.abs() / beta, width));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::joint::Pair;
    use super::*;

    /// The integrals of functions that have a closed form, which is in joint.rs: corners, jumps, waves and bells. A difference of values has lost up to four of its sixteen digits.
    #[test]
    fn the_plane_gives_the_closed_forms() {
        let names = [
            "relu",
            "leaky_relu(alpha=-0.5)",
            "step",
            "sine",
            "gaussian",
            "snake",
        ];
        for name in names {
            let source = Source::new(name.parse().expect(name));
            let plane = Plane::new(&source);
            for q in [0.01, 1.0, 9.0] {
                let whole = source.moments(q);
                for distance in [2.0, 1.9, 1.3, 1.0, 0.5, 0.03, 1e-4, 1e-8, 1e-12, 1e-16] {
                    let exact = Pair::new(&source).joint(q, distance);
                    let ours = plane.joint(q, distance);
                    let off = (ours.apart - exact.apart).abs();
                    // Even functions make the same of opposite inputs.
                    let even = if distance > 1.0 { whole.square } else { 0.0 };
                    let size = exact.apart.max(even);
                    assert!(off < 2e-12 * size, "{name} {q} {distance}: {off:e}");
                    if exact.slope.is_finite() {
                        let off = (ours.slope - exact.slope).abs();
                        let size = exact.slope.abs().max(whole.slope_square);
                        assert!(off < 1e-12 * size, "{name} {q} {distance}: {off:e}");
                    }
                }
            }
        }
    }
}
