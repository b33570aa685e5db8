//! What can be changed in `collapse`.

use super::super::Control;

/// The most layers.
const DEEPEST: f64 = 8.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "Activation",
        "What stands between two layers; the identity is nothing at all.",
        "identity",
        1,
    ),
    Control::number(
        "t",
        "Bend t",
        "How much of the activation is mixed in: at 0 the layers stand bare, at 1 it acts in full.",
        (0.0, 1.0, 0.01, 1.0),
    )
    .marks(&[(0.0, "0"), (0.5, "½"), (1.0, "1")]),
    Control::whole(
        "depth",
        "Depth",
        "How many layers stand one after another.",
        (1.0, DEEPEST, 4.0),
    )
    .marks(&[(1.0, "1"), (4.0, "4"), (8.0, "8")]),
    Control::whole(
        "after",
        "Plane after layer",
        "Shows the plane after that many layers; 0 is the plane before the first.",
        (0.0, DEEPEST, DEEPEST),
    )
    .upto("depth"),
    Control::number(
        "x",
        "x",
        "Where the two outputs are compared; drag it in the picture.",
        (-3.0, 3.0, 0.05, 1.0),
    )
    .marks(&[(0.0, "0")]),
    Control::leak(),
    Control::seed(
        "Another seed draws other weights; the same one always draws the same.",
        70.0,
    ),
];
