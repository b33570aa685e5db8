//! What the page's script can call: the only place, with the canvas adaptor, that knows a browser.
//!
//! The script holds no list and does no arithmetic on model values; it asks here.
//! Answers with structure travel as JSON, because a page needs a few kilobytes of it per change and can then be tested without a browser.

mod errand;
mod gesture;
mod lab;
mod lookup;
mod panel;
mod parameter;
mod pictures;
mod refusal;
mod shown;
mod time;
mod whole;
mod words;
mod written;

#[cfg(test)]
mod tests;
