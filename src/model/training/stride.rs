//! How long the layers' steps are beside each other: the control that tells a small step from a missing signal.

use super::norm::norm;
use crate::network::Network;

/// What becomes of the gradient before the optimiser takes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stride {
    /// Nothing: every layer's step is as long as its gradient makes it.
    #[default]
    Raw,
    /// Every hidden layer's gradient, weights and biases together, is rescaled to the length of the output layer's; its direction stays.
    ///
    /// A gradient that is exactly 0 has no direction and stays 0; one that is not finite stays as it is.
    Equal,
}

impl Stride {
    /// Both, the usual one first.
    pub const ALL: [Stride; 2] = [Stride::Raw, Stride::Equal];

    /// The name in links and commands.
    pub const fn id(self) -> &'static str {
        match self {
            Stride::Raw => "raw",
            Stride::Equal => "equal",
        }
    }
}

/// The gradient with every hidden layer's part as long as the output layer's, into `scaled`.
pub(super) fn equalise(network: &Network, gradient: &[f64], scaled: &mut Vec<f64>) {
    scaled.clear();
    scaled.extend_from_slice(gradient);
    let Some(last) = network.depth().checked_sub(1) else {
        return;
    };
    let wanted = norm(&gradient[network.parameters_of(last)]);
    for layer in 0..last {
        let part = &mut scaled[network.parameters_of(layer)];
        let length = norm(part);
        if length > 0.0 && length.is_finite() && wanted.is_finite() {
            // One after the other: the quotient of both lengths may leave the range of f64.
            part.iter_mut().for_each(|g| *g = *g / length * wanted);
        }
    }
}
