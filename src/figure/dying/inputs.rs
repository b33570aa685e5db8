//! What the chosen unit of `dying` receives from every training point, under its activation.

use super::super::text::activation as called;
use super::plane::{by_class, is_cured};
use super::{Scene, names};
use crate::model::activation::{Activation, Kind};
use crate::view::number;
use crate::view::*;

/// Bins of the histogram of z.
const BINS: usize = 24;

/// Points of a curve that is bent.
const SAMPLES: usize = 200;

/// Whether an activation is two straight pieces, with a corner at 0.
fn is_straight(activation: Activation) -> bool {
    matches!(activation.kind(), Kind::Relu | Kind::LeakyRelu)
}

/// The chosen unit's activation with z of every training point on it, and how z is spread.
pub fn inputs(scene: &Scene) -> Plot {
    let z = scene.population.pre_activations(scene.unit, scene.step);
    let activation = scene.population.activation(scene.unit, scene.step);
    let (from, to) = range(&z);
    let at = |z: f64| [z, activation.value(z)];
    let middle = (0..=SAMPLES).map(|i| from + (to - from) * i as f64 / SAMPLES as f64);
    let curve: Vec<[f64; 2]> = match is_straight(activation) {
        true => [from, 0.0, to].map(at).to_vec(),
        false => middle.map(at).collect(),
    };
    let slope = number::plain(activation.derivative(-1.0), 3);
    let label = called(activation.kind());
    let mut marks = vec![
        Mark::Band {
            name: names::OFF.read(),
            ink: if is_cured(scene, scene.unit) {
                Ink::Muted
            } else {
                Ink::Alarm
            },
            along: Direction::X,
            from: f64::NEG_INFINITY,
            to: 0.0,
            hatched: !is_cured(scene, scene.unit),
            label: names::slope(&slope, (!is_straight(activation)).then_some("−1")),
        },
        histogram(&z, from, to),
        Mark::Line {
            name: label.clone(),
            ink: Ink::Text,
            dash: Dash::Solid,
            width: 1.0,
            pieces: vec![curve],
            label,
        },
    ];
    marks.extend(by_class(scene, 0.8, |i| [z[i], activation.value(z[i])]));
    Plot {
        id: "inputs",
        title: names::fed(scene.unit + 1),
        framing: Framing::Named,
        x: Axis {
            label: "z".to_owned(),
            min: from,
            max: to,
            scale: Scale::Linear,
        },
        y: Axis {
            label: "a = f(z)".to_owned(),
            min: (-0.15 * to).min(1.1 * activation.value(from)),
            max: 1.05 * to,
            scale: Scale::Linear,
        },
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

/// The stretch of z that is shown: every point with both sides of 0, rounded outwards so that it stays while z changes a little.
fn range(z: &[f64]) -> (f64, f64) {
    let end = |sign: f64| z.iter().fold(0.5f64, |most, z| most.max(sign * z));
    let (below, above) = (rounded_up(end(-1.0)), rounded_up(end(1.0)));
    let least = 0.4 * below.max(above);
    (-below.max(least), above.max(least))
}

/// How many points fall into each stretch of z, the fullest half as high as the frame: its shape is what matters.
fn histogram(z: &[f64], from: f64, to: f64) -> Mark {
    let width = (to - from) / BINS as f64;
    let mut counts = [0.0f64; BINS];
    for z in z.iter().filter(|z| z.is_finite()) {
        let bin = ((z - from) / width) as usize;
        counts[bin.min(BINS - 1)] += 1.0;
    }
    let fullest = counts.iter().fold(1.0f64, |most, count| most.max(*count));
    let bar = |(bin, count): (usize, &f64)| Bar {
        x: from + (bin as f64 + 0.5) * width,
        from: 0.0,
        to: 0.5 * to * count / fullest,
    };
    let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0.0);
    Mark::Bars {
        name: names::POINTS.read(),
        ink: Ink::Muted,
        width: 0.9 * width,
        faint: true,
        bars: filled.map(bar).collect(),
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is at least x: the axis stays while x changes a little.
fn rounded_up(x: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(x)));
    let mut rounded = [1.0, 2.0, 5.0, 10.0]
        .map(|factor| factor * power)
        .into_iter();
    rounded.find(|end| *end >= x).unwrap_or(f64::MAX.sqrt())
}
