//! What the figures that train share: what can be chosen, and when a network is said to learn, by the loss of guessing.

use super::choices;
use crate::model::dataset::Kind;

choices!(impl Kind);

/// Below this part of the loss of guessing a network learns.
pub const LEARNS: f64 = 0.9;

/// Below this part of it the task is all but learned, and standing still is no fault.
pub const LEARNED: f64 = 0.1;

/// Above this part of it a network is worse than guessing.
pub const WORSE: f64 = 1.1;
