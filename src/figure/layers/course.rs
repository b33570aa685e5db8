//! What becomes of the theory's factor from layer to layer, as values: decided from its numbers, before there is any prose.

use super::Scene;
use super::critical::Critical;
use crate::model::propagation::{Propagation, depth_scale};
use crate::model::spread::Plan;

/// A final factor this near to 1, in decades per layer, counts as critical.
const CRITICAL: f64 = 1e-8;

/// Factors that differ by less than this share are the same: the theory has about 13 digits.
const SAME: f64 = 1e-9;

/// How the factor by which a layer multiplies the gradient, in theory, goes through the layers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// It is the same in every layer, as f has the same mean squared slope at every scale.
    Even(f64),
    /// In endless depth it nears this.
    Nears(f64),
    /// In endless depth it grows beyond all bounds.
    Boundless,
    /// The theory has no numbers, or is not asked how it ends.
    Unknown,
}

impl Course {
    /// Of what the settings ask for.
    pub fn of(scene: &Scene) -> Course {
        let plan = &scene.asked;
        let Some(expected) = scene.theory.expected() else {
            return Course::Unknown;
        };
        let factor = |slopes: f64| {
            let carried = f64::from(plan.residual);
            (carried + plan.gain * plan.gain * slopes).sqrt()
        };
        let slopes = expected
            .iter()
            .map(|layer| layer.slope_square / layer.divisor);
        let mut factors: Vec<f64> = slopes.map(factor).collect();
        let limit = plan
            .residual
            .then(|| factor(slopes_behind_short_cuts(plan)));
        factors.extend(limit);
        let is_same = |pair: &[f64]| (pair[0] - pair[1]).abs() <= SAME * pair[0];
        // One number alone is the same as itself, and says nothing.
        if factors.len() > 1 && factors.windows(2).all(is_same) {
            return Course::Even(factors[0]);
        }
        match limit {
            Some(f64::INFINITY) => Course::Boundless,
            Some(limit) if limit.is_finite() => Course::Nears(limit),
            _ => Course::Unknown,
        }
    }
}

/// The mean squared slope that the theory nears in a residual network: the variance of its sums grows without end.
/// With layer norm the slopes stay as they are, and are divided by that variance.
fn slopes_behind_short_cuts(plan: &Plan) -> f64 {
    match Propagation::new(plan.activation, plan.gain, plan.bias_std) {
        Ok(_) if plan.layer_norm => 0.0,
        Ok(theory) => theory.moments(f64::INFINITY).slope_square,
        Err(_) => f64::NAN,
    }
}

/// The depth scale ξ in theory, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DepthScale {
    /// The theory is still asked.
    Searching,
    /// The theory has no number.
    Unknown,
    /// Endless: the factor nears 1.
    Critical,
    /// So many layers; negative where gradients grow.
    Layers(f64),
    /// In endless depth the factor is 0.
    NothingPasses,
    /// In endless depth the factor grows beyond all bounds.
    Boundless,
    /// With short cuts there is one only where the factor is the same in every layer.
    ShortCut(Course, Option<f64>),
}

impl DepthScale {
    /// Of what the settings ask for.
    pub fn of(scene: &Scene) -> DepthScale {
        let Some(final_factor) = scene.theory.log10_final_factor() else {
            return DepthScale::Searching;
        };
        if scene.asked.residual {
            let course = Course::of(scene);
            let xi = match course {
                Course::Even(factor) => Some(depth_scale(factor * factor)),
                _ => None,
            };
            return DepthScale::ShortCut(course, xi);
        }
        match final_factor {
            _ if final_factor.is_nan() => DepthScale::Unknown,
            f64::NEG_INFINITY => DepthScale::NothingPasses,
            f64::INFINITY => DepthScale::Boundless,
            _ if scene.critical == Critical::Here || final_factor.abs() < CRITICAL => {
                DepthScale::Critical
            }
            _ => DepthScale::Layers(depth_scale(libm::pow(10.0, 2.0 * final_factor))),
        }
    }
}
