//! Draws a [`Plot`](crate::figure::Plot) on any plotters backend.
//!
//! Everything here is measured in CSS pixels; the backends take whole numbers, so the [`Pen`](pen::Pen) hands them eighths of a pixel.
//! The chart layer uses plotters for its backends and styles and lays charts out itself: plotters' own legends and captions measure text by inserting elements into the host page, and its series clamp points at the frame.
//! It never computes a number of the model and never touches the DOM.

#[cfg(target_arch = "wasm32")]
mod canvas;
mod draw;
mod frame;
mod guides;
mod labels;
mod marks;
mod pen;
mod polyline;
mod svg;
mod theme;
mod ticks;

#[cfg(target_arch = "wasm32")]
pub use canvas::draw_on_canvas;
pub use draw::draw;
pub use frame::Frame;
pub use pen::{Pen, Surface};
pub use polyline::{clip, thin};
pub use svg::svg;
pub use theme::{Theme, UnknownTheme, css_colour, dash_pattern};
