//! f, f' and f'' of every activation.

use super::double_double::DoubleDouble;
use super::exponential::exp;
use super::gelu;
use super::rectified::*;
use super::smooth::*;
use super::squashing::*;
use super::waves::*;
use super::{Activation, Kind};

/// The decimal 1.702, to more digits than one `f64` holds.
pub(super) const QUICK_GELU_BETA: DoubleDouble = DoubleDouble::new(1.702, 4.263256414560601e-17);

impl Activation {
    /// f(x).
    pub fn value(&self, x: f64) -> f64 {
        if x.is_nan() {
            return x;
        } else if x.is_infinite() {
            let (left, right) = self.limits();
            return if x < 0.0 { left } else { right };
        }
        let [p, q] = self.values;
        match self.kind {
            Kind::Identity => x,
            Kind::Step => f64::from(x >= 0.0),
            Kind::Sigmoid => sigmoid::value(x),
            Kind::Tanh => tanh::value(x),
            Kind::HardSigmoid => hard_sigmoid::value(x, p),
            Kind::HardTanh => hard_tanh::value(x),
            Kind::Softsign => softsign::value(x),
            Kind::Arctan => arctan::value(x),
            Kind::Relu => relu::value(x),
            Kind::Relu6 => relu6::value(x),
            Kind::LeakyRelu | Kind::Prelu => leaky_relu::value(x, p),
            Kind::Elu => elu::value(x, p, 1.0),
            Kind::Celu => celu::value(x, p),
            Kind::Selu => elu::value(x, p, q),
            Kind::Softplus => softplus::value(x),
            Kind::Squareplus => squareplus::value(x, p),
            Kind::Silu => silu::value(x, p.into()),
            Kind::HardSilu => hard_silu::value(x),
            Kind::Gelu => gelu::exact::value(x),
            Kind::GeluTanh => gelu::tanh_approximation::value(x),
            Kind::QuickGelu => silu::value(x, QUICK_GELU_BETA),
            Kind::Mish => mish::value(x),
            Kind::LogSigmoid => -softplus::value(-x),
            Kind::TanhShrink => tanh_shrink::value(x),
            Kind::SoftShrink => soft_shrink::value(x, p),
            Kind::HardShrink => hard_shrink::value(x, p),
            Kind::ThresholdRelu => threshold_relu::value(x, p),
            Kind::SquaredRelu => squared_relu::value(x),
            Kind::Sine => sine::value(x, p),
            Kind::Snake => snake::value(x, p),
            Kind::Gaussian => gaussian::value(x),
            Kind::Exponential => exp(x),
        }
    }

    /// f'(x); at a kink, the convention stated at the head of the module.
    pub fn derivative(&self, x: f64) -> f64 {
        if x.is_nan() {
            return x;
        } else if x.is_infinite() {
            let (left, right) = self.derivative_limits();
            return if x < 0.0 { left } else { right };
        }
        let [p, q] = self.values;
        match self.kind {
            Kind::Identity => 1.0,
            Kind::Step => 0.0,
            Kind::Sigmoid => sigmoid::slope(x),
            Kind::Tanh => tanh::slope(x),
            Kind::HardSigmoid => hard_sigmoid::slope(x, p),
            Kind::HardTanh => hard_tanh::slope(x),
            Kind::Softsign => softsign::slope(x),
            Kind::Arctan => arctan::slope(x),
            Kind::Relu => relu::slope(x),
            Kind::Relu6 => relu6::slope(x),
            Kind::LeakyRelu | Kind::Prelu => leaky_relu::slope(x, p),
            Kind::Elu => elu::slope(x, p, 1.0),
            Kind::Celu => celu::slope(x, p),
            Kind::Selu => elu::slope(x, p, q),
            Kind::Softplus => sigmoid::value(x),
            Kind::Squareplus => squareplus::slope(x, p),
            Kind::Silu => silu::slope(x, p.into()),
            Kind::HardSilu => hard_silu::slope(x),
            Kind::Gelu => gelu::exact::slope(x),
            Kind::GeluTanh => gelu::tanh_approximation::slope(x),
            Kind::QuickGelu => silu::slope(x, QUICK_GELU_BETA),
            Kind::Mish => mish::slope(x),
            Kind::LogSigmoid => sigmoid::value(-x),
            Kind::TanhShrink => tanh_shrink::slope(x),
            Kind::SoftShrink | Kind::HardShrink => soft_shrink::slope(x, p),
            Kind::ThresholdRelu => threshold_relu::slope(x, p),
            Kind::SquaredRelu => squared_relu::slope(x),
            Kind::Sine => sine::slope(x, p),
            Kind::Snake => snake::slope(x, p),
            Kind::Gaussian => gaussian::slope(x),
            Kind::Exponential => exp(x),
        }
    }

    /// f''(x); 0 where it does not exist.
    pub fn second_derivative(&self, x: f64) -> f64 {
        if x.is_nan() {
            return x;
        } else if x.is_infinite() {
            return self.second_derivative_limit(x);
        }
        let [p, q] = self.values;
        match self.kind {
            Kind::Sigmoid => sigmoid::curvature(x),
            Kind::Tanh => tanh::curvature(x),
            Kind::Softsign => softsign::curvature(x),
            Kind::Arctan => arctan::curvature(x),
            Kind::Elu => elu::curvature(x, p, 1.0),
            Kind::Celu => celu::curvature(x, p),
            Kind::Selu => elu::curvature(x, p, q),
            Kind::Softplus => sigmoid::slope(x),
            Kind::Squareplus => squareplus::curvature(x, p),
            Kind::Silu => silu::curvature(x, p.into()),
            Kind::HardSilu => hard_silu::curvature(x),
            Kind::Gelu => gelu::exact::curvature(x),
            Kind::GeluTanh => gelu::tanh_approximation::curvature(x),
            Kind::QuickGelu => silu::curvature(x, QUICK_GELU_BETA),
            Kind::Mish => mish::curvature(x),
            Kind::LogSigmoid => -sigmoid::slope(x),
            Kind::TanhShrink => tanh_shrink::curvature(x),
            Kind::SquaredRelu => squared_relu::curvature(x),
            Kind::Sine => sine::curvature(x, p),
            Kind::Snake => snake::curvature(x, p),
            Kind::Gaussian => gaussian::curvature(x),
            Kind::Exponential => exp(x),
            Kind::Identity
            | Kind::Step
            | Kind::HardSigmoid
            | Kind::HardTanh
            | Kind::Relu
            | Kind::Relu6
            | Kind::LeakyRelu
            | Kind::Prelu
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::ThresholdRelu => 0.0,
        }
    }
}
