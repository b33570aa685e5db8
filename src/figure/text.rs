//! Words that figures share: the names of activations and what is known of them, and parts of pictures.

mod en;

use crate::model::activation::{Kind, Parameter};
use crate::texts;
use crate::view::Each;

pub use super::facts::{FACTS, convention, facts};

texts! {
    const
        DEAD, NEARLY_FLAT, SLOPE_ZERO, FORWARD, BACKWARD, PART, LAYER, ACTIVATION,
        LOSS_OVER_POINTS, LOSS_OF_GUESSING, GUESSING;
    /// What an activation is called.
    fn activation(kind: Kind) -> String;
    /// The name of an activation that comes once more, for the second, the third time.
    fn again(name: &str, time: usize) -> String;
    /// The same as short as it can be written on a curve.
    fn short(kind: Kind) -> String;
    /// What a parameter of an activation does.
    fn parameter(kind: Kind, parameter: &Parameter) -> String;
    /// No scene of a figure has this name; there are those.
    fn unknown_scene(figure: &str, name: &str, known: &str) -> String;
    /// No figure has this id; there are those.
    fn unknown_figure(id: &str, known: &str) -> String;
    /// A measure: what it means, and which one of its kind it is.
    fn measure(meaning: &str, each: Each, number: Option<u32>) -> String;
    /// A figure has no measure of this name; perhaps the last one of its kind is known.
    fn no_measure(figure: &str, name: &str, last: Option<&str>, known: &str) -> String;
    /// A link is of no figure.
    fn no_figure(link: &str) -> String;
    /// A link of a figure has no version.
    fn no_version(link: &str, figure: &str) -> String;
    /// What of a link cannot be read.
    fn in_link(link: &str, notes: &str) -> String;
}
