//! An activation as it was chosen: whether it says its own parameters, or leaves them to a slider.

use crate::model::activation::{Activation, Kind, ParseError};
use std::fmt;
use std::str::FromStr;

/// A chosen activation.
///
/// `leaky_relu` leaves its slope to the slider Leak α; `leaky_relu(alpha=0.01)` is the same function, but says its slope, and no slider changes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// The activation, as it is without any slider.
    pub activation: Activation,
    /// Whether the slider `alpha` speaks for it.
    pub follows: bool,
}

impl Written {
    /// One that leaves its parameters to the slider, if there is one for them.
    pub fn plain(kind: Kind) -> Written {
        let activation = Activation::new(kind);
        Written {
            activation,
            follows: follows_alpha(&activation),
        }
    }

    /// One whose parameters were set on purpose.
    pub fn own(activation: Activation) -> Written {
        Written {
            activation,
            follows: false,
        }
    }
}

impl FromStr for Written {
    type Err = ParseError;

    /// Reads an activation with parameters that the controls keep.
    fn from_str(text: &str) -> Result<Written, ParseError> {
        let activation = text.parse::<Activation>()?.taught()?;
        // A text that names a parameter has an equals sign, and no other has one.
        let follows = follows_alpha(&activation) && !text.contains('=');
        Ok(Written {
            activation,
            follows,
        })
    }
}

impl fmt::Display for Written {
    /// The spelling that reads back to the same choice.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if follows_alpha(&self.activation) && !self.follows {
            let alpha = self.activation.parameter("alpha").unwrap_or_default();
            return write!(f, "{}(alpha={alpha})", self.activation.id());
        }
        self.activation.fmt(f)
    }
}

/// Whether the slider `alpha` speaks for this activation where it is written without parameters.
pub fn follows_alpha(activation: &Activation) -> bool {
    *activation == Activation::new(Kind::LeakyRelu)
}
