//! What can be changed in `freeze`.

use super::super::{Control, Place, Role};

const DATA: &[(&str, &str)] = &[
    ("moons", "moons"),
    ("circles", "circles"),
    ("xor", "XOR"),
    ("spiral", "spiral"),
    ("sine", "sine"),
];

/// Starts of the weights; the ids are read by the model.
const STARTS: &[(&str, &str)] = &[
    ("xavier_normal", "Xavier"),
    ("he_normal", "He"),
    ("orthogonal", "orthogonal"),
    ("pytorch", "PyTorch’s"),
    ("constant", "constant"),
    ("zeros", "zeros"),
];

/// What a start is called.
pub fn start(id: &str) -> &'static str {
    let found = STARTS.iter().find(|start| start.0 == id);
    found.map_or("", |start| start.1)
}

const RULES: &[(&str, &str)] = &[("sgd", "SGD"), ("momentum", "momentum"), ("adam", "Adam")];

/// How long the layers' steps are; the ids are those of the model.
const STRIDES: &[(&str, &str)] = &[("raw", "raw"), ("equal", "equal")];

/// Steps per second; the ids are read as numbers.
const SPEEDS: &[(&str, &str)] = &[
    ("2", "2/s"),
    ("20", "20/s"),
    ("200", "200/s"),
    ("1000", "1000/s"),
];

/// Most hidden layers.
const DEEPEST: f64 = 16.0;

/// The last step that the figure goes to.
pub const LAST: f64 = 5000.0;

/// Smallest, largest, step and default of a gain, and of the standard deviation of biases.
const GAIN: (f64, f64, f64, f64) = (0.1, 10.0, 0.1, 1.0);
const BIAS_STD: (f64, f64, f64, f64) = (0.0, 2.0, 0.05, 0.0);

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "A: activation",
        "The activation of every hidden layer of network A.",
        "sigmoid",
        1,
    ),
    Control::whole(
        "depth",
        "Hidden layers",
        "How deep both networks are; a shallow one, otherwise as A, learns beside them.",
        (1.0, DEEPEST, 8.0),
    )
    .marks(&[(2.0, "2"), (8.0, "8")]),
    Control::activations(
        "B: activation",
        "The activation of every hidden layer of network B.",
        "relu",
        1,
    )
    .named("b_activation")
    .as_a(Role::Partner),
    Control::choice(
        "b_init",
        "B: start",
        "How the weights of B are drawn, from the same random numbers as those of A; a B that branches off starts as A.",
        STARTS,
        1,
    ),
    Control::switch(
        "b_residual",
        "B: residual connections",
        "Every hidden layer adds what it receives to what it passes on, so that the gradient has a way around its slopes.",
        false,
    ),
    Control::switch(
        "b_layer_norm",
        "B: layer norm",
        "Every hidden layer brings its sums to mean 0 and variance 1 before its activation.",
        false,
    ),
    Control::choice(
        "b_steps",
        "B: steps",
        "Raw: as long as its gradient makes each layer’s step. Equal: every hidden layer’s gradient is rescaled to the length of the output layer’s.",
        STRIDES,
        0,
    ),
    Control::whole(
        "b_held",
        "B: layers held",
        "So many of the first layers stay as chance made them.",
        (0.0, DEEPEST, 0.0),
    )
    .upto("depth"),
    Control::number(
        "rate",
        "Learning rate",
        "How far each step goes (η); far too large, and the numbers run away.",
        (1e-4, 3.0, 1e-4, 0.05),
    )
    .logarithmic()
    .marks(&[(0.05, "0.05"), (1.0, "1")]),
    Control::choice(
        "show",
        "Show",
        "What the two lower pictures show of both networks.",
        &[
            ("gradients", "gradients"),
            ("signal", "both directions"),
            ("boundary", "what they say"),
            ("inputs", "inputs of a layer"),
        ],
        0,
    ),
    Control::whole(
        "layer",
        "Layer",
        "The hidden layer whose pre-activations are shown under its activation.",
        (1.0, DEEPEST, 1.0),
    )
    .upto("depth"),
    Control::choice(
        "init",
        "A: start",
        "How the weights of A are drawn: Xavier with variance 2/(inputs + units), He with 2/inputs, an orthogonal matrix, PyTorch’s uniform ±1/√inputs for weights and biases, all of them 0.1, or all 0.",
        STARTS,
        0,
    )
    .at(Place::More),
    Control::choice("data", "Points", "What all networks learn.", DATA, 0)
        .formerly("circles")
        .at(Place::More),
    Control::whole(
        "shallow",
        "Layers of the shallow network",
        "How deep the network is that learns along as the control: A in fewer layers, none of them held.",
        (1.0, 2.0, 2.0),
    )
    .at(Place::More),
    Control::whole(
        "width",
        "Units per layer",
        "How many units every hidden layer has.",
        (1.0, 64.0, 16.0),
    )
    .at(Place::More),
    Control::choice(
        "optimiser",
        "Optimiser",
        "How a step is taken from the gradient: SGD, with momentum 0.9, or Adam.",
        RULES,
        0,
    )
    .at(Place::More),
    Control::number(
        "epsilon",
        "Adam’s ε",
        "What Adam adds to the root of the mean square gradient that it divides by: a gradient far below it hardly moves a weight.",
        (1e-16, 1e-2, 1e-16, 1e-8),
    )
    .of("optimiser", "adam")
    .logarithmic()
    .at(Place::More),
    Control::whole(
        "batch",
        "Batch",
        "How many of the training points each step looks at.",
        (1.0, 100.0, 10.0),
    )
    .at(Place::More),
    Control::number(
        "noise",
        "Noise",
        "The standard deviation of the noise in the points.",
        (0.0, 0.5, 0.01, 0.2),
    )
    .at(Place::More),
    Control::seed("Decides the points, the weights and the order of the batches, the same for all networks.", 1.0),
    Control::switch(
        "residual",
        "A: residual connections",
        "The same for network A.",
        false,
    )
    .at(Place::More),
    Control::switch("layer_norm", "A: layer norm", "The same for network A.", false).at(Place::More),
    Control::choice("steps", "A: steps", "The same for network A.", STRIDES, 0).at(Place::More),
    Control::whole(
        "held",
        "A: layers held",
        "The same for network A.",
        (0.0, DEEPEST, 0.0),
    )
    .upto("depth")
    .at(Place::More),
    Control::number(
        "gain",
        "A: gain",
        "A factor on the weights of A’s hidden layers at the start.",
        GAIN,
    )
    .at(Place::More),
    Control::number("b_gain", "B: gain", "The same for network B.", GAIN).at(Place::More),
    Control::number(
        "bias_std",
        "A: biases",
        "The standard deviation of A’s biases at the start; PyTorch’s start draws its own.",
        BIAS_STD,
    )
    .at(Place::More),
    Control::number("b_bias_std", "B: biases", "The same for network B.", BIAS_STD).at(Place::More),
    Control::whole(
        "branch",
        "B branches off at step",
        "Up to this step B is A; from there on it has its own activation, connections, normalisation and steps, and the weights that A had.",
        (0.0, LAST, 0.0),
    )
    .at(Place::More),
    Control::step(LAST, 2000.0).formerly("300"),
    Control::speed(SPEEDS, 2),
];
