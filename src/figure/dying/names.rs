//! What stands in the pictures of `dying` and beside them; units are counted from 1.

mod en;

use crate::texts;

texts! {
    const
        DEAD_UNITS, LEAK_GIVEN, STEP, OFF, POINTS, ANOTHER_LINE, DEAD, WITH_A_LEAK, LOSS,
        MEAN_LOSS, COUNT_OF_DEAD, SLOPE_IS_ZERO, BEFORE_IT, AFTER_IT;
    /// A unit.
    fn unit(number: usize) -> String;
    /// The same as the name of a readout.
    fn card_of(number: usize) -> String;
    /// One class of points.
    fn class(number: usize) -> String;
    /// The step that is shown.
    fn at_step(step: usize) -> String;
    /// The title of the count of the dead.
    fn history(width: usize) -> String;
    /// The course of the loss of a layer of such units.
    fn loss_of(activation: &str) -> String;
    /// The slope on the left of 0; `at` says where, if it is not the same everywhere.
    fn slope(slope: &str, at: Option<&str>) -> String;
    /// The title of what a unit is fed.
    fn fed(number: usize) -> String;
    /// The title of the plane.
    fn on(number: usize) -> String;
    /// The field in the plane.
    fn activation_of(number: usize) -> String;
    /// So many of all.
    fn of_all(dead: usize, width: usize) -> String;
    /// For how many points a unit is on.
    fn on_for(active: usize, all: usize) -> String;
    /// The largest z of a unit.
    fn largest(z: &str) -> String;
    /// What the formula of a unit before the first step is of.
    fn at_start(number: usize) -> String;
    /// What the formulas of a step are of: whether it killed the unit, and which of its parts.
    fn step_of(step: usize, killed: bool, number: usize, part: &str) -> String;
    /// What a button says.
    fn give_leak(number: usize) -> String;
}
