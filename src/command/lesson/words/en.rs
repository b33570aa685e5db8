//! The same in English.

use activation_lab::figure::Each;
use lesson::Order;
use std::io;

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

pub fn fine(steps: usize, minutes: &str) -> String {
    format!("{steps} steps, {minutes} minutes; nothing is wrong")
}

pub fn ends_in(file: &str, ends: &[&str]) -> String {
    let ends = ends.join(" or ");
    format!("'{file}': the name of the file ends in {ends}")
}

pub fn no_figure(link: &str) -> String {
    format!("the link '{link}' names no figure: it begins with figure=")
}

pub fn no_version(link: &str, figure: &str) -> String {
    format!(
        "the link '{link}' says no version, and so means the defaults of the first: begin it with figure={figure}&v=2"
    )
}

pub fn in_link(link: &str, notes: &str) -> String {
    format!("in the link '{link}': {notes}")
}

pub fn unreadable_page(file: &str, error: &io::Error) -> String {
    format!("cannot read the page '{file}': {error}")
}

pub fn not_the_page(file: &str, name: &str) -> String {
    format!(
        "'{file}' is not the single file of this page, or is older than its lessons: `cargo xtask build` makes dist/{name}"
    )
}

pub fn no_plot(plot: &str) -> String {
    format!("no plot '{plot}' is shown")
}

pub fn no_value(measure: &str) -> String {
    format!("'{measure}' has no value")
}

pub fn no_page(name: &str) -> String {
    format!(
        "a lesson is put into the page's single file, and there is none beside this program, here, or in dist: name it with --page {name}; `cargo xtask build` makes it"
    )
}
