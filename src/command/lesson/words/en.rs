//! The same in English.

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

pub fn fine(steps: usize, minutes: &str) -> String {
    format!("{steps} steps, {minutes} minutes; nothing is wrong")
}

pub fn ends_in(file: &str, ends: &[&str]) -> String {
    let ends = ends.join(" or ");
    format!("'{file}': the name of the file ends in {ends}")
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
