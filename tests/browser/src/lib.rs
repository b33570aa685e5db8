//! What the browser tests stand on: the built page, a driven Chromium, and what a person does with a page.
//!
//! `cargo xtask test page numbers` runs them: it says what is to be tested, and with which browser, by environment variables.

mod built;
mod driver;
mod host;
mod ink;
mod page;

pub use built::{activations, native, single_file, site};
pub use driver::{Screen, with_page};
pub use host::{Host, OPEN_TO_ALL};
pub use ink::{Picture, longest_run, roughness};
pub use page::Page;
