//! What cannot be propagated.

use super::LARGEST_SIGMA;
use std::error::Error;
use std::fmt;

/// Why a number does not fit the theory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PropagationError {
    /// Not a standard deviation from 0 to [`LARGEST_SIGMA`].
    Sigma {
        /// `sigma_w` or `sigma_b`.
        name: &'static str,
        /// The number as given.
        value: f64,
    },
    /// Not a finite variance from 0 up.
    Start {
        /// The number as given.
        q: f64,
    },
}

impl fmt::Display for PropagationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PropagationError::Sigma { name, value } => write!(
                f,
                "{name} = {value} is out of range: a standard deviation must lie between 0 and {LARGEST_SIGMA:e}"
            ),
            PropagationError::Start { q } => write!(
                f,
                "the start q0 = {q} is no variance: it must be a finite number from 0 up"
            ),
        }
    }
}

impl Error for PropagationError {}

/// The value, if it can be a standard deviation.
pub(super) fn sigma(name: &'static str, value: f64) -> Result<f64, PropagationError> {
    if (0.0..=LARGEST_SIGMA).contains(&value) {
        Ok(value)
    } else {
        Err(PropagationError::Sigma { name, value })
    }
}

/// The value, if it can be a variance.
pub(super) fn start(q: f64) -> Result<f64, PropagationError> {
    if (0.0..=f64::MAX).contains(&q) {
        Ok(q)
    } else {
        Err(PropagationError::Start { q })
    }
}
