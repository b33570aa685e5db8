//! What can be changed in `collapse`.

use super::super::{Control, Kind, Place, Travel};

const fn count(min: f64, max: f64, default: f64, marks: &'static [(f64, &'static str)]) -> Kind {
    Kind::Number {
        min,
        max,
        step: 1.0,
        default,
        travel: Travel::Linear,
        whole: true,
        upto: None,
        marks,
    }
}

const fn number(
    range: (f64, f64, f64),
    default: f64,
    marks: &'static [(f64, &'static str)],
) -> Kind {
    let (min, max, step) = range;
    Kind::Number {
        min,
        max,
        step,
        default,
        travel: Travel::Linear,
        whole: false,
        upto: None,
        marks,
    }
}

/// The most layers.
const DEEPEST: f64 = 8.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control {
        id: "activation",
        label: "Activation",
        help: "What stands between two layers; the identity is nothing at all.",
        kind: Kind::Activations {
            default: "identity",
            most: 1,
        },
        place: Place::Main,
    },
    Control {
        id: "t",
        label: "Bend t",
        help: "How much of the activation is mixed in: at 0 the layers stand bare, at 1 it acts in full.",
        kind: number((0.0, 1.0, 0.01), 1.0, &[(0.0, "0"), (0.5, "½"), (1.0, "1")]),
        place: Place::Main,
    },
    Control {
        id: "depth",
        label: "Depth",
        help: "How many layers stand one after another.",
        kind: count(1.0, DEEPEST, 4.0, &[(1.0, "1"), (4.0, "4"), (8.0, "8")]),
        place: Place::Main,
    },
    Control {
        id: "after",
        label: "Plane after layer",
        help: "Shows the plane after that many layers; 0 is the plane before the first.",
        kind: Kind::Number {
            min: 0.0,
            max: DEEPEST,
            step: 1.0,
            default: DEEPEST,
            travel: Travel::Linear,
            whole: true,
            upto: Some("depth"),
            marks: &[],
        },
        place: Place::Main,
    },
    Control {
        id: "x",
        label: "x",
        help: "Where the two outputs are compared; drag it in the picture.",
        kind: number((-3.0, 3.0, 0.05), 1.0, &[(0.0, "0")]),
        place: Place::Main,
    },
    Control {
        id: "alpha",
        label: "Leak α",
        help: "The slope of Leaky ReLU for negative inputs.",
        kind: number((0.0, 0.5, 0.005), 0.01, &[(0.01, "0.01")]),
        place: Place::Main,
    },
    Control {
        id: "seed",
        label: "Seed",
        help: "Another seed draws other weights; the same one always draws the same.",
        kind: count(1.0, 999.0, 70.0, &[]),
        place: Place::More,
    },
];
