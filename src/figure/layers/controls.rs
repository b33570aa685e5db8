//! What can be changed in `layers`.

use super::super::{Control, Place};
use super::labels;
use crate::language::Text;
use std::f64::consts::SQRT_2;

/// The deepest network.
const DEEPEST: f64 = 100.0;

/// The range of the weights' scale.
pub const GAIN: [f64; 2] = [0.1, 3.0];

/// The range of the biases' standard deviation.
pub const BIAS_STD: [f64; 2] = [0.0, 2.0];

/// Whose distribution the large picture shows.
const SHOW: &[(&str, Text)] = &[
    ("gradients", labels::SHOW_GRADIENTS),
    ("z", labels::SHOW_Z),
    ("a", labels::SHOW_A),
    ("both", labels::SHOW_BOTH),
    ("network", labels::SHOW_NETWORK),
];

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "tanh", 1).formerly("sigmoid"),
    Control::number("gain", labels::GAIN, (GAIN[0], GAIN[1], 0.01, 1.0)).marks(&[
        (1.0, Text::new("1")),
        (SQRT_2, Text::new("√2")),
        (5.0 / 3.0, Text::new("5/3")),
    ]),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 20.0))
        .marks(&[(20.0, Text::new("20")), (50.0, Text::new("50"))]),
    Control::whole("width", labels::WIDTH, (1.0, 512.0, 64.0))
        .logarithmic()
        .marks(&[
            (16.0, Text::new("16")),
            (64.0, Text::new("64")),
            (256.0, Text::new("256")),
        ]),
    Control::choice("show", labels::SHOW, SHOW, 0),
    Control::switch("residual", labels::RESIDUAL, false),
    Control::switch("layer_norm", labels::LAYER_NORM, false),
    Control::leak(),
    Control::number(
        "bias_std",
        labels::BIAS_STD,
        (BIAS_STD[0], BIAS_STD[1], 0.01, 0.0),
    )
    .at(Place::More),
    Control::whole("layer", labels::LAYER, (1.0, DEEPEST, 1.0))
        .upto("depth")
        .at(Place::More),
    Control::whole("batch", labels::BATCH, (1.0, 128.0, 32.0)).at(Place::More),
    Control::seed(labels::SEED, 1.0),
];
