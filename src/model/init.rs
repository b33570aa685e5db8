//! How the weights of a layer are drawn before training; a [`Start`] says it of a whole network, with its biases.
//!
//! ```
//! use model::init::Init;
//! use model::random::{Purpose, Random};
//! let he: Init = "kaiming_normal".parse()?;
//! assert_eq!(he, Init::HeNormal);
//! assert_eq!(he.std(8, 4), 0.5); // √(2/8)
//! let weights = he.matrix(4, 8, &mut Random::new(1, Purpose::Init));
//! assert_eq!(weights.len(), 32); // 4 rows, one per unit, of 8 inputs each
//! # Ok::<(), model::spelling::SpellingError>(())
//! ```

mod orthogonal;
mod start;

pub use start::{Biases, Start};

use super::random::Random;
use super::spelling::{self, Spelled, SpellingError, finite, not_negative};
use std::fmt;
use std::str::FromStr;

/// A way to draw the weights of a layer with `fan_in` inputs and `fan_out` units.
///
/// "Normal" is the plain normal distribution, as in PyTorch; Keras cuts it off at two standard deviations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Init {
    /// All weights 0: every unit of a layer then stays the same as its neighbours.
    Zeros,
    /// All weights this number.
    Constant(f64),
    /// N(0, std²), whatever the shape.
    Normal(f64),
    /// Uniform in [-limit, limit), whatever the shape.
    Uniform(f64),
    /// N(0, gain²/fan_in): the scale that `layers` turns, with He at gain √2 and LeCun at 1.
    FanIn(f64),
    /// N(0, 1/fan_in) (LeCun et al., "Efficient BackProp", 1998).
    LecunNormal,
    /// N(0, 2/(fan_in + fan_out)) (Glorot & Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010).
    XavierNormal,
    /// Uniform in ±√(6/(fan_in + fan_out)) (the same).
    XavierUniform,
    /// N(0, 2/fan_in) (He et al., "Delving deep into rectifiers", 2015).
    HeNormal,
    /// Uniform in ±√(6/fan_in) (the same).
    HeUniform,
    /// Uniform in ±1/√fan_in: what PyTorch's `nn.Linear` draws unasked, a third of the variance of LeCun's (`kaiming_uniform_` with a = √5).
    Pytorch,
    /// `gain` times a random matrix whose rows (or columns, whichever are fewer) are orthonormal (Saxe et al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2013).
    Orthogonal(f64),
}

impl Init {
    /// Every initialisation, parameters at their defaults.
    pub const ALL: [Init; 12] = [
        Init::HeNormal,
        Init::HeUniform,
        Init::XavierNormal,
        Init::XavierUniform,
        Init::LecunNormal,
        Init::Pytorch,
        Init::Orthogonal(1.0),
        Init::FanIn(1.0),
        Init::Normal(0.1),
        Init::Uniform(0.1),
        Init::Constant(0.1),
        Init::Zeros,
    ];

