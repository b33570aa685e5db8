//! What is known of an activation, in words: one row of the table of properties.

mod en;

use crate::model::activation::Activation;
use crate::texts;

texts! {
    /// The properties of an activation, in the order of [`FACTS`]; paper and year are names.
    fn facts(activation: &Activation) -> [String; 10];
    /// The slopes that are taken at kinks.
    fn convention(activation: &Activation) -> String;
}

/// The properties of an activation, by their keys.
pub const FACTS: [&str; 10] = [
    "range",
    "monotone",
    "zero_centred",
    "smoothness",
    "convention",
    "saturates",
    "can_die",
    "largest_slope",
    "year",
    "paper",
];
