//! Words that figures share: the names of activations and what is known of them, and parts of pictures.

mod en;

use crate::model::activation::{Kind, Parameter};
use crate::texts;

pub use super::facts::{FACTS, convention, facts};

texts! {
    const DEAD, NEARLY_FLAT, SLOPE_ZERO, FORWARD, BACKWARD, PART, LAYER, ACTIVATION;
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
}
