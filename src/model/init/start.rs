//! A whole start: the weights and the biases of every layer.

use super::Init;
use crate::random::Random;

/// How the biases of a layer are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Biases {
    /// All of them this number.
    Constant(f64),
    /// N(0, std²); with std 0 nothing is drawn and all are 0.
    Normal(f64),
    /// Uniform in ±1/√fan_in, as PyTorch's `nn.Linear` draws them.
    FanIn,
}

/// How all layers of a network begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// How the weights are drawn.
    pub init: Init,
    /// A factor on the weights of the hidden layers; the output layer, which has no activation to make up for, keeps its scale.
    pub gain: f64,
    /// How the biases are drawn, those of the output layer too.
    pub biases: Biases,
}

impl Start {
    /// The weights of an initialisation as they are, and biases of one constant.
    pub fn plain(init: Init, biases: f64) -> Start {
        Start {
            init,
            gain: 1.0,
            biases: Biases::Constant(biases),
        }
    }
}

impl Biases {
    /// Fills the biases of a layer with `fan_in` inputs.
    pub(crate) fn fill(self, biases: &mut [f64], fan_in: usize, random: &mut Random) {
        match self {
            Biases::Constant(value) => biases.fill(value),
            Biases::Normal(0.0) => biases.fill(0.0),
            Biases::Normal(std) => biases.fill_with(|| std * random.normal()),
            Biases::FanIn => super::fill_uniform(biases, 1.0 / (fan_in as f64).sqrt(), random),
        }
    }
}
