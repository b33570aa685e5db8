//! What `freeze` shows over the steps: losses and gradients.

use super::super::losses;
use super::sides::Side;
use super::{Look, Scene, controls, names};
use crate::model::experiment::{LayerState, Moment, Outcome};
use crate::model::training::Losses;
use crate::view::*;

/// The stretches of steps that an axis may show.
const STRETCHES: [f64; 8] = [20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0];

/// Most decades of gradient norms that are shown below the largest.
const GRADIENTS: f64 = 16.0;

/// The loss over all training and all test points.
pub fn loss(scene: &Scene) -> Plot {
    let mut marks = Vec::new();
    for (look, outcome) in scene.arms() {
        type Which = fn(&Losses) -> f64;
        let [test, train] = [names::on_test(&look.name), names::on_training(&look.name)];
        let label = names::training_of(look.letter);
        let of: [(String, String, Dash, f64, Which); 2] = [
            (test, String::new(), Dash::Dotted, 0.7, |losses| losses.test),
            (train, label, Dash::Solid, 1.2, |losses| losses.train),
        ];
        for (name, label, dash, width, pick) in of {
            marks.push(Mark::Line {
                name,
                ink: look.ink,
                dash,
                width,
                pieces: vec![course(outcome, pick)],
                label,
            });
        }
        marks.extend(stop(look, outcome));
    }
    // Where the shallow network runs away, the two keep their height.
    let mut beside = Vec::new();
    if let Some(shallow) = &scene.report.shallow {
        beside.push(Mark::Line {
            name: names::training_of_shallow(scene.plan.shallow),
            ink: scene.looks[0].ink,
            dash: Dash::Dashed,
            width: 1.0,
            pieces: vec![course(shallow, |losses| losses.train)],
            label: names::SHALLOW.read(),
        });
    }
    let steps = steps(scene);
    beside.extend(losses::guessing(scene.report.guess, &steps, 0.9));
    beside.extend(branch(scene));
    beside.push(now(scene));
    losses::plot(steps, marks, beside, controls::STEP.name())
}

/// One of the losses of a run, over the steps.
fn course(outcome: &Outcome, pick: fn(&Losses) -> f64) -> Vec<[f64; 2]> {
    let all = outcome.losses.iter();
    losses::course(all.map(|(step, losses)| [*step as f64, pick(losses)]))
}

/// ‖∂L/∂W‖ of every layer of one network; both networks share the axis.
pub fn gradients(scene: &Scene, look: &Look, outcome: &Outcome) -> Plot {
    let layers = scene.plan.depth + 1;
    let mut marks: Vec<Mark> = Vec::new();
    // The ends are what the story is about: they lie over the others.
    let order = (1..layers - 1).chain([layers - 1, 0]);
    for layer in order {
        let end = layer == 0 || layer == layers - 1;
        let norms = outcome
            .trace
            .iter()
            .filter_map(|moment| place(moment, layer));
        marks.push(Mark::Line {
            name: names::layer(layer + 1),
            ink: look.ink,
            dash: if layer == 0 { Dash::Solid } else { look.dash },
            width: if end { 1.4 } else { 0.45 },
            pieces: vec![norms.collect()],
            label: match layer {
                0 => names::layer(1),
                _ if end => names::OUTPUT_LAYER.read(),
                _ => String::new(),
            },
        });
    }
    marks.extend(stop(look, outcome));
    marks.extend(branch(scene));
    marks.push(now(scene));
    let (lowest, highest) = reach(scene);
    Plot {
        id: Side::Gradients.plot(look),
        title: names::gradients(look.letter),
        framing: Framing::Named,
        x: steps(scene),
        y: Axis {
            label: names::median_gradient(LayerState::WINDOW),
            min: lowest,
            max: highest,
            scale: Scale::Decades,
        },
        marks,
        gestures: vec![Gesture::Drag {
            control: controls::STEP.name(),
        }],
        weight: 1.0,
    }
}

/// The logarithm of a layer's gradient norm at one step; none where it is 0, not finite, or not there yet.
fn place(moment: &Moment, layer: usize) -> Option<[f64; 2]> {
    let norm = moment.layers.get(layer)?.gradient_norm;
    let usable = moment.step > 0 && norm.is_finite() && norm > 0.0;
    usable.then(|| [moment.step as f64, libm::log10(norm)])
}

/// Whole decades around the gradients of both networks.
fn reach(scene: &Scene) -> (f64, f64) {
    let traces = scene.report.arms.iter().flat_map(|arm| &arm.trace);
    let all = traces.flat_map(|moment| {
        let layers = 0..moment.layers.len();
        layers.filter_map(move |layer| place(moment, layer))
    });
    let ends = all.fold(None, |ends: Option<(f64, f64)>, [_, y]| {
        let (lowest, highest) = ends.unwrap_or((y, y));
        Some((lowest.min(y), highest.max(y)))
    });
    let (lowest, highest) = ends.unwrap_or((-6.0, 0.0));
    let highest = libm::ceil(highest + 0.1);
    let lowest = libm::floor(lowest - 0.1).max(highest - GRADIENTS);
    (lowest.min(highest - 1.0), highest)
}

/// From the start to a round number of steps at or after the last that was taken.
fn steps(scene: &Scene) -> Axis {
    let taken = scene.report.arms.iter().map(|arm| arm.steps).max();
    let now = taken.unwrap_or(0) as f64;
    let mut ends = STRETCHES.into_iter();
    Axis {
        label: names::STEP.read(),
        min: 0.0,
        max: ends.find(|end| now <= *end).unwrap_or(now),
        scale: Scale::Count,
    }
}

fn now(scene: &Scene) -> Mark {
    Mark::Rule {
        ink: Ink::Handle,
        dash: Dash::Solid,
        along: Direction::X,
        at: scene.step() as f64,
        label: String::new(),
    }
}

fn stop(look: &Look, outcome: &Outcome) -> Option<Mark> {
    outcome.divergence.map(|stop| Mark::Rule {
        ink: Ink::Alarm,
        dash: Dash::Dashed,
        along: Direction::X,
        at: stop.step as f64,
        label: names::has_stopped(look.letter),
    })
}

fn branch(scene: &Scene) -> Option<Mark> {
    let at = scene.plan.branch;
    (0 < at && at <= scene.step()).then(|| Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::DashDot,
        along: Direction::X,
        at: at as f64,
        label: names::BRANCHES_OFF.read(),
    })
}
