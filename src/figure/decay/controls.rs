//! What can be changed in `decay`.

use super::super::{Control, Place};

/// The deepest chain.
const DEEPEST: f64 = 1000.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "Activations",
        "The first one is taken apart in bars; the others are drawn as lines.",
        "sigmoid",
        6,
    ),
    Control::whole(
        "depth",
        "Depth",
        "How many layers the gradient has to cross.",
        (1.0, DEEPEST, 10.0),
    )
    .logarithmic()
    .marks(&[(10.0, "10"), (100.0, "100")]),
    Control::number(
        "weight",
        "Weight w",
        "The weight of every layer: it multiplies the signal forward and the gradient backward.",
        (-4.0, 4.0, 0.01, 1.0),
    )
    .marks(&[(0.0, "0"), (1.0, "1")]),
    Control::number(
        "bias",
        "Bias b",
        "Added in every layer: it moves z along the curve.",
        (-3.0, 3.0, 0.01, 0.0),
    )
    .marks(&[(0.0, "0")]),
    Control::number(
        "input",
        "Input x",
        "What enters layer 1.",
        (-3.0, 3.0, 0.01, 1.0),
    )
    .marks(&[(0.0, "0")]),
    Control::whole(
        "layer",
        "Look at layer",
        "Shows this layer’s product with the numbers plugged in; pointing at a bar does the same.",
        (1.0, DEEPEST, 1.0),
    )
    .upto("depth"),
    Control::choice(
        "view",
        "Axis",
        "Linear shows how much is left; logarithmic shows how often it was divided by ten, however little that leaves.",
        &[("linear", "linear"), ("log", "logarithmic")],
        0,
    )
    .formerly("log"),
    Control::leak(),
    Control::choice(
        "precision",
        "Precision lens",
        "Recomputes the backward product in a narrower number format and marks the layer where it becomes 0 or infinite.",
        &[
            ("off", "off"),
            ("f16", "f16"),
            ("bf16", "bf16"),
            ("f32", "f32"),
            ("all", "all three"),
        ],
        4,
    )
    .at(Place::More),
];
