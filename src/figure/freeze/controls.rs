//! What can be changed in `freeze`.

use super::super::{Action, Control, Place, Settings};

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
];

const RULES: &[(&str, &str)] = &[("sgd", "SGD"), ("momentum", "momentum"), ("adam", "Adam")];

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
const LAST: f64 = 5000.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "A: activation",
        "The activation of every hidden layer of network A.",
        "sigmoid",
        1,
    ),
    Control::activations(
        "B: activation",
        "The activation of every hidden layer of network B.",
        "relu",
        1,
    )
    .named("b_activation"),
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
        "How the weights of A are drawn: Xavier with variance 2/(inputs + units), He with 2/inputs, or an orthogonal matrix.",
        STARTS,
        0,
    )
    .at(Place::More),
    Control::choice("data", "Points", "What both networks learn.", DATA, 1).at(Place::More),
    Control::whole(
        "depth",
        "Hidden layers",
        "How deep both networks are.",
        (1.0, DEEPEST, 8.0),
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
    Control::seed("Decides the points, the weights and the order of the batches, the same for both networks.", 1.0),
    Control::switch(
        "residual",
        "A: residual connections",
        "The same for network A.",
        false,
    )
    .at(Place::More),
    Control::switch("layer_norm", "A: layer norm", "The same for network A.", false).at(Place::More),
    Control::whole(
        "branch",
        "B branches off at step",
        "Up to this step B is A; from there on it has its own activation, connections and normalisation, and the weights that A had.",
        (0.0, LAST, 0.0),
    )
    .at(Place::More),
    Control::step(LAST, 300.0),
    Control::speed(SPEEDS, 2),
];

pub const ACTIONS: &[Action] = &[
    Action {
        id: "with_residual",
        label: |_| "B = A + residual".to_owned(),
        help: "Makes B a copy of A with residual connections as its only difference.",
        is_open: |settings| !settings.is_on("residual"),
        act: |settings| {
            copy(settings);
            set(settings, "b_residual", true);
        },
    },
    Action {
        id: "with_norm",
        label: |_| "B = A + layer norm".to_owned(),
        help: "Makes B a copy of A with layer normalisation as its only difference.",
        is_open: |settings| !settings.is_on("layer_norm"),
        act: |settings| {
            copy(settings);
            set(settings, "b_layer_norm", true);
        },
    },
    Action {
        id: "with_orthogonal",
        label: |_| "B = A, orthogonal start".to_owned(),
        help: "Makes B a copy of A whose weights start as orthogonal matrices.",
        is_open: |settings| settings.choice("init") != "orthogonal",
        act: |settings| {
            copy(settings);
            settings.set_number("branch", 0.0);
            settings.choose("b_init", "orthogonal");
        },
    },
    Action {
        id: "with_relu",
        label: |_| "B = A with ReLU".to_owned(),
        help: "Makes B a copy of A with ReLU, which starts from He’s weights unless it branches off.",
        is_open: |_| true,
        act: |settings| {
            copy(settings);
            let _ = settings.set("b_activation", "relu");
            settings.choose("b_init", "he_normal");
        },
    },
    Action {
        id: "branch_here",
        label: |settings| format!("Branch B off at step {}", settings.number("step")),
        help: "B repeats A up to this step; what B is from here on is set by its own switches.",
        is_open: |settings| {
            let step = settings.number("step");
            step > 0.0 && step != settings.number("branch")
        },
        act: |settings| settings.set_number("branch", settings.number("step")),
    },
    Action {
        id: "no_branch",
        label: |_| "B from the start again".to_owned(),
        help: "B goes its own way from its first step on.",
        is_open: |settings| settings.number("branch") > 0.0,
        act: |settings| settings.set_number("branch", 0.0),
    },
];

/// Makes B what A is.
fn copy(settings: &mut Settings) {
    for (from, to) in [
        ("activation", "b_activation"),
        ("init", "b_init"),
        ("residual", "b_residual"),
        ("layer_norm", "b_layer_norm"),
    ] {
        if let Some(text) = settings.text(from) {
            // Both have the same kind of control.
            let _ = settings.set(to, &text);
        }
    }
}

fn set(settings: &mut Settings, id: &str, on: bool) {
    let _ = settings.set(id, if on { "true" } else { "false" });
}
