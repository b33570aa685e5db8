//! The large picture of `layers`: how the numbers of each layer are spread.

use super::{Scene, Show, controls, layer_axis, names};
use crate::language::Text;
use crate::model::spread::Spread;
use crate::model::spread::forecast::Expected;
use crate::state::Choice;
use crate::view::number;
use crate::view::*;

/// Cells from the bottom to the top of the picture.
const BINS: usize = 72;

/// Of each layer's gradients that share, the smallest, may lie below the picture.
const RARE: f64 = 0.005;

/// Magnitudes that an axis writes out.
const ORDINARY: std::ops::Range<f64> = 1e-2..1e4;

/// The height of the strip for exact zeros, as a share of the range above it.
const STRIP: f64 = 0.07;

/// Each layer's distribution as a column of cells, and what they were counted from.
pub struct Density {
    show: Show,
    /// How much of the network was known.
    progress: f64,
    /// The power of ten in which z and a are counted.
    power: f64,
    range: (f64, f64),
    field: Field,
}

impl Density {
    /// Of what is known of a network.
    pub fn new(spread: &Spread, expected: &[Expected], show: Show) -> Density {
        let mut columns: Vec<Vec<f64>> = spread
            .layers()
            .iter()
            .map(|layer| match show {
                Show::Gradients => layer.log10_gradients().collect(),
                Show::PreActivations if layer.is_passed() => layer.z().to_vec(),
                Show::PreActivations => Vec::new(),
                Show::Activations => layer.a().to_vec(),
                // The other plot stands in its place.
                Show::Both | Show::Network => Vec::new(),
            })
            .collect();
        let power = unit(show, &columns);
        let scale = libm::pow(10.0, -power);
        for x in columns.iter_mut().flatten() {
            *x *= scale;
        }
        let plan = spread.plan();
        let root = 0.5 * libm::log10(plan.width as f64);
        let range = range(
            show,
            &columns,
            expected.iter().map(|it| it.log10_norm - root),
        );
        Density {
            show,
            progress: spread.progress(),
            power,
            range,
            field: histogram(&columns, plan.depth, range),
        }
    }

    /// Counts again if something else is to be counted, or if now there is all of it: with half a million numbers each time would take longer than the work between.
    pub fn keep_up(&mut self, spread: &Spread, expected: &[Expected], show: Show) {
        let is_news = spread.is_finished() && self.progress < 1.0;
        if self.show != show || is_news {
            *self = Density::new(spread, expected, show);
        }
    }
}

/// The plot of all of them.
pub fn density(scene: &Scene) -> Plot {
    let density = &scene.answer.density;
    let depth = scene.plan().depth;
    let (bottom, top) = density.range;
    let mut marks = vec![Mark::Heat {
        name: names::HOW_OFTEN_OF_CELL.read(),
        field: density.field.clone(),
        ramp: Ramp::Share,
        cells: Cells::Separate,
    }];
    let mut foot = bottom;
    let mut layers = scene.spread().layers().iter();
    if scene.show == Show::Gradients && layers.any(|layer| layer.zero_gradients() > 0.0) {
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
    marks.extend(theory(scene));
    marks.push(outline(scene.layer, foot, top));
    let power = (density.power != 0.0).then(|| number::power_of_ten(density.power));
    Plot {
        id: scene.show.id(),
        title: names::density(scene.show),
        framing: Framing::Named,
        x: layer_axis(depth),
        y: Axis {
            label: names::measured_in(scene.show, scene.is_fed_the_sums(), power.as_deref()),
            min: foot,
            max: top,
            scale: match scene.show {
                Show::Gradients => Scale::Decades,
                _ => Scale::Linear,
            },
        },
        marks,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 3.0,
    }
}

/// The power of ten in which z and a are counted: 0 as long as they are of ordinary size.
fn unit(show: Show, columns: &[Vec<f64>]) -> f64 {
    let magnitudes = columns.iter().flatten().map(|x| x.abs());
    let largest = magnitudes.filter(|x| x.is_finite()).fold(0.0, f64::max);
    match show {
        Show::Gradients => 0.0,
        _ if largest == 0.0 || ORDINARY.contains(&largest) => 0.0,
        _ => libm::floor(libm::log10(largest)),
    }
}

/// From the smallest to the largest number that is finite and 0; of gradients with what the theory expects, without the few smallest, and down to a whole decade.
fn range(show: Show, columns: &[Vec<f64>], expected: impl Iterator<Item = f64>) -> (f64, f64) {
    let gradients = show == Show::Gradients;
    let left_out = if gradients { RARE } else { 0.0 };
    let measured = columns.iter().filter_map(|column| ends(column, left_out));
    let beside = expected
        .filter(|x| gradients && x.is_finite())
        .chain((!gradients).then_some(0.0));
    let (low, high) = measured
        .chain(beside.map(|x| (x, x)))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |range, ends| {
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

/// The smallest finite number, a share of them left out, and the largest; none where there are none.
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
    let layers = scene.spread().layers();
    let share = |index: usize| {
        let zeros = layers
            .get(index)
            .map_or(0.0, |layer| layer.zero_gradients());
        if zeros > 0.0 { zeros } else { f64::NAN }
    };
    Mark::Heat {
        name: names::ZERO_SHARE.read(),
        field: Field {
            x: [0.5, depth as f64 + 0.5],
            y: [from, to],
            columns: depth,
            values: (0..depth).map(share).collect(),
        },
        ramp: Ramp::Share,
        cells: Cells::Separate,
    }
}

/// What the theory expects of the same numbers: one standard deviation of z, or the typical size of a unit's gradient.
fn theory(scene: &Scene) -> Vec<Mark> {
    let line = |label: Text, of: &dyn Fn(usize) -> f64| {
        let points = (0..scene.answer.expected.len()).map(|index| [(index + 1) as f64, of(index)]);
        // A single layer is a column, and its line a stroke across it.
        let points: Vec<[f64; 2]> = match scene.answer.expected.len() {
            1 => points
                .flat_map(|[x, y]| [[x - 0.5, y], [x + 0.5, y]])
                .collect(),
            _ => points.collect(),
        };
        Mark::Line {
            name: names::THEORY.read(),
            ink: Ink::Text,
            dash: Dash::Dashed,
            width: 1.0,
            pieces: vec![points],
            label: label.read(),
        }
    };
    let root = 0.5 * libm::log10(scene.plan().width as f64);
    let scale = libm::pow(10.0, -scene.answer.density.power);
    let std = |index: usize| scale * scene.answer.expected[index].q.sqrt();
    match scene.show {
        Show::Gradients => vec![line(names::THEORY, &|index| {
            scene.answer.expected[index].log10_norm - root
        })],
        Show::PreActivations => vec![
            line(names::STD_UP, &|index| std(index)),
            line(names::STD_DOWN, &|index| -std(index)),
        ],
        Show::Activations | Show::Both | Show::Network => Vec::new(),
    }
}

/// A frame around the layer that is looked at.
fn outline(layer: usize, bottom: f64, top: f64) -> Mark {
    let (left, right) = (layer as f64 + 0.5, layer as f64 + 1.5);
    Mark::Line {
        name: names::layer(layer + 1),
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
