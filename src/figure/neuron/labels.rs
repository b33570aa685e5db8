//! What the tables of `neuron` say: its title, its controls, the meanings of its numbers.

mod en;

use crate::texts;

texts! {
    const
        TITLE, LEAD, SCENE_SUM, SCENE_CURVE, SCENE_PLANE, Z_MEANING, A_MEANING, SLOPE_MEANING,
        PRODUCT_MEANING, DA_DW_MEANING, DA_DX_MEANING;
    label
        X1, X2, X3, X4, W1, W2, W3, W4, ACTIVATION, B, INPUTS;
}
