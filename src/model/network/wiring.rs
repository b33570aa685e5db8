//! What a hidden layer may have beside its weights and its activation: a path around it, and a normalisation before it.

use super::Network;

impl Network {
    /// Whether every hidden layer with as many units as inputs adds its input to its output: a = f(z) + a of the layer before.
    ///
    /// The path around the activation has no weights (He et al., "Deep residual learning for image recognition", 2015, with one layer per block); layers of other shapes and the output layer have none. [`Pass::a`] is then the sum.
    pub fn set_residual(&mut self, residual: bool) {
        self.residual = residual;
    }

    /// Whether every hidden layer of two units or more normalises its sums before the activation: per sample over the units, to mean 0 and variance 1, with 10⁻⁵ added to the variance.
    ///
    /// Layer normalisation (Ba, Kiros & Hinton 2016) without a gain and a bias of its own. [`Pass::z`] is then what f is given, the normalised sum, and [`Pass::dl_dz`] the gradient by the sum Wx + b.
    pub fn set_layer_norm(&mut self, layer_norm: bool) {
        self.layer_norm = layer_norm;
    }

    /// Whether [`Network::set_residual`] gives this layer a path around its activation.
    pub fn is_residual(&self, layer: usize) -> bool {
        let hidden = layer + 1 < self.depth();
        let block = self.blocks.get(layer).filter(|_| hidden && self.residual);
        block.is_some_and(|block| block.inputs == block.outputs)
    }

    /// Whether [`Network::set_layer_norm`] normalises this layer's sums.
    pub fn is_normalised(&self, layer: usize) -> bool {
        let hidden = layer + 1 < self.depth();
        let block = self.blocks.get(layer).filter(|_| hidden && self.layer_norm);
        block.is_some_and(|block| block.outputs > 1)
    }
}

/// Adds numbers to as many others.
pub(super) fn add(totals: &mut [f64], others: &[f64]) {
    for (total, other) in totals.iter_mut().zip(others) {
        *total += other;
    }
}
