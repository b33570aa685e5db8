//! Draws a [`Plot`](crate::view::Plot) on any plotters backend.
//!
//! Everything here is measured in CSS pixels; the backends take whole numbers, so the [`Pen`](pen::Pen) hands them eighths of a pixel.
//! The chart layer uses plotters for its backends and styles and lays charts out itself: plotters' own legends and captions measure text by inserting elements into the host page, and its series clamp points at the frame.
//! It never computes a number of the model and never touches the DOM.

mod diagram;
mod draw;
mod frame;
mod guides;
mod gutter;
mod heat;
mod labels;
mod marks;
mod palette;
mod paper;
mod patches;
mod pen;
mod picture;
mod png;
mod points;
mod polyline;
mod ramp;
mod reach;
mod shared;
mod sheet;
mod svg;
mod swatch;
mod text;
mod theme;
mod ticks;
mod wrap;

pub use draw::draw;
pub use frame::Frame;
pub use pen::{Pen, Surface, UNITS};
pub use picture::Picture;
pub use points::shape_path;
pub use polyline::{clip, thin};
pub use ramp::css_ramp;
pub use reach::{distance, nearest};
pub use shared::Shared;
pub use svg::{Document, svg};
pub use theme::{Theme, UnknownTheme, css_colour, dash_pattern};
