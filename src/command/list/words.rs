//! What stands beside ids in a list.

mod en;

use activation_lab::texts;

texts! {
    const ACTIVATIONS, DEFAULT, FIGURE, MEASURES, PLOTS, SCENES;
    /// The unit of a measure.
    fn in_unit(unit: &str) -> String;
    /// The convention where a function has no derivative.
    fn taken(convention: &str) -> String;
}
