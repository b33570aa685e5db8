//! What is said of a lesson's file and of its goals, and on its worksheet.

mod en;

use activation_lab::texts;
use std::io;

texts! {
    const ANSWERS, BECAUSE, CANNOT, CANNOT_SO, DATE, ESTIMATE, GOAL, NAME, REACHED;
    /// Nothing is wrong with a lesson of so many steps.
    fn fine(steps: usize, minutes: &str) -> String;
    /// How the name of a file has to end.
    fn ends_in(file: &str, ends: &[&str]) -> String;
    /// The page cannot be read.
    fn unreadable_page(file: &str, error: &io::Error) -> String;
    /// A file is no page that a lesson can be put into.
    fn not_the_page(file: &str, name: &str) -> String;
    /// A plot is not shown.
    fn no_plot(plot: &str) -> String;
    /// A measure has no value where it is asked for.
    fn no_value(measure: &str) -> String;
    /// No such page is found.
    fn no_page(name: &str) -> String;
}
