//! What the pictures of both directions share: how far inputs still differ on the way forward, and what is left of the gradient on the way back.

use super::text;
use crate::view::{Axis, Scale};

pub use super::text::{BACKWARD, FORWARD};

/// The common axis, in powers of ten of where each begins; no deeper than so many decades below it.
pub fn axis(lowest: f64, highest: f64, deepest: f64) -> Axis {
    Axis {
        label: text::PART.read(),
        min: libm::floor(lowest).max(-deepest) - 0.2,
        max: libm::ceil(highest) + 0.3,
        scale: Scale::Decades,
    }
}
