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

/// For developers: what a person reads is written where her language is.
impl fmt::Display for PropagationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
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
