//! What is said of a lesson's goals, and on its worksheet.

mod en;

use activation_lab::figure::Each;
use activation_lab::texts;
use lesson::Order;

texts! {
    const ANSWERS, BECAUSE, CANNOT, CANNOT_SO, DATE, ESTIMATE, GOAL, NAME, REACHED;
    /// A measure: what it means, and which one of its kind it is.
    fn measure(meaning: &str, each: Each, number: Option<u32>) -> String;
    /// A condition on a measure, or on how much larger it is than another one.
    fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String;
}
