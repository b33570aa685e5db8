//! What the tables of `collapse` say: its title, its controls, the meanings of its numbers.

mod en;

use crate::texts;

texts! {
    const
        TITLE, LEAD, SCENE_PLANE, SCENE_LINE, BEND_HELP, ANOTHER, ANOTHER_HELP, SEED,
        LINE_W_MEANING, LINE_B_MEANING, LINE_DIFFERENCE_MEANING, LINE_MISS_MEANING,
        PLANE_DIFFERENCE_MEANING, PLANE_MISS_MEANING;
    label
        ACTIVATION, T, DEPTH, AFTER, X;
}
