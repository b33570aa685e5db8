//! What can be changed in `curves`.

use super::super::{Action, Control, Place, Settings};

/// The activations of the lecture, in its order.
const LECTURE: [&str; 5] = ["sigmoid", "tanh", "relu", "leaky_relu", "gelu"];

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "Activations",
        "The first one gets the tangent and the shading.",
        "sigmoid",
        8,
    )
    .formerly("sigmoid,tanh,relu,leaky_relu,gelu"),
    Control::number(
        "x",
        "x",
        "Where the tangent stands; drag it in the picture.",
        (-12.0, 12.0, 0.05, 4.0),
    ),
    Control::leak(),
    Control::switch(
        "zones",
        "Shade the flat parts",
        "Tints where the slope is below a tenth of its largest value, and hatches where it is exactly 0.",
        true,
    ),
    Control::switch(
        "inputs",
        "Show inputs N(0, σ²)",
        "Draws a normal distribution of inputs and says how many of them land on a flat part.",
        false,
    ),
    Control::number(
        "sigma",
        "Spread σ",
        "The standard deviation of the inputs.",
        (0.1, 10.0, 0.01, 1.0),
    )
    .logarithmic()
    .marks(&[(1.0, "1")]),
    Control::switch(
        "second",
        "Second derivative",
        "Adds f″, which tells how fast the slope changes.",
        false,
    )
    .at(Place::More),
    Control::number(
        "x_min",
        "Left end of x",
        "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
        (-100.0, 100.0, 0.5, -6.0),
    )
    .at(Place::More),
    Control::number(
        "x_max",
        "Right end of x",
        "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
        (-100.0, 100.0, 0.5, 6.0),
    )
    .at(Place::More),
];

pub const ACTIONS: &[Action] = &[Action {
    id: "join",
    label: |settings| {
        match is_alone(settings) {
            true => "Let the other curves join",
            false => "Only the first curve",
        }
        .to_owned()
    },
    help: "Draws sigmoid, tanh, ReLU, Leaky ReLU and GELU beside the first curve, or takes all but the first away.",
    is_open: |_| true,
    act: |settings| {
        let chosen = settings.activations("activation");
        let Some(first) = chosen.first().copied() else {
            return;
        };
        let mut list = vec![first.to_string()];
        if is_alone(settings) {
            let others = LECTURE
                .iter()
                .filter(|name| **name != first.activation.id());
            list.extend(others.map(|name| (*name).to_owned()));
        }
        // All of them are names of activations, which a test holds.
        let _ = settings.set("activation", &list.join(","));
    },
}];

fn is_alone(settings: &Settings) -> bool {
    settings.activations("activation").len() == 1
}