    /// The name in links and commands, as the field spells it.
    pub const fn id(self) -> &'static str {
        match self {
            Init::Zeros => "zeros",
            Init::Constant(_) => "constant",
            Init::Normal(_) => "normal",
            Init::Uniform(_) => "uniform",
            Init::FanIn(_) => "fan_in_normal",
            Init::LecunNormal => "lecun_normal",
            Init::XavierNormal => "xavier_normal",
            Init::XavierUniform => "xavier_uniform",
            Init::HeNormal => "he_normal",
            Init::HeUniform => "he_uniform",
            Init::Pytorch => "pytorch",
            Init::Orthogonal(_) => "orthogonal",
        }
    }

    /// The standard deviation of the weights; for a constant 0, and for an orthogonal matrix the root of their mean square.
    pub fn std(self, fan_in: usize, fan_out: usize) -> f64 {
        let (inputs, units) = (fan_in as f64, fan_out as f64);
        match self {
            Init::Zeros | Init::Constant(_) => 0.0,
            Init::Normal(std) => std,
            Init::Uniform(limit) => limit / 3.0_f64.sqrt(),
            Init::FanIn(gain) => gain / inputs.sqrt(),
            Init::LecunNormal => (1.0 / inputs).sqrt(),
            Init::XavierNormal | Init::XavierUniform => (2.0 / (inputs + units)).sqrt(),
            Init::HeNormal | Init::HeUniform => (2.0 / inputs).sqrt(),
            Init::Pytorch => (1.0 / (3.0 * inputs)).sqrt(),
            Init::Orthogonal(gain) => gain / inputs.max(units).sqrt(),
        }
    }

    /// A weight matrix of `fan_out` rows by `fan_in` columns, row after row.
    pub fn matrix(self, fan_out: usize, fan_in: usize, random: &mut Random) -> Vec<f64> {
        let std = self.std(fan_in, fan_out);
        let mut weights = vec![0.0; fan_out * fan_in];
        match self {
            Init::Zeros => {}
            Init::Constant(value) => weights.fill(value),
            Init::Uniform(limit) => fill_uniform(&mut weights, limit, random),
            // A uniform distribution of that std reaches √3 times as far.
            Init::XavierUniform | Init::HeUniform | Init::Pytorch => {
                fill_uniform(&mut weights, 3.0_f64.sqrt() * std, random);
            }
            Init::Orthogonal(gain) => orthogonal::fill(&mut weights, fan_out, gain, random),
            Init::Normal(_)
            | Init::FanIn(_)
            | Init::LecunNormal
            | Init::XavierNormal
            | Init::HeNormal => weights.fill_with(|| std * random.normal()),
        }
        weights
    }
}

fn fill_uniform(weights: &mut [f64], limit: f64, random: &mut Random) {
    weights.fill_with(|| limit * (2.0 * random.uniform() - 1.0));
}

impl Spelled for Init {
    const NOUN: &'static str = "initialisation";
    const ALL: &'static [Init] = &Init::ALL;

    fn id(self) -> &'static str {
        Init::id(self)
    }

    fn aliases(self) -> &'static [&'static str] {
        match self {
            Init::Zeros => &["zero"],
            Init::LecunNormal => &["lecun"],
            Init::XavierNormal => &["xavier", "glorot", "glorot_normal"],
            Init::XavierUniform => &["glorot_uniform"],
            Init::HeNormal => &["he", "kaiming", "kaiming_normal"],
            Init::HeUniform => &["kaiming_uniform"],
            Init::Pytorch => &["torch", "linear_default"],
            _ => &[],
        }
    }

    fn parameters(self) -> Vec<(&'static str, f64)> {
        match self {
            Init::Constant(value) => vec![("value", value)],
            Init::Normal(std) => vec![("std", std)],
            Init::Uniform(limit) => vec![("limit", limit)],
            Init::FanIn(gain) | Init::Orthogonal(gain) => vec![("gain", gain)],
            _ => Vec::new(),
        }
    }

    fn with(self, _: usize, value: f64) -> Result<Init, &'static str> {
        Ok(match self {
            Init::Constant(_) => Init::Constant(finite(value)?),
            Init::Normal(_) => Init::Normal(not_negative(value)?),
            Init::Uniform(_) => Init::Uniform(not_negative(value)?),
            Init::FanIn(_) => Init::FanIn(not_negative(value)?),
            Init::Orthogonal(_) => Init::Orthogonal(not_negative(value)?),
            other => other,
        })
    }
}

impl FromStr for Init {
    type Err = SpellingError;

    /// Reads a name or alias, with its parameter in parentheses if any, such as `orthogonal(gain=1.5)`.
    fn from_str(text: &str) -> Result<Init, SpellingError> {
        spelling::read(text)
    }
}

impl fmt::Display for Init {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        spelling::write(*self, f)
    }
}
