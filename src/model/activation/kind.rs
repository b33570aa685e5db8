//! The table of activation functions: names, aliases and parameters.

use super::squashing::hard_sigmoid;

/// A parameter of an activation function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// The name in links, attributes and commands, such as `alpha`.
    pub id: &'static str,
    /// The symbol in formulas, such as `α`.
    pub symbol: &'static str,
    /// What it does, in a few words.
    pub meaning: &'static str,
    /// The value where none is given.
    pub default: f64,
    /// The smallest value for which the function is defined as described.
    pub min: f64,
    /// The largest such value.
    pub max: f64,
    /// The range that the figures' controls keep. Beyond it the curves show nothing new, and a picture or a search for fixed points can take minutes.
    pub teaching: (f64, f64),
}

impl Parameter {
    const fn taught(mut self, least: f64, most: f64) -> Parameter {
        self.teaching = (least, most);
        self
    }
}

/// The most parameters any activation has.
pub(super) const MOST_PARAMETERS: usize = 2;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $label:literal, [$($alias:literal),*], [$($parameter:expr),*];)*) => {
        /// One activation function, its parameters left open; in the order of the teaching text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every activation, in order.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The name in links, attributes and commands, such as `leaky_relu`.
            pub fn id(self) -> &'static str {
                match self { $(Kind::$name => $id,)* }
            }

            /// The name on the screen, such as `Leaky ReLU`.
            pub fn label(self) -> &'static str {
                match self { $(Kind::$name => $label,)* }
            }

            /// Other names under which it can be asked for (spelling without underscores is always understood).
            pub fn aliases(self) -> &'static [&'static str] {
                match self { $(Kind::$name => &[$($alias),*],)* }
            }

            /// Its parameters, in the order in which they are written.
            pub fn parameters(self) -> &'static [Parameter] {
                match self { $(Kind::$name => const { &[$($parameter),*] },)* }
            }
        }
    };
}

