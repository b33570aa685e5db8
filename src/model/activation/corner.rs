//! Where a function has no slope: what it has on the two sides, and what is taken for it.

use super::{Activation, Kind};

impl Activation {
    /// The slopes to the left and right of x: the limits of f′, exact at a kink; elsewhere both are f′(x).
    ///
    /// At a jump of f they are the slopes of the two branches.
    pub fn slopes_around(&self, x: f64) -> (f64, f64) {
        let here = self.derivative(x);
        if !self.kinks().contains(&x) {
            return (here, here);
        }
        let [p, q] = self.values;
        match self.kind {
            Kind::Step => (0.0, 0.0),
            Kind::HardSigmoid if x < 0.0 => (0.0, p),
            Kind::HardSigmoid => (p, 0.0),
            Kind::LeakyRelu | Kind::Prelu | Kind::Elu => (p, 1.0),
            Kind::Selu => (q * p, q),
            Kind::HardSilu if x < 0.0 => (0.0, -0.5),
            Kind::HardSilu => (1.5, 1.0),
            Kind::HardTanh if x > 0.0 => (1.0, 0.0),
            Kind::Relu6 if x > 0.0 => (1.0, 0.0),
            Kind::SoftShrink | Kind::HardShrink if x < 0.0 => (1.0, 0.0),
            _ => (0.0, 1.0),
        }
    }

    /// The limits of f″ to the left and right of x, exact where f″ jumps; elsewhere both are f″(x).
    pub fn curvatures_around(&self, x: f64) -> (f64, f64) {
        let here = self.second_derivative(x);
        let [p, q] = self.values;
        match self.kind {
            Kind::HardSilu if x == -3.0 => (0.0, 1.0 / 3.0),
            Kind::HardSilu if x == 3.0 => (1.0 / 3.0, 0.0),
            Kind::Elu if x == 0.0 => (p, 0.0),
            Kind::Selu if x == 0.0 => (q * p, 0.0),
            Kind::Celu if x == 0.0 => (1.0 / p, 0.0),
            Kind::Softsign if x == 0.0 => (2.0, -2.0),
            Kind::SquaredRelu if x == 0.0 => (0.0, 2.0),
            _ => (here, here),
        }
    }

    /// The slope that JAX takes at a kink, where it is not the one that is taken here, which is PyTorch's.
    pub fn slope_in_jax(&self) -> Option<f64> {
        let differs = match self.kind {
            Kind::HardTanh => true,
            Kind::LeakyRelu => self.values[0] != 1.0,
            _ => false,
        };
        differs.then_some(1.0)
    }
}
