//! What can be changed in `collapse`.

use super::super::style::takes_alpha;
use super::super::{Control, Id, Settings, Written};
use super::labels;
use crate::language::Text;
use crate::model::activation::Kind;

/// The most layers.
const DEEPEST: f64 = 8.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "identity", 1),
    Control::number("t", labels::T, (0.0, 1.0, 0.01, 1.0))
        .marks(&[
            (0.0, Text::new("0")),
            (0.5, Text::new("½")),
            (1.0, Text::new("1")),
        ])
        .when(bends),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 4.0)).marks(&[
        (1.0, Text::new("1")),
        (4.0, Text::new("4")),
        (8.0, Text::new("8")),
    ]),
    Control::whole("after", labels::AFTER, (0.0, DEEPEST, DEEPEST)).upto("depth"),
    Control::number("x", labels::X, (-3.0, 3.0, 0.05, 1.0)).marks(&[(0.0, Text::new("0"))]),
    Control::leak().when(|settings| bends(settings) && takes_alpha(settings)),
    Control::seed(labels::SEED, 70.0),
];

pub const ACTIVATION: Id<Vec<Written>> = Id::of(CONTROLS, "activation");
pub const T: Id<f64> = Id::of(CONTROLS, "t");
pub const DEPTH: Id<usize> = Id::of(CONTROLS, "depth");
pub const AFTER: Id<usize> = Id::of(CONTROLS, "after");
pub const X: Id<f64> = Id::of(CONTROLS, "x");
pub const SEED: Id<u64> = Id::of(CONTROLS, "seed");

pub fn is_identity(settings: &Settings) -> bool {
    let mut chosen = settings.series().iter();
    chosen.all(|a| a.activation.kind() == Kind::Identity)
}

/// Whether there is an activation that stands between two layers.
fn bends(settings: &Settings) -> bool {
    !is_identity(settings) && settings.get(DEPTH) > 1
}