kinds! {
    /// x.
    Identity = "identity", "Identity (linear)", ["linear"], [];
    /// 1 if x ≥ 0, else 0.
    Step = "step", "Heaviside step", ["heaviside"], [];
    /// 1/(1 + e⁻ˣ).
    Sigmoid = "sigmoid", "Sigmoid (logistic)", ["logistic"], [];
    /// tanh x.
    Tanh = "tanh", "Tanh", [], [];
    /// clip(x/6 + 1/2, 0, 1).
    HardSigmoid = "hard_sigmoid", "Hard sigmoid", [], [
        positive("slope", "s", "slope of the ramp", hard_sigmoid::SIXTH).taught(0.001, 10.0)
    ];
    /// clip(x, -1, 1).
    HardTanh = "hard_tanh", "Hard tanh", [], [];
    /// x/(1 + |x|).
    Softsign = "softsign", "Softsign", [], [];
    /// atan x.
    Arctan = "arctan", "Arctan", ["atan"], [];
    /// max(0, x).
    Relu = "relu", "ReLU", [], [];
    /// min(max(0, x), 6).
    Relu6 = "relu6", "ReLU6", [], [];
    /// x if x > 0, else αx.
    LeakyRelu = "leaky_relu", "Leaky ReLU", ["lrelu"], [any("alpha", "α", "slope for x < 0", 0.01).taught(-10.0, 10.0)];
    /// As leaky ReLU, with α learned.
    Prelu = "prelu", "PReLU", [], [any("alpha", "α", "learned slope for x < 0", 0.25).taught(-10.0, 10.0)];
    /// x if x > 0, else α(eˣ - 1).
    Elu = "elu", "ELU", [], [not_negative("alpha", "α", "depth of the left plateau", 1.0).taught(0.0, 10.0)];
    /// max(0, x) + min(0, α(e^(x/α) - 1)).
    Celu = "celu", "CELU", [], [positive("alpha", "α", "depth and width of the left side", 1.0).taught(0.001, 100.0)];
    /// λ(x if x > 0, else α(eˣ - 1)).
    Selu = "selu", "SELU", [], [
        not_negative("alpha", "α", "depth of the left plateau", 1.6732632423543772).taught(0.0, 10.0),
        positive("lambda", "λ", "scale", 1.0507009873554805).taught(0.01, 10.0)
    ];
    /// ln(1 + eˣ).
    Softplus = "softplus", "Softplus", [], [];
    /// (x + √(x² + b))/2.
    Squareplus = "squareplus", "Squareplus", [], [positive("b", "b", "roundness of the corner", 4.0).taught(1e-6, 100.0)];
    /// x·σ(βx).
    Silu = "silu", "SiLU (Swish)", ["swish"], [not_negative("beta", "β", "sharpness", 1.0).taught(0.0, 100.0)];
    /// x·relu6(x + 3)/6.
    HardSilu = "hard_silu", "Hard swish", ["hard_swish"], [];
    /// x·Φ(x).
    Gelu = "gelu", "GELU (exact)", [], [];
    /// x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
    GeluTanh = "gelu_tanh", "GELU (tanh approximation)", ["gelu_new", "gelu_approx"], [];
    /// x·σ(1.702x).
    QuickGelu = "quick_gelu", "Quick GELU", [], [];
    /// x·tanh(softplus x).
    Mish = "mish", "Mish", [], [];
    /// -softplus(-x).
    LogSigmoid = "log_sigmoid", "Log-sigmoid", [], [];
    /// x - tanh x.
    TanhShrink = "tanh_shrink", "Tanhshrink", [], [];
    /// x ∓ λ outside |x| ≤ λ, else 0.
    SoftShrink = "soft_shrink", "Softshrink", [], [positive("lambda", "λ", "half-width of the flat part", 0.5).taught(0.001, 10.0)];
    /// x outside |x| ≤ λ, else 0.
    HardShrink = "hard_shrink", "Hardshrink", [], [positive("lambda", "λ", "half-width of the flat part", 0.5).taught(0.001, 10.0)];
    /// x if x > θ, else 0.
    ThresholdRelu = "threshold_relu", "Thresholded ReLU", ["thresholded_relu"], [any("theta", "θ", "threshold", 1.0).taught(-10.0, 10.0)];
    /// max(0, x)².
    SquaredRelu = "squared_relu", "Squared ReLU", [], [];
    /// sin ωx.
    Sine = "sine", "Sine", ["sin"], [positive("omega", "ω", "angular frequency", 1.0).taught(0.01, 100.0)];
    /// x + sin²(ax)/a.
    Snake = "snake", "Snake", [], [positive("a", "a", "frequency of the wave", 1.0).taught(0.01, 100.0)];
    /// e^(-x²).
    Gaussian = "gaussian", "Gaussian (RBF)", ["rbf"], [];
    /// eˣ.
    Exponential = "exponential", "Exponential", ["exp"], [];
}

const fn any(
    id: &'static str,
    symbol: &'static str,
    meaning: &'static str,
    default: f64,
) -> Parameter {
    Parameter {
        id,
        symbol,
        meaning,
        default,
        min: -LARGEST,
        max: LARGEST,
        teaching: (-LARGEST, LARGEST),
    }
}

const fn not_negative(
    id: &'static str,
    symbol: &'static str,
    meaning: &'static str,
    default: f64,
) -> Parameter {
    Parameter {
        min: 0.0,
        ..any(id, symbol, meaning, default)
    }
}

const fn positive(
    id: &'static str,
    symbol: &'static str,
    meaning: &'static str,
    default: f64,
) -> Parameter {
    Parameter {
        min: 1.0 / LARGEST,
        ..any(id, symbol, meaning, default)
    }
}

/// Any finite number would do in mathematics; within this bound no square or quotient of a parameter leaves the range of `f64`.
const LARGEST: f64 = 1e100;
