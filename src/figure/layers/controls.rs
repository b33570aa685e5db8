//! What can be changed in `layers`.

use super::super::{Control, Place};
use std::f64::consts::SQRT_2;

/// The deepest network.
const DEEPEST: f64 = 100.0;

/// The range of the weights' scale.
pub const GAIN: [f64; 2] = [0.1, 3.0];

/// The range of the biases' standard deviation.
pub const BIAS_STD: [f64; 2] = [0.0, 2.0];

/// Whose distribution the large picture shows.
const SHOW: &[(&str, &str)] = &[
    ("gradients", "gradients"),
    ("z", "pre-activations z"),
    ("a", "activations a"),
    ("both", "both directions"),
    ("network", "units"),
];

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(
        "Activation",
        "What every unit of every layer does with its sum.",
        "tanh",
        1,
    )
    .formerly("sigmoid"),
    Control::number(
        "gain",
        "Weight scale g",
        "The weights are drawn with standard deviation g/√fan-in: 1 is LeCun’s and Xavier’s choice, √2 is He’s, 5/3 is a common one for tanh.",
        (GAIN[0], GAIN[1], 0.01, 1.0),
    )
    .marks(&[(1.0, "1"), (SQRT_2, "√2"), (5.0 / 3.0, "5/3")]),
    Control::whole(
        "depth",
        "Depth",
        "How many layers the signal crosses, and the gradient on its way back.",
        (1.0, DEEPEST, 20.0),
    )
    .marks(&[(20.0, "20"), (50.0, "50")]),
    Control::whole(
        "width",
        "Width",
        "Units in each layer; the theory is exact for endlessly many.",
        (1.0, 512.0, 64.0),
    )
    .logarithmic()
    .marks(&[(16.0, "16"), (64.0, "64"), (256.0, "256")]),
    Control::choice(
        "show",
        "Show",
        "Which numbers the large picture shows: what comes back, what the activation is fed, what it passes on, or what is left of differences forwards and of the gradient backwards.",
        SHOW,
        0,
    ),
    Control::switch(
        "residual",
        "Residual",
        "Every layer adds what it was given to what it computes.",
        false,
    ),
    Control::switch(
        "layer_norm",
        "Layer norm",
        "Each sample’s sums are brought to mean 0 and variance 1 before the activation; a layer of one unit is left as it is.",
        false,
    ),
    Control::leak(),
    Control::number(
        "bias_std",
        "Bias std σ_b",
        "The standard deviation of the random biases.",
        (BIAS_STD[0], BIAS_STD[1], 0.01, 0.0),
    )
    .at(Place::More),
    Control::whole(
        "layer",
        "Look at layer",
        "Shows this layer’s numbers in the formulas; pointing at a layer does the same.",
        (1.0, DEEPEST, 1.0),
    )
    .upto("depth")
    .at(Place::More),
    Control::whole(
        "batch",
        "Batch",
        "How many random inputs are tried; very large networks are fed fewer, and say so.",
        (1.0, 128.0, 32.0),
    )
    .at(Place::More),
    Control::seed("Another seed draws other weights, biases and inputs; the same one always draws the same.", 1.0),
];
