//! Words that figures share in English.

use crate::model::activation::{Kind, Parameter};

pub const DEAD: &str = "dead";
pub const NEARLY_FLAT: &str = "nearly flat";
pub const SLOPE_ZERO: &str = "slope 0";

/// Along the way of the inputs.
pub const FORWARD: &str = "→ differences";
/// Along the way of the message.
pub const BACKWARD: &str = "gradient ←";
pub const PART: &str = "part of where it begins";

pub fn activation(kind: Kind) -> String {
    kind.label().to_owned()
}

/// Without what stands in parentheses.
pub fn short(kind: Kind) -> String {
    let label = kind.label();
    label.split(" (").next().unwrap_or(label).to_owned()
}

pub fn parameter(parameter: &Parameter) -> String {
    parameter.meaning.to_owned()
}

pub fn unknown_figure(id: &str, known: &str) -> String {
    format!("no figure is called '{id}'; there are: {known}")
}

pub fn unknown_scene(figure: &str, name: &str, known: &str) -> String {
    format!("no scene of '{figure}' is called '{name}'; there are: {known}")
}
