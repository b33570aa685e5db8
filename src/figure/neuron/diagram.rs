//! The neuron as a diagram: weigh, add up, pass on.

use super::{Scene, indexed, text};
use crate::language::Text;
use crate::view::number;
use crate::view::*;

/// The look of weights above and below 0: the hues of the map of outputs.
pub const ABOVE: (Ink, Dash) = (Ink::High, Dash::Solid);
pub const BELOW: (Ink, Dash) = (Ink::Low, Dash::Dashed);

/// Where things stand across the diagram, from 0 to 1.
const VALUES: f64 = 0.225;
const DOTS: f64 = 0.255;
const SUM: f64 = 0.63;
const FUNCTION: f64 = 0.805;
const OUTPUT: f64 = 0.945;

/// The middle line, along which the sum travels on.
const MIDDLE: f64 = 0.47;

/// The bias comes from above.
const TOP: f64 = 0.95;

/// How far apart the edges arrive at the sum, as a share of how far apart they begin: seen, and still inside its disc.
const GATHERED: f64 = 0.15;

/// Where a weight and its product are written along their edge: on a phone both have just enough room before the sum.
const WEIGHED: f64 = 0.27;
const MULTIPLIED: f64 = 0.6;

/// A level edge has no room for both: its weight stands in the middle and its product beneath.
const LEVEL: f64 = 0.45;
const BENEATH: f64 = 0.15;

/// More edges than this have room for their weights only; the products are in the formula.
const ROOMY: usize = 2;

/// Radii in text heights.
const DISC: f64 = 1.25;
const SUM_DISC: f64 = 2.05;
const DOT: f64 = 0.4;

/// Digits in the diagram: what fits on a phone.
const DIGITS: usize = 3;

/// Signs that fit into the disc of the sum.
const ROOM: usize = 6;

/// The neuron, its inputs on the left and its output on the right.
pub fn diagram(scene: &Scene) -> Plot {
    let count = scene.count();
    let mut marks: Vec<Mark> = Vec::new();
    for index in 0..count {
        let y = height(index, count);
        let end = MIDDLE + GATHERED * (y - MIDDLE);
        marks.extend(incoming(scene, index, [DOTS, y], [SUM, end]));
    }
    marks.extend(bias(scene));
    marks.extend(outgoing(scene));
    let axis = || Axis {
        label: String::new(),
        min: 0.0,
        max: 1.0,
        scale: Scale::Linear,
    };
    Plot {
        id: "diagram",
        title: text::WEIGH.read(),
        x: axis(),
        y: axis(),
        framing: Framing::Bare,
        marks,
        gestures: Vec::new(),
        weight: 2.0,
    }
}

/// The height of an input: evenly apart about the middle line.
fn height(index: usize, count: usize) -> f64 {
    let reach = if count == 2 { 0.33 } else { 0.42 };
    let share = match count {
        1 => 0.0,
        _ => 1.0 - 2.0 * index as f64 / (count - 1) as f64,
    };
    MIDDLE + reach * share
}

fn incoming(scene: &Scene, index: usize, from: [f64; 2], to: [f64; 2]) -> Vec<Mark> {
    let (x, w) = (scene.neuron.inputs[index], scene.neuron.weights[index]);
    let name = indexed("x", index);
    let along = |share: f64| [0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis]));
    let (weight, product) = match scene.count() {
        1 => (along(LEVEL), Some([along(LEVEL)[0], from[1] - BENEATH])),
        count if count > ROOMY => (along(LEVEL), None),
        _ => (along(WEIGHED), Some(along(MULTIPLIED))),
    };
    let mut marks = vec![
        edge(text::to_the_sum(&name), w, from, to),
        dot(name.clone(), from),
        label(
            Align::End,
            [VALUES, from[1]],
            format!("{name} = {}", shown(x)),
        ),
        label(Align::Middle, weight, format!("×{}", shown(w))),
    ];
    let product = product.map(|at| label(Align::Middle, at, shown(scene.neuron.product(index))));
    marks.extend(product);
    marks
}

