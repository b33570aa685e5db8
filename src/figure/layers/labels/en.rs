//! The tables of `layers` in English.

pub const TITLE: &str = "With random weights, what comes back to layer 1?";
pub const SCENE_GRADIENTS: &str = "What comes back to each unit of each layer";
pub const SCENE_NETWORK: &str = "The units themselves, as strong as what comes back";
pub const SCENE_BOTH: &str = "What arrives, forwards and backwards";
pub const SCENE_MAP: &str = "At which scales of the weights gradients fade, and at which they grow";
pub const LEAD: &str = "Real layers with random weights. Change their scale, or drag the point over the map, and see what comes back to layer 1.";
pub const SEED: &str =
    "Another seed draws other weights, biases and inputs; the same one always draws the same.";
pub const SHOW_GRADIENTS: &str = "gradients";
pub const SHOW_Z: &str = "pre-activations z";
pub const SHOW_A: &str = "activations a";
pub const SHOW_BOTH: &str = "both directions";
pub const SHOW_NETWORK: &str = "units";
pub const CRITICAL_HELP: &str = "Sets the weight scale at which, with these biases, the theory lets gradients neither fade nor grow in endlessly many layers.";

pub const ACTIVATION: [&str; 2] = [
    "Activation",
    "What every unit of every layer does with its sum.",
];
pub const GAIN: [&str; 2] = [
    "Weight scale g",
    "The weights are drawn with standard deviation g/√fan-in: 1 is LeCun’s and Xavier’s choice, √2 is He’s, 5/3 is a common one for tanh.",
];
pub const DEPTH: [&str; 2] = [
    "Depth",
    "How many layers the signal crosses, and the gradient on its way back.",
];
pub const WIDTH: [&str; 2] = [
    "Width",
    "Units in each layer; the theory is exact for endlessly many.",
];
pub const SHOW: [&str; 2] = [
    "Show",
    "Which numbers the large picture shows: what comes back, what the activation is fed, what it passes on, or what is left of differences forwards and of the gradient backwards.",
];
pub const RESIDUAL: [&str; 2] = [
    "Residual",
    "Every layer adds what it was given to what it computes.",
];
pub const LAYER_NORM: [&str; 2] = [
    "Layer norm",
    "Each sample’s sums are brought to mean 0 and variance 1 before the activation; a layer of one unit is left as it is.",
];
pub const BIAS_STD: [&str; 2] = [
    "Bias std σ_b",
    "The standard deviation of the random biases.",
];
pub const LAYER: [&str; 2] = [
    "Look at layer",
    "Shows this layer’s numbers in the formulas; pointing at a layer does the same.",
];
pub const BATCH: [&str; 2] = [
    "Batch",
    "How many random inputs are tried; very large networks are fed fewer, and say so.",
];

pub const LOG10_NORM_MEANING: &str =
    "log10 of the norm of ∂L/∂z, z being the sums before any layer norm, median over the batch";
pub const FED_STD_MEANING: &str = "standard deviation, over the units and the batch, of what the activation is fed: z, or with layer norm the normalised z";
pub const LOG10_SHARE_MEANING: &str =
    "log10 of what layer 1 receives of the gradient at the last layer: median norms over the batch";
pub const EXPECTED_LOG10_SHARE_MEANING: &str = "the same in the theory of endless width";
pub const FACTOR_PER_LAYER_MEANING: &str =
    "geometric mean of the factors by which each layer multiplies the gradient";
pub const EXPECTED_FACTOR_PER_LAYER_MEANING: &str = "the same in theory";
pub const FLAT_SHARE_MEANING: &str =
    "share of slopes below a tenth of the largest, mean over layers";
pub const DEAD_SHARE_MEANING: &str = "share of units dead on the whole batch, mean over layers";

pub const HEAD_FED_MEAN: &str = "mean of what f is fed";
pub const HEAD_FED_STD: &str = "standard deviation of what f is fed";
pub const HEAD_FED_Q05: &str = "5 % of what f is fed are below";
pub const HEAD_FED_Q25: &str = "a quarter of what f is fed is below";
pub const HEAD_FED_Q50: &str = "median of what f is fed";
pub const HEAD_FED_Q75: &str = "three quarters of what f is fed are below";
pub const HEAD_FED_Q95: &str = "95 % of what f is fed are below";
pub const HEAD_A_MEAN: &str = "mean of the outputs a";
pub const HEAD_A_STD: &str = "standard deviation of the outputs a";
pub const HEAD_A_Q05: &str = "5 % of the outputs a are below";
pub const HEAD_A_Q25: &str = "a quarter of the outputs a is below";
pub const HEAD_A_Q50: &str = "median of the outputs a";
pub const HEAD_A_Q75: &str = "three quarters of the outputs a are below";
pub const HEAD_A_Q95: &str = "95 % of the outputs a are below";
pub const HEAD_DIFFERENCE: &str = "how far what f is fed differs from input to input, in decades";
pub const HEAD_NORM_DECADES: &str = "norm of the gradient ∂L/∂z, in decades";
pub const HEAD_FACTOR: &str = "the layer’s factor on the gradient";
pub const HEAD_FLAT: &str = "share of flat slopes";
pub const HEAD_DEAD: &str = "share of dead units";
pub const HEAD_ZERO: &str = "share of gradients that are 0";
pub const HEAD_THEORY_FED_STD: &str = "theory: standard deviation of what f is fed";
pub const HEAD_THEORY_NORM_DECADES: &str = "theory: norm of the gradient ∂L/∂z, in decades";
pub const HEAD_THEORY_FACTOR: &str = "theory: the layer’s factor on the gradient";
pub const HEAD_THEORY_DIFFERENCE: &str =
    "theory: how far what f is fed differs from input to input, in decades";
pub const HEAD_NORM: &str = "norm of the gradient ∂L/∂z";
pub const HEAD_LEFT: &str = "what is left of the last layer’s gradient";
