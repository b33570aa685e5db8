//! What can be said of the neuron, as values: decided from its numbers, before there is any prose.
//!
//! What comes back through f is the [`Verdict`](super::super::curves::verdict::Verdict) of `curves` at z; here stands what the neuron adds to it.

use super::super::curves::verdict::{Corner, Passing, Verdict as Gate};
use crate::model::neuron::Neuron;
use crate::model::scaled::Scaled;

/// What is said of a neuron.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// What f does at z to a gradient that comes back.
    pub gate: Gate,
    /// What it passes on.
    pub passed: Passed,
    /// On which side of 0 the sum is, where f bends at 0 and that is the reason for what happens.
    pub side: Option<Side>,
    /// What a little more of the first weight does.
    pub answer: Answer,
    /// The place that z misses by no more than rounding, where 0 or a place without a slope is so near.
    pub near: Option<Near>,
}

/// A place at which z would be but for rounding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The place.
    pub at: f64,
    /// What there is if f has no slope there.
    pub corner: Option<Corner>,
}

/// What f makes of z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// Exactly 0.
    Nothing,
    /// z itself, exactly.
    Unchanged,
    /// A number that is not 0 and that f64 has only a 0 for.
    TooSmall,
    /// Another number.
    Changed,
}

/// Where z is beside 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// z > 0.
    Above,
    /// z < 0.
    Below,
    /// z is 0.
    At,
    /// z is 0 but for rounding.
    Near,
}

/// How a answers to the first weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// No weight changes anything: no gradient comes back.
    Nothing,
    /// The first input is 0, so its weight has no say.
    Unheard,
    /// f has no slope here: the gradient is what the convention makes it.
    Counted(Scaled),
    /// It rises, or falls where this is negative, by so many times what the weight is raised by.
    Moves {
        /// ∂a/∂w₁.
        by: Scaled,
        /// It is less than the weight itself is raised by, because f is nearly flat here.
        faintly: bool,
    },
}

impl Verdict {
    /// Of a neuron with one input at least.
    pub fn of(neuron: &Neuron) -> Verdict {
        let gate = Gate::of(&neuron.activation, neuron.z);
        let passed = passed(neuron, &gate);
        Verdict {
            gate,
            passed,
            side: side(neuron, &gate, passed),
            answer: answer(neuron, &gate),
            near: near(neuron),
        }
    }
}

/// 0 and the places without a slope are where a rounding would change what is said.
fn near(neuron: &Neuron) -> Option<Near> {
    let (f, z) = (&neuron.activation, neuron.z);
    let rounding = neuron.rounding();
    let mut places = [vec![0.0], f.kinks(), f.jumps()].concat();
    places.retain(|at| z != *at && (z - at).abs() <= rounding + 0.5 * f64::EPSILON * at.abs());
    let nearest = |a: &f64, b: &f64| (z - a).abs().total_cmp(&(z - b).abs());
    let at = places.into_iter().min_by(nearest)?;
    let corner = Gate::of(f, at).corner;
    Some(Near { at, corner })
}

fn passed(neuron: &Neuron, gate: &Gate) -> Passed {
    let (f, z, a) = (&neuron.activation, neuron.z, neuron.a);
    let within = |zone: &(f64, f64)| zone.0 < z && z < zone.1;
    match a {
        0.0 if gate.corner.is_some() || gate.slope.is_zero() => Passed::Nothing,
        0.0 if z == 0.0 => Passed::Unchanged,
        // No activation crosses 0 elsewhere, but many come near to it.
        0.0 => Passed::TooSmall,
        _ if f.identity_zones().iter().any(within) => Passed::Unchanged,
        _ => Passed::Changed,
    }
}

/// The side matters where z is passed on unchanged, or lost, up to a corner at 0.
fn side(neuron: &Neuron, gate: &Gate, passed: Passed) -> Option<Side> {
    let (f, z) = (&neuron.activation, neuron.z);
    let here = |zone: &(f64, f64)| zone.0 < z && z < zone.1;
    let ends_at_zero = |zone: &(f64, f64)| zone.0 == 0.0 || zone.1 == 0.0;
    let matters = match gate.passing {
        Passing::Nothing => f
            .dead_zones()
            .iter()
            .any(|zone| here(zone) && ends_at_zero(zone)),
        _ => passed == Passed::Unchanged && f.kinks().contains(&0.0),
    };
    matters.then_some(match z {
        0.0 => Side::At,
        _ if z.abs() <= neuron.rounding() => Side::Near,
        _ if z > 0.0 => Side::Above,
        _ => Side::Below,
    })
}

fn answer(neuron: &Neuron, gate: &Gate) -> Answer {
    let by = neuron.da_dw(0);
    match gate.passing {
        Passing::Nothing => Answer::Nothing,
        _ if by.is_zero() => Answer::Unheard,
        _ if gate.corner.is_some() => Answer::Counted(by),
        passing => Answer::Moves {
            by,
            faintly: passing != Passing::Through && by.to_f64().abs() < 1.0,
        },
    }
}
