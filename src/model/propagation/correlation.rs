//! What a very wide random layer does to the correlation of two inputs.
//!
//! Both have pre-activations of variance q, with correlation c: u₁ and u₂ are jointly normal.
//! At a fixed point q* the next layer's correlation is (Poole et al. 2016; Schoenholz et al. 2017)
//! - R(c) = (σ_w²·E\[f(u₁)·f(u₂)\] + σ_b²)/q*, with R(1) = 1, and
//! - R′(c) = σ_w²·E\[f′(u₁)·f′(u₂)\], with R′(1) = χ(q*); where f jumps, the jumps count too, and R′(1) is infinite.
//!
//! R is a power series in c whose coefficients are not negative (Mehler's formula). So it is convex from 0 to 1, and:
//! - where χ ≤ 1, c* = 1 is its only fixed point there, and attracts; where χ > 1 there is one more, below 1, and that one attracts;
//! - below 0 there is none but c = -1, for odd functions without biases; it repels wherever q* > 0.
//!
//! Distances 1 - c are carried along instead of c, so that they keep their digits when two inputs have become almost the same.

mod joint;
mod panel;
mod plane;

use super::roots::crossing;
use super::{Destination, Kind, Phase, Propagation};
use joint::Pair;
use std::convert::Infallible;

/// Where the map is followed to: 1 - c* is about χ - 1, or its square where f has kinks.
const NEAREST: f64 = 1e-26;

/// A χ closer to 1 than this is 1 with the rounding of its integral.
const LEAST_EXCESS: f64 = 1e-12;

/// The map from one layer's correlation to the next one's.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrelationMap {
    pair: Pair,
    q: f64,
    /// By what a distance between outputs, E\[(f(u₁) - f(u₂))²\]/2, is multiplied to give 1 - c.
    share: f64,
    /// Whether R(-c) = -R(c) though f is not linear.
    is_odd: bool,
    chi: f64,
}

/// Where the correlation of two inputs leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Correlated {
    /// To a fixed point.
    Fixed {
        /// 1 - c*.
        distance: f64,
        /// χ_c = R′(c*): by what a small difference from c* is multiplied in each layer.
        slope: f64,
    },
    /// Nowhere: the layer is linear in what is left of the signal, and leaves every correlation as it is.
    Every,
}

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMap {
    /// Every pre-activation is 0: there is nothing to compare.
    Silent,
    /// q* = 0, and f has slope 0 there: the signal dies faster than at any rate.
    Flat,
    /// q grows without end, and f has no slope in the limit.
    Steep,
    /// q grows without end, but ever more slowly: what the limit leaves as it is may drift all the same.
    Drifts,
}

/// One layer of two inputs' way, see [`Propagation::correlations`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairLayer {
    /// The variance of the pre-activations, the same for both inputs.
    pub q: f64,
    /// 1 - c; the mean square of u₁ - u₂ is 2q times that. NaN where q is 0 or no longer finite.
    pub distance: f64,
}

impl PairLayer {
    /// The correlation of the two inputs' pre-activations.
    pub fn correlation(&self) -> f64 {
        1.0 - self.distance
    }
}

impl Propagation {
    /// The map where a sequence of layers leads.
    ///
    /// At a fixed point q* > 0 it is R. Where q goes to 0 or grows without end it is the limit of E\[f(u₁)·f(u₂)\]/E\[f²\], the correlation of what is left; its slope at c = 1 is then not χ.
    ///
    /// # Errors
    /// [`NoMap`] where there is no such limit.
    pub fn correlation_map(&self, destination: Destination) -> Result<CorrelationMap, NoMap> {
        let limit = match destination {
            Destination::Fixed(point) if point.q > 0.0 => return Ok(self.map_at(point.q)),
            Destination::Fixed(_) if self.sigma_w == 0.0 => return Err(NoMap::Silent),
            Destination::Fixed(_) => f64::MIN_POSITIVE,
            Destination::Diverges => f64::INFINITY,
        };
        let activation = self.activation();
        let squares = activation.kind() == Kind::SquaredRelu;
        let (left, right) = match self.source.rays {
            Some(rays) => rays,
            // The correlations of a power do not depend on q.
            None if squares => {
                let share = 1.0 / self.moments(1.0).square;
                return Ok(CorrelationMap::new(
                    Pair::new(&self.source),
                    1.0,
                    share,
                    false,
                ));
            }
            None if activation.kind() == Kind::Snake && limit > 1.0 => (1.0, 1.0),
            None => (activation.derivative(-limit), activation.derivative(limit)),
        };
        if left == 0.0 && right == 0.0 {
            return Err(NoMap::Flat);
        } else if !(left.is_finite() && right.is_finite()) {
            return Err(NoMap::Steep);
        }
        let half = 0.5 * (left * left + right * right);
        let slow = Phase::of(self.weighted(half)) == Phase::Critical;
        if left == right && limit > 1.0 && slow {
            return Err(NoMap::Drifts);
        }
        let pair = Pair::Rays(left, right);
        Ok(CorrelationMap::new(pair, 1.0, 1.0 / half, false))
    }

