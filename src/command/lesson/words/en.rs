//! The same in English.

use activation_lab::figure::Each;
use lesson::Order;

pub const ANSWERS: &str = "Answers";
pub const BECAUSE: &str = "because";
pub const CANNOT: &str = "or: it cannot be done, because";
pub const CANNOT_SO: &str = "It cannot be done.";
pub const DATE: &str = "Date";
pub const ESTIMATE: &str = "My estimate:";
pub const GOAL: &str = "Goal";
pub const NAME: &str = "Name";
pub const REACHED: &str = "It is reached with";

pub fn measure(meaning: &str, each: Each, number: Option<u32>) -> String {
    match (each, number) {
        (Each::Layer, Some(number)) => format!("{meaning} (layer {number})"),
        (Each::Unit, Some(number)) => format!("{meaning} (unit {number})"),
        (Each::Series, Some(number)) if number > 1 => format!("{meaning} (curve {number})"),
        _ => meaning.to_owned(),
    }
}

pub fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String {
    let lies = match is {
        Order::Below => "below",
        Order::Above => "above",
        Order::AtMost => "at most",
        Order::AtLeast => "at least",
        Order::Equal => "equal to",
    };
    let right = right.to_string().replace('-', "−");
    match minus {
        None => format!("{measure}: {lies} {right}"),
        Some(minus) => format!("{measure}, less {minus}: {lies} {right}"),
    }
}
