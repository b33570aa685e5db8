//! Where a plot's coordinates lie on the surface.

use super::pen::text_width;
use super::theme::Theme;
use super::ticks::{Tick, ticks};
use crate::figure::{Axis, Direction, Plot, Scale};

/// The mapping between a plot's coordinates and CSS pixels; used for drawing and for pointers alike.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Left, top, right, bottom of the frame in CSS pixels.
    pub rectangle: [f64; 4],
    x: (f64, f64),
    y: (f64, f64),
    /// Labelled places on the x axis.
    pub x_ticks: Vec<Tick>,
    /// Labelled places on the y axis.
    pub y_ticks: Vec<Tick>,
}

impl Frame {
    /// The frame of `plot` on a surface of `width` × `height` CSS pixels.
    pub fn new(plot: &Plot, width: f64, height: f64, theme: Theme) -> Frame {
        let text = theme.text();
        let top = 1.9 * text;
        let bottom = (height - 2.75 * text).max(top + 1.0);
        let y_ticks = ticks(&plot.y, bottom - top, Direction::Y, text);
        let least = if plot.y.scale == Scale::Decades {
            3.6
        } else {
            2.4
        };
        let widest = y_ticks
            .iter()
            .map(|tick| text_width(&tick.label, text))
            // Plots that stand one above the other begin at the same place unless a label is very long.
            .fold(least * text, f64::max);
        let left = widest + 0.9 * text;
        let right = (width - 1.2 * text).max(left + 1.0);
        let x_ticks = ticks(&plot.x, right - left, Direction::X, text);
        let ends = |axis: &Axis| (axis.min, axis.max);
        Frame {
            rectangle: [left, top, right, bottom],
            x: ends(&plot.x),
            y: ends(&plot.y),
            x_ticks,
            y_ticks,
        }
    }

    /// CSS pixels of a value on the x axis.
    pub fn px(&self, x: f64) -> f64 {
        let [left, _, right, _] = self.rectangle;
        left + (x - self.x.0) / (self.x.1 - self.x.0) * (right - left)
    }

    /// CSS pixels of a value on the y axis.
    pub fn py(&self, y: f64) -> f64 {
        let [_, top, _, bottom] = self.rectangle;
        bottom - (y - self.y.0) / (self.y.1 - self.y.0) * (bottom - top)
    }

    /// The x value under a pixel.
    pub fn x_at(&self, px: f64) -> f64 {
        let [left, _, right, _] = self.rectangle;
        self.x.0 + (px - left) / (right - left) * (self.x.1 - self.x.0)
    }

    /// The y value under a pixel.
    pub fn y_at(&self, py: f64) -> f64 {
        let [_, top, _, bottom] = self.rectangle;
        self.y.0 + (bottom - py) / (bottom - top) * (self.y.1 - self.y.0)
    }

    /// Whether a pixel lies in the frame.
    pub fn contains(&self, px: f64, py: f64) -> bool {
        let [left, top, right, bottom] = self.rectangle;
        (left..=right).contains(&px) && (top..=bottom).contains(&py)
    }

    /// Whether a pixel lies in the strip of x labels under the frame.
    pub fn in_x_labels(&self, px: f64, py: f64) -> bool {
        let [left, _, right, bottom] = self.rectangle;
        (left..=right).contains(&px) && py > bottom
    }
}
