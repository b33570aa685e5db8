//! The fixed points of q′ = V(q), and which of them a start is drawn to.
//!
//! V rises with q for every activation but the Gaussian, so q moves steadily up where V(q) > q and down where V(q) < q, to the next fixed point or without end.
//! The Gaussian's V falls and crosses q once; V′ is above -1 there and V(V(q)) has no other fixed point, so every start reaches it.

use super::look::{AtOnce, Look};
use super::roots::{NOISE, Portrait, Root, portrait, sign};
use super::{Propagation, PropagationError, error};

/// The smallest variance looked at, and the inverse of the largest.
const LEAST: f64 = 1e-290;

/// A variance that the layer leaves as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedPoint {
    /// q = V(q).
    pub q: f64,
    /// V′(q).
    pub slope: f64,
    /// χ(q).
    pub chi: f64,
    /// What becomes of a q beside it.
    pub stability: Stability,
}

/// What becomes of a variance beside a fixed point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stability {
    /// It comes back. At q = 0 only larger ones can.
    Stable,
    /// It moves away.
    Unstable,
    /// It comes back from one side and moves away on the other: V only touches q.
    OneSided,
    /// It stays where it is: every q from 0 up is a fixed point, and this one, q = 0, stands for all.
    Neutral,
}

/// Where a sequence of layers leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Destination {
    /// To a fixed point.
    Fixed(FixedPoint),
    /// Beyond all bounds.
    Diverges,
}

impl Propagation {
    /// All fixed points, ascending; q = 0 is among them where it is one.
    ///
    /// Where every q is a fixed point there is a single entry, [`Stability::Neutral`].
    /// A place where V comes within rounding (10⁻¹⁴ of q) of touching q counts as touching.
    pub fn fixed_points(&self) -> Vec<FixedPoint> {
        let Ok(points) = self.seek_points(&mut AtOnce);
        points
    }

    /// Where the sequence q0, V(q0), V(V(q0)), … leads.
    ///
    /// # Errors
    /// [`PropagationError::Start`] for what is not a finite variance from 0 up.
    pub fn from_start(&self, q0: f64) -> Result<Destination, PropagationError> {
        let Ok(destination) = self.seek_destination(error::start(q0)?, &mut AtOnce);
        Ok(destination)
    }

    /// What χ tends to, layer after layer, from a start: χ of the fixed point, or the limit as q grows without end (+∞ where it has none).
    ///
    /// # Errors
    /// As [`Propagation::from_start`].
    pub fn final_chi(&self, q0: f64) -> Result<f64, PropagationError> {
        let Ok(chi) = self.seek_chi(error::start(q0)?, &mut AtOnce);
        Ok(chi)
    }

    pub(super) fn seek_points<L: Look>(&self, look: &mut L) -> Result<Vec<FixedPoint>, L::Stop> {
        let portrait = self.portrait(look)?;
        self.points_of(&portrait, look)
    }

    fn seek_destination<L: Look>(&self, q0: f64, look: &mut L) -> Result<Destination, L::Stop> {
        let portrait = self.portrait(look)?;
        let points = self.points_of(&portrait, look)?;
        let here = |point: &&FixedPoint| (point.q - q0).abs() <= NOISE * q0;
        if let Some(point) = points.iter().find(here) {
            return Ok(Destination::Fixed(*point));
        }
        let below = portrait.roots.iter().rfind(|root| root.q < q0);
        let direction = below.map_or(portrait.low, |root| root.after);
        let next = match direction {
            1 => points.iter().find(|point| point.q > q0).copied(),
            -1 => points.iter().rfind(|point| point.q < q0).copied(),
            _ => Some(self.point(q0, Stability::Neutral, look)?),
        };
        Ok(next.map_or(Destination::Diverges, Destination::Fixed))
    }

    pub(super) fn seek_chi<L: Look>(&self, q0: f64, look: &mut L) -> Result<f64, L::Stop> {
        Ok(match self.seek_destination(q0, look)? {
            Destination::Fixed(point) => point.chi,
            Destination::Diverges => self.chi(f64::INFINITY),
        })
    }

    fn points_of<L: Look>(
        &self,
        portrait: &Portrait,
        look: &mut L,
    ) -> Result<Vec<FixedPoint>, L::Stop> {
        let mut points = Vec::with_capacity(portrait.roots.len() + 1);
        if self.variance(0.0) == 0.0 {
            let stability = match portrait.low {
                -1 => Stability::Stable,
                1 => Stability::Unstable,
                _ => Stability::Neutral,
            };
            points.push(self.point(0.0, stability, look)?);
        }
        for root in &portrait.roots {
            points.push(self.point(root.q, stability(root), look)?);
        }
        Ok(points)
    }

