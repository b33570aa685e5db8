//! What can be changed in `decay`.

use super::super::{Control, Place};
use super::labels;
use crate::language::Text;

/// The deepest chain.
const DEEPEST: f64 = 1000.0;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::activations(labels::ACTIVATION, "sigmoid", 6),
    Control::whole("depth", labels::DEPTH, (1.0, DEEPEST, 10.0))
        .logarithmic()
        .marks(&[(10.0, Text::new("10")), (100.0, Text::new("100"))]),
    Control::number("weight", labels::WEIGHT, (-4.0, 4.0, 0.01, 1.0))
        .marks(&[(0.0, Text::new("0")), (1.0, Text::new("1"))]),
    Control::number("bias", labels::BIAS, (-3.0, 3.0, 0.01, 0.0)).marks(&[(0.0, Text::new("0"))]),
    Control::number("input", labels::INPUT, (-3.0, 3.0, 0.01, 1.0)).marks(&[(0.0, Text::new("0"))]),
    Control::whole("layer", labels::LAYER, (1.0, DEEPEST, 1.0)).upto("depth"),
    Control::choice(
        "view",
        labels::VIEW,
        &[("linear", labels::VIEW_LINEAR), ("log", labels::VIEW_LOG)],
        0,
    )
    .formerly("log"),
    Control::leak(),
    Control::choice(
        "precision",
        labels::PRECISION,
        &[
            ("off", labels::PRECISION_OFF),
            ("f16", Text::new("f16")),
            ("bf16", labels::PRECISION_BF16),
            ("f32", Text::new("f32")),
            ("all", labels::PRECISION_ALL),
        ],
        4,
    )
    .at(Place::More),
];
