//! The large picture of `layers`: how the numbers of each layer are spread.

use super::super::number;
use super::super::view::*;
use super::{Scene, Show, layer_axis};

/// Cells from the bottom to the top of the picture.
const BINS: usize = 72;

/// From the paper's own tone, for none, to the full colour of the layer's fullest cell.
pub const RAMP: Ramp = Ramp::Diverging { reach: 1.0 };

/// Of each layer's gradients that share, the smallest, may lie below the picture.
const RARE: f64 = 0.005;

/// Magnitudes that an axis writes out.
const ORDINARY: std::ops::Range<f64> = 1e-2..1e4;

/// The height of the strip for exact zeros, as a share of the range above it.
const STRIP: f64 = 0.07;

/// Each layer's distribution as a column of colours.
pub fn density(scene: &Scene) -> Plot {
    let mut columns: Vec<Vec<f64>> = scene
        .spread
        .layers()
        .iter()
        .map(|layer| match scene.show {
            Show::Gradients => layer.log10_gradients().collect(),
            Show::PreActivations if layer.is_passed() => layer.z().to_vec(),
            Show::PreActivations => Vec::new(),
            Show::Activations => layer.a().to_vec(),
        })
        .collect();
    let depth = scene.plan().depth;
    let power = unit(scene, &columns);
    for x in columns.iter_mut().flatten() {
        *x *= libm::pow(10.0, -power);
    }
    let (bottom, top) = range(scene, &columns);
    let mut marks = vec![Mark::Heat {
        name: "how often, compared with the layer’s most frequent".to_owned(),
        field: histogram(&columns, depth, (bottom, top)),
        ramp: RAMP,
        cells: Cells::Separate,
    }];
    let mut foot = bottom;
    let zeros = scene.show == Show::Gradients
        && scene
            .spread
            .layers()
            .iter()
            .any(|layer| layer.zero_gradients() > 0.0);
    if zeros {
        // Less than a decade, so that no label of the axis falls into it.
        foot -= (STRIP * (top - bottom)).min(0.95);
        marks.push(zero_strip(scene, foot, bottom));
        marks.push(Mark::Rule {
            ink: Ink::Text,
            dash: Dash::Solid,
            along: Direction::Y,
            at: bottom,
            label: String::new(),
        });
    }
    marks.extend(theory(scene, libm::pow(10.0, -power)));
    marks.push(outline(scene.layer, foot, top));
    let (title, label, scale) = match scene.show {
        Show::Gradients => (
            "What comes back to each unit of each layer",
            "|∂L/∂z| of a unit",
            Scale::Decades,
        ),
        Show::PreActivations => ("What each layer’s activation is fed", "z", Scale::Linear),
        Show::Activations => ("What each layer passes on", "a", Scale::Linear),
    };
    Plot {
        id: "spread",
        title: title.to_owned(),
        framing: Framing::Axes,
        x: layer_axis(depth),
        y: Axis {
            label: match power {
                0.0 => label.to_owned(),
                _ => format!("{label}, in units of {}", number::power_of_ten(power)),
            },
            min: foot,
            max: top,
            scale,
        },
        marks,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 3.0,
    }
}

/// The power of ten in which z and a are written: 0 as long as they are of ordinary size.
fn unit(scene: &Scene, columns: &[Vec<f64>]) -> f64 {
    let largest = |most: f64, x: &f64| {
        if x.is_finite() {
            most.max(x.abs())
        } else {
            most
        }
    };
    let largest = columns.iter().flatten().fold(0.0, largest);
    let ordinary = largest == 0.0 || ORDINARY.contains(&largest);
    match scene.show {
        Show::PreActivations | Show::Activations if !ordinary => libm::floor(libm::log10(largest)),
        _ => 0.0,
    }
}

/// From the smallest to the largest number, but for a few of each layer's smallest gradients; whole decades below gradients.
fn range(scene: &Scene, columns: &[Vec<f64>]) -> (f64, f64) {
    let gradients = scene.show == Show::Gradients;
    let left_out = if gradients { RARE } else { 0.0 };
    let ends = columns.iter().filter_map(|column| ends(column, left_out));
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |range, ends| {
        (range.0.min(ends.0), range.1.max(ends.1))
    });
    match (gradients, low <= high) {
        (_, false) => (-1.0, 1.0),
        (true, true) => (libm::floor(low), high + 0.02 * (high - low) + 0.1),
        (false, true) if low == high => (low - 1.0, high + 1.0),
        (false, true) => {
            let air = 0.02 * (high - low);
            (low - air, high + air)
        }
    }
}

