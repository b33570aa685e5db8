//! What is said of a lesson's goals.

mod en;

use activation_lab::figure::Each;
use activation_lab::texts;
use lesson::Order;

texts! {
    /// A measure: what it means, and which one of its kind it is.
    fn measure(meaning: &str, each: Each, number: Option<u32>) -> String;
    /// A condition on a measure, or on how much larger it is than another one.
    fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String;
}
