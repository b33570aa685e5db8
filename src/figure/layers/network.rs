//! The network of `layers` as a drawing: some units of each layer, filled as what comes back to them is strong, and the connections over which it comes.

use super::{Scene, controls, layer_axis, names};
use crate::state::Choice;
use crate::view::*;

/// As many units of a layer as can be told apart.
const UNITS: usize = 6;

/// Of deeper networks as many layers are drawn, from the first to the last, and without connections: their columns are no neighbours.
const COLUMNS: usize = 24;

/// Radius of a unit in text heights where there is room, and what the units of a row may take together.
const RADIUS: f64 = 0.75;
const TOGETHER: f64 = 9.0;

/// Widths of the faintest and of the strongest connection, relative to an ordinary series.
const WIDTHS: [f64; 2] = [0.1, 2.2];

/// Everything is told as a share of the strongest that is drawn of its kind.
pub fn network(scene: &Scene) -> Plot {
    let depth = scene.plan().depth;
    let units = scene.plan().width.min(UNITS);
    let columns = columns(depth);
    let arriving: Vec<Vec<f64>> = columns
        .iter()
        .map(|&layer| {
            let all = scene.spread().layer(layer).log10_unit_gradients();
            all.into_iter().take(units).collect()
        })
        .collect();
    let mut marks = vec![super::norms::outline(scene)];
    if columns.len() == depth {
        marks.extend(connections(scene, &columns, &arriving));
    }
    let most = largest(arriving.iter().flatten());
    for (&layer, column) in columns.iter().zip(&arriving) {
        let discs = column.iter().enumerate();
        marks.extend(discs.map(|(unit, &log10)| Mark::Node {
            name: names::unit(unit + 1, layer + 1),
            ink: scene.style().ink,
            x: (layer + 1) as f64,
            y: (unit + 1) as f64,
            radius: RADIUS.min(TOGETHER / columns.len() as f64),
            fill: share(log10, most),
            label: String::new(),
            caption: String::new(),
            side: Side::Above,
        }));
    }
    Plot {
        id: scene.show.id(),
        title: names::network([units, scene.plan().width], [columns.len(), depth]),
        framing: Framing::Axes,
        x: layer_axis(depth),
        y: Axis {
            label: names::UNIT.read(),
            min: 0.5,
            max: units as f64 + 0.5,
            scale: Scale::Count,
        },
        marks,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 3.0,
    }
}

/// The layers that are drawn, counted from 0: all, or some that are evenly spread.
fn columns(depth: usize) -> Vec<usize> {
    let count = depth.min(COLUMNS);
    let at = |index: usize| (index * (depth - 1) + (count - 1) / 2) / (count - 1);
    match depth {
        0 | 1 => (0..depth).collect(),
        _ => (0..count).map(at).collect(),
    }
}

/// What goes back over each weight: |w| times what comes back to the unit on its right.
fn connections(scene: &Scene, columns: &[usize], arriving: &[Vec<f64>]) -> Vec<Mark> {
    let mut crossing: Vec<([f64; 2], [f64; 2], f64)> = Vec::new();
    for (&layer, column) in columns
        .iter()
        .zip(arriving)
        .filter(|(layer, _)| **layer > 0)
    {
        let weights = scene.spread().corner(layer, column.len());
        for ((unit, row), &log10) in weights.iter().enumerate().zip(column) {
            for (before, weight) in row.iter().enumerate() {
                crossing.push((
                    [layer as f64, (before + 1) as f64],
                    [(layer + 1) as f64, (unit + 1) as f64],
                    log10 + libm::log10(weight.abs()),
                ));
            }
        }
    }
    let most = largest(crossing.iter().map(|(_, _, log10)| log10));
    let [faint, strong] = WIDTHS;
    let mark = |(from, to, log10): ([f64; 2], [f64; 2], f64)| Mark::Edge {
        name: names::CONNECTION.read(),
        ink: scene.style().ink,
        dash: Dash::Solid,
        width: faint + share(log10, most) * (strong - faint),
        from,
        to,
        bend: 0.0,
        label: String::new(),
    };
    crossing.into_iter().map(mark).collect()
}

fn largest<'a>(logarithms: impl Iterator<Item = &'a f64>) -> f64 {
    logarithms.copied().fold(f64::NEG_INFINITY, f64::max)
}

/// As a share of the largest; 0 where there is none, and where a number is not known.
fn share(log10: f64, most: f64) -> f64 {
    match libm::pow(10.0, log10 - most) {
        share if share.is_finite() => share,
        _ => 0.0,
    }
}
