//! Layers upon layers, and the single layer that they are when nothing bends between them.
//!
//! Layer l computes `z_l = W_l·a_(l-1) + b_l`, and between two layers stands `a_l = f_t(z_l)`; the last layer passes on its z, as in regression.
//! `f_t(z) = (1 - t)·z + t·f(z)` leads from the identity (t = 0) to the activation (t = 1).
//! With t = 0, or with the identity for f, the composition is the affine map `y = Wx + b` with
//! `W = W_L⋯W_2·W_1` and `b = b_L + W_L·b_(L-1) + … + W_L⋯W_2·b_1`.
//! Otherwise no such map exists in general, and [`best`] gives the one that misses least.
//!
//! ```
//! use model::{activation::Activation, collapse::{Affine, Bend, Deep}};
//! let layers = vec![Affine::new(vec![2.0], vec![1.0]), Affine::new(vec![-3.0], vec![0.5])];
//! let mut deep = Deep { layers, bend: Bend { activation: "relu".parse()?, t: 0.0 } };
//! assert_eq!(deep.run(&[1.0]), [-8.5]); // -3·(2·1 + 1) + 0.5
//! assert_eq!(deep.collapsed(2), Affine::new(vec![-6.0], vec![-2.5]));
//! deep.bend.t = 1.0;
//! assert_eq!(deep.run(&[-1.0]), [0.5]); // ReLU has stopped 2·(-1) + 1
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod affine;
mod draw;
mod fit;

pub use affine::Affine;
pub use draw::{HIDDEN, line, plane};
pub use fit::{Miss, best, miss};

use super::activation::{Activation, Kind};

/// What stands between the layers: a mixture of the identity and an activation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bend {
    /// f.
    pub activation: Activation,
    /// The share of f, 0 to 1.
    pub t: f64,
}

impl Bend {
    /// `f_t(z) = (1 - t)·z + t·f(z)`.
    ///
    /// Exactly z for t = 0 and for the identity, whatever t is, and exactly f(z) for t = 1.
    pub fn value(&self, z: f64) -> f64 {
        match self.t {
            0.0 => z,
            1.0 => self.activation.value(z),
            // (1 - t)·z + t·z would round, so that even the identity would bend a little.
            t => z + t * (self.activation.value(z) - z),
        }
    }

    /// Whether it is the identity: at t = 0, or because f is.
    pub fn is_identity(&self) -> bool {
        self.t == 0.0 || self.activation.kind() == Kind::Identity
    }
}

/// A deep network: affine layers with a [`Bend`] between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Deep {
    /// Layer 1 first.
    pub layers: Vec<Affine>,
    /// What stands between two layers.
    pub bend: Bend,
}

impl Deep {
    /// What comes out for `x`.
    pub fn run(&self, x: &[f64]) -> Vec<f64> {
        self.run_to(self.layers.len(), x)
    }

    /// What the first `count` layers make of `x`: bent, unless the last layer is among them.
    pub fn run_to(&self, count: usize, x: &[f64]) -> Vec<f64> {
        let last = self.layers.len().saturating_sub(1);
        let mut incoming = x.to_vec();
        for (index, layer) in self.layers.iter().take(count).enumerate() {
            incoming = layer.apply(&incoming);
            if index < last {
                for a in &mut incoming {
                    *a = self.bend.value(*a);
                }
            }
        }
        incoming
    }

    /// The first `count` layers without anything between them, as one map.
    pub fn collapsed(&self, count: usize) -> Affine {
        let mut layers = self.layers.iter().take(count);
        let first = layers.next().cloned();
        first.map_or_else(
            || Affine::identity(self.layers.first().map_or(0, Affine::inputs)),
            |first| layers.fold(first, |whole, layer| layer.after(&whole)),
        )
    }

    /// Whether nothing bends within the first `count` layers, so that they *are* [`Deep::collapsed`].
    pub fn is_affine(&self, count: usize) -> bool {
        let bends = count.min(self.layers.len().saturating_sub(1));
        bends == 0 || self.bend.is_identity()
    }

    /// How many weights and biases all the layers have.
    pub fn parameters(&self) -> usize {
        self.layers.iter().map(Affine::parameters).sum()
    }
}
