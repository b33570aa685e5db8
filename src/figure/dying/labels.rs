//! What the tables of `dying` say: its title, its controls, the meanings of its numbers.

mod en;

use crate::texts;

texts! {
    const
        TITLE, LEAD, SCENE_PLANE, SCENE_INPUTS, SCENE_HISTORY, SCENE_LOSS, SEED, DATA_MOONS,
        DATA_CIRCLES, DATA_XOR, DATA_SPIRAL, CURE_NONE, CURE_LEAK, CURE_GELU, LEAK_NONE, LEAK_ONE,
        LEAK_ALL, MARK_0_1, MARK_0_01, LEAK_FROM_START, LEAK_FROM_START_HELP, GELU_FROM_START,
        GELU_FROM_START_HELP, NO_CURE, NO_CURE_HELP, LEAK_ONE_HELP, GIVE_ALL, LEAK_ALL_HELP,
        TAKE_BACK, TAKE_BACK_HELP, STEP_MEANING, LOSS_MEANING, DEAD_UNITS_MEANING,
        LARGEST_Z_MEANING, POINTS_ON_MEANING, HEAD_STEP, HEAD_LOSS, HEAD_DEAD_UNITS;
    label
        RATE, CURE, BIAS, WIDTH, UNIT, ALPHA, DATA, BATCH, LEAK, LEAKY_UNIT, LEAK_STEP;
    /// The head of the column that says of a unit what the unit is.
    fn head_of_activation(unit: usize) -> String;
    /// The head of the column that says of a unit its first weight.
    fn head_of_first_weight(unit: usize) -> String;
    /// The head of the column that says of a unit its second weight.
    fn head_of_second_weight(unit: usize) -> String;
    /// The head of the column that says of a unit its bias.
    fn head_of_bias(unit: usize) -> String;
    /// The head of the column that says of a unit its weight to the output.
    fn head_of_outgoing_weight(unit: usize) -> String;
    /// The head of the column that says of a unit for how many points it is on.
    fn head_of_points_on(unit: usize) -> String;
    /// The head of the column that says of a unit its largest z.
    fn head_of_largest_z(unit: usize) -> String;
}
