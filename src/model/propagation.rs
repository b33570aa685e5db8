//! Mean-field theory: what a very wide random layer does to the size of signals and gradients.
//!
//! Weights are drawn from N(0, σ_w²/fan_in), biases from N(0, σ_b²).
//! In a wide layer the pre-activations z are then N(0, q) with q the same for every unit, and from layer to layer (Poole et al., "Exponential expressivity in deep neural networks through transient chaos", 2016; Schoenholz et al., "Deep information propagation", 2017):
//! - q′ = V(q) = σ_w²·E\[f(z)²\] + σ_b² is the variance of the next layer's z;
//! - χ(q) = σ_w²·E\[f′(z)²\] is the factor by which the mean square of ∂L/∂z changes through the layer, on the way back; a norm changes by √χ;
//! - ξ = -1/ln χ, at a fixed point q* = V(q*), is the depth scale: the mean square of the gradient shrinks by the factor e in ξ layers (its norm in 2ξ). ξ is negative where gradients grow, and infinite where χ = 1.
//!
//! Two inputs whose pre-activations have the variance q* and the correlation c leave the layer with the correlation R(c) = (σ_w²·E\[f(u₁)·f(u₂)\] + σ_b²)/q*; see [`CorrelationMap`].
//!
//! f′ is taken where it exists. Nothing flows back through the jump of a step, and none is counted.
//!
//! ```
//! use model::propagation::{Propagation, Stability};
//! let he = Propagation::new("relu".parse()?, 2.0_f64.sqrt(), 0.0)?;
//! assert_eq!(he.fixed_points()[0].stability, Stability::Neutral); // every q stays as it is
//! let gelu = Propagation::new("gelu".parse()?, 1.5, 0.0)?;
//! let points = gelu.fixed_points(); // 0 attracts; beyond the second all grows without end
//! assert_eq!(points[0].q, 0.0);
//! assert_eq!(points[1].stability, Stability::Unstable);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! E\[f²\] and E\[f′²\] agree with the exact ones to about 13 digits; the growth does where E\[f²\] is not nearly constant, and to about 10⁻¹⁶·|f(0)|·|f′(0)|/√q near q = 0 (`tests/model/propagation.rs`).

mod correlation;
mod critical;
mod error;
mod fixed_point;
mod look;
mod moments;
mod quadrature;
mod roots;

pub use correlation::{Correlated, CorrelationMap, NoMap, PairLayer};
pub use critical::{CriticalPoint, critical_gain, critical_line};
pub use error::PropagationError;
pub use fixed_point::{Destination, FixedPoint, Stability};
pub use look::Known;
pub use moments::Moments;

use super::activation::{Activation, Kind};
use moments::Source;

/// The largest σ whose square, times the square of an activation, stays in the range of `f64`.
pub const LARGEST_SIGMA: f64 = 1e100;

/// A factor χ this close to 1 counts as 1: its depth scale is a thousand million layers.
const CRITICAL: f64 = 1e-9;

/// An activation between random layers of given scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Propagation {
    source: Source,
    sigma_w: f64,
    sigma_b: f64,
}

/// One layer of [`Propagation::layers`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// The variance of its pre-activations.
    pub q: f64,
    /// The factor from the mean square of the next layer's ∂L/∂z to this one's.
    pub chi: f64,
}

/// What becomes of gradients in deep networks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// χ < 1: they vanish.
    Ordered,
    /// χ > 1: they explode.
    Chaotic,
    /// χ = 1, within 10⁻⁹.
    Critical,
}

impl Propagation {
    /// Layers with weights of standard deviation `sigma_w`/√fan_in and biases of standard deviation `sigma_b`.
    ///
    /// # Errors
    /// [`PropagationError::Sigma`] for a number that is not between 0 and [`LARGEST_SIGMA`].
    pub fn new(
        activation: Activation,
        sigma_w: f64,
        sigma_b: f64,
    ) -> Result<Propagation, PropagationError> {
        Ok(Propagation {
            source: Source::new(activation),
            sigma_w: error::sigma("sigma_w", sigma_w)?,
            sigma_b: error::sigma("sigma_b", sigma_b)?,
        })
    }

    /// The activation.
    pub fn activation(&self) -> Activation {
        self.source.activation
    }

    /// E\[f²\], E\[f′²\] and the growth of the first, at a variance q; at 0 and ∞ their limits, NaN for what is no variance.
    pub fn moments(&self, q: f64) -> Moments {
        self.source.moments(q)
    }

    /// V(q), the variance of the next layer's pre-activations.
    pub fn variance(&self, q: f64) -> f64 {
        self.next(self.moments(q))
    }

    /// χ(q), the factor by which the mean square of the gradient changes through the layer.
    pub fn chi(&self, q: f64) -> f64 {
        self.weighted(self.moments(q).slope_square)
    }

    /// V′(q): below 1 in size, a fixed point attracts.
    pub fn slope(&self, q: f64) -> f64 {
        self.weighted(self.moments(q).growth)
    }

    /// The variance of the first layer's pre-activations for inputs of that mean square.
    pub fn first(&self, mean_square: f64) -> f64 {
        self.weighted(mean_square) + self.sigma_b * self.sigma_b
    }

    /// `depth` layers, the first of which has the variance q0.
    pub fn layers(&self, q0: f64, depth: usize) -> Vec<Layer> {
        let mut q = q0;
        let layer = |_| {
            let moments = self.moments(q);
            let chi = self.weighted(moments.slope_square);
            let layer = Layer { q, chi };
            q = self.next(moments);
            layer
        };
        (0..depth).map(layer).collect()
    }

    /// V, from the moments at q.
    fn next(&self, moments: Moments) -> f64 {
        self.weighted(moments.square) + self.sigma_b * self.sigma_b
    }

    /// σ_w² times a moment; without weights nothing is passed on, be it infinite.
    fn weighted(&self, moment: f64) -> f64 {
        if self.sigma_w == 0.0 {
            return 0.0 * f64::from(i8::from(!moment.is_nan()));
        }
        self.sigma_w * self.sigma_w * moment
    }
}

/// ξ = -1/ln χ, in layers: infinite for χ = 1, 0 for χ = 0 and for χ = ∞, negative for χ > 1.
pub fn depth_scale(chi: f64) -> f64 {
    match Phase::of(chi) {
        Phase::Critical => f64::INFINITY,
        // Nothing is -0 layers deep.
        _ => -1.0 / libm::log(chi) + 0.0,
    }
}

impl Phase {
    /// The phase of a factor χ.
    pub fn of(chi: f64) -> Phase {
        if (chi - 1.0).abs() <= CRITICAL {
            Phase::Critical
        } else if chi < 1.0 {
            Phase::Ordered
        } else {
            Phase::Chaotic
        }
    }

    /// The name, as the literature has it.
    pub fn id(self) -> &'static str {
        match self {
            Phase::Ordered => "ordered",
            Phase::Chaotic => "chaotic",
            Phase::Critical => "critical",
        }
    }
}
