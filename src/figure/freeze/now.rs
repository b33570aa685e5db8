//! What `freeze` tells of its layers in words: what arrives at each, and how far it has moved.

use super::super::by_layer::{ByLayer, LayerColumn, plain};
use super::state::Pace;
use super::{labels, measures, names};
use crate::view::{Quantity, number};

/// The columns of "Now, by layer".
pub const BY_LAYER: ByLayer = ByLayer {
    layer: |number, is_last| match is_last {
        true => names::OUTPUT_LAYER.read(),
        false => names::layer(number),
    },
    columns: &[
        LayerColumn {
            head: labels::HEAD_A_GRADIENT,
            measure: measures::A.gradient,
            said: plain,
        },
        LayerColumn {
            head: labels::HEAD_A_STEP,
            measure: measures::A.change,
            said: step,
        },
        LayerColumn {
            head: labels::HEAD_A_DRIFT,
            measure: measures::A.drift,
            said: drift,
        },
        LayerColumn {
            head: labels::HEAD_A_DIFFERENCE,
            measure: measures::A.difference,
            said: plain,
        },
        LayerColumn {
            head: labels::HEAD_B_GRADIENT,
            measure: measures::B.gradient,
            said: plain,
        },
        LayerColumn {
            head: labels::HEAD_B_STEP,
            measure: measures::B.change,
            said: step,
        },
        LayerColumn {
            head: labels::HEAD_B_DRIFT,
            measure: measures::B.drift,
            said: drift,
        },
        LayerColumn {
            head: labels::HEAD_B_DIFFERENCE,
            measure: measures::B.difference,
            said: plain,
        },
    ],
};

/// How far a step moves a layer, and what that is called. One that does not move at all is not called frozen: it may be held, or no step was taken yet.
fn step(here: Quantity, last: Quantity) -> String {
    let said = plain(here, last);
    match here {
        Quantity::Number(0.0) => names::no_step(&said),
        Quantity::Number(change) => names::step(&said, Pace::of(change)),
        _ => said,
    }
}

/// How far all steps have moved it, as a share of its size at the start.
fn drift(here: Quantity, last: Quantity) -> String {
    match here {
        Quantity::Number(share) => number::percent(libm::log10(share)),
        _ => plain(here, last),
    }
}
