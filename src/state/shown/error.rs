//! What is wrong with a list of what is to be shown.

use super::super::text;
use crate::model::quote::quotable;
use std::fmt;

/// Names that are worth telling; of the others only their number is told.
const MOST: usize = 3;

/// A name that a figure has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(String);

impl Refused {
    /// As it was written, in few characters.
    pub fn new(name: &str) -> Refused {
        Refused(quotable(name))
    }
}

/// What a list names that cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownError {
    /// What there is not, or nothing.
    Unknown {
        /// The key of the list.
        key: String,
        /// The names.
        refused: Vec<Refused>,
        /// What there is.
        known: String,
    },
    /// Plots that have the place of another one that is shown.
    Spare {
        /// Their names.
        plots: String,
        /// Those that share the place.
        one_of: String,
    },
}

impl ShownError {
    /// These names are not among what the key can name.
    pub fn new(key: &str, refused: Vec<Refused>, known: &[&str]) -> ShownError {
        ShownError::Unknown {
            key: key.to_owned(),
            refused,
            known: known.join(", "),
        }
    }

    /// These plots share the place of another one of `one_of`.
    pub fn one_at_a_time(plots: Vec<&str>, one_of: &[&str]) -> ShownError {
        ShownError::Spare {
            plots: plots.join(", "),
            one_of: one_of.join(", "),
        }
    }
}

impl fmt::Display for ShownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, refused, known) = match self {
            ShownError::Unknown {
                key,
                refused,
                known,
            } => (key, refused, known),
            ShownError::Spare { plots, one_of } => {
                return f.write_str(&text::one_at_a_time(plots, one_of));
            }
        };
        let told = refused.iter().take(MOST);
        let told: Vec<String> = told.map(|Refused(name)| format!("'{name}'")).collect();
        let more = refused.len().saturating_sub(MOST);
        f.write_str(&text::not_shown(key, &told, more, known))
    }
}

impl std::error::Error for ShownError {}
