//! What the browser tests stand on: the built page, a driven browser, and what a person does with a page.
//!
//! `cargo xtask test page numbers` runs them: it says what is to be tested, and with which engine, by environment variables.

mod browser;
mod built;
mod calm;
mod driver;
mod engine;
mod host;
mod ink;
mod jupyter;
mod look;
mod marionette;
mod page;
mod process;
mod tree;
mod whole;
mod wire;

pub use built::{
    activations, axe, built, consumer, native, notes, pseudo_file, refused, single_file, site,
};
pub use driver::{Screen, with_page};
pub use engine::{Ability, Engine};
pub use host::{Host, OPEN_TO_ALL};
pub use ink::{Picture, longest_run, roughness};
pub use jupyter::Jupyter;
pub use page::Page;
pub use tree::{Part, Tree};
