//! The activation of `neuron` with the point where the neuron stands.

use super::super::curves::extent::extent;
use super::super::curves::sample::{Order, sampled};
use super::super::zones::{Zone, zones};
use super::{Scene, controls, text};
use crate::model::activation::Activation;
use crate::view::number;
use crate::view::*;

/// How far z is shown when it is small.
const NEAR: f64 = 6.0;

/// A larger z leaves this much of its own size between itself and the frame.
const AIR: f64 = 1.15;

/// Half the width of the tangent, as a share of the frame's.
const TANGENT: f64 = 0.18;

/// f over z, with the point (z, a) and its tangent.
pub fn curve(scene: &Scene) -> Plot {
    let (activation, z, a) = (&scene.neuron.activation, scene.neuron.z, scene.neuron.a);
    let reach = NEAR.max(AIR * z.abs());
    let style = std::slice::from_ref(&scene.style);
    let (low, high) = extent(style, Order::Value, -reach, reach);
    let y = match (low..=high).contains(&a) {
        true => (low, high),
        false => aired(low.min(a), high.max(a)),
    };
    let slope = activation.derivative(z);
    let end = |z1: f64| [z1, a + slope * (z1 - z)];
    let half = TANGENT * 2.0 * reach;
    let mut marks: Vec<Mark> = zones(activation, -reach, reach)
        .iter()
        .map(Zone::band)
        .collect();
    marks.extend([
        rule(Direction::Y, 0.0, Ink::Muted, String::new()),
        rule(
            Direction::X,
            z,
            Ink::Muted,
            format!("z = {}", number::plain(z, 3)),
        ),
        Mark::Line {
            name: scene.style.name.clone(),
            ink: scene.style.ink,
            dash: scene.style.dash,
            width: 1.0,
            pieces: sampled(activation, Order::Value, (-reach, reach), y.1 - y.0),
            label: scene.style.short.clone(),
        },
        Mark::Line {
            name: text::TANGENT.read(),
            ink: Ink::Handle,
            dash: Dash::Solid,
            width: 1.0,
            pieces: vec![vec![end(z - half), end(z + half)]],
            label: String::new(),
        },
        Mark::Dot {
            ink: scene.style.ink,
            x: z,
            y: a,
            hollow: false,
            label: String::new(),
        },
    ]);
    Plot {
        id: "curve",
        title: text::TURNS.read(),
        x: axis("z", -reach, reach),
        y: axis("a = f(z)", y.0, y.1),
        framing: Framing::Axes,
        marks,
        gestures: Vec::new(),
        weight: 3.0,
    }
}

/// The output over the only input, which is dragged along.
pub fn response(scene: &Scene, reach: f64) -> Plot {
    let neuron = &scene.neuron;
    let (x, w, b) = (neuron.inputs[0], neuron.weights[0], neuron.bias);
    let pieces = over_input(&neuron.activation, (w, b), reach);
    let heights = pieces.iter().flatten().map(|point| point[1]);
    let (low, high) = heights.fold((0.0f64, 1.0f64), |(low, high), a| (low.min(a), high.max(a)));
    let y = aired(low, high);
    let mut marks = vec![
        rule(Direction::Y, 0.0, Ink::Muted, String::new()),
        rule(Direction::X, x, Ink::Handle, String::new()),
    ];
    if w != 0.0 {
        marks.push(Mark::Rule {
            ink: Ink::Text,
            dash: Dash::Dashed,
            along: Direction::X,
            at: -b / w,
            label: "z = 0".to_owned(),
        });
    }
    marks.extend([
        Mark::Line {
            name: text::OUTPUT.read(),
            ink: scene.style.ink,
            dash: scene.style.dash,
            width: 1.0,
            pieces,
            label: String::new(),
        },
        Mark::Dot {
            ink: Ink::Handle,
            x,
            y: neuron.a,
            hollow: false,
            label: String::new(),
        },
    ]);
    Plot {
        // The same plot where there is one input: a line of them instead of a plane.
        id: "plane",
        title: text::FOR_ONE.read(),
        x: axis("x₁", -reach, reach),
        y: axis("a", y.0, y.1),
        framing: Framing::Axes,
        marks,
        gestures: vec![Gesture::Drag {
            control: controls::INPUTS[0].name(),
        }],
        weight: 3.0,
    }
}

/// f(w·x + b) over x: the curve of f, its kinks and jumps kept, seen through the neuron.
fn over_input(f: &Activation, (w, b): (f64, f64), reach: f64) -> Vec<Vec<[f64; 2]>> {
    if w == 0.0 {
        return vec![[-reach, reach].map(|x| [x, f.value(b)]).to_vec()];
    }
    let ends = (b - w.abs() * reach, b + w.abs() * reach);
    let mut pieces = sampled(f, Order::Value, ends, 1.0);
    for point in pieces.iter_mut().flatten() {
        point[0] = (point[0] - b) / w;
    }
    if w < 0.0 {
        pieces.reverse();
        pieces.iter_mut().for_each(|piece| piece.reverse());
    }
    pieces
}

/// A range with some air around it.
fn aired(low: f64, high: f64) -> (f64, f64) {
    let air = 0.08 * (high - low);
    (low - air, high + air)
}

fn axis(label: &str, min: f64, max: f64) -> Axis {
    Axis {
        label: label.to_owned(),
        min,
        max,
        scale: Scale::Linear,
    }
}

fn rule(along: Direction, at: f64, ink: Ink, label: String) -> Mark {
    Mark::Rule {
        ink,
        dash: Dash::Solid,
        along,
        at,
        label,
    }
}
