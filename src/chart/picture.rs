//! A field as pixels: what a canvas and an SVG are given instead of thousands of rectangles.

use super::ramp::{level, palette};
use super::theme::Theme;
use crate::view::{Cells, Field, Ramp};
use plotters::style::RGBColor;

/// Pixels by palette. Index 0 is transparent and index `i` is `colours[i - 1]`.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Pixels in a row.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// At most 255 colours.
    pub colours: Vec<RGBColor>,
    /// Indices row by row from the **top** down, as images have it.
    pub pixels: Vec<u8>,
    /// Whether colours run into each other when the picture is stretched.
    pub blended: bool,
}

impl Picture {
    /// The field in the colours of a ramp; its lowest row, the first, becomes the last.
    pub fn new(field: &Field, ramp: &Ramp, cells: Cells, theme: Theme) -> Picture {
        let index = |value: &f64| level(ramp, *value).map_or(0, |level| level as u8 + 1);
        let whole = field.rows() * field.columns;
        let rows = field.values[..whole].chunks_exact(field.columns.max(1));
        Picture {
            columns: field.columns,
            rows: field.rows(),
            colours: palette(ramp, theme),
            pixels: rows.rev().flatten().map(index).collect(),
            blended: cells == Cells::Blended,
        }
    }

    /// Every colour of a ramp from left to right, for a legend.
    pub fn gradient(ramp: &Ramp, theme: Theme) -> Picture {
        let colours = palette(ramp, theme);
        let pixels: Vec<u8> = (1..=colours.len() as u8).collect();
        Picture {
            columns: pixels.len(),
            rows: 1,
            colours,
            pixels,
            blended: true,
        }
    }

    /// The same with its outermost pixels once more around it: stretched alike, it looks the same inside.
    pub fn framed(&self) -> Picture {
        let doubled = |count: usize| {
            let last = count.saturating_sub(1);
            [0].into_iter().chain(0..count).chain([last])
        };
        let pixel = |row: usize, column: usize| {
            let index = self.pixels.get(row * self.columns + column);
            index.copied().unwrap_or(0)
        };
        let row = |row: usize| doubled(self.columns).map(move |column| pixel(row, column));
        Picture {
            columns: self.columns + 2,
            rows: self.rows + 2,
            colours: self.colours.clone(),
            pixels: doubled(self.rows).flat_map(row).collect(),
            blended: self.blended,
        }
    }

    /// Red, green, blue and opacity of each pixel.
    pub fn rgba(&self) -> Vec<u8> {
        let colour = |&index: &u8| match self.colours.get(usize::from(index).wrapping_sub(1)) {
            Some(&RGBColor(r, g, b)) => [r, g, b, 255],
            None => [0; 4],
        };
        self.pixels.iter().flat_map(colour).collect()
    }
}
