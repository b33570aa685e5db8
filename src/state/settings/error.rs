//! What is wrong with a text that was to be a value.

use super::super::text;
use crate::model::activation::ParseError;
use crate::model::number::NumberError;
use std::fmt;

/// Why a text is not a value of a control.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingError {
    /// The figure has no control of that name.
    UnknownControl {
        /// What was asked for.
        id: String,
        /// What there is.
        known: String,
    },
    /// An option of the control has no such parameter.
    UnknownParameter {
        /// The control.
        id: &'static str,
        /// The option.
        option: String,
        /// What was given.
        text: String,
        /// The parameters that it has; empty if it has none.
        known: String,
    },
    /// The text is not one of the values that the control takes.
    NotAValue {
        /// The control.
        id: &'static str,
        /// What was given.
        text: String,
        /// What it takes.
        takes: String,
    },
    /// The text is not a number, or may be more than one.
    Number {
        /// The control.
        id: &'static str,
        /// What is wrong.
        error: NumberError,
        /// What it takes.
        takes: String,
    },
    /// The text does not name an activation.
    Activation {
        /// The control.
        id: &'static str,
        /// What is wrong.
        error: ParseError,
    },
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::refused(self))
    }
}

impl std::error::Error for SettingError {}
