//! What can be changed in `neuron`.

use super::super::{Control, Place};

/// As many inputs as a neuron may have here.
pub const MOST: usize = 4;

/// How far inputs reach in both directions.
pub const REACH: f64 = 3.0;

/// The controls of the inputs and of the weights, in order.
pub const INPUTS: [&str; MOST] = ["x1", "x2", "x3", "x4"];
pub const WEIGHTS: [&str; MOST] = ["w1", "w2", "w3", "w4"];

const fn input(id: &'static str, label: &'static str, default: f64) -> Control {
    let help = "What comes in here; 0 leaves its weight without a say.";
    Control::number(id, label, help, (-REACH, REACH, 0.05, default)).marks(&[(0.0, "0")])
}

const fn weight(id: &'static str, label: &'static str, default: f64) -> Control {
    let help = "How strongly this input counts; below 0 it counts against.";
    Control::number(id, label, help, (-5.0, 5.0, 0.05, default)).marks(&[(0.0, "0"), (1.0, "1")])
}

/// The table of controls; it opens on the notes' worked example.
pub const CONTROLS: &[Control] = &[
    input("x1", "Input x₁", 0.5),
    input("x2", "Input x₂", 0.3),
    weight("w1", "Weight w₁", 0.4),
    weight("w2", "Weight w₂", 0.6),
    Control::number(
        "b",
        "Bias b",
        "Added to the sum: it shifts where the neuron begins to pass something on.",
        (-5.0, 5.0, 0.05, 0.1),
    )
    .marks(&[(0.0, "0")]),
    Control::activations(
        "Activation f",
        "Turns the sum z into the output a.",
        "relu",
        1,
    ),
    Control::leak(),
    Control::choice(
        "inputs",
        "Number of inputs",
        "How many inputs the neuron has; the plane shows the first two.",
        &[("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")],
        1,
    )
    .at(Place::More),
    input("x3", "Input x₃", 0.0).at(Place::More),
    weight("w3", "Weight w₃", 0.0).at(Place::More),
    input("x4", "Input x₄", 0.0).at(Place::More),
    weight("w4", "Weight w₄", 0.0).at(Place::More),
];
