//! The same in English.

use activation_lab::figure::Each;
use lesson::Order;

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
        None => format!("{measure} is {lies} {right}"),
        Some(minus) => format!("{measure}, less {minus}, is {lies} {right}"),
    }
}
