//! Lessons as data: Markdown that reads well by itself, read into steps, and everything that is wrong with it, said with its line.
//!
//! - [`read`](read()) reads a file into a [`Lesson`], which becomes JSON as the page reads it.
//! - [`Lab`] is what a lesson is checked against: who knows the figures. This package knows none of them.
//! - What is wrong is said in the [language](language) that is spoken.
//! - Conditions are [comparisons](comparison), as in the claims of the article.
//!
//! `docs/lessons.md` describes the format.

pub mod claims;
mod document;
mod fault;
mod frame;
mod goal;
mod lab;
mod prose;
mod question;
mod read;
mod step;
mod text;
mod types;

pub use comparison::Order;
pub use fault::Fault;
pub use lab::{Lab, Seen, SeenPlot};
pub use prose::{Node, Prose, Tag, plain};
pub use read::{Source, read};
pub use types::{Asks, Choice, Condition, Goal, Impossible, Lesson, Question, Step};
