//! The output of `neuron` over the plane of its first two inputs, or over its only input.

use super::controls::{INPUTS, REACH};
use super::{Scene, curve, indexed, text};
use crate::model::activation::Activation;
use crate::model::neuron::zero_line;
use crate::view::number;
use crate::view::*;

/// Cells along each side of the plane. They blend, so the picture is finer; the line z = 0 is drawn from w and b.
const CELLS: usize = 64;

/// Where the name of the line z = 0 stands on it, as shares of its length.
const NAMES: [f64; 2] = [0.14, 0.86];

/// The map, or the curve where there is only one input; and the colours of the map.
pub fn surface(scene: &Scene) -> (Plot, Option<Ramp>) {
    if scene.count() < 2 {
        return (curve::response(scene, REACH), None);
    }
    let field = field(scene);
    let ramp = ramp(&scene.neuron.activation, &field.values);
    let mut marks = vec![Mark::Heat {
        name: "a".to_owned(),
        field,
        ramp,
        cells: Cells::Blended,
    }];
    marks.extend(zero(scene));
    marks.push(Mark::Dot {
        ink: Ink::Handle,
        x: scene.neuron.inputs[0],
        y: scene.neuron.inputs[1],
        hollow: false,
        label: String::new(),
    });
    let axis = |index: usize| Axis {
        label: indexed("x", index),
        min: -REACH,
        max: REACH,
        scale: Scale::Linear,
    };
    let plot = Plot {
        id: "plane",
        title: title(scene),
        x: axis(0),
        y: axis(1),
        framing: Framing::Equal,
        marks,
        gestures: vec![Gesture::Point {
            x: INPUTS[0].name(),
            y: INPUTS[1].name(),
        }],
        weight: 3.0,
    };
    (plot, Some(ramp))
}

/// Says which inputs are held where they are.
fn title(scene: &Scene) -> String {
    let held = scene.neuron.inputs.iter().enumerate().skip(2);
    let held: Vec<String> = held
        .map(|(index, x)| format!("{} = {}", indexed("x", index), number::plain(*x, 3)))
        .collect();
    match held.is_empty() {
        true => text::FOR_ALL.read(),
        false => text::held(&held),
    }
}

fn field(scene: &Scene) -> Field {
    let neuron = &scene.neuron;
    let (w1, w2, rest) = (neuron.weights[0], neuron.weights[1], neuron.rest());
    let ends = [-REACH, REACH];
    Field::sample(ends, ends, (CELLS, CELLS), |x, y| {
        neuron.activation.value(w1 * x + w2 * y + rest)
    })
}

/// Where 0 is one of the outputs, its colour is the paper's: nothing is passed on. Elsewhere the ramp runs over the outputs there are.
/// Bounded activations keep the same colours whatever the weights are.
fn ramp(activation: &Activation, values: &[f64]) -> Ramp {
    let (low, high) = activation.range();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // An unbounded side reaches at least to 1, so that a faint output stays faint.
    let from = if low.is_finite() {
        low
    } else {
        least.min(-1.0)
    };
    let to = if high.is_finite() {
        high
    } else {
        most.max(1.0)
    };
    match takes_zero(activation) {
        true => Ramp::Diverging {
            reach: to.max(-from),
        },
        false => Ramp::Sequential { from, to },
    }
}

/// Whether 0 is a value of f, and not only a limit of it.
fn takes_zero(activation: &Activation) -> bool {
    let (low, high) = activation.range();
    let inside = |(from, to): (f64, f64)| from.max(to - 1.0).min(to.min(from + 1.0));
    let flat = activation.dead_zones().into_iter().map(inside);
    low < 0.0 && high > 0.0 || flat.into_iter().any(|z| activation.value(z) == 0.0)
}

/// The line z = 0 with its name, or words that say why there is none.
fn zero(scene: &Scene) -> Vec<Mark> {
    let neuron = &scene.neuron;
    let (w, rest) = ([neuron.weights[0], neuron.weights[1]], neuron.rest());
    let Some(ends) = zero_line(w, rest, REACH) else {
        let lines = match (w, rest) {
            ([0.0, 0.0], z) => text::constant(&number::plain(z, 3)).to_vec(),
            (_, z) if z > 0.0 => vec![text::ABOVE.read()],
            _ => vec![text::BELOW.read()],
        };
        let height = |line: usize| (0.86 - 0.24 * line as f64) * REACH;
        let lines = lines.into_iter().enumerate();
        return lines
            .map(|(line, words)| label([0.0, height(line)], words))
            .collect();
    };
    let along = |share: f64| {
        let at = |axis: usize| ends[0][axis] + share * (ends[1][axis] - ends[0][axis]);
        [at(0), at(1)]
    };
    // The end that is further from the point.
    let away = |share: f64| {
        let [x, y] = along(share);
        libm::hypot(x - neuron.inputs[0], y - neuron.inputs[1])
    };
    let share = match away(NAMES[0]) > away(NAMES[1]) {
        true => NAMES[0],
        false => NAMES[1],
    };
    let line = Mark::Line {
        name: "z = 0".to_owned(),
        ink: Ink::Text,
        dash: Dash::Dashed,
        width: 0.8,
        pieces: vec![ends.to_vec()],
        label: String::new(),
    };
    vec![line, label(along(share), "z = 0".to_owned())]
}

fn label([x, y]: [f64; 2], text: String) -> Mark {
    Mark::Text {
        ink: Ink::Text,
        x,
        y,
        align: Align::Middle,
        size: 1.0,
        text,
    }
}
