//! The freeze meter of `freeze`.

use super::state::{FROZEN, GUIDE, Pace, THRASHING};
use super::verdict;
use super::{Scene, names};
use crate::view::*;

/// The stretch of decades that is always shown.
const DECADES: (f64, f64) = (-8.0, 0.5);

/// Decades below which a dot is not followed: there is nothing to compare it with.
const LOWEST: f64 = -20.0;

/// Decades above which it is not followed either.
const HIGHEST: f64 = 6.0;

/// log₁₀ of ‖ΔW‖/‖W‖ for every layer of both networks.
pub fn meter(scene: &Scene) -> Plot {
    let layers = scene.plan.depth + 1;
    let mut marks = vec![
        Mark::Band {
            name: names::pace(Pace::Frozen),
            ink: Ink::Alarm,
            along: Direction::Y,
            from: f64::NEG_INFINITY,
            to: libm::log10(FROZEN),
            hatched: true,
            label: String::new(),
        },
        Mark::Band {
            name: names::pace(Pace::Thrashing),
            ink: Ink::Alarm,
            along: Direction::Y,
            from: libm::log10(THRASHING),
            to: f64::INFINITY,
            hatched: false,
            label: String::new(),
        },
        Mark::Rule {
            ink: Ink::Muted,
            dash: Dash::Dashed,
            along: Direction::Y,
            at: libm::log10(GUIDE),
            label: names::USUAL.read(),
        },
    ];
    let (mut lowest, mut highest) = DECADES;
    for (arm, (look, outcome)) in scene.arms().enumerate() {
        let all = outcome.layers.iter().enumerate();
        let place = |(index, change): (usize, f64)| [index as f64 + 1.0, libm::log10(change)];
        let changes = all.map(|(index, layer)| (index, layer.relative_change));
        let (still, moving): (Vec<_>, Vec<_>) = changes.partition(|(_, change)| *change == 0.0);
        let moving: Vec<[f64; 2]> = moving.into_iter().map(place).collect();
        for y in moving.iter().map(|at| at[1]).filter(|y| y.is_finite()) {
            lowest = lowest.min(libm::floor(y - 0.3)).max(LOWEST);
            highest = highest.max(libm::ceil(y + 0.3)).min(HIGHEST);
        }
        if verdict::steps(scene.plan, outcome, arm) > 0 {
            marks.push(Mark::Zeros {
                name: names::still(look.letter),
                ink: look.ink,
                at: still.iter().map(|(index, _)| *index as f64 + 1.0).collect(),
            });
        }
        marks.push(Mark::Line {
            name: look.name.clone(),
            ink: look.ink,
            dash: look.dash,
            width: 1.0,
            pieces: vec![moving.clone()],
            label: look.letter.to_owned(),
        });
        marks.push(Mark::Points {
            name: look.name.clone(),
            ink: look.ink,
            shape: look.shape,
            hollow: false,
            size: 1.3,
            at: moving,
        });
    }
    if scene.step() == 0 {
        marks.push(Mark::Text {
            ink: Ink::Muted,
            x: 0.5 * (layers as f64 + 1.0),
            y: -4.0,
            align: Align::Middle,
            size: 1.0,
            text: names::NOTHING_MOVED.read(),
        });
    }
    // On the right, where a network that vanishes still learns.
    let all = scene.report.arms.iter().flat_map(|arm| &arm.layers);
    let thrashes = all
        .filter(|layer| Pace::of(layer.relative_change) == Pace::Thrashing)
        .count()
        > 0;
    let words = [
        (Pace::Frozen, lowest + 0.5),
        (Pace::Thrashing, highest - 0.5),
    ];
    marks.extend(
        words
            .into_iter()
            .take(1 + usize::from(thrashes))
            .map(|(pace, y)| Mark::Text {
                ink: Ink::Alarm,
                x: layers as f64 + 0.45,
                y,
                align: Align::End,
                size: 1.0,
                text: names::pace(pace),
            }),
    );
    Plot {
        id: "meter",
        title: names::METER.read(),
        framing: Framing::Named,
        x: Axis {
            label: super::super::text::LAYER.read(),
            min: 0.5,
            max: layers as f64 + 0.5,
            scale: Scale::Count,
        },
        y: Axis {
            label: names::PER_STEP.read(),
            min: lowest,
            max: highest,
            scale: Scale::Decades,
        },
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}
