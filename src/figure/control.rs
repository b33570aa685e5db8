//! The one description of what a student can change.
//!
//! Inputs, links, attributes, the command line, clamping, reset and documentation are all made from these tables.

use serde::Serialize;

/// One thing that can be changed in a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Control {
    /// Name in links, attributes and on the command line.
    pub id: &'static str,
    /// What the student reads.
    pub label: &'static str,
    /// One sentence: what changes.
    pub help: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// Where it stands in the shell.
    pub place: Place,
}

/// Where a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Place {
    /// In the open, beside what it changes.
    Main,
    /// Behind "More controls".
    More,
    /// In the bar under the pictures that plays, pauses and scrubs.
    Player,
}

/// What values a control takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Kind {
    /// A number between `min` and `max`, inclusive.
    Number {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
        /// Values that a slider offers are multiples of this.
        step: f64,
        /// Value of the factory state.
        default: f64,
        /// How the slider's travel maps to values.
        travel: Travel,
        /// Only whole numbers.
        whole: bool,
        /// Another control whose value is the largest one of use now: no layer lies beyond the depth.
        upto: Option<&'static str>,
        /// Values that mean something, with their names.
        marks: &'static [(f64, &'static str)],
    },
    /// One of a list: `(id, label)`; the default is an index into it.
    Choice {
        /// What can be chosen.
        options: &'static [(&'static str, &'static str)],
        /// Index of the factory state.
        default: usize,
    },
    /// Activations, as `sigmoid,leaky_relu(alpha=0.1)`: at least one, at most `most`.
    Activations {
        /// The factory state, in that spelling.
        default: &'static str,
        /// How many at most.
        most: usize,
    },
    /// On or off: `true` or `false`.
    Switch {
        /// The factory state.
        default: bool,
    },
}

/// How a slider's travel maps to values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Travel {
    /// Equal travel, equal difference.
    Linear,
    /// Equal travel, equal ratio.
    Logarithmic,
}
