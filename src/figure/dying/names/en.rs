//! What stands in the pictures of `dying` and beside them, in English.

pub const DEAD_UNITS: &str = "dead units";
pub const LEAK_GIVEN: &str = "leak given";
pub const STEP: &str = "step";
pub const OFF: &str = "off";
pub const POINTS: &str = "points";
pub const ANOTHER_LINE: &str = "another unit’s line, z = 0";
pub const DEAD: &str = "dead";
pub const WITH_A_LEAK: &str = "with a leak";
pub const LOSS: &str = "Loss";
pub const MEAN_LOSS: &str = "mean over all points";
pub const COUNT_OF_DEAD: &str = "Dead units";
pub const SLOPE_IS_ZERO: &str = "f′(z) is exactly 0 on every point";
pub const BEFORE_IT: &str = "Before it, over all points";
pub const AFTER_IT: &str = "After it, over all points";

pub fn unit(number: usize) -> String {
    format!("unit {number}")
}

pub fn card_of(number: usize) -> String {
    format!("Unit {number}")
}

pub fn class(number: usize) -> String {
    format!("class {number}")
}

pub fn at_step(step: usize) -> String {
    format!("step {step}")
}

pub fn history(width: usize) -> String {
    format!("Dead units, of {width}")
}

pub fn loss_of(activation: &str) -> String {
    format!("loss of a layer of {activation}")
}

pub fn slope(slope: &str, at: Option<&str>) -> String {
    match at {
        None => format!("slope {slope}"),
        Some(at) => format!("slope {slope} at {at}"),
    }
}

pub fn fed(number: usize) -> String {
    format!("What unit {number} is fed")
}

pub fn on(number: usize) -> String {
    format!("Where is unit {number} on?")
}

pub fn activation_of(number: usize) -> String {
    format!("activation of unit {number}")
}

pub fn of_all(dead: usize, width: usize) -> String {
    format!("{dead} of {width}")
}

pub fn on_for(active: usize, all: usize) -> String {
    format!("on for {active} of {all} points")
}

pub fn largest(z: &str) -> String {
    format!("largest z: {z}")
}

pub fn at_start(number: usize) -> String {
    format!("At the start, over all points, unit {number}")
}

pub fn step_of(step: usize, killed: bool, number: usize, part: &str) -> String {
    let did = if killed { "killed" } else { "moved" };
    format!("Step {step} {did} unit {number}: {part}")
}

pub fn give_leak(number: usize) -> String {
    format!("Give unit {number} a leak now")
}
