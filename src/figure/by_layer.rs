//! "Now, by layer": the figure's measures of each layer, in words, for whoever does not see the picture.

use super::text;
use crate::language::Text;
use crate::view::number;
use crate::view::{Grid, Meaning, Measure, Quantity, Subject, Why, representative};

/// Significant digits: as many as one can listen to.
const DIGITS: usize = 3;

/// How a figure tells of its layers.
pub struct ByLayer {
    /// What a layer is called, and whether it is the last of all.
    pub layer: fn(usize, bool) -> String,
    /// What is told of each.
    pub columns: &'static [LayerColumn],
}

/// One thing that is told of each layer.
pub struct LayerColumn {
    /// What stands over it.
    pub head: Text,
    /// The measure that is told.
    pub measure: Meaning,
    /// Its value in words, beside that of the last layer.
    pub said: fn(Quantity, Quantity) -> String,
}

impl ByLayer {
    /// At most so many layers, spread evenly over all; without a row where the measures are not known yet.
    pub fn grid(&self, measures: &[Measure], most: usize) -> Grid {
        let of = |meaning: Meaning| -> Vec<Quantity> {
            let own = measures.iter().filter(|measure| measure.id == meaning.id);
            let layers = own.filter(|measure| matches!(measure.of, Subject::Layer(_)));
            layers.map(|measure| measure.value).collect()
        };
        let told: Vec<Vec<Quantity>> = self
            .columns
            .iter()
            .map(|column| of(column.measure))
            .collect();
        let all = told.iter().map(Vec::len).max().unwrap_or(0);
        let row = |index: usize| {
            let columns = self.columns.iter().zip(&told);
            let cells = columns.map(|(column, told)| match (told.get(index), told.last()) {
                (Some(&here), Some(&last)) => (column.said)(here, last),
                _ => String::new(),
            });
            let name = (self.layer)(index + 1, index + 1 == all);
            std::iter::once(name).chain(cells).collect()
        };
        let heads = self.columns.iter().map(|column| column.head.read());
        Grid {
            columns: std::iter::once(text::LAYER.read()).chain(heads).collect(),
            rows: representative(all, most).map(row).collect(),
        }
    }
}

/// A number.
pub fn plain(here: Quantity, _: Quantity) -> String {
    match here {
        Quantity::Number(x) => number::plain(x, DIGITS),
        Quantity::Scaled(x) => number::scaled(x, DIGITS),
        Quantity::Count(n) => n.to_string(),
        Quantity::Missing(Why::Overflow) => number::plain(f64::INFINITY, DIGITS),
        Quantity::Missing(_) => number::plain(f64::NAN, DIGITS),
    }
}

/// The number that a decimal logarithm is of.
pub fn of_logarithm(here: Quantity, last: Quantity) -> String {
    match here {
        Quantity::Number(log10) => number::from_log10(log10, DIGITS),
        Quantity::Missing(Why::ExactZero) => number::plain(0.0, DIGITS),
        other => plain(other, last),
    }
}

/// From decimal logarithms, what is left of the last layer's: a share of it.
pub fn left(here: Quantity, last: Quantity) -> String {
    match (here.compared(), last) {
        (Some(here), Quantity::Number(last)) => number::percent(here - last),
        _ => number::plain(f64::NAN, DIGITS),
    }
}
