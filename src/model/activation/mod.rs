//! Activation functions: value, first and second derivative, and what a teacher says about them.
//!
//! ```
//! use model::activation::{Activation, Kind};
//!
//! let leaky: Activation = "leaky_relu(alpha=0.1)".parse()?;
//! assert_eq!(leaky.value(-3.0), -0.30000000000000004); // 0.1 · -3, rounded once
//! assert_eq!(leaky.derivative(-3.0), 0.1);
//! assert_eq!(leaky.kinks(), [0.0]);
//!
//! // The tails keep their digits: 1 - tanh² would be 0 here.
//! let tanh = Activation::new(Kind::Tanh);
//! assert!(tanh.derivative(50.0) > 1e-43);
//!
//! // Where even f64 underflows, the logarithm remains: gelu'(-57) is about -7·10⁻⁷⁰⁵.
//! let (sign, ln) = Activation::new(Kind::Gelu).derivative_logarithm(-57.0);
//! assert_eq!(sign, -1.0);
//! assert_eq!((ln / std::f64::consts::LN_10).floor(), -705.0);
//! # Ok::<(), model::activation::ParseError>(())
//! ```
//!
//! Conventions, in every function of this module:
//! - All functions are total. NaN in, NaN out; at ±∞ the limit is returned, or NaN where there is none (sine, and the derivatives of snake).
//! - At a kink f' follows PyTorch (ReLU 0, leaky ReLU α, hard tanh 0, …), and f'' is 0. f'' is 0 too where only f'' jumps (ELU with α = 1, CELU, softsign, squared ReLU at 0).
//! - The sign of a zero follows the formula: f(-0) is -0 for odd functions and +0 for ReLU; a limit approached from below, such as x·σ(x) at -∞, is -0.
//! - Constants are what the formula prints: 1.702 and 0.044715 are those decimals and hard sigmoid's default slope is 1/6. A parameter is the `f64` it is set to.
//! - Accuracy: within 4 ε of max(1, |exact|) everywhere, and within 8 units in the last place (subnormal results included) wherever the condition number |x·f'(x)/f(x)|, of whichever derivative is asked for, is below 100.
//! - Transcendental functions come from the `libm` crate or, for e^x and tanh, from plain arithmetic here, so that every target computes the same bits.
//!
//! Formulas and papers: see [`Activation::facts`] and [`Activation::formula`].

mod angle;
mod corner;
mod double_double;
mod evaluate;
mod exponential;
mod facts;
mod formula;
mod gelu;
mod kind;
mod lanes;
mod logarithm;
mod parse;
mod rectified;
mod rows;
mod shape;
mod smooth;
mod squashing;
mod tail;
mod wave;
mod waves;

pub use facts::{Centre, Course, Death, Facts, Paper, Plateau, Range, Smoothness};
pub use formula::short;
pub use kind::{Kind, Parameter};
pub use parse::ParseError;
pub use wave::Wave;

use kind::MOST_PARAMETERS;

/// An activation function with its parameters set.
///
/// Two are equal when they are the same function with the same parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Activation {
    kind: Kind,
    /// In the order of [`Kind::parameters`]; those the kind does not have are 0.
    values: [f64; MOST_PARAMETERS],
}

impl Activation {
    /// The function with its default parameters.
    pub fn new(kind: Kind) -> Activation {
        let mut values = [0.0; MOST_PARAMETERS];
        for (value, parameter) in values.iter_mut().zip(kind.parameters()) {
            *value = parameter.default;
        }
        Activation { kind, values }
    }

    /// The same function with one parameter changed.
    ///
    /// # Errors
    /// [`ParseError::UnknownParameter`] and [`ParseError::OutOfRange`] (which is also for values that are not finite).
    pub fn with(self, parameter: &str, value: f64) -> Result<Activation, ParseError> {
        let index = self.index_of(parameter)?;
        let parameter = self.kind.parameters()[index];
        within(&parameter, value, (parameter.min, parameter.max))?;
        let mut changed = self;
        changed.values[index] = value;
        Ok(changed)
    }

    /// The same function, if its parameters are within the ranges that the figures' controls keep.
    ///
    /// # Errors
    /// [`ParseError::OutOfRange`] with that range.
    pub fn taught(self) -> Result<Activation, ParseError> {
        for (parameter, value) in self.kind.parameters().iter().zip(self.values) {
            within(parameter, value, parameter.teaching)?;
        }
        Ok(self)
    }

    /// Which function it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The name in links, attributes and commands, such as `leaky_relu`.
    pub fn id(&self) -> &'static str {
        self.kind.id()
    }

    /// The value of a parameter, by id or symbol; `None` if the function has no such parameter.
    pub fn parameter(&self, id: &str) -> Option<f64> {
        self.index_of(id).ok().map(|index| self.values[index])
    }
}

fn within(parameter: &Parameter, value: f64, (min, max): (f64, f64)) -> Result<(), ParseError> {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    Err(ParseError::OutOfRange {
        parameter: parameter.id,
        value,
        min,
        max,
    })
}
