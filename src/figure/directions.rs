//! What the pictures of both directions share: how far inputs still differ on the way forward, and what is left of the gradient on the way back.

use crate::view::{Axis, Scale};

/// Along the way of the inputs.
pub const FORWARD: &str = "→ differences";

/// Along the way of the message.
pub const BACKWARD: &str = "gradient ←";

/// The common axis, in powers of ten of where each begins; no deeper than so many decades below it.
pub fn axis(lowest: f64, highest: f64, deepest: f64) -> Axis {
    Axis {
        label: "part of where it begins".to_owned(),
        min: libm::floor(lowest).max(-deepest) - 0.2,
        max: libm::ceil(highest) + 0.3,
        scale: Scale::Decades,
    }
}
