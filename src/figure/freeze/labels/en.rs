//! The tables of `freeze` in English.

pub const TITLE: &str = "Which layers move, and does the network learn?";
pub const SCENE_METER: &str = "Which layers move, and which stand still";
pub const SCENE_LOSS: &str = "Whether the networks learn";
pub const SCENE_GRADIENTS: &str = "The gradient of every layer, step by step";
pub const SCENE_BOUNDARY: &str = "What both networks say of the plane";
pub const SCENE_SIGNAL: &str = "What arrives, forwards and backwards";
pub const LEAD: &str = "Two networks train from the same seed, batch by batch, and beside a deep A a shallow one. Press Play, then change B by one thing at a time.";
pub const SEED: &str =
    "Decides the points, the weights and the order of the batches, the same for all networks.";
pub const DATA_MOONS: &str = "moons";
pub const DATA_CIRCLES: &str = "circles";
pub const DATA_XOR: &str = "XOR";
pub const DATA_SPIRAL: &str = "spiral";
pub const DATA_SINE: &str = "sine";
pub const STARTS_XAVIER_NORMAL: &str = "Xavier";
pub const STARTS_HE_NORMAL: &str = "He";
pub const STARTS_ORTHOGONAL: &str = "orthogonal";
pub const STARTS_PYTORCH: &str = "PyTorch’s";
pub const STARTS_CONSTANT: &str = "constant";
pub const STARTS_ZEROS: &str = "zeros";
pub const RULES_SGD: &str = "SGD";
pub const RULES_MOMENTUM: &str = "momentum";
pub const RULES_ADAM: &str = "Adam";
pub const STRIDES_RAW: &str = "raw";
pub const STRIDES_EQUAL: &str = "equal";
pub const SHOW_GRADIENTS: &str = "gradients";
pub const SHOW_SIGNAL: &str = "both directions";
pub const SHOW_BOUNDARY: &str = "what they say";
pub const SHOW_INPUTS: &str = "inputs of a layer";
pub const MARK_0_05: &str = "0.05";
pub const WITH_EQUAL_STEPS: &str = "B = A, equal steps";
pub const WITH_EQUAL_STEPS_HELP: &str = "Makes B a copy of A in which every layer’s step is as long as the output layer’s: does it learn, from the same start?";
pub const WITH_EQUAL_STEPS_HELD_HELP: &str = "The same with the first half of B’s layers left as chance made them: can it learn without them?";
pub const WITH_RELU: &str = "B = A with ReLU";
pub const WITH_RELU_HELP: &str =
    "Makes B a copy of A with ReLU, which starts from He’s weights unless it branches off.";
pub const WITH_RELU_HELD_HELP: &str =
    "ReLU with the first half of B’s layers left as chance made them: can it learn without them?";
pub const WITH_RESIDUAL: &str = "B = A + residual";
pub const WITH_RESIDUAL_HELP: &str =
    "Makes B a copy of A with residual connections as its only difference.";
pub const WITH_BOTH: &str = "B = A + residual + layer norm";
pub const WITH_BOTH_HELP: &str =
    "Makes B a copy of A with residual connections and layer normalisation, as in a transformer.";
pub const BRANCH_HERE_HELP: &str =
    "B repeats A up to this step; what B is from here on is set by its own switches.";
pub const NO_BRANCH: &str = "B from the start again";
pub const NO_BRANCH_HELP: &str = "B goes its own way from its first step on.";

pub const ACTIVATION: [&str; 2] = [
    "A: activation",
    "The activation of every hidden layer of network A.",
];
pub const B_ACTIVATION: [&str; 2] = [
    "B: activation",
    "The activation of every hidden layer of network B.",
];
pub const DEPTH: [&str; 2] = [
    "Hidden layers",
    "How deep both networks are; a shallow one, otherwise as A, learns beside them.",
];
pub const B_INIT: [&str; 2] = [
    "B: start",
    "How the weights of B are drawn, from the same random numbers as those of A; a B that branches off starts as A.",
];
pub const B_RESIDUAL: [&str; 2] = [
    "B: residual connections",
    "Every hidden layer adds what it receives to what it passes on, so that the gradient has a way around its slopes.",
];
pub const B_LAYER_NORM: [&str; 2] = [
    "B: layer norm",
    "Every hidden layer brings its sums to mean 0 and variance 1 before its activation.",
];
pub const B_STEPS: [&str; 2] = [
    "B: steps",
    "Raw: as long as its gradient makes each layer’s step. Equal: every hidden layer’s gradient is rescaled to the length of the output layer’s.",
];
pub const B_HELD: [&str; 2] = [
    "B: layers held",
    "So many of the first layers stay as chance made them.",
];
pub const RATE: [&str; 2] = [
    "Learning rate",
    "How far each step goes (η); far too large, and the numbers run away.",
];
pub const SHOW: [&str; 2] = ["Show", "What the two lower pictures show of both networks."];
pub const LAYER: [&str; 2] = [
    "Layer",
    "The hidden layer whose pre-activations are shown under its activation.",
];
pub const INIT: [&str; 2] = [
    "A: start",
    "How the weights of A are drawn: Xavier with variance 2/(inputs + units), He with 2/inputs, an orthogonal matrix, PyTorch’s uniform ±1/√inputs for weights and biases, all of them 0.1, or all 0.",
];
pub const DATA: [&str; 2] = ["Points", "What all networks learn."];
pub const SHALLOW: [&str; 2] = [
    "Layers of the shallow network",
    "How deep the network is that learns along as the control: A in fewer layers, none of them held; with 0 there is none.",
];
pub const WIDTH: [&str; 2] = ["Units per layer", "How many units every hidden layer has."];
pub const OPTIMISER: [&str; 2] = [
    "Optimiser",
    "How a step is taken from the gradient: SGD, with momentum 0.9, or Adam.",
];
pub const EPSILON: [&str; 2] = [
    "Adam’s ε",
    "What Adam adds to the root of the mean square gradient that it divides by: a gradient far below it hardly moves a weight.",
];
pub const BATCH: [&str; 2] = [
    "Batch",
    "How many of the training points each step looks at.",
];
pub const NOISE: [&str; 2] = [
    "Noise",
    "The standard deviation of the noise in the points.",
];
pub const RESIDUAL: [&str; 2] = ["A: residual connections", "The same for network A."];
pub const LAYER_NORM: [&str; 2] = ["A: layer norm", "The same for network A."];
pub const STEPS: [&str; 2] = ["A: steps", "The same for network A."];
pub const HELD: [&str; 2] = ["A: layers held", "The same for network A."];
pub const GAIN: [&str; 2] = [
    "A: gain",
    "A factor on the weights of A’s hidden layers at the start.",
];
pub const B_GAIN: [&str; 2] = ["B: gain", "The same for network B."];
pub const BIAS_STD: [&str; 2] = [
    "A: biases",
    "The standard deviation of A’s biases at the start; PyTorch’s start draws its own.",
];
pub const B_BIAS_STD: [&str; 2] = ["B: biases", "The same for network B."];
pub const BRANCH: [&str; 2] = [
    "B branches off at step",
    "Up to this step B is A; from there on it has its own activation, connections, normalisation and steps, and the weights that A had.",
];

