//! Activation Lab: activation functions and the vanishing gradient, computed.
//!
//! - [`model`] is the mathematics, a package of its own that imports nothing of ours.
//! - [`language`] is which language the texts are in; a package of its own, too, which imports nothing of ours either.
//! - [`view`] is what a figure shows, as plain data: plots, numbers, formulas and words, without pixels or colours.
//! - [`state`] is what can be changed: controls, settings, links.
//! - [`figure`] turns settings into a [`View`](view::View). One table of controls per figure drives sliders, links, the command line and the documentation.
//! - [`chart`] draws a plot of a view on any plotters backend, and knows nothing else.
//! - `main.rs` and `command` are the native command.
//!
//! Other packages stand on these: `canvas` draws on a canvas of a page, `web` is the boundary to JavaScript, `modules/first` and `modules/whole` are what it is compiled into, `trainer` is the worker's module, `bench` what is measured.
//! Arrows point one way: web → figure → view, state, model, and web → chart → view. The packages and `tests/tidy` hold that.
//!
//! ```
//! use activation_lab::figure::{Settings, find};
//!
//! let decay = find("decay")?;
//! let mut settings = Settings::defaults(decay.controls);
//! settings.set("activation", "tanh")?;
//! settings.set("depth", "100")?;
//! let view = decay.view(&settings);
//! assert!(view.summary.starts_with("Layer 1 receives"));
//! assert_eq!(view.table.rows.len(), 100);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod chart;
pub mod figure;
pub mod state;
pub mod view;
pub use ::language;
pub use ::language::texts;
pub use ::model;
