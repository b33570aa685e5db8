//! The table of activation functions: names, aliases and parameters.

use super::squashing::hard_sigmoid;

/// A parameter of an activation function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// The name in links, attributes and commands, such as `alpha`.
    pub id: &'static str,
    /// The symbol in formulas, such as `α`.
    pub symbol: &'static str,
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
    ($($(#[$doc:meta])* $name:ident = $id:literal, [$($alias:literal),*], [$($parameter:expr),*];)*) => {
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
    Identity = "identity", ["linear"], [];
    /// 1 if x ≥ 0, else 0.
    Step = "step", ["heaviside"], [];
    /// 1/(1 + e⁻ˣ).
    Sigmoid = "sigmoid", ["logistic"], [];
    /// tanh x.
    Tanh = "tanh", [], [];
    /// clip(x/6 + 1/2, 0, 1).
    HardSigmoid = "hard_sigmoid", [], [
        positive("slope", "s", hard_sigmoid::SIXTH).taught(0.001, 10.0)
    ];
    /// clip(x, -1, 1).
    HardTanh = "hard_tanh", [], [];
    /// x/(1 + |x|).
    Softsign = "softsign", [], [];
    /// atan x.
    Arctan = "arctan", ["atan"], [];
    /// max(0, x).
    Relu = "relu", [], [];
    /// min(max(0, x), 6).
    Relu6 = "relu6", [], [];
    /// x if x > 0, else αx.
    LeakyRelu = "leaky_relu", ["lrelu"], [any("alpha", "α", 0.01).taught(-10.0, 10.0)];
    /// As leaky ReLU, with α learned.
    Prelu = "prelu", [], [any("alpha", "α", 0.25).taught(-10.0, 10.0)];
    /// x if x > 0, else α(eˣ - 1).
    Elu = "elu", [], [not_negative("alpha", "α", 1.0).taught(0.0, 10.0)];
    /// max(0, x) + min(0, α(e^(x/α) - 1)).
    Celu = "celu", [], [positive("alpha", "α", 1.0).taught(0.001, 100.0)];
    /// λ(x if x > 0, else α(eˣ - 1)).
    Selu = "selu", [], [
        not_negative("alpha", "α", 1.6732632423543772).taught(0.0, 10.0),
        positive("lambda", "λ", 1.0507009873554805).taught(0.01, 10.0)
    ];
    /// ln(1 + eˣ).
    Softplus = "softplus", [], [];
    /// (x + √(x² + b))/2.
    Squareplus = "squareplus", [], [positive("b", "b", 4.0).taught(1e-6, 100.0)];
    /// x·σ(βx).
    Silu = "silu", ["swish"], [not_negative("beta", "β", 1.0).taught(0.0, 100.0)];
    /// x·relu6(x + 3)/6.
    HardSilu = "hard_silu", ["hard_swish"], [];
    /// x·Φ(x).
    Gelu = "gelu", [], [];
    /// x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
    GeluTanh = "gelu_tanh", ["gelu_new", "gelu_approx"], [];
    /// x·σ(1.702x).
    QuickGelu = "quick_gelu", [], [];
    /// x·tanh(softplus x).
    Mish = "mish", [], [];
    /// -softplus(-x).
    LogSigmoid = "log_sigmoid", [], [];
    /// x - tanh x.
    TanhShrink = "tanh_shrink", [], [];
    /// x ∓ λ outside |x| ≤ λ, else 0.
    SoftShrink = "soft_shrink", [], [positive("lambda", "λ", 0.5).taught(0.001, 10.0)];
    /// x outside |x| ≤ λ, else 0.
    HardShrink = "hard_shrink", [], [positive("lambda", "λ", 0.5).taught(0.001, 10.0)];
    /// x if x > θ, else 0.
    ThresholdRelu = "threshold_relu", ["thresholded_relu"], [any("theta", "θ", 1.0).taught(-10.0, 10.0)];
    /// max(0, x)².
    SquaredRelu = "squared_relu", [], [];
    /// sin ωx.
    Sine = "sine", ["sin"], [positive("omega", "ω", 1.0).taught(0.01, 100.0)];
    /// x + sin²(ax)/a.
    Snake = "snake", [], [positive("a", "a", 1.0).taught(0.01, 100.0)];
    /// e^(-x²).
    Gaussian = "gaussian", ["rbf"], [];
    /// eˣ.
    Exponential = "exponential", ["exp"], [];
}

const fn any(id: &'static str, symbol: &'static str, default: f64) -> Parameter {
    Parameter {
        id,
        symbol,
        default,
        min: -LARGEST,
        max: LARGEST,
        teaching: (-LARGEST, LARGEST),
    }
}

const fn not_negative(id: &'static str, symbol: &'static str, default: f64) -> Parameter {
    Parameter {
        min: 0.0,
        ..any(id, symbol, default)
    }
}

const fn positive(id: &'static str, symbol: &'static str, default: f64) -> Parameter {
    Parameter {
        min: 1.0 / LARGEST,
        ..any(id, symbol, default)
    }
}

/// Any finite number would do in mathematics; within this bound no square or quotient of a parameter leaves the range of `f64`.
const LARGEST: f64 = 1e100;
