//! The count of the dead of `dying` over time.

use super::{Scene, controls, name, names};
use crate::view::*;

/// The shortest stretch of time on the axis.
const SHORTEST: f64 = 100.0;

/// How many units are dead after each step, and a cross for each death.
pub fn history(scene: &Scene) -> Plot {
    let moments = scene.population.moments(scene.step);
    let counts = moments.iter().map(|moment| moment.dead_units() as f64);
    // Stairs: a count stays until the next step.
    let mut stairs: Vec<[f64; 2]> = Vec::new();
    for (step, count) in counts.enumerate() {
        if let Some(&[_, before]) = stairs.last()
            && before != count
        {
            stairs.push([step as f64, before]);
        }
        stairs.push([step as f64, count]);
    }
    let width = scene.population.plan().width;
    let mut marks = vec![Mark::Line {
        name: names::DEAD_UNITS.read(),
        ink: Ink::Alarm,
        dash: Dash::Solid,
        width: 1.2,
        pieces: vec![stairs],
        label: String::new(),
    }];
    marks.extend(crosses(scene));
    marks.extend(
        scene
            .population
            .plan()
            .leak
            .filter(|leak| leak.step <= scene.step)
            .map(|leak| Mark::Rule {
                ink: Ink::Series(3),
                dash: Dash::DashDot,
                along: Direction::X,
                at: leak.step as f64,
                label: names::LEAK_GIVEN.read(),
            }),
    );
    marks.push(now(scene));
    Plot {
        id: "history",
        title: names::history(width),
        framing: Framing::Named,
        x: steps(scene),
        y: Axis {
            label: String::new(),
            min: 0.0,
            // The name of the step has its place above all units.
            max: width as f64 + 0.9,
            scale: Scale::Count,
        },
        marks,
        gestures: vec![
            Gesture::Pick {
                control: controls::UNIT.name(),
                names: (0..width).map(name).collect(),
            },
            Gesture::Drag {
                control: controls::STEP.name(),
            },
        ],
        weight: 1.0,
    }
}

/// From the start to a round number of steps at or after the one that is shown.
pub fn steps(scene: &Scene) -> Axis {
    let now = scene.step as f64;
    let stretch = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * SHORTEST);
    Axis {
        label: names::STEP.read(),
        min: 0.0,
        max: stretch.into_iter().find(|end| now <= *end).unwrap_or(now),
        scale: Scale::Count,
    }
}

/// The step that is shown.
pub fn now(scene: &Scene) -> Mark {
    Mark::Rule {
        ink: Ink::Handle,
        dash: Dash::Solid,
        along: Direction::X,
        at: scene.step as f64,
        label: names::at_step(scene.step),
    }
}

/// A cross at the step where each unit died, at the count that it brought about.
fn crosses(scene: &Scene) -> impl Iterator<Item = Mark> {
    let mut deaths: Vec<(usize, usize)> = scene
        .population
        .deaths(scene.step)
        .map(|(unit, step)| (step, unit))
        .collect();
    deaths.sort_unstable();
    deaths
        .into_iter()
        .enumerate()
        .map(|(before, (step, unit))| Mark::Points {
            name: name(unit),
            ink: if unit == scene.unit {
                Ink::Handle
            } else {
                Ink::Alarm
            },
            shape: Shape::Cross,
            hollow: false,
            size: if unit == scene.unit { 1.5 } else { 1.0 },
            at: vec![[step as f64, before as f64 + 1.0]],
        })
}
