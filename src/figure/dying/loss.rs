//! The loss of `dying` over time, of the layer and of the same layer with a cure, or without one.

use super::super::style::pair;
use super::super::text::activation as called;
use super::history::{now, steps};
use super::{Scene, controls, names};
use crate::model::population::Population;
use crate::view::*;

/// Decades that are always shown.
const LEAST: (f64, f64) = (-1.0, 0.1);

/// The mean loss over all points after each step, of both, beside that of guessing.
pub fn loss(scene: &Scene) -> Plot {
    let twin = course(scene, scene.twin, Dash::Dashed, 1.0);
    let own = course(scene, scene.population, Dash::Solid, 1.2);
    let x = steps(scene);
    let guess = libm::log10(scene.population.guess());
    let mut marks = vec![twin, own];
    marks.push(Mark::Line {
        name: names::LOSS_OF_GUESSING.read(),
        ink: Ink::Muted,
        dash: Dash::Dotted,
        width: 1.0,
        pieces: vec![vec![[0.0, guess], [x.max, guess]]],
        label: names::GUESSING.read(),
    });
    let (lowest, highest) = reach(&marks);
    marks.push(now(scene));
    Plot {
        id: "loss",
        title: names::LOSS_OVER_POINTS.read(),
        framing: Framing::Named,
        x,
        y: Axis {
            label: String::new(),
            min: libm::floor(2.0 * lowest) / 2.0 - 0.1,
            max: highest + 0.1,
            scale: Scale::Decades,
        },
        marks,
        gestures: vec![Gesture::Drag {
            control: controls::STEP.name(),
        }],
        weight: 1.0,
    }
}

/// The logarithm of a run's loss after each step, without those that are 0 or have left the range of numbers.
fn course(scene: &Scene, run: &Population, dash: Dash, width: f64) -> Mark {
    let kind = run.plan().activation.kind();
    let losses = run.moments(scene.step).iter().enumerate();
    let at = losses.map(|(step, moment)| [step as f64, libm::log10(moment.loss)]);
    Mark::Line {
        name: names::loss_of(&called(kind)),
        ink: pair(kind).0,
        dash,
        width,
        pieces: vec![at.filter(|at| at[1].is_finite()).collect()],
        label: called(kind),
    }
}

/// From the lowest to the highest of some curves.
fn reach(marks: &[Mark]) -> (f64, f64) {
    let pieces = marks.iter().flat_map(|mark| match mark {
        Mark::Line { pieces, .. } => pieces.as_slice(),
        _ => &[],
    });
    pieces.flatten().fold(LEAST, |(lowest, highest), &[_, y]| {
        (lowest.min(y), highest.max(y))
    })
}