fn bias(scene: &Scene) -> [Mark; 3] {
    let (from, to) = ([SUM, TOP], [SUM, MIDDLE]);
    let b = scene.neuron.bias;
    let beside = [SUM + DOTS - VALUES, TOP];
    [
        edge(text::BIAS_TO_SUM.read(), b, from, to),
        dot(text::BIAS.read(), from),
        label(Align::Start, beside, format!("b = {}", shown(b))),
    ]
}

/// From the sum through the activation to the output.
fn outgoing(scene: &Scene) -> [Mark; 5] {
    let neuron = &scene.neuron;
    let passed = if neuron.a == 0.0 {
        (Ink::Muted, Dash::Dotted)
    } else {
        (scene.style.ink, Dash::Solid)
    };
    let link = |name: Text, (ink, dash), from: f64, to: f64| Mark::Edge {
        name: name.read(),
        ink,
        dash,
        width: 1.5,
        from: [from, MIDDLE],
        to: [to, MIDDLE],
        bend: 0.0,
        label: String::new(),
    };
    let (z, a) = (shown(neuron.z), output(neuron.a));
    // A sum too long for its disc stands beneath it.
    let (inside, beneath) = match z.chars().count() <= ROOM {
        true => (z, text::SUM_Z.read()),
        false => ("Σ".to_owned(), format!("z = {z}")),
    };
    let sum = Mark::Node {
        name: text::SUM.read(),
        ink: Ink::Text,
        x: SUM,
        y: MIDDLE,
        radius: SUM_DISC,
        fill: 0.06,
        label: inside,
        caption: beneath,
        side: Side::Below,
    };
    let ink = scene.style.ink;
    let activation = Mark::Node {
        name: text::ACTIVATION.read(),
        ink,
        x: FUNCTION,
        y: MIDDLE,
        radius: DISC,
        fill: 0.12,
        label: "f".to_owned(),
        caption: scene.style.short.clone(),
        side: Side::Below,
    };
    let last = Mark::Node {
        name: text::OUTPUT.read(),
        ink,
        x: OUTPUT,
        y: MIDDLE,
        radius: DISC,
        // How much it is on is its value: from 1 on its disc is full.
        fill: neuron.a.abs().min(1.0),
        label: "a".to_owned(),
        caption: format!("a = {a}"),
        side: Side::Above,
    };
    let plain = (Ink::Text, Dash::Solid);
    [
        link(text::SUM_TO_ACTIVATION, plain, SUM, FUNCTION),
        link(text::ACTIVATION_TO_OUTPUT, passed, FUNCTION, OUTPUT),
        sum,
        activation,
        last,
    ]
}

/// An edge as thick as its weight is large; one of weight 0 is a dotted trace.
fn edge(name: String, weight: f64, from: [f64; 2], to: [f64; 2]) -> Mark {
    let (ink, dash) = match weight {
        w if w > 0.0 => ABOVE,
        w if w < 0.0 => BELOW,
        _ => (Ink::Muted, Dash::Dotted),
    };
    Mark::Edge {
        name,
        ink,
        dash,
        width: 0.5 + 0.7 * weight.abs(),
        from,
        to,
        bend: 0.0,
        label: String::new(),
    }
}

fn dot(name: String, [x, y]: [f64; 2]) -> Mark {
    Mark::Node {
        name,
        ink: Ink::Text,
        x,
        y,
        radius: DOT,
        fill: 1.0,
        label: String::new(),
        caption: String::new(),
        side: Side::Above,
    }
}

fn label(align: Align, [x, y]: [f64; 2], text: String) -> Mark {
    Mark::Text {
        ink: Ink::Text,
        x,
        y,
        align,
        size: 1.0,
        text,
    }
}

fn shown(x: f64) -> String {
    number::plain(x, DIGITS)
}

/// The output may be a tiny number with a power of ten, which leaves room for fewer digits.
fn output(a: f64) -> String {
    let text = shown(a);
    match text.contains('×') {
        true => number::plain(a, DIGITS - 1),
        false => text,
    }
}
