//! What can be changed in `neuron`.

use super::super::style::takes_alpha;
use super::super::{Control, Id, Listed, Place, Settings};
use super::labels;
use crate::language::{Label, Text};

/// How far inputs reach in both directions.
pub const REACH: f64 = 3.0;

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
    input("x2", labels::X2, 0.3).when(|settings| count(settings) >= 2),
    weight("w1", labels::W1, 0.4),
    weight("w2", labels::W2, 0.6).when(|settings| count(settings) >= 2),
    Control::number("b", labels::B, (-5.0, 5.0, 0.05, 0.1)).marks(&[(0.0, Text::new("0"))]),
    Control::activations(labels::ACTIVATION, "relu", 1),
    Control::leak().when(takes_alpha),
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
    input("x3", labels::X3, 0.0)
        .when(|settings| count(settings) >= 3)
        .at(Place::More),
    weight("w3", labels::W3, 0.0)
        .when(|settings| count(settings) >= 3)
        .at(Place::More),
    input("x4", labels::X4, 0.0)
        .when(|settings| count(settings) >= 4)
        .at(Place::More),
    weight("w4", labels::W4, 0.0)
        .when(|settings| count(settings) >= 4)
        .at(Place::More),
];

/// The inputs and their weights, in order.
pub const INPUTS: [Id<f64>; 4] = [
    Id::of(CONTROLS, "x1"),
    Id::of(CONTROLS, "x2"),
    Id::of(CONTROLS, "x3"),
    Id::of(CONTROLS, "x4"),
];
pub const WEIGHTS: [Id<f64>; 4] = [
    Id::of(CONTROLS, "w1"),
    Id::of(CONTROLS, "w2"),
    Id::of(CONTROLS, "w3"),
    Id::of(CONTROLS, "w4"),
];
pub const BIAS: Id<f64> = Id::of(CONTROLS, "b");
const COUNT: Id<Listed> = Id::of(CONTROLS, "inputs");

/// How many inputs the neuron has.
pub fn count(settings: &Settings) -> usize {
    settings.get(COUNT).0 as usize
}
