//! The tables of `dying` in English.

pub const TITLE: &str = "Which units are dead, and what does it cost?";
pub const SCENE_PLANE: &str = "Where each unit is on, among the points";
pub const SCENE_INPUTS: &str = "What one unit is fed by every point";
pub const SCENE_HISTORY: &str = "How many units are dead, step by step";
pub const SCENE_LOSS: &str = "What the dead cost: the loss with a cure, and without";
pub const LEAD: &str = "A layer trains for real, and beside it the same layer with a cure, or without one. Press Play, or choose a cure.";
pub const SEED: &str = "Decides the points, the weights at the start and the order of the batches; same seed, same story.";
pub const DATA_MOONS: &str = "moons";
pub const DATA_CIRCLES: &str = "circles";
pub const DATA_XOR: &str = "XOR";
pub const DATA_SPIRAL: &str = "spiral";
pub const CURE_NONE: &str = "none";
pub const CURE_LEAK: &str = "leak";
pub const CURE_GELU: &str = "GELU";
pub const LEAK_NONE: &str = "none";
pub const LEAK_ONE: &str = "one unit";
pub const LEAK_ALL: &str = "all";
pub const MARK_0_1: &str = "0.1";
pub const MARK_0_01: &str = "0.01";
pub const LEAK_FROM_START: &str = "All with a leak from the start";
pub const LEAK_FROM_START_HELP: &str =
    "The same layer of Leaky ReLU, with the same points and random numbers.";
pub const GELU_FROM_START: &str = "All GELU from the start";
pub const GELU_FROM_START_HELP: &str =
    "The same layer of GELU units, with the same points and random numbers.";
pub const NO_CURE: &str = "Back to plain ReLU";
pub const NO_CURE_HELP: &str = "The layer as it would be without a cure.";
pub const LEAK_ONE_HELP: &str = "Turns this unit from ReLU into Leaky ReLU at this step.";
pub const GIVE_ALL: &str = "Give all a leak now";
pub const LEAK_ALL_HELP: &str = "Turns every unit from ReLU into Leaky ReLU at this step.";
pub const TAKE_BACK: &str = "Take the leak back";
pub const TAKE_BACK_HELP: &str = "The run as it would have been without.";

pub const RATE: [&str; 2] = [
    "Learning rate",
    "How far each step goes (η); large steps are what kills.",
];
pub const CURE: [&str; 2] = [
    "Cure",
    "What the units are made of from the start: plain ReLU, ReLU with the slope α for negative z, or GELU.",
];
pub const BIAS: [&str; 2] = [
    "Initial bias",
    "The bias of every unit before the first step; far below 0, units are born dead.",
];
pub const WIDTH: [&str; 2] = [
    "Units",
    "How many units the layer has: does death cost as much where there are many?",
];
pub const UNIT: [&str; 2] = [
    "Look at unit",
    "Shows this unit’s line, its inputs and its fate; a press on a line or a cross does the same.",
];
pub const ALPHA: [&str; 2] = ["Leak α", "The slope for negative z of a unit with a leak."];
pub const DATA: [&str; 2] = ["Points", "What the network learns to tell apart."];
pub const BATCH: [&str; 2] = [
    "Batch",
    "How many of the hundred points each step looks at.",
];
pub const LEAK: [&str; 2] = ["Leak given to", "Which units become leaky during the run."];
pub const LEAKY_UNIT: [&str; 2] = ["The leaky unit", "Which unit was given the leak."];
pub const LEAK_STEP: [&str; 2] = [
    "Leak given at step",
    "From this step on the unit has a slope for negative z too.",
];

pub const STEP_MEANING: &str = "how far the training has come";
pub const LOSS_MEANING: &str = "mean loss over all points";
pub const DEAD_UNITS_MEANING: &str = "how many units have a slope of exactly 0 on every point";
pub const LARGEST_Z_MEANING: &str = "the largest z of the chosen unit on any point";
pub const POINTS_ON_MEANING: &str = "for how many points a unit is on";

pub const HEAD_STEP: &str = "step";
pub const HEAD_LOSS: &str = "loss over all points, in nats";
pub const HEAD_DEAD_UNITS: &str = "dead units";

pub fn head_of_activation(unit: usize) -> String {
    format!("activation of unit {unit}")
}

pub fn head_of_first_weight(unit: usize) -> String {
    format!("weight w₁ of unit {unit}")
}

pub fn head_of_second_weight(unit: usize) -> String {
    format!("weight w₂ of unit {unit}")
}

pub fn head_of_bias(unit: usize) -> String {
    format!("bias b of unit {unit}")
}

pub fn head_of_outgoing_weight(unit: usize) -> String {
    format!("outgoing weight of unit {unit}")
}

pub fn head_of_points_on(unit: usize) -> String {
    format!("points for which unit {unit} is on")
}

pub fn head_of_largest_z(unit: usize) -> String {
    format!("largest z of unit {unit} on any point")
}
