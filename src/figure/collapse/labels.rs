//! What the tables of `collapse` say: its title, its controls, the meanings of its numbers.

mod en;

use crate::texts;

texts! {
    const
        TITLE, LEAD, SCENE_PLANE, SCENE_LINE, BEND_HELP, ANOTHER, ANOTHER_HELP, SEED,
        LINE_W_MEANING, LINE_B_MEANING, LINE_DIFFERENCE_MEANING, LINE_MISS_MEANING,
        PLANE_DIFFERENCE_MEANING, PLANE_MISS_MEANING,
        HEAD_PART, HEAD_T, HEAD_X1, HEAD_X2, HEAD_Y1, HEAD_Y2, HEAD_SINGLE1,
        HEAD_SINGLE2, HEAD_W1, HEAD_W2, HEAD_B, ROW_LINE_SINGLE, ROW_PLANE_SINGLE, ROW_LINE,
        ROW_PLANE;
    label
        ACTIVATION, T, DEPTH, AFTER, X;
    /// The rows of one layer of the plane, counted from 1.
    fn row_of_layer(number: usize) -> String;
}
