//! What the page's script can call: the only place, with the canvas adaptor, that knows a browser.
//!
//! The script holds no list and does no arithmetic on model values; it asks here.
//! Which figures there are to be asked for, the module that this becomes a part of says when it [begins](begin).
//! Answers with structure travel as JSON, because a page needs a few kilobytes of it per change and can then be tested without a browser.

mod asked;
mod begin;
mod errand;
mod gesture;
mod heard;
mod lab;
mod lookup;
mod object;
mod panel;
mod parameter;
mod pictures;
mod question;
mod refusal;
mod seen;
mod shown;
mod time;
mod whole;
mod words;
mod written;

pub use begin::begin;
pub use lab::Lab;
pub use question::asks;
pub use seen::{linked, measured, seen};

#[cfg(test)]
mod tests;
