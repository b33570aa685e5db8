//! One neuron: `z = w_1·x_1 + … + w_n·x_n + b`, `a = f(z)`, and how a answers to each number that goes in.
//!
//! Local gradients, by the chain rule over `z`:
//! `∂a/∂w_i = f'(z)·x_i`, `∂a/∂b = f'(z)`, `∂a/∂x_i = f'(z)·w_i`.
//!
//! ```
//! use model::{activation::{Activation, Kind}, neuron::Neuron};
//! let neuron = Neuron::new(Activation::new(Kind::Relu), &[0.5, 0.3], &[0.4, 0.6], 0.1);
//! assert_eq!((neuron.z, neuron.a), (0.48, 0.48));
//! assert_eq!(neuron.da_dw(0).to_f64(), 0.5);
//! assert_eq!(neuron.da_dx(1).to_f64(), 0.6);
//! ```
//!
//! Conventions:
//! - The sum begins with the first product, adds the others in the order of the inputs and the bias last; every product and every sum is rounded once, to double precision.
//! - At a kink of f the slope is the activation's own convention, so ReLU has none at z = 0.
//! - A slope that is exactly 0 makes every gradient exactly 0; slopes below the range of `f64` keep their digits.

use super::activation::Activation;
use super::scaled::{Product, Scaled};

/// A neuron with its numbers plugged in.
#[derive(Clone, Debug)]
pub struct Neuron {
    /// What it does to the sum.
    pub activation: Activation,
    /// What comes in.
    pub inputs: Vec<f64>,
    /// One for each input.
    pub weights: Vec<f64>,
    /// Added to the sum.
    pub bias: f64,
    /// The weighted sum.
    pub z: f64,
    /// What is passed on.
    pub a: f64,
    /// `f'(z)`, which is also `∂a/∂b`; it may lie below the range of `f64` without being zero.
    pub slope: Scaled,
}

impl Neuron {
    /// Weighs, adds up and activates. Inputs without a weight, and weights without an input, are left out.
    pub fn new(activation: Activation, inputs: &[f64], weights: &[f64], bias: f64) -> Neuron {
        let count = inputs.len().min(weights.len());
        let (inputs, weights) = (inputs[..count].to_vec(), weights[..count].to_vec());
        let z = sum(&inputs, &weights, bias);
        Neuron {
            activation,
            z,
            a: activation.value(z),
            slope: activation.slope(z),
            inputs,
            weights,
            bias,
        }
    }

    /// How far rounding alone can move `z`.
    ///
    /// Inputs, weights and bias stand for decimals, and each may miss its own by `u = 2⁻⁵³` of it; each product is rounded once, and each of the n sums.
    /// So a term carries at most n + 3 roundings, and one more covers those of this bound itself: `γ·Σ|terms|` with `γ = ku/(1 - ku)`, `k = n + 4`.
    /// Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition, section 3.1 and lemma 3.1.
    ///
    /// ```
    /// use model::{activation::{Activation, Kind}, neuron::Neuron};
    /// let neuron = |bias| Neuron::new(Activation::new(Kind::Relu), &[1.0, 1.0], &[0.1, 0.2], bias);
    /// let z = neuron(-0.3).z;
    /// assert!(z != 0.0 && z <= neuron(-0.3).rounding());
    /// assert!(neuron(-0.3 + 1e-14).z > neuron(-0.3).rounding());
    /// ```
    pub fn rounding(&self) -> f64 {
        let products = (0..self.inputs.len()).map(|index| self.product(index).abs());
        let terms = products.sum::<f64>() + self.bias.abs();
        let roundings = (self.inputs.len() + 4) as f64 * 0.5 * f64::EPSILON;
        roundings / (1.0 - roundings) * terms
    }

    /// What an input contributes to the sum: `w_i·x_i`.
    pub fn product(&self, index: usize) -> f64 {
        self.weights[index] * self.inputs[index]
    }

    /// `∂a/∂w_i`.
    pub fn da_dw(&self, index: usize) -> Scaled {
        self.slope_times(self.inputs[index])
    }

    /// `∂a/∂x_i`.
    pub fn da_dx(&self, index: usize) -> Scaled {
        self.slope_times(self.weights[index])
    }

    /// A dead neuron passes nothing on, whatever the other factor.
    fn slope_times(&self, other: f64) -> Scaled {
        let mut product = Product::from(self.slope);
        product.multiply(Scaled::new(other));
        product.scaled()
    }

    /// The part of the sum that the first two inputs do not change: the bias and the products of all others.
    pub fn rest(&self) -> f64 {
        let others = (2..self.inputs.len()).map(|index| self.product(index));
        others.fold(0.0, |sum, product| sum + product) + self.bias
    }
}

/// `Σ w_i·x_i + b`, in the order of the inputs, the bias last.
pub fn sum(inputs: &[f64], weights: &[f64], bias: f64) -> f64 {
    let mut products = inputs.iter().zip(weights).map(|(x, w)| w * x);
    let first = products.next();
    first.map_or(bias, |first| products.fold(first, |sum, p| sum + p) + bias)
}

/// The part of the line `w_1·x + w_2·y + c = 0` with |x| and |y| at most `reach`, the end with the smaller x first.
///
/// The ends lie on the sides of that square, found from w and c alone.
/// None where both weights are 0 (then there is no line: z is the same everywhere) and where the line passes the square by.
pub fn zero_line([w1, w2]: [f64; 2], c: f64, reach: f64) -> Option<[[f64; 2]; 2]> {
    let mut ends: Vec<[f64; 2]> = Vec::new();
    for side in [-reach, reach] {
        let (x, y) = (-(w2 * side + c) / w1, -(w1 * side + c) / w2);
        // Dividing by a weight of 0 gives no number, or none within reach.
        ends.extend(along(y, reach).map(|y| [side, y]));
        ends.extend(along(x, reach).map(|x| [x, side]));
    }
    // A handful of points: a sort would be more to download than to compute.
    let order = |a: &[f64; 2], b: &[f64; 2]| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1]));
    let ends = ends.into_iter();
    let (first, last) = (ends.clone().min_by(order)?, ends.max_by(order)?);
    (first != last).then_some([first, last])
}

/// A coordinate if it is within reach; one that is beyond by a rounding stands at the corner, which two sides would else deny each other.
fn along(coordinate: f64, reach: f64) -> Option<f64> {
    let rounding = 8.0 * f64::EPSILON * reach;
    (coordinate.abs() <= reach + rounding).then(|| coordinate.clamp(-reach, reach))
}