    fn point<L: Look>(
        &self,
        q: f64,
        stability: Stability,
        look: &mut L,
    ) -> Result<FixedPoint, L::Stop> {
        let moments = look.moments(&self.source, q)?;
        Ok(FixedPoint {
            q,
            slope: self.weighted(moments.growth),
            chi: self.weighted(moments.slope_square),
            stability,
        })
    }

    /// Where V(q) lies above and below q.
    fn portrait<L: Look>(&self, look: &mut L) -> Result<Portrait, L::Stop> {
        let half = self.source.rays.map(|_| self.moments(1.0).square);
        let factor = if self.sigma_w == 0.0 { Some(0.0) } else { half };
        match factor {
            Some(factor) => Ok(straight(self.weighted(factor), self.sigma_b * self.sigma_b)),
            None => self.bent(look),
        }
    }

    fn bent<L: Look>(&self, look: &mut L) -> Result<Portrait, L::Stop> {
        let (mut low, mut high) = self.range(look)?;
        let (at_low, at_high) = self.ends();
        // A sign that is not the one of the limit: there is more to see further on.
        while at_low != 0 && sign(self.gap(low, look)?) != at_low && low > LEAST {
            low *= 1e-4;
        }
        while at_high != 0 && sign(self.gap(high, look)?) != at_high && high < 1.0 / LEAST {
            high *= 1e4;
        }
        portrait(|q| self.gap(q, look), low, high)
    }

    /// (V - q)/(V + q).
    fn gap<L: Look>(&self, q: f64, look: &mut L) -> Result<f64, L::Stop> {
        let v = self.next(look.moments(&self.source, q)?);
        if v.is_infinite() {
            return Ok(1.0);
        }
        Ok((v - q) / (v + q))
    }

    /// The signs of V - q in the limits q → 0 and q → ∞; 0 where only the next term could tell.
    fn ends(&self) -> (i8, i8) {
        // (V - q)/(V + q) is half of V/q - 1, and must still be more than noise.
        let limit = |factor: f64| sign(0.25 * (factor - 1.0));
        let low = if self.variance(0.0) > 0.0 {
            1
        } else {
            limit(self.slope(0.0))
        };
        (low, limit(self.weighted(self.source.far_growth())))
    }

    /// A range of q beyond which V - q keeps its sign.
    fn range<L: Look>(&self, look: &mut L) -> Result<(f64, f64), L::Stop> {
        let scale = self.source.scale * self.source.scale;
        let constant = self.variance(0.0);
        let low = if constant > 0.0 {
            (0.25 * constant).min(1e-3 * scale)
        } else {
            // Near criticality a fixed point lies close to 0, at about the distance from it or its square.
            let distance = (self.slope(0.0) - 1.0).abs().min(1.0);
            1e-3 * scale * (distance * distance).max(1e-17)
        };
        let excess = self.weighted(self.source.far_growth()) - 1.0;
        let high = if excess.is_infinite() {
            1e3 * (scale + self.first(0.0) + 1.0 / self.weighted(1.0))
        } else {
            let distance = excess.abs().clamp(1e-6, 1.0);
            let root = self.weighted(1.0) / distance;
            let level = self.next(look.moments(&self.source, 100.0 * scale)?) / distance;
            100.0 * (scale + level + scale * root * root)
        };
        Ok((low.max(LEAST), high.clamp(10.0 * LEAST, 1.0 / LEAST)))
    }
}

/// The portrait of V = factor·q + constant.
fn straight(factor: f64, constant: f64) -> Portrait {
    let excess = sign(factor - 1.0);
    let low = if constant > 0.0 { 1 } else { excess };
    let mut roots = Vec::new();
    if constant > 0.0 && excess < 0 {
        roots.push(Root {
            q: constant / (1.0 - factor),
            before: 1,
            after: -1,
        });
    }
    let high = if excess == 0 { low } else { excess };
    Portrait { low, roots, high }
}

fn stability(root: &Root) -> Stability {
    match (root.before, root.after) {
        (1, -1) => Stability::Stable,
        (-1, 1) => Stability::Unstable,
        _ => Stability::OneSided,
    }
}
