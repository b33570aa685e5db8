//! The words of `collapse`.

mod en;

use super::verdict::Saying;
use super::{Scene, State};
use crate::texts;

texts! {
    const CREASE, POINT, GAP, LINE, CROSSINGS, LETTER, ONE_LAYER, BEST, LARGEST, PARAMETERS,
        BETWEEN_NOTHING, SHIFT, BIASES;
    /// One or two sentences that say what is seen now.
    fn summary(scene: &Scene, saying: Saying) -> String;
    /// So many layers.
    fn layers(count: usize) -> String;
    /// The title of the plane after so many layers of all.
    fn plane(count: usize, depth: usize) -> String;
    /// The grid lines along an axis.
    fn along(axis: &str) -> String;
    /// The single layer of the plane, which may be the best one only.
    fn of_plane(is_one: bool) -> String;
    /// The single layer of the line, which may be the best one only.
    fn of_line(is_one: bool) -> String;
    /// How far both are off.
    fn gaps(plane: &str, line: &str) -> String;
    /// What is to be said of how far they are off.
    fn about_gaps(plane: State, line: State, shares: [&str; 2]) -> String;
    /// So many weights and biases in so many layers.
    fn parameters(count: usize, depth: usize) -> String;
    /// So many in the single layer.
    fn of_single(count: usize) -> String;
    /// What stands between two layers.
    fn between(name: &str) -> String;
    /// What the matrix of the plane is, after so many layers.
    fn matrix(state: State, count: usize, share: &str) -> String;
    /// What the deep network of the line says at x.
    fn says(depth: usize, value: &str) -> String;
    /// What the button says: whether there is no activation.
    fn bend(straight: bool) -> String;
}
