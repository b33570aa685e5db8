//! What the tables of `curves` say: its title, its controls, the meanings of its numbers.

mod en;

use crate::texts;

texts! {
    const
        TITLE, LEAD, SCENE_VALUES, SCENE_SLOPES, SCENE_INPUTS, JOIN_HELP, VALUE_MEANING,
        FLAT_SHARE_MEANING, DEAD_SHARE_MEANING;
    label
        ACTIVATION, X, ZONES, INPUTS, SIGMA, SECOND, X_MIN, X_MAX;
    /// The head of the column of f(x).
    fn head_of_value(name: &str) -> String;
    /// The head of the column of f′(x).
    fn head_of_slope(name: &str) -> String;
    /// The head of the column of f″(x).
    fn head_of_second(name: &str) -> String;
}