pub const A_RELATIVE_CHANGE_MEANING: &str = "‖ΔW‖/‖W‖ of a step of A, median of the last steps";
pub const A_DRIFT_MEANING: &str =
    "how far all steps together have moved the weights of A, as a share of their size at the start";
pub const A_DIFFERENCE_MEANING: &str = "how far the outputs of a layer of A still differ from point to point: the root of their variance, averaged over the units";
pub const A_GRADIENT_MEANING: &str =
    "root mean square of ∂ℓ/∂z in a layer of A, over units and points";
pub const B_RELATIVE_CHANGE_MEANING: &str =
    "‖ΔW‖/‖W‖ of a step of B, median of the last steps of its own";
pub const B_DRIFT_MEANING: &str =
    "how far all steps together have moved the weights of B, as a share of their size at the start";
pub const B_DIFFERENCE_MEANING: &str = "how far the outputs of a layer of B still differ from point to point: the root of their variance, averaged over the units";
pub const B_GRADIENT_MEANING: &str =
    "root mean square of ∂ℓ/∂z in a layer of B, over units and points";
pub const STEP_MEANING: &str = "how far the training has come";
pub const GUESS_LOSS_MEANING: &str = "the loss of guessing, on the training points";
pub const A_LOSS_MEANING: &str = "the loss of A on the training points";
pub const A_TEST_LOSS_MEANING: &str = "the loss of A on the test points";
pub const A_FROZEN_LAYERS_MEANING: &str = "how many layers of A are frozen";
pub const B_LOSS_MEANING: &str = "the loss of B on the training points";
pub const B_TEST_LOSS_MEANING: &str = "the loss of B on the test points";
pub const B_FROZEN_LAYERS_MEANING: &str = "how many layers of B are frozen";
pub const SHALLOW_LOSS_MEANING: &str = "the loss of the shallow network on the training points";
pub const SHALLOW_TEST_LOSS_MEANING: &str = "the loss of the shallow network on the test points";

pub const HEAD_NETWORK: &str = "network";
pub const HEAD_STEP: &str = "step";
pub const HEAD_BATCH_LOSS: &str = "loss on the step’s batch, in nats";
pub const HEAD_TRAIN_LOSS: &str = "loss on the training points, in nats";
pub const HEAD_TEST_LOSS: &str = "loss on the test points, in nats";
pub const HEAD_A_GRADIENT: &str = "A: gradient ∂ℓ/∂z, root mean square";
pub const HEAD_A_STEP: &str = "A: how far a step moves it";
pub const HEAD_A_DRIFT: &str = "A: how far all steps have moved it";
pub const HEAD_A_DIFFERENCE: &str = "A: how far its outputs differ from point to point";
pub const HEAD_B_GRADIENT: &str = "B: gradient ∂ℓ/∂z, root mean square";
pub const HEAD_B_STEP: &str = "B: how far a step moves it";
pub const HEAD_B_DRIFT: &str = "B: how far all steps have moved it";
pub const HEAD_B_DIFFERENCE: &str = "B: how far its outputs differ from point to point";

pub fn head_of_gradient(layer: Option<usize>) -> String {
    match layer {
        Some(number) => format!("gradient of layer {number}, ‖∂L/∂W‖"),
        None => "gradient of the output layer, ‖∂L/∂W‖".to_owned(),
    }
}

pub fn head_of_change(layer: Option<usize>) -> String {
    match layer {
        Some(number) => format!("step of layer {number}, ‖ΔW‖/‖W‖"),
        None => "step of the output layer, ‖ΔW‖/‖W‖".to_owned(),
    }
}
