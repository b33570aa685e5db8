//! The shape of a function: kinks, jumps, limits, dead zones, range, extremes.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2};

use super::evaluate::QUICK_GELU_BETA;
use super::squashing::hard_sigmoid;
use super::{Activation, Kind};

const INF: f64 = f64::INFINITY;

/// A slope below this share of the largest counts as flat.
const FLAT: f64 = 0.1;

impl Activation {
    /// Where f' (or f itself) is not continuous, ascending.
    pub fn kinks(&self) -> Vec<f64> {
        let p = self.values[0];
        match self.kind {
            Kind::Step | Kind::Relu => vec![0.0],
            Kind::HardSigmoid => {
                let edge = hard_sigmoid::edge(p);
                vec![-edge, edge]
            }
            Kind::HardTanh => vec![-1.0, 1.0],
            Kind::Relu6 => vec![0.0, 6.0],
            Kind::LeakyRelu | Kind::Prelu | Kind::Elu | Kind::Selu if p != 1.0 => vec![0.0],
            Kind::HardSilu => vec![-3.0, 3.0],
            Kind::SoftShrink | Kind::HardShrink => vec![-p, p],
            Kind::ThresholdRelu => vec![p],
            _ => Vec::new(),
        }
    }

    /// Where f itself jumps, ascending.
    pub fn jumps(&self) -> Vec<f64> {
        match self.kind {
            Kind::Step | Kind::HardShrink => self.kinks(),
            Kind::ThresholdRelu if self.values[0] != 0.0 => self.kinks(),
            _ => Vec::new(),
        }
    }

    /// Whether f is made of straight pieces: f″ is 0 wherever there is an f′.
    pub fn is_piecewise_linear(&self) -> bool {
        match self.kind {
            Kind::Step
            | Kind::Identity
            | Kind::Relu
            | Kind::Relu6
            | Kind::LeakyRelu
            | Kind::Prelu
            | Kind::HardSigmoid
            | Kind::HardTanh
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::ThresholdRelu => true,
            Kind::Elu | Kind::Selu | Kind::Silu => self.values[0] == 0.0,
            _ => false,
        }
    }

    /// The limits of f at -∞ and +∞; NaN where there is none.
    pub fn limits(&self) -> (f64, f64) {
        let [p, q] = self.values;
        match self.kind {
            Kind::Step | Kind::Sigmoid | Kind::HardSigmoid => (0.0, 1.0),
            Kind::Tanh | Kind::HardTanh | Kind::Softsign => (-1.0, 1.0),
            Kind::Arctan => (-FRAC_PI_2, FRAC_PI_2),
            Kind::Relu
            | Kind::Softplus
            | Kind::Squareplus
            | Kind::ThresholdRelu
            | Kind::SquaredRelu
            | Kind::Exponential => (0.0, INF),
            Kind::Relu6 => (0.0, 6.0),
            Kind::LeakyRelu | Kind::Prelu if p == 0.0 => (-0.0, INF),
            Kind::LeakyRelu | Kind::Prelu => (-INF * p, INF),
            Kind::Elu | Kind::Celu => (-p, INF),
            Kind::Selu => (-q * p, INF),
            Kind::Silu if p == 0.0 => (-INF, INF),
            Kind::Silu
            | Kind::HardSilu
            | Kind::Gelu
            | Kind::GeluTanh
            | Kind::QuickGelu
            | Kind::Mish => (-0.0, INF),
            Kind::LogSigmoid => (-INF, -0.0),
            Kind::Identity
            | Kind::TanhShrink
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::Snake => (-INF, INF),
            Kind::Sine => (f64::NAN, f64::NAN),
            Kind::Gaussian => (0.0, 0.0),
        }
    }

