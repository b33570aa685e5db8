//! Both directions of `freeze` on one axis: how far inputs still differ on the way forward, and what is left of the gradient on the way back.

use super::super::directions::{BACKWARD, FORWARD, axis};
use super::sides::Side;
use super::{Look, Scene, names};
use crate::language::Text;
use crate::model::experiment::{Outcome, Signal};
use crate::view::*;

/// Most decades that are shown below 1.
const DEEPEST: f64 = 16.0;

/// Decades that are always shown.
const SHALLOWEST: f64 = 1.0;

/// Both are compared with where they begin: the differences with those of layer 1, the gradient with that of the output layer.
pub fn signal(scene: &Scene, look: &Look, outcome: &Outcome) -> Plot {
    let layers = outcome.signals.len();
    let first = outcome.signals.first().map_or(0.0, |s| s.difference);
    let last = outcome.signals.last().map_or(0.0, |s| s.gradient);
    let line = |of: fn(&Signal) -> f64, whole: f64| -> Vec<[f64; 2]> {
        let places = outcome.signals.iter().enumerate();
        let places = places.map(|(i, s)| [i as f64 + 1.0, libm::log10(of(s) / whole)]);
        places.filter(|at| at[1].is_finite()).collect()
    };
    let forward = line(|s| s.difference, first);
    let backward = line(|s| s.gradient, last);
    let (mut lowest, mut highest) = (-SHALLOWEST, 0.0f64);
    for other in &scene.report.arms {
        let (lower, upper) = ends(other);
        (lowest, highest) = (lowest.min(lower), highest.max(upper));
    }
    let mut marks = Vec::new();
    let mut draw = |name: Text, dash: Dash, shape: Shape, hollow: bool, at: Vec<[f64; 2]>| {
        marks.push(Mark::Line {
            name: name.read(),
            ink: look.ink,
            dash,
            width: 1.0,
            pieces: vec![at.clone()],
            label: name.read(),
        });
        marks.push(Mark::Points {
            name: name.read(),
            ink: look.ink,
            shape,
            hollow,
            size: 1.1,
            at,
        });
    };
    draw(BACKWARD, Dash::Dashed, look.shape, true, backward);
    draw(FORWARD, Dash::Solid, look.shape, false, forward);
    Plot {
        id: Side::Signal.plot(look),
        title: names::signal(look.letter),
        framing: Framing::Named,
        x: Axis {
            label: super::super::text::LAYER.read(),
            min: 0.5,
            max: layers as f64 + 0.5,
            scale: Scale::Count,
        },
        y: axis(lowest, highest, DEEPEST),
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

/// The lowest and the highest decade of both lines.
fn ends(outcome: &Outcome) -> (f64, f64) {
    let first = outcome.signals.first().map_or(0.0, |s| s.difference);
    let last = outcome.signals.last().map_or(0.0, |s| s.gradient);
    let both = outcome.signals.iter().flat_map(|s| {
        [
            libm::log10(s.difference / first),
            libm::log10(s.gradient / last),
        ]
    });
    both.filter(|y| y.is_finite())
        .fold((0.0, 0.0), |(low, high), y| (y.min(low), y.max(high)))
}
