//! What is said of a lesson's file and of its goals, and on its worksheet.

mod en;

use activation_lab::figure::Each;
use activation_lab::texts;
use lesson::Order;
use std::io;

texts! {
    const ANSWERS, BECAUSE, CANNOT, CANNOT_SO, DATE, ESTIMATE, GOAL, NAME, REACHED;
    /// A measure: what it means, and which one of its kind it is.
    fn measure(meaning: &str, each: Each, number: Option<u32>) -> String;
    /// A condition on a measure, or on how much larger it is than another one.
    fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String;
    /// Nothing is wrong with a lesson of so many steps.
    fn fine(steps: usize, minutes: &str) -> String;
    /// How the name of a file has to end.
    fn ends_in(file: &str, ends: &[&str]) -> String;
    /// A link is of no figure.
    fn no_figure(link: &str) -> String;
    /// A link of a figure has no version.
    fn no_version(link: &str, figure: &str) -> String;
    /// What of a link cannot be read.
    fn in_link(link: &str, notes: &str) -> String;
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
