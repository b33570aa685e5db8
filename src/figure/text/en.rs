//! Words that figures share in English.

use crate::model::activation::{Kind, Parameter};
use crate::view::Each;

pub const DEAD: &str = "dead";
pub const NEARLY_FLAT: &str = "nearly flat";
pub const SLOPE_ZERO: &str = "slope 0";

/// Along the way of the inputs.
pub const FORWARD: &str = "→ differences";
/// Along the way of the message.
pub const BACKWARD: &str = "gradient ←";
pub const LAYER: &str = "layer";
pub const ACTIVATION: &str = "activation";
pub const LOSS_OVER_POINTS: &str = "Loss over all points";
pub const LOSS_OF_GUESSING: &str = "the loss of guessing";
pub const GUESSING: &str = "guessing";
pub const PART: &str = "part of where it begins";

pub fn activation(kind: Kind) -> String {
    label(kind).to_owned()
}

pub fn again(name: &str, time: usize) -> String {
    format!("{name}, number {time}")
}

/// Without what stands in parentheses.
pub fn short(kind: Kind) -> String {
    let label = label(kind);
    label.split(" (").next().unwrap_or(label).to_owned()
}

fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Identity => "Identity (linear)",
        Kind::Step => "Heaviside step",
        Kind::Sigmoid => "Sigmoid (logistic)",
        Kind::Tanh => "Tanh",
        Kind::HardSigmoid => "Hard sigmoid",
        Kind::HardTanh => "Hard tanh",
        Kind::Softsign => "Softsign",
        Kind::Arctan => "Arctan",
        Kind::Relu => "ReLU",
        Kind::Relu6 => "ReLU6",
        Kind::LeakyRelu => "Leaky ReLU",
        Kind::Prelu => "PReLU",
        Kind::Elu => "ELU",
        Kind::Celu => "CELU",
        Kind::Selu => "SELU",
        Kind::Softplus => "Softplus",
        Kind::Squareplus => "Squareplus",
        Kind::Silu => "SiLU (Swish)",
        Kind::HardSilu => "Hard swish",
        Kind::Gelu => "GELU (exact)",
        Kind::GeluTanh => "GELU (tanh approximation)",
        Kind::QuickGelu => "Quick GELU",
        Kind::Mish => "Mish",
        Kind::LogSigmoid => "Log-sigmoid",
        Kind::TanhShrink => "Tanhshrink",
        Kind::SoftShrink => "Softshrink",
        Kind::HardShrink => "Hardshrink",
        Kind::ThresholdRelu => "Thresholded ReLU",
        Kind::SquaredRelu => "Squared ReLU",
        Kind::Sine => "Sine",
        Kind::Snake => "Snake",
        Kind::Gaussian => "Gaussian (RBF)",
        Kind::Exponential => "Exponential",
    }
}

pub fn parameter(kind: Kind, parameter: &Parameter) -> String {
    let meaning = match (kind, parameter.id) {
        (Kind::HardSigmoid, "slope") => "slope of the ramp",
        (Kind::LeakyRelu, "alpha") => "slope for x < 0",
        (Kind::Prelu, "alpha") => "learned slope for x < 0",
        (Kind::Elu, "alpha") => "depth of the left plateau",
        (Kind::Celu, "alpha") => "depth and width of the left side",
        (Kind::Selu, "alpha") => "depth of the left plateau",
        (Kind::Selu, "lambda") => "scale",
        (Kind::Squareplus, "b") => "roundness of the corner",
        (Kind::Silu, "beta") => "sharpness",
        (Kind::SoftShrink, "lambda") => "half-width of the flat part",
        (Kind::HardShrink, "lambda") => "half-width of the flat part",
        (Kind::ThresholdRelu, "theta") => "threshold",
        (Kind::Sine, "omega") => "angular frequency",
        (Kind::Snake, "a") => "frequency of the wave",
        _ => parameter.symbol,
    };
    meaning.to_owned()
}

pub fn unknown_figure(id: &str, known: &str) -> String {
    format!("no figure is called '{id}'; there are: {known}")
}

pub fn unknown_scene(figure: &str, name: &str, known: &str) -> String {
    format!("no scene of '{figure}' is called '{name}'; there are: {known}")
}

pub fn measure(meaning: &str, each: Each, number: Option<u32>) -> String {
    match (each, number) {
        (Each::Layer, Some(number)) => format!("{meaning} (layer {number})"),
        (Each::Unit, Some(number)) => format!("{meaning} (unit {number})"),
        (Each::Series, Some(number)) if number > 1 => format!("{meaning} (curve {number})"),
        _ => meaning.to_owned(),
    }
}

pub fn no_figure(link: &str) -> String {
    format!("the link '{link}' names no figure: it begins with figure=")
}

pub fn no_version(link: &str, figure: &str) -> String {
    format!(
        "the link '{link}' says no version, and so means the defaults of the first: begin it with figure={figure}&v=2"
    )
}

pub fn in_link(link: &str, notes: &str) -> String {
    format!("in the link '{link}': {notes}")
}

pub fn no_measure(figure: &str, name: &str, last: Option<&str>, known: &str) -> String {
    let last = match last {
        Some(last) => format!("; the last one here is {last}"),
        None => String::new(),
    };
    format!("no measure of '{figure}' is called '{name}'{last}; there are: {known}")
}
