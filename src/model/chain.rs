//! The scalar chain: one neuron per layer, and the gradient that comes back through it.
//!
//! Forward, for l = 1 … L: `z_l = w·a_(l-1) + b`, `a_l = f(z_l)`, with `a_0` the input.
//! The loss is the output itself, `L = a_L`, so `∂L/∂a_L = 1`, and backward:
//! `∂L/∂z_l = f'(z_l)·∂L/∂a_l`, `∂L/∂a_(l-1) = w·∂L/∂z_l`, `∂L/∂w_l = a_(l-1)·∂L/∂z_l`, `∂L/∂b_l = ∂L/∂z_l`.
//!
//! ```
//! use model::{activation::Activation, chain::Chain};
//! let sigmoid: Activation = "sigmoid".parse()?;
//! let chain = Chain::new(sigmoid, 1000, 1.0, 0.0, 1.0);
//! let first = &chain.layers[0];
//! assert_eq!(first.dl_dz.to_f64(), 0.0); // below the range of f64 …
//! assert!(!first.dl_dz.is_zero()); // … and known not to be zero
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod precision;

pub use precision::Precision;

use super::activation::Activation;
use super::scaled::{Product, Scaled};

/// A chain with its forward and backward pass.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The activation of every layer.
    pub activation: Activation,
    /// The weight of every layer.
    pub weight: f64,
    /// Layer 1 first.
    pub layers: Vec<Layer>,
}

/// What one layer computes, forward and backward.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// `a_(l-1)`: what comes in.
    pub input: f64,
    /// Pre-activation.
    pub z: f64,
    /// Activation.
    pub a: f64,
    /// `f'(z_l)`, which may lie below the range of `f64` without being zero.
    pub slope: Scaled,
    /// `∂L/∂z_l`, which is also `∂L/∂b_l`.
    pub dl_dz: Scaled,
}

impl Layer {
    /// `∂L/∂w_l`, the share of this layer's own weight.
    pub fn dl_dw(&self) -> Scaled {
        let mut share = Product::from(self.dl_dz);
        share.multiply(Scaled::new(self.input));
        share.scaled()
    }
}

/// Why the gradient at one layer differs from the one at the output, in decades: the two parts add up to `log10 |∂L/∂z_l|`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// `(L - l)·log10|w|`.
    pub weights: f64,
    /// `Σ log10|f'(z_k)|` over k = l … L.
    pub slopes: f64,
}

impl Chain {
    /// Runs both passes. A depth of 0 gives a chain without layers.
    pub fn new(activation: Activation, depth: usize, weight: f64, bias: f64, input: f64) -> Chain {
        let mut incoming = input;
        let forward = (0..depth).map(|_| {
            let z = weight * incoming + bias;
            let a = activation.value(z);
            let layer = Layer {
                input: incoming,
                z,
                a,
                slope: activation.slope(z),
                dl_dz: Scaled::ONE,
            };
            incoming = a;
            layer
        });
        let mut layers: Vec<Layer> = forward.collect();
        let factor = Scaled::new(weight);
        let mut gradient = Product::ONE;
        for layer in layers.iter_mut().rev() {
            gradient.multiply(layer.slope);
            layer.dl_dz = gradient.scaled();
            gradient.multiply(factor);
        }
        Chain {
            activation,
            weight,
            layers,
        }
    }

    /// `∂L/∂a_l` of the layer at `index`: what comes back to its output.
    pub fn dl_da(&self, index: usize) -> Scaled {
        let Some(next) = self.layers.get(index + 1) else {
            return Scaled::ONE;
        };
        let mut gradient = Product::from(next.dl_dz);
        gradient.multiply(Scaled::new(self.weight));
        gradient.scaled()
    }

    /// `log10|∂L/∂z_l|` split into what the weights and what the slopes contribute, layer 1 first.
    /// A factor that is exactly zero contributes -∞.
    pub fn splits(&self) -> Vec<Split> {
        let weight = Scaled::new(self.weight).log10_abs();
        let depth = self.layers.len();
        let mut slopes = 0.0;
        let mut splits: Vec<Split> = (0..depth)
            .rev()
            .map(|index| {
                slopes += self.layers[index].slope.log10_abs();
                let behind = depth - 1 - index;
                // 0 · -∞ would be NaN: no weight lies behind the last layer.
                let weights = if behind == 0 {
                    0.0
                } else {
                    behind as f64 * weight
                };
                Split { weights, slopes }
            })
            .collect();
        splits.reverse();
        splits
    }

    /// `log10` of the bound `M·(|w|·M)^(L-l)` on `|∂L/∂z_l|`, where `M` is the largest slope of the activation; layer 1 first.
    /// It is what "0.25 per layer" says of sigmoid: a bound, not the rate.
    pub fn log10_bounds(&self) -> Vec<f64> {
        let depth = self.layers.len();
        let steepest = libm::log10(self.activation.largest_slope());
        let step = libm::log10(self.weight.abs()) + steepest;
        (0..depth)
            .map(|index| match depth - 1 - index {
                0 => steepest,
                behind => steepest + behind as f64 * step,
            })
            .collect()
    }

    /// The backward pass with every factor and every product rounded to `precision`, as hardware of that precision would compute it.
    pub fn lens(&self, precision: Precision) -> Lens {
        let weight = precision.round(self.weight);
        let mut gradient = 1.0;
        let mut lens = Lens {
            zero_at: None,
            infinite_at: None,
        };
        for (index, layer) in self.layers.iter().enumerate().rev() {
            let number = index + 1;
            if number < self.layers.len() {
                gradient = precision.round(gradient * weight);
            }
            gradient = precision.round(gradient * precision.round(layer.slope.to_f64()));
            if gradient == 0.0 && !layer.dl_dz.is_zero() {
                lens.zero_at = Some(number);
                return lens;
            }
            if !gradient.is_finite() {
                lens.infinite_at = Some(number);
                return lens;
            }
        }
        lens
    }
}

/// What a narrower number format makes of the backward product, counted from the output towards the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The first layer whose `∂L/∂z` is zero in that format although it is not zero.
    pub zero_at: Option<usize>,
    /// The first layer whose `∂L/∂z` is infinite or not a number in that format.
    pub infinite_at: Option<usize>,
}
