//! What can be changed in `curves`.

use super::super::{Control, Kind, Place, Travel};

const fn number(min: f64, max: f64, step: f64, default: f64) -> Kind {
    Kind::Number {
        min,
        max,
        step,
        default,
        travel: Travel::Linear,
        whole: false,
        upto: None,
        marks: &[],
    }
}

const fn switch(id: &'static str, label: &'static str, help: &'static str, on: bool) -> Control {
    Control {
        id,
        label,
        help,
        kind: Kind::Switch { default: on },
        place: Place::Main,
    }
}

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control {
        id: "activation",
        label: "Activations",
        help: "The first one gets the tangent and the shading.",
        kind: Kind::Activations {
            default: "sigmoid,tanh,relu,leaky_relu,gelu",
            most: 8,
        },
        place: Place::Main,
    },
    Control {
        id: "x",
        label: "x",
        help: "Where the tangent stands; drag it in the picture.",
        kind: number(-12.0, 12.0, 0.05, 4.0),
        place: Place::Main,
    },
    Control {
        id: "alpha",
        label: "Leak α",
        help: "The slope of Leaky ReLU for negative inputs.",
        kind: Kind::Number {
            min: 0.0,
            max: 0.5,
            step: 0.005,
            default: 0.01,
            travel: Travel::Linear,
            whole: false,
            upto: None,
            marks: &[(0.01, "0.01")],
        },
        place: Place::Main,
    },
    switch(
        "zones",
        "Shade the flat parts",
        "Tints where the slope is below a tenth of its largest value, and hatches where it is exactly 0.",
        true,
    ),
    switch(
        "inputs",
        "Show inputs N(0, σ²)",
        "Draws a normal distribution of inputs and says how many of them land on a flat part.",
        false,
    ),
    Control {
        id: "sigma",
        label: "Spread σ",
        help: "The standard deviation of the inputs.",
        kind: Kind::Number {
            min: 0.1,
            max: 10.0,
            step: 0.01,
            default: 1.0,
            travel: Travel::Logarithmic,
            whole: false,
            upto: None,
            marks: &[(1.0, "1")],
        },
        place: Place::Main,
    },
    Control {
        place: Place::More,
        ..switch(
            "second",
            "Second derivative",
            "Adds f″, which tells how fast the slope changes.",
            false,
        )
    },
    Control {
        id: "x_min",
        label: "Left end of x",
        help: "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
        kind: number(-100.0, 100.0, 0.5, -6.0),
        place: Place::More,
    },
    Control {
        id: "x_max",
        label: "Right end of x",
        help: "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
        kind: number(-100.0, 100.0, 0.5, 6.0),
        place: Place::More,
    },
];