/// The smallest finite number, with a share of the smallest left out, and the largest; none where there are none.
fn ends(column: &[f64], left_out: f64) -> Option<(f64, f64)> {
    let mut finite: Vec<f64> = column.iter().copied().filter(|x| x.is_finite()).collect();
    let high = finite.iter().copied().max_by(f64::total_cmp)?;
    let place = (left_out * finite.len() as f64) as usize;
    let (_, low, _) = finite.select_nth_unstable_by(place, f64::total_cmp);
    Some((*low, high))
}

/// How many numbers of each layer fall into each cell, as a share of its fullest cell; none where there are none.
fn histogram(columns: &[Vec<f64>], depth: usize, (bottom, top): (f64, f64)) -> Field {
    let mut values = vec![f64::NAN; depth * BINS];
    for (column, numbers) in columns.iter().enumerate() {
        let mut counts = [0.0f64; BINS];
        for x in numbers.iter().filter(|x| (bottom..=top).contains(*x)) {
            let cell = (x - bottom) / (top - bottom) * BINS as f64;
            counts[(cell as usize).min(BINS - 1)] += 1.0;
        }
        let fullest = counts.iter().fold(0.0f64, |most, count| most.max(*count));
        for (row, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            values[row * depth + column] = count / fullest;
        }
    }
    Field {
        x: [0.5, depth as f64 + 0.5],
        y: [bottom, top],
        columns: depth,
        values,
    }
}

/// Under the smallest gradients, which share of each layer's is exactly 0.
fn zero_strip(scene: &Scene, from: f64, to: f64) -> Mark {
    let depth = scene.plan().depth;
    let layers = scene.spread.layers();
    let share = |index: usize| {
        let zeros = layers
            .get(index)
            .map_or(0.0, |layer| layer.zero_gradients());
        if zeros > 0.0 { zeros } else { f64::NAN }
    };
    Mark::Heat {
        name: "share that is exactly 0".to_owned(),
        field: Field {
            x: [0.5, depth as f64 + 0.5],
            y: [from, to],
            columns: depth,
            values: (0..depth).map(share).collect(),
        },
        ramp: RAMP,
        cells: Cells::Separate,
    }
}

/// What the theory expects of the same numbers: one standard deviation of z, or the typical size of a unit's gradient.
fn theory(scene: &Scene, scale: f64) -> Vec<Mark> {
    let line = |label: &str, of: &dyn Fn(usize) -> f64| {
        let points = (0..scene.expected.len()).map(|index| [(index + 1) as f64, of(index)]);
        // A single layer is a column, and its line a stroke across it.
        let points: Vec<[f64; 2]> = match scene.expected.len() {
            1 => points
                .flat_map(|[x, y]| [[x - 0.5, y], [x + 0.5, y]])
                .collect(),
            _ => points.collect(),
        };
        Mark::Line {
            name: "theory".to_owned(),
            ink: Ink::Text,
            dash: Dash::Dashed,
            width: 1.0,
            pieces: vec![points],
            label: label.to_owned(),
        }
    };
    let root = 0.5 * libm::log10(scene.plan().width as f64);
    match scene.show {
        Show::Gradients => vec![line("theory", &|index| {
            scene.expected[index].log10_norm - root
        })],
        Show::PreActivations => vec![
            line("theory: + one std", &|index| {
                scale * scene.expected[index].q.sqrt()
            }),
            line("− one std", &|index| {
                -scale * scene.expected[index].q.sqrt()
            }),
        ],
        Show::Activations => Vec::new(),
    }
}

/// A frame around the layer that is looked at.
fn outline(layer: usize, bottom: f64, top: f64) -> Mark {
    let (left, right) = (layer as f64 + 0.5, layer as f64 + 1.5);
    Mark::Line {
        name: format!("layer {}", layer + 1),
        ink: Ink::Handle,
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![vec![
            [left, bottom],
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
        ]],
        label: String::new(),
    }
}
