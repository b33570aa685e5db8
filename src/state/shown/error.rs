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

/// A list that names what there is not, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownError {
    key: String,
    refused: Vec<Refused>,
    known: String,
}

impl ShownError {
    /// These names are not among what the key can name.
    pub fn new(key: &str, refused: Vec<Refused>, known: &[&str]) -> ShownError {
        ShownError {
            key: key.to_owned(),
            refused,
            known: known.join(", "),
        }
    }
}

impl fmt::Display for ShownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ShownError {
            key,
            refused,
            known,
        } = self;
        let told = refused.iter().take(MOST);
        let told: Vec<String> = told.map(|Refused(name)| format!("'{name}'")).collect();
        let more = refused.len().saturating_sub(MOST);
        f.write_str(&text::not_shown(key, &told, more, known))
    }
}

impl std::error::Error for ShownError {}
