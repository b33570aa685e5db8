//! What a layer is told of the inputs, and what it is told of the loss: the two directions of one product.

use crate::network::Pass;

/// One layer in both directions, over all training points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signal {
    /// How far the layer's outputs a still differ from input to input: the root of their variance over the points, averaged over the units.
    pub difference: f64,
    /// The root mean square of ∂ℓ/∂z over units and points, where ℓ is the loss of one point.
    pub gradient: f64,
}

/// The signal in every layer after a pass forward and backward; layer 1 first.
pub(super) fn signals(pass: &Pass, depth: usize) -> Vec<Signal> {
    let samples = pass.samples().max(1);
    let of = |layer| Signal {
        difference: mean(pass.a(layer).chunks_exact(samples).map(variance)).sqrt(),
        // What the pass holds is a point's part in the mean.
        gradient: samples as f64 * mean(pass.dl_dz(layer).iter().map(|d| d * d)).sqrt(),
    };
    (0..depth).map(of).collect()
}

fn variance(row: &[f64]) -> f64 {
    let middle = mean(row.iter().copied());
    mean(row.iter().map(|a| (a - middle) * (a - middle)))
}

/// 0 of none.
fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = numbers.len().max(1) as f64;
    numbers.sum::<f64>() / count
}
