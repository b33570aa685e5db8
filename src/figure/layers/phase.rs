//! The map of `layers`: at which scales of weights and biases the gradient fades, comes through, or grows.
//!
//! It shows what the theory says of a network as deep as this one, from its own start, and names its regions as the sentence names what layer 1 receives.
//! The line is another question: where, in endlessly many layers, the factor is 1.

use super::controls::{BIAS_STD, BIAS_STDS, GAIN, GAINS};
use super::verdict::{Arrival, Region};
use super::{Scene, names};
use crate::language::Text;
use crate::view::*;

/// The colours of a factor per layer, in decades.
pub const RAMP: Ramp = Ramp::Diverging { reach: 0.5 };

/// A region is named if at least that share of the map belongs to it.
const WORTH_A_NAME: f64 = 0.06;

/// How far the names of the regions are moved up and down, so that they never meet.
const LIFT: f64 = 0.35;

/// The factor per layer over the plane of both scales, the critical line, and the present point, to be dragged.
pub fn phase(scene: &Scene) -> Plot {
    let plan = &scene.asked;
    let mut marks = Vec::new();
    if let Some(field) = scene.plane.field() {
        let regions = regions(&field, depth(scene));
        marks.push(Mark::Heat {
            name: names::MAP.read(),
            field,
            ramp: RAMP,
            cells: Cells::Blended,
        });
        marks.extend(regions);
    }
    marks.extend(line(scene));
    marks.push(Mark::Dot {
        ink: Ink::Handle,
        x: plan.gain,
        y: plan.bias_std,
        hollow: false,
        label: String::new(),
    });
    let axis = |label: Text, [min, max]: [f64; 2]| Axis {
        label: label.read(),
        min,
        max,
        scale: Scale::Linear,
    };
    Plot {
        id: "phase",
        title: names::DRAG.read(),
        framing: Framing::Axes,
        x: axis(names::WEIGHT_SCALE, GAINS),
        y: axis(names::BIAS_STD, [BIAS_STDS[0] - 0.08, BIAS_STDS[1]]),
        marks,
        gestures: vec![Gesture::Point {
            x: GAIN.name(),
            y: BIAS_STD.name(),
        }],
        weight: 3.0,
    }
}

/// The depth that the map is of: one layer has no factor between layers, two have.
pub fn depth(scene: &Scene) -> usize {
    scene.asked.depth.max(2)
}

/// The names of the regions, each in the middle of its cells.
fn regions(field: &Field, depth: usize) -> Vec<Mark> {
    let steps = (depth - 1) as f64;
    let cells = || {
        field.values.iter().enumerate().map(|(index, value)| {
            let at = |[from, to]: [f64; 2], index: usize, count: usize| {
                from + (index as f64 + 0.5) / count as f64 * (to - from)
            };
            let x = at(field.x, index % field.columns, field.columns);
            (x, at(field.y, index / field.columns, field.rows()), *value)
        })
    };
    let name = |(region, text, lift): (Region, Text, f64)| {
        let own: Vec<(f64, f64)> = cells()
            .filter(|cell| Arrival::of(steps * cell.2).region() == Some(region))
            .map(|cell| (cell.0, cell.1))
            .collect();
        let count = own.len() as f64;
        (count > WORTH_A_NAME * field.values.len() as f64).then(|| Mark::Text {
            ink: Ink::Text,
            x: own.iter().map(|cell| cell.0).sum::<f64>() / count,
            y: own.iter().map(|cell| cell.1).sum::<f64>() / count + lift,
            align: Align::Middle,
            size: 1.1,
            text: text.read(),
        })
    };
    [
        (Region::Fades, names::FADES, LIFT),
        (Region::ComesThrough, names::COMES_THROUGH, 0.0),
        (Region::Grows, names::GROWS, -LIFT),
    ]
    .into_iter()
    .filter_map(name)
    .collect()
}

/// Whether there is a critical line on the map.
pub fn has_line(scene: &Scene) -> bool {
    line(scene).is_some()
}

/// Where, in endlessly many plain layers, the factor is 1; none where it is nowhere on the map.
fn line(scene: &Scene) -> Option<Mark> {
    let plan = &scene.asked;
    if plan.residual || plan.layer_norm {
        return None;
    }
    let pieces = scene.plane.critical().to_vec();
    let is_seen = |point: &[f64; 2]| {
        (GAINS[0]..=GAINS[1]).contains(&point[0])
            && (BIAS_STDS[0]..=BIAS_STDS[1]).contains(&point[1])
    };
    (pieces.iter().flatten().any(is_seen)).then(|| Mark::Line {
        name: names::CRITICAL_LINE.read(),
        ink: Ink::Text,
        dash: Dash::Solid,
        width: 1.2,
        pieces,
        label: names::CRITICAL.read(),
    })
}
