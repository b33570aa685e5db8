//! Where a plot's coordinates lie on the surface.

use super::gutter;
use super::pen::text_width;
use super::theme::Theme;
use super::ticks::{Tick, name, ticks};
use crate::view::{Axis, Direction, Framing, Plot, Scale};

/// Space between a diagram and the edge of its surface, in text heights.
const BARE_MARGIN: f64 = 0.6;

/// Space at the right of a frame, where half of the last number may stand, in text heights.
const EDGE: f64 = 1.2;

/// How often the room for labels and a widened range are fitted to each other; they settle at the second time.
const FITTINGS: usize = 3;

/// The mapping between a plot's coordinates and CSS pixels; used for drawing and for pointers alike.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Left, top, right, bottom of the frame in CSS pixels.
    pub rectangle: [f64; 4],
    /// Where labels may stand: the frame, or a diagram's whole surface.
    pub room: [f64; 4],
    /// How much room at its right the names of curves have, in CSS pixels.
    pub gutter: f64,
    /// Height of text in CSS pixels, in which the radii of nodes are measured.
    pub text: f64,
    /// Where both axes count, how many CSS pixels one is wide and high; else there is no end of room.
    pub cell: [f64; 2],
    x: (f64, f64),
    y: (f64, f64),
    /// Labelled places on the x axis.
    pub x_ticks: Vec<Tick>,
    /// Labelled places on the y axis.
    pub y_ticks: Vec<Tick>,
    /// What the x axis and the y axis are called.
    pub names: [String; 2],
}

impl Frame {
    /// The frame of `plot` on a surface of `width` × `height` CSS pixels.
    pub fn new(plot: &Plot, width: f64, height: f64, theme: Theme) -> Frame {
        let text = theme.text();
        let (mut x, mut y) = (plot.x.clone(), plot.y.clone());
        if plot.framing.is_diagram() {
            let margin = BARE_MARGIN * text;
            let end = |size: f64| (size - margin).max(margin + 1.0);
            let rectangle = match plot.framing {
                // All of its height is there for a finger.
                Framing::Strip => {
                    let [left, right] = sides(least(&y) * text, width, text);
                    [left, 1.0, right, (height - 1.0).max(2.0)]
                }
                _ => [margin, margin, end(width), end(height)],
            };
            // Units in a row by themselves are as far apart as their columns.
            let is_row = plot.framing == Framing::Bare && x.scale == Scale::Count;
            let column = (rectangle[2] - rectangle[0]) / (x.max - x.min);
            return Frame {
                rectangle,
                room: [1.0, 1.0, width - 1.0, height - 1.0],
                gutter: 0.0,
                text,
                cell: [if is_row { column } else { f64::INFINITY }, f64::INFINITY],
                x: (x.min, x.max),
                y: (y.min, y.max),
                x_ticks: Vec::new(),
                y_ticks: Vec::new(),
                names: [String::new(), String::new()],
            };
        }
        let gutter = gutter::room(plot, width, text);
        // The last number at the axis stands in it as well.
        let width = width - (gutter - EDGE * text).max(0.0);
        let mut rectangle = labelled(&y, width, height, text);
        if plot.framing == Framing::Equal {
            for _ in 0..FITTINGS {
                y = equal(plot, rectangle).1;
                rectangle = labelled(&y, width, height, text);
            }
            (x, y) = equal(plot, rectangle);
        }
        let [left, top, right, bottom] = rectangle;
        let counts = [&x, &y].iter().all(|axis| axis.scale == Scale::Count);
        let cell = [
            (right - left) / (x.max - x.min),
            (bottom - top) / (y.max - y.min),
        ];
        Frame {
            rectangle,
            room: rectangle,
            gutter,
            text,
            cell: if counts { cell } else { [f64::INFINITY; 2] },
            x_ticks: ticks(&x, right - left, Direction::X, text),
            y_ticks: ticks(&y, bottom - top, Direction::Y, text),
            names: [
                name(&x, right - left, Direction::X, text),
                name(&y, bottom - top, Direction::Y, text),
            ],
            x: (x.min, x.max),
            y: (y.min, y.max),
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

    /// The pixel in the frame that is nearest to a pixel.
    pub fn nearest(&self, px: f64, py: f64) -> (f64, f64) {
        let [left, top, right, bottom] = self.rectangle;
        (px.clamp(left, right), py.clamp(top, bottom))
    }

    /// The right end of the surface.
    pub fn right_end(&self) -> f64 {
        self.rectangle[2] + self.gutter.max(EDGE * self.text)
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

/// The rectangle that leaves room for the labels of both axes.
fn labelled(y: &Axis, width: f64, height: f64, text: f64) -> [f64; 4] {
    // The y axis's name stands above the frame; without one, half a tick label does.
    let top = if y.label.is_empty() { 0.7 } else { 1.9 } * text;
    let bottom = (height - 2.75 * text).max(top + 1.0);
    let widest = ticks(y, bottom - top, Direction::Y, text)
        .iter()
        .map(|tick| text_width(&tick.label, text))
        // Plots that stand one above the other begin at the same place unless a label is very long.
        .fold(least(y) * text, f64::max);
    let [left, right] = sides(widest, width, text);
    [left, top, right, bottom]
}

/// Room for the labels of an ordinary y axis, in text heights.
fn least(y: &Axis) -> f64 {
    if y.scale == Scale::Decades { 3.6 } else { 2.4 }
}

/// Left and right of a frame beside labels of that width.
fn sides(labels: f64, width: f64, text: f64) -> [f64; 2] {
    let left = labels + 0.9 * text;
    [left, (width - EDGE * text).max(left + 1.0)]
}

/// Both axes of a plot, one of them widened about its middle so that a unit of each is as long in this rectangle.
fn equal(plot: &Plot, [left, top, right, bottom]: [f64; 4]) -> (Axis, Axis) {
    let (width, height) = (right - left, bottom - top);
    let per_pixel = |axis: &Axis, pixels: f64| (axis.max - axis.min) / pixels;
    let unit = per_pixel(&plot.x, width).max(per_pixel(&plot.y, height));
    let widened = |axis: &Axis, pixels: f64| {
        if per_pixel(axis, pixels) == unit {
            return axis.clone();
        }
        let middle = 0.5 * (axis.min + axis.max);
        let (min, max) = (middle - 0.5 * unit * pixels, middle + 0.5 * unit * pixels);
        Axis {
            min,
            max,
            ..axis.clone()
        }
    };
    (widened(&plot.x, width), widened(&plot.y, height))
}

/// The middle of a pixel, where a hairline is one pixel wide and not two grey ones.
pub fn crisp(position: f64) -> f64 {
    position.floor() + 0.5
}
