//! The sentence of `layers`: what its [`Saying`] is in words.

mod en;

use super::Scene;
use super::verdict::Saying;
use crate::texts;

texts! {
    /// One or two sentences that say what is seen now.
    fn summary(scene: &Scene, saying: &Saying) -> String;
    /// A factor given by its logarithm.
    fn times(log10: f64) -> String;
}
