//! What can be changed in `curves`.

use super::super::style::takes_alpha;
use super::super::{Action, Control, Id, Place, Settings, Written};
use super::{labels, text};
use crate::language::Text;
use crate::model::activation::Kind;

/// The activations of the lecture, in its order.
const LECTURE: [Kind; 5] = [
    Kind::Sigmoid,
    Kind::Tanh,
    Kind::Relu,
    Kind::LeakyRelu,
    Kind::Gelu,
];

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "sigmoid", 8)
        .formerly("sigmoid,tanh,relu,leaky_relu,gelu"),
    Control::number("x", labels::X, (-12.0, 12.0, 0.05, 4.0)),
    Control::leak().when(takes_alpha),
    Control::switch("zones", labels::ZONES, true),
    Control::switch("inputs", labels::INPUTS, false),
    Control::number("sigma", labels::SIGMA, (0.1, 10.0, 0.01, 1.0))
        .logarithmic()
        .marks(&[(1.0, Text::new("1"))])
        .when(|settings| settings.get(INPUTS)),
    Control::switch("second", labels::SECOND, false).at(Place::More),
    Control::number("x_min", labels::X_MIN, (-100.0, 100.0, 0.5, -6.0)).at(Place::More),
    Control::number("x_max", labels::X_MAX, (-100.0, 100.0, 0.5, 6.0)).at(Place::More),
];

pub const ACTIVATION: Id<Vec<Written>> = Id::of(CONTROLS, "activation");
pub const X: Id<f64> = Id::of(CONTROLS, "x");
pub const ZONES: Id<bool> = Id::of(CONTROLS, "zones");
pub const INPUTS: Id<bool> = Id::of(CONTROLS, "inputs");
pub const SIGMA: Id<f64> = Id::of(CONTROLS, "sigma");
pub const SECOND: Id<bool> = Id::of(CONTROLS, "second");
pub const X_MIN: Id<f64> = Id::of(CONTROLS, "x_min");
pub const X_MAX: Id<f64> = Id::of(CONTROLS, "x_max");

pub const ACTIONS: &[Action] = &[Action {
    id: "join",
    label: |settings| text::join(is_alone(settings)),
    help: labels::JOIN_HELP,
    is_open: |_| true,
    act: |settings| {
        let mut list = settings.get(ACTIVATION);
        let was_alone = is_alone(settings);
        list.truncate(1);
        if was_alone {
            let first = list.first().map(|first| first.activation.kind());
            let others = LECTURE.into_iter().filter(|kind| Some(*kind) != first);
            list.extend(others.map(Written::plain));
        }
        settings.put(ACTIVATION, list);
    },
}];

fn is_alone(settings: &Settings) -> bool {
    settings.get(ACTIVATION).len() == 1
}
