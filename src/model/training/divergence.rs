//! Where a run left the finite numbers.

use crate::network::{Address, Network, Pass, ShapeError};
use std::error::Error;
use std::fmt;
use wide::f64x8;

/// Why a run does not go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// A number became infinite or NaN.
    Diverged(Divergence),
    /// The network was exchanged for one of another shape.
    Shape(ShapeError),
}

/// The first step at which the loss or a parameter is not finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divergence {
    /// The step, counted from 1.
    pub step: u64,
    /// The first number of that step that is not finite, in the order of computation.
    pub origin: Origin,
    /// The first parameter that is not finite after the step; `None` if only the loss is not.
    pub parameter: Option<Address>,
}

/// A number that a step computes; layers and units counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// z of a unit, forward.
    PreActivation {
        /// The layer.
        layer: usize,
        /// The unit.
        unit: usize,
    },
    /// a of a unit, forward.
    Activation {
        /// The layer.
        layer: usize,
        /// The unit.
        unit: usize,
    },
    /// The loss.
    Loss,
    /// The gradient of a parameter, backward.
    Gradient(Address),
    /// A parameter, after the step.
    Update(Address),
}

/// Looks at the loss and at every parameter; only when one is not finite are the other numbers searched.
pub(super) fn find(step: u64, network: &Network, pass: &Pass, loss: f64) -> Option<Divergence> {
    if loss.is_finite() && all_finite(network.parameters()) {
        return None;
    }
    let place = network.parameters().iter().position(|w| !w.is_finite());
    let parameter = place.and_then(|place| network.address(place));
    let layers = 0..network.depth();
    let unit = |numbers: &[f64]| {
        let place = numbers.iter().position(|x| !x.is_finite());
        place.map(|place| place / pass.samples().max(1))
    };
    let forward = |layer: usize| {
        let z = unit(pass.z(layer)).map(|unit| Origin::PreActivation { layer, unit });
        z.or_else(|| unit(pass.a(layer)).map(|unit| Origin::Activation { layer, unit }))
    };
    let backward = || {
        // The way back begins at the last layer.
        let places = pass.gradient().iter().enumerate();
        let wrong = places.filter(|(_, g)| !g.is_finite());
        let addresses = wrong.filter_map(|(place, _)| network.address(place));
        let latest = addresses.reduce(|found, next| {
            if next.layer > found.layer {
                next
            } else {
                found
            }
        });
        latest.map(Origin::Gradient)
    };
    let origin = layers
        .filter_map(forward)
        .next()
        .or_else(|| (!loss.is_finite()).then_some(Origin::Loss))
        .or_else(backward)
        .or_else(|| parameter.map(Origin::Update))?;
    Some(Divergence {
        step,
        origin,
        parameter,
    })
}

/// 0·w is 0 for every finite w and NaN for the others; without a branch per number it takes a fifth of the time.
fn all_finite(numbers: &[f64]) -> bool {
    let (eights, rest) = numbers.as_chunks::<8>();
    let mut zeros = f64x8::splat(0.0);
    for eight in eights {
        zeros += f64x8::new(*eight) * 0.0;
    }
    zeros.reduce_add() == 0.0 && rest.iter().all(|x| x.is_finite())
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::PreActivation { layer, unit } => {
                write!(f, "z of unit {} in layer {}", unit + 1, layer + 1)
            }
            Origin::Activation { layer, unit } => {
                write!(f, "a of unit {} in layer {}", unit + 1, layer + 1)
            }
            Origin::Loss => f.write_str("the loss"),
            Origin::Gradient(address) => write!(f, "the gradient of {address}"),
            Origin::Update(address) => write!(f, "{address}"),
        }
    }
}

impl fmt::Display for Divergence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Divergence { step, origin, .. } = self;
        write!(f, "at step {step} {origin} became infinite or NaN")?;
        match self.parameter {
            Some(address) if *origin != Origin::Update(address) => {
                write!(f, "; the first parameter lost is {address}")
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Diverged(divergence) => divergence.fmt(f),
            Stop::Shape(error) => error.fmt(f),
        }
    }
}

impl Error for Stop {}

impl From<ShapeError> for Stop {
    fn from(error: ShapeError) -> Stop {
        Stop::Shape(error)
    }
}
