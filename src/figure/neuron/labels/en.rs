//! The tables of `neuron` in English.

pub const TITLE: &str = "A neuron adds up: how much does it pass on?";
pub const SCENE_SUM: &str = "Inputs times weights, added up";
pub const SCENE_CURVE: &str = "What is passed on of the sum";
pub const SCENE_PLANE: &str = "For which inputs the neuron is on";
pub const LEAD: &str = "Move an input or a weight and follow the numbers from left to right; in the last picture, drag the point.";

pub const ACTIVATION: [&str; 2] = ["Activation f", "Turns the sum z into the output a."];
const INPUT: &str = "What comes in here; 0 leaves its weight without a say.";
const WEIGHT: &str = "How strongly this input counts; below 0 it counts against.";

pub const X1: [&str; 2] = ["Input x₁", INPUT];
pub const X2: [&str; 2] = ["Input x₂", INPUT];
pub const X3: [&str; 2] = ["Input x₃", INPUT];
pub const X4: [&str; 2] = ["Input x₄", INPUT];
pub const W1: [&str; 2] = ["Weight w₁", WEIGHT];
pub const W2: [&str; 2] = ["Weight w₂", WEIGHT];
pub const W3: [&str; 2] = ["Weight w₃", WEIGHT];
pub const W4: [&str; 2] = ["Weight w₄", WEIGHT];
pub const B: [&str; 2] = [
    "Bias b",
    "Added to the sum: it shifts where the neuron begins to pass something on.",
];
pub const INPUTS: [&str; 2] = [
    "Number of inputs",
    "How many inputs the neuron has; the plane shows the first two.",
];

pub const Z_MEANING: &str = "the weighted sum";
pub const A_MEANING: &str = "what the neuron passes on, f(z)";
pub const SLOPE_MEANING: &str = "f′(z), which is ∂a/∂b too";
pub const PRODUCT_MEANING: &str = "w·x of each input";
pub const DA_DW_MEANING: &str = "∂a/∂w of each input’s weight";
pub const DA_DX_MEANING: &str = "∂a/∂x of each input";

pub const HEAD_NAME: &str = "what";
pub const HEAD_VALUE: &str = "value";
pub const ROW_BIAS: &str = "bias b";
pub const ROW_SUM: &str = "sum z";
pub const ROW_OUTPUT: &str = "output a";
pub const ROW_SLOPE: &str = "slope f′(z)";

pub fn row_of_input(symbol: &str) -> String {
    format!("input {symbol}")
}

pub fn row_of_weight(symbol: &str) -> String {
    format!("weight {symbol}")
}

pub fn row_of_answer(symbol: &str) -> String {
    format!("answer of the output to {symbol}, ∂a/∂{symbol}")
}
