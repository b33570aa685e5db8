//! What `decay` tells of its layers in words: those of the first chain, which the bars are of.

use super::super::by_layer::{ByLayer, LayerColumn, left, plain};
use super::{labels, measures, text};

/// The columns of "Now, by layer".
pub const BY_LAYER: ByLayer = ByLayer {
    layer: |number, _| text::layer(number),
    columns: &[
        LayerColumn {
            head: labels::HEAD_SLOPE,
            measure: measures::SLOPE,
            said: plain,
        },
        LayerColumn {
            head: labels::HEAD_GRADIENT_Z,
            measure: measures::GRADIENT,
            said: plain,
        },
        LayerColumn {
            head: labels::HEAD_LEFT,
            measure: measures::DECADES,
            said: left,
        },
    ],
};