    /// The limits of f' at -∞ and +∞; NaN where there is none.
    pub(super) fn derivative_limits(&self) -> (f64, f64) {
        let [p, q] = self.values;
        match self.kind {
            Kind::Step
            | Kind::Sigmoid
            | Kind::Tanh
            | Kind::HardSigmoid
            | Kind::HardTanh
            | Kind::Softsign
            | Kind::Arctan
            | Kind::Relu6 => (0.0, 0.0),
            Kind::Gaussian => (0.0, -0.0),
            Kind::LeakyRelu | Kind::Prelu => (p, 1.0),
            Kind::Relu
            | Kind::Elu
            | Kind::Celu
            | Kind::Softplus
            | Kind::Squareplus
            | Kind::HardSilu
            | Kind::ThresholdRelu => (0.0, 1.0),
            Kind::Selu => (0.0, q),
            Kind::Silu if p == 0.0 => (0.5, 0.5),
            Kind::Silu | Kind::Gelu | Kind::GeluTanh | Kind::QuickGelu | Kind::Mish => (-0.0, 1.0),
            Kind::LogSigmoid => (1.0, 0.0),
            Kind::Identity | Kind::TanhShrink | Kind::SoftShrink | Kind::HardShrink => (1.0, 1.0),
            Kind::SquaredRelu | Kind::Exponential => (0.0, INF),
            Kind::Sine | Kind::Snake => (f64::NAN, f64::NAN),
        }
    }

    /// The limit of f'' at the infinite `x`; NaN where there is none.
    pub(super) fn second_derivative_limit(&self, x: f64) -> f64 {
        match self.kind {
            Kind::SquaredRelu if x > 0.0 => 2.0,
            Kind::Exponential if x > 0.0 => INF,
            Kind::Sine | Kind::Snake => f64::NAN,
            _ => 0.0,
        }
    }

    /// The open intervals, possibly infinite, on which f' is exactly 0, ascending.
    ///
    /// A unit whose inputs all fall into them passes no gradient back.
    pub fn dead_zones(&self) -> Vec<(f64, f64)> {
        let p = self.values[0];
        match self.kind {
            Kind::Step => vec![(-INF, INF)],
            Kind::HardSigmoid | Kind::HardTanh | Kind::Relu6 => {
                let kinks = self.kinks();
                vec![(-INF, kinks[0]), (kinks[1], INF)]
            }
            Kind::Relu | Kind::SquaredRelu => vec![(-INF, 0.0)],
            Kind::LeakyRelu | Kind::Prelu | Kind::Elu | Kind::Selu if p == 0.0 => {
                vec![(-INF, 0.0)]
            }
            Kind::HardSilu => vec![(-INF, -3.0)],
            Kind::SoftShrink | Kind::HardShrink => vec![(-p, p)],
            Kind::ThresholdRelu => vec![(-INF, p)],
            _ => Vec::new(),
        }
    }

    /// The open intervals, possibly infinite, on which f(x) is x itself, ascending.
    ///
    /// Where f only comes so near to x that `f64` shows no difference (GELU at 10) it is not x.
    pub fn identity_zones(&self) -> Vec<(f64, f64)> {
        let [p, q] = self.values;
        match self.kind {
            Kind::Identity => vec![(-INF, INF)],
            Kind::LeakyRelu | Kind::Prelu if p == 1.0 => vec![(-INF, INF)],
            Kind::Relu | Kind::LeakyRelu | Kind::Prelu | Kind::Elu | Kind::Celu => vec![(0.0, INF)],
            Kind::Selu if q == 1.0 => vec![(0.0, INF)],
            Kind::Relu6 => vec![(0.0, 6.0)],
            Kind::HardTanh => vec![(-1.0, 1.0)],
            Kind::HardSilu => vec![(3.0, INF)],
            Kind::HardShrink => vec![(-INF, -p), (p, INF)],
            Kind::ThresholdRelu => vec![(p, INF)],
            _ => Vec::new(),
        }
    }

