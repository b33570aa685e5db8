//! The sentences of `freeze`, from what [`super::verdict`] has decided.

mod en;

use super::verdict::{Control, Fate};
use crate::texts;

/// What is said after some steps: of A, of B, and what the shallow network says about depth.
pub struct Said<'a> {
    pub step: u64,
    /// The name of each network, and what has become of it.
    pub arms: [(&'a str, Fate); 2],
    /// Nothing differs between the two.
    pub are_twins: bool,
    pub control: Control,
    /// Hidden layers of the shallow network, and its loss.
    pub shallow: (usize, f64),
    /// The loss of guessing.
    pub guess: f64,
}

texts! {
    const START;
    /// What is said while an answer is worked out.
    fn progress(reached: u64, wanted: u64) -> String;
    /// What has become of both networks, and what the shallow one says about depth.
    fn summary(said: &Said) -> String;
}
