//! Both directions of `layers` on one axis: how far inputs still differ on the way forward, and what is left of the gradient on the way back.

use super::super::directions::{BACKWARD, FORWARD, axis};
use super::{Scene, controls, layer_axis, names};
use crate::model::spread::Layer;
use crate::state::Choice;
use crate::view::*;

/// Most decades that are shown below 1.
const DEEPEST: f64 = 40.0;

/// Both are compared with where they begin: the differences with those of layer 1, the gradient with that of the last layer.
pub fn both(scene: &Scene) -> Plot {
    let layers = || scene.spread().layers().iter().filter(|l| l.is_complete());
    let expected = scene.answer.expected.iter().map(|layer| layer.log10_norm);
    let forward = [
        from_first(layers().map(difference).collect()),
        from_first(scene.pairs.log10_differences()),
    ];
    let backward = [
        from_last(layers().map(Layer::log10_norm).collect()),
        from_last(expected.collect()),
    ];
    let all = forward.iter().chain(&backward).flatten();
    let (low, high) = all.fold((-1.0f64, 0.0f64), |(low, high), at| {
        (low.min(at[1]), high.max(at[1]))
    });
    let mut marks = vec![super::norms::outline(scene)];
    let named = [(FORWARD, false, forward), (BACKWARD, true, backward)];
    for (name, hollow, [measured, theory]) in named {
        let name = name.read();
        marks.push(Mark::Line {
            name: names::theory_of(&name),
            ink: Ink::Text,
            dash: Dash::Dashed,
            width: 1.0,
            pieces: vec![theory],
            label: String::new(),
        });
        marks.push(Mark::Line {
            name: name.clone(),
            ink: scene.style().ink,
            dash: Dash::Solid,
            width: 0.8,
            pieces: vec![measured.clone()],
            label: name.clone(),
        });
        marks.push(Mark::Points {
            name,
            ink: scene.style().ink,
            shape: Shape::Circle,
            hollow,
            size: 1.1,
            at: measured,
        });
    }
    Plot {
        id: scene.show.id(),
        title: names::BOTH.read(),
        framing: Framing::Named,
        x: layer_axis(scene.plan().depth),
        y: axis(low, high, DEEPEST),
        marks,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 3.0,
    }
}

/// log₁₀ of how far what a layer's activation is fed differs from input to input: the root of the variance over the inputs, averaged over the units.
pub fn difference(layer: &Layer) -> f64 {
    let samples = layer.samples().max(1);
    let units = layer.z().chunks_exact(samples);
    let count = units.len().max(1) as f64;
    let variance = |unit: &[f64]| {
        let mean = unit.iter().sum::<f64>() / samples as f64;
        let squares = unit.iter().map(|z| (z - mean) * (z - mean));
        squares.sum::<f64>() / samples as f64
    };
    0.5 * libm::log10(units.map(variance).sum::<f64>() / count)
}

fn from_first(logarithms: Vec<f64>) -> Vec<[f64; 2]> {
    let whole = logarithms.first().copied().unwrap_or(f64::NAN);
    relative(logarithms, whole)
}

fn from_last(logarithms: Vec<f64>) -> Vec<[f64; 2]> {
    let whole = logarithms.last().copied().unwrap_or(f64::NAN);
    relative(logarithms, whole)
}

/// Over the layers; what is exactly 0, or no number, is left out.
fn relative(logarithms: Vec<f64>, whole: f64) -> Vec<[f64; 2]> {
    let places = logarithms.into_iter().zip(1..);
    let points = places.map(|(y, layer)| [f64::from(layer), y - whole]);
    points.filter(|point| point[1].is_finite()).collect()
}
