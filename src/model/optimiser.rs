//! How a step is taken from a gradient g, with learning rate η.
//!
//! | rule | step | source |
//! | --- | --- | --- |
//! | `sgd` | w ← w - η·g | |
//! | `momentum` | v ← μ·v + g, w ← w - η·v | PyTorch's convention: η is not inside v |
//! | `adam` | m ← β₁m + (1 - β₁)g, v ← β₂v + (1 - β₂)g², w ← w - η·m̂/(√v̂ + ε) with m̂ = m/(1 - β₁ᵗ), v̂ = v/(1 - β₂ᵗ), t = 1, 2, … | Kingma & Ba 2015, algorithm 1 |
//!
//! v and m start at 0.
//!
//! ```
//! use model::optimiser::{Optimiser, Rule};
//! let mut momentum = Optimiser::new("momentum(mu=0.5)".parse()?, 1.0);
//! let mut parameters = [0.0];
//! momentum.step(&mut parameters, &[1.0])?; // v = 1
//! momentum.step(&mut parameters, &[1.0])?; // v = 1.5
//! assert_eq!(parameters, [-2.5]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::network::{ShapeError, fits};
use super::spelling::{self, Spelled, SpellingError, below_one, not_negative};
use std::fmt;
use std::str::FromStr;

/// A rule for taking steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// Down the gradient.
    Sgd,
    /// With inertia.
    Momentum {
        /// μ: how much of the velocity is kept.
        mu: f64,
    },
    /// Every parameter at its own pace.
    Adam {
        /// β₁: the memory of the mean gradient.
        beta1: f64,
        /// β₂: the memory of the mean square.
        beta2: f64,
        /// ε: keeps the quotient finite.
        epsilon: f64,
    },
}

impl Rule {
    /// Every rule, parameters at their defaults.
    pub const ALL: [Rule; 3] = [
        Rule::Sgd,
        Rule::Momentum { mu: 0.9 },
        Rule::Adam {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
        },
    ];

    /// The name in links and commands.
    pub const fn id(self) -> &'static str {
        match self {
            Rule::Sgd => "sgd",
            Rule::Momentum { .. } => "momentum",
            Rule::Adam { .. } => "adam",
        }
    }
}

/// A rule at work: it remembers the gradients it has seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Optimiser {
    /// η; it may be changed between steps.
    pub learning_rate: f64,
    rule: Rule,
    /// v of momentum, m of Adam; empty before the first step.
    first: Vec<f64>,
    /// v of Adam.
    second: Vec<f64>,
    /// β₁ᵗ and β₂ᵗ.
    powers: [f64; 2],
}

impl Optimiser {
    /// A rule that has seen nothing yet.
    pub fn new(rule: Rule, learning_rate: f64) -> Optimiser {
        Optimiser {
            learning_rate,
            rule,
            first: Vec::new(),
            second: Vec::new(),
            powers: [1.0, 1.0],
        }
    }

    /// Which rule it is.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Changes the parameters by one step.
    ///
    /// # Errors
    /// [`ShapeError::Matrix`] if there is not one gradient per parameter, or not as many as in the step before.
    pub fn step(&mut self, parameters: &mut [f64], gradient: &[f64]) -> Result<(), ShapeError> {
        fits("gradient", gradient, 1, parameters.len())?;
        let rate = self.learning_rate;
        match self.rule {
            Rule::Sgd => {
                for (w, g) in parameters.iter_mut().zip(gradient) {
                    *w -= rate * g;
                }
            }
            Rule::Momentum { mu } => {
                remember(&mut self.first, parameters)?;
                for ((w, g), v) in parameters.iter_mut().zip(gradient).zip(&mut self.first) {
                    *v = mu * *v + g;
                    *w -= rate * *v;
                }
            }
            Rule::Adam {
                beta1,
                beta2,
                epsilon,
            } => {
                remember(&mut self.first, parameters)?;
                remember(&mut self.second, parameters)?;
                self.powers = [self.powers[0] * beta1, self.powers[1] * beta2];
                let [gained1, gained2] = self.powers.map(|power| 1.0 - power);
                let memory = self.first.iter_mut().zip(&mut self.second);
                for ((w, g), (m, v)) in parameters.iter_mut().zip(gradient).zip(memory) {
                    *m = beta1 * *m + (1.0 - beta1) * g;
                    *v = beta2 * *v + (1.0 - beta2) * g * g;
                    *w -= rate * (*m / gained1) / ((*v / gained2).sqrt() + epsilon);
                }
            }
        }
        Ok(())
    }
}

/// Makes room for one number per parameter, all 0, before the first step.
fn remember(memory: &mut Vec<f64>, parameters: &[f64]) -> Result<(), ShapeError> {
    if memory.is_empty() {
        memory.resize(parameters.len(), 0.0);
    }
    fits("parameters", parameters, 1, memory.len())
}

impl Spelled for Rule {
    const NOUN: &'static str = "optimiser";
    const ALL: &'static [Rule] = &Rule::ALL;

    fn id(self) -> &'static str {
        Rule::id(self)
    }

    fn aliases(self) -> &'static [&'static str] {
        match self {
            Rule::Sgd => &["gradient_descent"],
            Rule::Momentum { .. } => &["sgd_momentum"],
            Rule::Adam { .. } => &[],
        }
    }

    fn parameters(self) -> Vec<(&'static str, f64)> {
        match self {
            Rule::Sgd => Vec::new(),
            Rule::Momentum { mu } => vec![("mu", mu)],
            Rule::Adam {
                beta1,
                beta2,
                epsilon,
            } => vec![("beta1", beta1), ("beta2", beta2), ("epsilon", epsilon)],
        }
    }

    fn with(mut self, index: usize, value: f64) -> Result<Rule, &'static str> {
        match (&mut self, index) {
            (Rule::Momentum { mu }, _) => *mu = below_one(value)?,
            (Rule::Adam { beta1, .. }, 0) => *beta1 = below_one(value)?,
            (Rule::Adam { beta2, .. }, 1) => *beta2 = below_one(value)?,
            (Rule::Adam { epsilon, .. }, _) => *epsilon = not_negative(value)?,
            (Rule::Sgd, _) => {}
        }
        Ok(self)
    }
}

impl FromStr for Rule {
    type Err = SpellingError;

    /// Reads a name or alias, with parameters in parentheses if any, such as `adam(beta1=0.8)`.
    fn from_str(text: &str) -> Result<Rule, SpellingError> {
        spelling::read(text)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        spelling::write(*self, f)
    }
}
