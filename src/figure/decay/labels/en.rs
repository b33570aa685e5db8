//! The tables of `decay` in English.

pub const TITLE: &str = "How much of the gradient reaches layer 1?";
pub const SCENE_NETWORK: &str = "What comes back over each weight of a chain";
pub const SCENE_GRADIENT: &str = "What arrives at each layer";
pub const SCENE_FACTORS: &str = "What each layer multiplies by";
pub const LEAD: &str =
    "A chain of neurons, one per layer. Make it deeper and watch what reaches layer 1.";
pub const VIEW_LINEAR: &str = "linear";
pub const VIEW_LOG: &str = "logarithmic";
pub const PRECISION_OFF: &str = "off";
pub const PRECISION_BF16: &str = "bf16";
pub const PRECISION_ALL: &str = "all three";

pub const ACTIVATION: [&str; 2] = [
    "Activations",
    "The first one is taken apart in bars; the others are drawn as lines.",
];
pub const DEPTH: [&str; 2] = ["Depth", "How many layers the gradient has to cross."];
pub const WEIGHT: [&str; 2] = [
    "Weight w",
    "The weight of every layer: it multiplies the signal forward and the gradient backward.",
];
pub const BIAS: [&str; 2] = [
    "Bias b",
    "Added in every layer: it moves z along the curve.",
];
pub const INPUT: [&str; 2] = ["Input x", "What enters layer 1."];
pub const LAYER: [&str; 2] = [
    "Look at layer",
    "Shows this layer’s product with the numbers plugged in; pointing at a bar does the same.",
];
pub const VIEW: [&str; 2] = [
    "Axis",
    "Linear shows how much is left; logarithmic shows how often it was divided by ten, however little that leaves.",
];
pub const PRECISION: [&str; 2] = [
    "Precision lens",
    "Recomputes the backward product in a narrower number format and marks the layer where it becomes 0 or infinite.",
];

pub const FIRST_GRADIENT_MEANING: &str = "∂L/∂z of layer 1 in the chain of each chosen activation";
pub const FACTOR_PER_LAYER_MEANING: &str =
    "geometric mean of the factors by which each layer multiplies the gradient";
pub const GRADIENT_MEANING: &str = "∂L/∂z, which is ∂L/∂b too";
pub const LOG10_GRADIENT_MEANING: &str = "log10 |∂L/∂z|";
pub const GRADIENT_A_MEANING: &str = "∂L/∂a: what comes back to the layer’s output";
pub const GRADIENT_W_MEANING: &str = "∂L/∂w: the share of the layer’s own weight";
pub const Z_MEANING: &str = "the sum w·a + b before the activation";
pub const A_MEANING: &str = "what the layer passes on, f(z)";
pub const WEIGHT_DECADES_MEANING: &str = "what the weights contribute to log10 |∂L/∂z|";
pub const SLOPE_DECADES_MEANING: &str = "what the slopes contribute to log10 |∂L/∂z|";
pub const BOUND_DECADES_MEANING: &str = "log10 of the bound on |∂L/∂z|: every slope at its largest";
pub const ZERO_LAYERS_MEANING: &str =
    "how many layers, from layer 1 up, get a gradient of 0: exactly, or by the range of f64";
pub const F16_ZERO_LAYERS_MEANING: &str = "how many layers get 0 in f16 only because of its range";
pub const BF16_ZERO_LAYERS_MEANING: &str =
    "how many layers get 0 in bf16 only because of its range";
pub const F32_ZERO_LAYERS_MEANING: &str = "how many layers get 0 in f32 only because of its range";
pub const F16_INFINITE_LAYERS_MEANING: &str = "how many layers get ∞ in f16, or no number";
pub const BF16_INFINITE_LAYERS_MEANING: &str = "how many layers get ∞ in bf16, or no number";
pub const F32_INFINITE_LAYERS_MEANING: &str = "how many layers get ∞ in f32, or no number";
pub const RANGE_ZERO_LAYERS_MEANING: &str =
    "how many of those get 0 only by the range of f64, in which z fell short";

pub const HEAD_Z: &str = "sum z";
pub const HEAD_A: &str = "output a";
pub const HEAD_SLOPE: &str = "slope f′(z)";
pub const HEAD_GRADIENT_A: &str = "gradient at the output, ∂L/∂a";
pub const HEAD_GRADIENT_Z: &str = "gradient at the sum, ∂L/∂z";
pub const HEAD_GRADIENT_W: &str = "gradient of the weight, ∂L/∂w";
pub const HEAD_GRADIENT_B: &str = "gradient of the bias, ∂L/∂b";
pub const HEAD_DECADES: &str = "size of ∂L/∂z, in decades";
pub const HEAD_LEFT: &str = "what is left of the last layer’s ∂L/∂z";