    /// R at a variance that is a fixed point.
    fn map_at(&self, q: f64) -> CorrelationMap {
        let kind = self.activation().kind();
        let odd = match self.source.rays {
            Some(_) => false,
            None => kind == Kind::Sine || self.source.is_odd(),
        };
        let share = self.sigma_w * self.sigma_w / q;
        let pair = Pair::new(&self.source);
        CorrelationMap::new(pair, q, share, odd && self.sigma_b == 0.0)
    }

    /// The correlation of two inputs from layer to layer, without end: the first layer has the variance `q0` and the correlation `c0`, and the variance moves on as in [`Propagation::layers`].
    ///
    /// Each layer costs one integral over the plane, a few milliseconds; nothing is computed before it is asked for.
    pub fn correlations(&self, q0: f64, c0: f64) -> impl Iterator<Item = PairLayer> + '_ {
        let pair = Pair::new(&self.source);
        let first = PairLayer {
            q: q0,
            distance: if c0.abs() <= 1.0 { 1.0 - c0 } else { f64::NAN },
        };
        std::iter::successors(Some(first), move |layer| Some(self.after(&pair, *layer)))
    }

    /// One layer on from any layer of [`Propagation::correlations`], for a sequence that is worked out in pieces.
    pub fn next_pair(&self, layer: PairLayer) -> PairLayer {
        self.after(&Pair::new(&self.source), layer)
    }

    fn after(&self, pair: &Pair, layer: PairLayer) -> PairLayer {
        let q = self.variance(layer.q);
        let apart = if layer.q > 0.0 && layer.distance > 0.0 {
            self.weighted(pair.joint(layer.q, layer.distance).apart)
        } else {
            // Two inputs that are the same stay the same.
            0.0 * layer.distance
        };
        let distance = if q.is_finite() { apart / q } else { f64::NAN };
        PairLayer { q, distance }
    }
}

impl CorrelationMap {
    fn new(pair: Pair, q: f64, share: f64, is_odd: bool) -> CorrelationMap {
        let chi = if share == 0.0 {
            0.0
        } else {
            share * q * pair.joint(q, 0.0).slope
        };
        CorrelationMap {
            pair,
            q,
            share,
            is_odd,
            chi,
        }
    }

    /// 1 - R(1 - distance): by how far two inputs differ one layer on. NaN for what is not between 0 and 2.
    pub fn distance(&self, distance: f64) -> f64 {
        if !(0.0..=2.0).contains(&distance) {
            return f64::NAN;
        } else if distance == 0.0 || self.share == 0.0 {
            return 0.0;
        }
        self.share * self.pair.joint(self.q, distance).apart
    }

    /// R(c), the next layer's correlation. NaN for what is no correlation.
    pub fn correlation(&self, c: f64) -> f64 {
        1.0 - self.distance(1.0 - c)
    }

    /// R′(1 - distance): infinite at distance 0 where f jumps. NaN for what is not between 0 and 2.
    pub fn slope(&self, distance: f64) -> f64 {
        if !(0.0..=2.0).contains(&distance) {
            return f64::NAN;
        } else if distance == 0.0 || self.share == 0.0 {
            return self.chi;
        }
        self.share * self.q * self.pair.joint(self.q, distance).slope
    }

    /// The stable fixed point c*: where every correlation leads but those of an unstable fixed point, 1 or -1.
    pub fn stable(&self) -> Correlated {
        if self.leaves_all() {
            return Correlated::Every;
        }
        let distance = self.stable_distance();
        Correlated::Fixed {
            distance,
            slope: self.slope(distance),
        }
    }

    /// Where the sequence c0, R(c0), R(R(c0)), … leads; NaN for what is no correlation.
    pub fn from_start(&self, c0: f64) -> Correlated {
        let start = 1.0 - c0;
        let unstable = start == 0.0 || (start == 2.0 && self.is_odd);
        if unstable && !self.leaves_all() || !(0.0..=2.0).contains(&start) {
            let slope = self.slope(start);
            return Correlated::Fixed {
                distance: start,
                slope,
            };
        }
        self.stable()
    }

    fn leaves_all(&self) -> bool {
        matches!(self.pair, Pair::Rays(left, right) if left == right)
            && Phase::of(self.chi) == Phase::Critical
    }

    fn stable_distance(&self) -> f64 {
        if self.is_odd {
            // R(0) = 0, and there is one such point.
            return 1.0;
        } else if self.chi <= 1.0 + LEAST_EXCESS {
            return 0.0;
        }
        // Negative above c*, positive below, as R is convex.
        let gap = |distance: f64| {
            let next = self.distance(distance);
            (distance - next) / (distance + next)
        };
        let (mut u, mut value) = (0.0, gap(1.0));
        if value <= 0.0 {
            return 1.0;
        }
        // Nearly always between 1/16 and 1, and close inputs take longer to integrate.
        while u > libm::log(NEAREST) {
            let next = u - libm::log(16.0);
            let next_value = gap(libm::exp(next));
            if next_value < 0.0 {
                let mut at = |u: f64| Ok::<f64, Infallible>(gap(libm::exp(u)));
                let Ok(root) = crossing(&mut at, (next, next_value), (u, value));
                return libm::exp(root);
            }
            (u, value) = (next, next_value);
        }
        0.0
    }
}
