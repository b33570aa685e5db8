//! The tables of `curves` in English.

pub const TITLE: &str = "How much of a gradient does the curve let back?";
pub const SCENE_VALUES: &str = "A curve, with the tangent at x";
pub const SCENE_SLOPES: &str = "Its slope, by which a gradient is multiplied";
pub const SCENE_INPUTS: &str = "Which slopes the inputs of a layer meet";
pub const LEAD: &str =
    "Drag x along the curves: the tangent’s slope is what a gradient is multiplied by here.";
pub const JOIN_HELP: &str = "Draws sigmoid, tanh, ReLU, Leaky ReLU and GELU beside the first curve, or takes all but the first away.";

pub const ACTIVATION: [&str; 2] = [
    "Activations",
    "The first one gets the tangent and the shading.",
];
pub const X: [&str; 2] = ["x", "Where the tangent stands; drag it in the picture."];
pub const ZONES: [&str; 2] = [
    "Shade the flat parts",
    "Tints where the slope is below a tenth of its largest value, and hatches where it is exactly 0.",
];
pub const INPUTS: [&str; 2] = [
    "Show inputs N(0, σ²)",
    "Draws a normal distribution of inputs and says how many of them land on a flat part.",
];
pub const SIGMA: [&str; 2] = ["Spread σ", "The standard deviation of the inputs."];
pub const SECOND: [&str; 2] = [
    "Second derivative",
    "Adds f″, which tells how fast the slope changes.",
];
pub const X_MIN: [&str; 2] = [
    "Left end of x",
    "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
];
pub const X_MAX: [&str; 2] = [
    "Right end of x",
    "Drag the numbers under the picture to pan, pinch or Ctrl and wheel to zoom.",
];

pub const VALUE_MEANING: &str = "f(x) of each chosen activation";
pub const FLAT_SHARE_MEANING: &str = "of inputs drawn from N(0, σ²), the share at which the first activation is nearly flat and not dead";
pub const DEAD_SHARE_MEANING: &str = "the share at which its slope is exactly 0";

pub fn head_of_value(name: &str) -> String {
    format!("value of {name}")
}

pub fn head_of_slope(name: &str) -> String {
    format!("slope of {name}")
}

pub fn head_of_second(name: &str) -> String {
    format!("second derivative of {name}")
}
