//! What a random network is made of.

use crate::activation::Activation;

/// Products of a weight and an activation that one pass may take; larger networks are fed fewer samples.
const MOST_PRODUCTS: usize = 1 << 25;

/// However large the network, that many samples are asked of it.
const FEWEST_SAMPLES: usize = 8;

/// What a network is made of. Same plan, same numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// f of every unit.
    pub activation: Activation,
    /// √N times the standard deviation of the weights.
    pub gain: f64,
    /// Standard deviation of the biases.
    pub bias_std: f64,
    /// How many layers; at least 1.
    pub depth: usize,
    /// Units of each layer, and inputs; at least 1.
    pub width: usize,
    /// How many inputs are tried; see [`Plan::samples`].
    pub batch: usize,
    /// Whether every layer adds what it was given.
    pub residual: bool,
    /// Whether z is normalised before f.
    pub layer_norm: bool,
    /// Decides weights, biases, inputs and what arrives at the output, each with its own stream.
    pub seed: u64,
}

impl Plan {
    /// 20 layers of 64 units at gain 1, without biases.
    pub fn new(activation: Activation) -> Plan {
        Plan {
            activation,
            gain: 1.0,
            bias_std: 0.0,
            depth: 20,
            width: 64,
            batch: 32,
            residual: false,
            layer_norm: false,
            seed: 1,
        }
    }

    /// How many inputs are really tried: the batch, or fewer where the network is so large that it would take too long, but never fewer than the smaller of the batch and 8.
    pub fn samples(&self) -> usize {
        let weights = (self.width * self.width * self.depth).max(1);
        self.batch
            .min((MOST_PRODUCTS / weights).max(FEWEST_SAMPLES))
    }

    /// How many weights the network has.
    pub fn weights(&self) -> usize {
        self.width * self.width * self.depth
    }
}
