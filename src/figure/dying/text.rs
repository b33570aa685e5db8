//! The sentences of `dying`.

mod en;

use super::Scene;
use crate::texts;

texts! {
    /// How many units are dead, what that costs, and what has become of the chosen unit.
    fn summary(scene: &Scene) -> String;
    /// How far the run has come.
    fn progress(reached: usize, wanted: usize) -> String;
}
