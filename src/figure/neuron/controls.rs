//! What can be changed in `neuron`.

use super::super::{Control, Place};
use super::labels;
use crate::language::{Label, Text};

/// As many inputs as a neuron may have here.
pub const MOST: usize = 4;

/// How far inputs reach in both directions.
pub const REACH: f64 = 3.0;

/// The controls of the inputs and of the weights, in order.
pub const INPUTS: [&str; MOST] = ["x1", "x2", "x3", "x4"];
pub const WEIGHTS: [&str; MOST] = ["w1", "w2", "w3", "w4"];

/// Values that sliders mark.
const ZERO: &[(f64, Text)] = &[(0.0, Text::new("0"))];
const ZERO_AND_ONE: &[(f64, Text)] = &[(0.0, Text::new("0")), (1.0, Text::new("1"))];

const fn input(id: &'static str, label: Label, default: f64) -> Control {
    Control::number(id, label, (-REACH, REACH, 0.05, default)).marks(ZERO)
}

const fn weight(id: &'static str, label: Label, default: f64) -> Control {
    Control::number(id, label, (-5.0, 5.0, 0.05, default)).marks(ZERO_AND_ONE)
}

/// The table of controls; it opens on the notes' worked example.
pub const CONTROLS: &[Control] = &[
    input("x1", labels::X1, 0.5),
    input("x2", labels::X2, 0.3),
    weight("w1", labels::W1, 0.4),
    weight("w2", labels::W2, 0.6),
    Control::number("b", labels::B, (-5.0, 5.0, 0.05, 0.1)).marks(&[(0.0, Text::new("0"))]),
    Control::activations(labels::ACTIVATION, "relu", 1),
    Control::leak(),
    Control::choice(
        "inputs",
        labels::INPUTS,
        &[
            ("1", Text::new("1")),
            ("2", Text::new("2")),
            ("3", Text::new("3")),
            ("4", Text::new("4")),
        ],
        1,
    )
    .at(Place::More),
    input("x3", labels::X3, 0.0).at(Place::More),
    weight("w3", labels::W3, 0.0).at(Place::More),
    input("x4", labels::X4, 0.0).at(Place::More),
    weight("w4", labels::W4, 0.0).at(Place::More),
];
