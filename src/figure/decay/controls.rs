//! What can be changed in `decay`.

use super::super::{Control, Kind, Place, Travel};

const fn slider(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    range: (f64, f64, f64),
    default: f64,
    marks: &'static [(f64, &'static str)],
) -> Control {
    let (min, max, step) = range;
    let kind = Kind::Number {
        min,
        max,
        step,
        default,
        travel: Travel::Linear,
        whole: false,
        upto: None,
        marks,
    };
    Control {
        id,
        label,
        help,
        kind,
        place: Place::Main,
    }
}

pub const CONTROLS: &[Control] = &[
    Control {
        id: "activation",
        label: "Activations",
        help: "The first one is taken apart in bars; the others are drawn as lines.",
        kind: Kind::Activations {
            default: "sigmoid",
            most: 6,
        },
        place: Place::Main,
    },
    Control {
        id: "depth",
        label: "Depth",
        help: "How many layers the gradient has to cross.",
        kind: Kind::Number {
            min: 1.0,
            max: 1000.0,
            step: 1.0,
            default: 10.0,
            travel: Travel::Logarithmic,
            whole: true,
            upto: None,
            marks: &[(10.0, "10"), (100.0, "100")],
        },
        place: Place::Main,
    },
    slider(
        "weight",
        "Weight w",
        "The weight of every layer: it multiplies the signal forward and the gradient backward.",
        (-4.0, 4.0, 0.01),
        1.0,
        &[(0.0, "0"), (1.0, "1")],
    ),
    slider(
        "bias",
        "Bias b",
        "Added in every layer: it moves z along the curve.",
        (-3.0, 3.0, 0.01),
        0.0,
        &[(0.0, "0")],
    ),
    slider(
        "input",
        "Input x",
        "What enters layer 1.",
        (-3.0, 3.0, 0.01),
        1.0,
        &[(0.0, "0")],
    ),
    Control {
        id: "layer",
        label: "Look at layer",
        help: "Shows this layer's product with the numbers plugged in; pointing at a bar does the same.",
        kind: Kind::Number {
            min: 1.0,
            max: 1000.0,
            step: 1.0,
            default: 1.0,
            travel: Travel::Linear,
            whole: true,
            upto: Some("depth"),
            marks: &[],
        },
        place: Place::Main,
    },
    slider(
        "alpha",
        "Leak α",
        "The slope of Leaky ReLU for negative inputs.",
        (0.0, 0.5, 0.005),
        0.01,
        &[(0.01, "0.01")],
    ),
    Control {
        id: "precision",
        label: "Precision lens",
        help: "Recomputes the backward product in a narrower number format and marks the layer where it becomes exactly 0 or infinite.",
        kind: Kind::Choice {
            options: &[
                ("off", "off"),
                ("f16", "f16"),
                ("bf16", "bf16"),
                ("f32", "f32"),
                ("all", "all three"),
            ],
            default: 4,
        },
        place: Place::More,
    },
];
