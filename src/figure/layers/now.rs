//! What `layers` tells of its layers in words.

use super::super::by_layer::{ByLayer, LayerColumn, left, of_logarithm, plain};
use super::{labels, measures, names};

/// The columns of "Now, by layer".
pub const BY_LAYER: ByLayer = ByLayer {
    layer: |number, _| names::layer(number),
    columns: &[
        LayerColumn {
            head: labels::HEAD_NORM,
            measure: measures::NORM,
            said: of_logarithm,
        },
        LayerColumn {
            head: labels::HEAD_LEFT,
            measure: measures::NORM,
            said: left,
        },
        LayerColumn {
            head: labels::HEAD_FED_STD,
            measure: measures::Z,
            said: plain,
        },
    ],
};
