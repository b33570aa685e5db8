//! What can be changed in `collapse`.

use super::super::Control;
use super::labels;
use crate::language::Text;

/// The most layers.
const DEEPEST: f64 = 8.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "identity", 1),
    Control::number("t", labels::T, (0.0, 1.0, 0.01, 1.0)).marks(&[
        (0.0, Text::new("0")),
        (0.5, Text::new("½")),
        (1.0, Text::new("1")),
    ]),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 4.0)).marks(&[
        (1.0, Text::new("1")),
        (4.0, Text::new("4")),
        (8.0, Text::new("8")),
    ]),
    Control::whole("after", labels::AFTER, (0.0, DEEPEST, DEEPEST)).upto("depth"),
    Control::number("x", labels::X, (-3.0, 3.0, 0.05, 1.0)).marks(&[(0.0, Text::new("0"))]),
    Control::leak(),
    Control::seed(labels::SEED, 70.0),
];
