//! The loss of `dying` over time, of the layer and of the same layer with a cure, or without one.

use super::super::losses;
use super::super::style::pair;
use super::super::text::activation as called;
use super::history::{now, steps};
use super::{Scene, controls, names};
use crate::model::population::Population;
use crate::view::*;

/// The mean loss over all points after each step, of both, beside that of guessing.
pub fn loss(scene: &Scene) -> Plot {
    let steps = steps(scene);
    let twin = course(scene, scene.twin, Dash::Dashed, 1.0);
    let own = course(scene, scene.population, Dash::Solid, 1.2);
    // As wide as a curve, so that it has its name also where curves lie over it.
    let mut beside = Vec::from_iter(losses::guessing(scene.population.guess(), &steps, 1.0));
    beside.push(now(scene));
    losses::plot(steps, vec![twin, own], beside, controls::STEP.name())
}

/// A run's loss after each step.
fn course(scene: &Scene, run: &Population, dash: Dash, width: f64) -> Mark {
    let kind = run.plan().activation.kind();
    let moments = run.moments(scene.step).iter().enumerate();
    let losses = moments.map(|(step, moment)| [step as f64, moment.loss]);
    Mark::Line {
        name: names::loss_of(&called(kind)),
        ink: pair(kind).0,
        dash,
        width,
        pieces: vec![losses::course(losses)],
        label: called(kind),
    }
}
