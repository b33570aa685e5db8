//! What can be changed in `curves`.

use super::super::{Action, Control, Place, Settings};
use super::{labels, text};
use crate::language::Text;

/// The activations of the lecture, in its order.
const LECTURE: [&str; 5] = ["sigmoid", "tanh", "relu", "leaky_relu", "gelu"];

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "sigmoid", 8)
        .formerly("sigmoid,tanh,relu,leaky_relu,gelu"),
    Control::number("x", labels::X, (-12.0, 12.0, 0.05, 4.0)),
    Control::leak(),
    Control::switch("zones", labels::ZONES, true),
    Control::switch("inputs", labels::INPUTS, false),
    Control::number("sigma", labels::SIGMA, (0.1, 10.0, 0.01, 1.0))
        .logarithmic()
        .marks(&[(1.0, Text::new("1"))]),
    Control::switch("second", labels::SECOND, false).at(Place::More),
    Control::number("x_min", labels::X_MIN, (-100.0, 100.0, 0.5, -6.0)).at(Place::More),
    Control::number("x_max", labels::X_MAX, (-100.0, 100.0, 0.5, 6.0)).at(Place::More),
];

pub const ACTIONS: &[Action] = &[Action {
    id: "join",
    label: |settings| text::join(is_alone(settings)),
    help: labels::JOIN_HELP,
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