    /// The greatest lower and least upper bound of f.
    pub fn range(&self) -> (f64, f64) {
        let (left, right) = self.limits();
        let low = self.minimum().map_or(left.min(right), |(_, f)| f);
        match self.kind {
            Kind::Sine => (-1.0, 1.0),
            Kind::Gaussian => (0.0, 1.0),
            _ => (low, left.max(right)),
        }
    }

    /// Whether f never falls.
    pub fn is_monotone(&self) -> bool {
        match self.kind {
            Kind::Sine | Kind::Gaussian => false,
            _ => self.minimum().is_none(),
        }
    }

    /// The lowest point (x, f(x)) of a function that first falls and then rises.
    pub fn minimum(&self) -> Option<(f64, f64)> {
        let p = self.values[0];
        let x = match self.kind {
            Kind::Silu if p > 0.0 => self.crossing(Activation::derivative, -2.0 / p, -0.5 / p),
            Kind::QuickGelu | Kind::Gelu | Kind::GeluTanh | Kind::Mish => {
                self.crossing(Activation::derivative, -2.0, -0.1)
            }
            Kind::HardSilu => -1.5,
            Kind::LeakyRelu | Kind::Prelu if p < 0.0 => 0.0,
            Kind::ThresholdRelu if p < 0.0 => return Some((p, p)),
            _ => return None,
        };
        Some((x, self.value(x)))
    }

    /// The least upper bound of |f'| over the whole line, jumps left out; +∞ where there is none.
    pub fn largest_slope(&self) -> f64 {
        let [p, q] = self.values;
        match self.kind {
            Kind::Step => 0.0,
            Kind::Sigmoid | Kind::Tanh | Kind::Softsign | Kind::Arctan => self.derivative(0.0),
            Kind::HardSigmoid => p,
            Kind::LeakyRelu | Kind::Prelu | Kind::Elu => p.abs().max(1.0),
            Kind::Selu => q * p.max(1.0),
            Kind::Silu if p == 0.0 => 0.5,
            Kind::Silu => self.steepest_between(0.5 / p, 4.0 / p),
            Kind::QuickGelu => {
                let beta = QUICK_GELU_BETA.hi;
                self.steepest_between(0.5 / beta, 4.0 / beta)
            }
            Kind::Gelu | Kind::GeluTanh | Kind::Mish => self.steepest_between(0.5, 4.0),
            Kind::HardSilu => self.derivative(3.0_f64.next_down()),
            Kind::Sine => p,
            Kind::Snake => 2.0,
            Kind::Gaussian => self.derivative(-FRAC_1_SQRT_2),
            Kind::SquaredRelu | Kind::Exponential => INF,
            Kind::Identity
            | Kind::HardTanh
            | Kind::Relu
            | Kind::Relu6
            | Kind::Celu
            | Kind::Softplus
            | Kind::Squareplus
            | Kind::LogSigmoid
            | Kind::TanhShrink
            | Kind::SoftShrink
            | Kind::HardShrink
            | Kind::ThresholdRelu => 1.0,
        }
    }

    /// A slope of smaller magnitude counts as flat, and a unit that has one as saturated: a tenth of the largest slope, or of 1 where there is no largest.
    pub fn flat_slope(&self) -> f64 {
        let steepest = self.largest_slope();
        FLAT * if steepest.is_finite() { steepest } else { 1.0 }
    }

    /// f' where f'' vanishes between `low` and `high`.
    fn steepest_between(&self, low: f64, high: f64) -> f64 {
        self.derivative(self.crossing(Activation::second_derivative, low, high))
    }

    /// The zero of `g` between `low` and `high`, by bisection.
    fn crossing(&self, g: impl Fn(&Activation, f64) -> f64, mut low: f64, mut high: f64) -> f64 {
        let rises = g(self, high) > 0.0;
        loop {
            let middle = 0.5 * low + 0.5 * high;
            if middle <= low || middle >= high {
                return middle;
            }
            if (g(self, middle) > 0.0) == rises {
                high = middle;
            } else {
                low = middle;
            }
        }
    }
}
