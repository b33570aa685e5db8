//! Values over a rectangle of the plane, and the colours they take.

use super::number;
use serde::Serialize;

/// Values over a rectangle of a plot, in columns and rows of equal cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Left and right edge of the outermost cells.
    pub x: [f64; 2],
    /// Lower and upper edge of the outermost cells.
    pub y: [f64; 2],
    /// Cells in a row; the number of rows follows from the number of values.
    pub columns: usize,
    /// Row by row **from the bottom up**, as y grows; each row from left to right.
    /// A NaN is a cell without a value: the paper shows through. (JSON has no NaN: it is `null` there.)
    pub values: Vec<f64>,
}

impl Field {
    /// The values of `f(x, y)` at the middles of `columns` × `rows` cells.
    pub fn sample(
        x: [f64; 2],
        y: [f64; 2],
        (columns, rows): (usize, usize),
        f: impl Fn(f64, f64) -> f64,
    ) -> Field {
        let middle = |[from, to]: [f64; 2], index: usize, count: usize| {
            from + (index as f64 + 0.5) / count as f64 * (to - from)
        };
        let row = |row: usize| {
            let f = &f;
            (0..columns).map(move |column| f(middle(x, column, columns), middle(y, row, rows)))
        };
        Field {
            x,
            y,
            columns,
            values: (0..rows).flat_map(row).collect(),
        }
    }

    /// Whole rows of values; 0 where there are no columns.
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// The value of a cell, counted from the left and from the bottom.
    pub fn at(&self, column: usize, row: usize) -> Option<f64> {
        let index = row.checked_mul(self.columns)?.checked_add(column)?;
        self.values
            .get(index)
            .copied()
            .filter(|_| column < self.columns)
    }
}

/// Which colours values take. Values beyond an end take the end's colour.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Ramp {
    /// From dark to light (viridis), for values of one sign or of no particular zero.
    Sequential {
        /// The value of the first colour.
        from: f64,
        /// The value of the last colour.
        to: f64,
    },
    /// Two hues that grow from a neutral 0, equally strong at equal distance from it.
    Diverging {
        /// The value of the strongest positive colour; its negative has the strongest negative colour.
        reach: f64,
    },
    /// From the paper’s own tone, for 0, to one hue: how much there is of something, as a share.
    Share,
}

impl Ramp {
    /// The values at its two ends.
    pub fn ends(&self) -> [f64; 2] {
        match *self {
            Ramp::Sequential { from, to } => [from, to],
            Ramp::Diverging { reach } => [-reach, reach],
            Ramp::Share => [0.0, 1.0],
        }
    }

    /// The same as people read them.
    pub fn labels(&self) -> [String; 2] {
        self.ends().map(|end| number::plain(end, 3))
    }

    /// How far along the ramp a value stands, 0 to 1; NaN for a NaN.
    /// Where both ends are the same value, everything stands at the middle.
    pub fn share(&self, value: f64) -> f64 {
        let [from, to] = self.ends();
        if from == to && !value.is_nan() {
            return 0.5;
        }
        ((value - from) / (to - from)).clamp(0.0, 1.0)
    }
}

/// How the cells of a field meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Cells {
    /// Colours run into each other between the middles of cells: samples of something continuous.
    Blended,
    /// Each cell is one even patch: things that are counted (layers, weights).
    Separate,
}
