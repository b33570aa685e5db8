//! What can be said of a random network, as values: decided from its numbers, before there is any prose.
//!
//! The sentence and the map read the same [`Arrival`], and the button and the readout the same [`Critical`](super::critical::Critical).

use super::Scene;
use super::controls;
use crate::model::spread::Layer;
use crate::state::Settings;

/// Beyond half a decade from what the last layer has, below 0.316 or above 3.16 times it, the gradient fades, or grows.
pub const LEVEL: f64 = 0.5;
/// Below a millionth it has all but vanished.
const VANISHED: f64 = -6.0;
/// Above a hundred times it explodes.
const EXPLODED: f64 = 2.0;

/// What arrives at layer 1 of the gradient that the last layer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// There is no telling: a number is missing, or the last layer has nothing that it could be a share of.
    Unknown,
    /// Exactly nothing.
    Nothing,
    /// Less than a millionth.
    Vanished,
    /// More than half a decade less.
    Fades,
    /// Within half a decade.
    ComesThrough,
    /// More than half a decade more.
    Grows,
    /// More than a hundred times.
    Explodes,
}

/// Where on the map a point lies: the same, coarser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// More than half a decade less arrives.
    Fades,
    /// Within half a decade.
    ComesThrough,
    /// More than half a decade more.
    Grows,
}

impl Arrival {
    /// Of the share's decimal logarithm.
    pub fn of(log10_share: f64) -> Arrival {
        match log10_share {
            f64::NEG_INFINITY => Arrival::Nothing,
            share if !share.is_finite() => Arrival::Unknown,
            share if share < VANISHED => Arrival::Vanished,
            share if share < -LEVEL => Arrival::Fades,
            share if share > EXPLODED => Arrival::Explodes,
            share if share > LEVEL => Arrival::Grows,
            _ => Arrival::ComesThrough,
        }
    }

    /// Where it lies on the map, if anywhere.
    pub fn region(self) -> Option<Region> {
        match self {
            Arrival::Unknown => None,
            Arrival::Nothing | Arrival::Vanished | Arrival::Fades => Some(Region::Fades),
            Arrival::ComesThrough => Some(Region::ComesThrough),
            Arrival::Grows | Arrival::Explodes => Some(Region::Grows),
        }
    }
}

/// Whether the sums are normalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Norm {
    /// It is not asked for.
    Off,
    /// They are.
    On,
    /// It is asked for, and a layer has only one unit: there is nothing to compare it with, and it is left as it is.
    Idle,
}

impl Norm {
    /// Of what is asked for.
    pub fn of(settings: &Settings) -> Norm {
        match (
            settings.get(controls::LAYER_NORM),
            settings.get(controls::WIDTH),
        ) {
            (false, _) => Norm::Off,
            (true, 1) => Norm::Idle,
            (true, _) => Norm::On,
        }
    }
}

/// What is said of a network; layers are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saying {
    /// The theory is still asked.
    Asking,
    /// So much of the network is computed, 0 to 1.
    Computing(f64),
    /// The numbers leave the range of `f64` on the way forward, from this layer on.
    Overflow(usize),
    /// The gradient is exactly 0 from this layer down to the first.
    Silent(usize, Silence),
    /// From this layer down to the first the gradient is not 0, and too small for `f64`.
    TooSmall(usize),
    /// There is only one layer: log₁₀ of what is left of the gradient behind its activation.
    Single(f64),
    /// The last layer passes nothing on itself, or too little for `f64`, and others do: a short cut leads round it.
    Around(Own),
    /// Layer 1 receives a share: log₁₀ of it.
    Share(f64, Arrival),
}

/// What the last layer passes on itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Exactly nothing.
    Nothing,
    /// Exactly nothing for half of the inputs or more, but not for all of them.
    NothingForHalf,
    /// Something that f64 has only a 0 for.
    TooSmall,
}

/// Why nothing comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It does for some inputs, but not for half of them.
    ForHalf,
    /// All sums are 0.
    NoSignal,
    /// No unit lets any back.
    NoSlope,
}

impl Saying {
    /// Of what is in sight.
    pub fn of(scene: &Scene) -> Saying {
        if let Some(progress) = scene.progress {
            return match scene.theory.critical_gains() {
                None => Saying::Asking,
                Some(_) => Saying::Computing(progress),
            };
        }
        if let Some(layer) = scene.spread().overflow() {
            return Saying::Overflow(layer + 1);
        }
        let layers = scene.spread().layers();
        let too_small = |layer: &&Layer| layer.log10_norm().is_nan();
        let lost = layers.iter().take_while(too_small).count();
        if lost > 0 {
            return Saying::TooSmall(lost);
        }
        let is_silent = |norm: f64| norm == f64::NEG_INFINITY;
        let silent = layers.iter().take_while(|l| is_silent(l.log10_norm()));
        match silent.count() {
            0 if layers.len() == 1 => Saying::Single(scene.spread().layer(0).log10_norm()),
            0 if layers.last().is_some_and(|l| is_silent(l.log10_norm())) => {
                Saying::Around(match layers.last().map(Layer::zero_gradients) {
                    Some(1.0) => Own::Nothing,
                    _ => Own::NothingForHalf,
                })
            }
            0 if layers.last().is_some_and(|l| too_small(&l)) => Saying::Around(Own::TooSmall),
            0 => {
                let share = scene.measured_share();
                Saying::Share(share, Arrival::of(share))
            }
            layer => Saying::Silent(layer, silence(scene, layer - 1)),
        }
    }
}

/// Why nothing comes back to a layer, counted from 0, and those before it.
pub fn silence(scene: &Scene, layer: usize) -> Silence {
    let here = scene.spread().layer(layer);
    match () {
        _ if here.zero_gradients() < 1.0 => Silence::ForHalf,
        _ if here.z().iter().all(|z| *z == 0.0) => Silence::NoSignal,
        _ => Silence::NoSlope,
    }
}
