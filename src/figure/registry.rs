//! Which figures there are, and which of them a reader of the article comes to first.

use super::{Figure, collapse, curves, decay, dying, freeze, layers, neuron, text};
use std::fmt;

/// Every figure, in the article's order.
pub static FIGURES: &[Figure] = &[
    neuron::FIGURE,
    collapse::FIGURE,
    curves::FIGURE,
    decay::FIGURE,
    layers::FIGURE,
    freeze::FIGURE,
    dying::FIGURE,
];

/// The same, of which those that need networks, training and theory are [only named](Figure::named).
/// A program that is handed this list holds nothing of what they compute.
pub static FIRST: &[Figure] = &[
    neuron::FIGURE.unexplained(),
    collapse::FIGURE.unexplained(),
    curves::FIGURE.unexplained(),
    decay::FIGURE.unexplained(),
    layers::FIGURE.named(),
    freeze::FIGURE.named(),
    dying::FIGURE.named(),
];

/// The figure of that name.
pub fn find(id: &str) -> Result<&'static Figure, UnknownFigure> {
    find_in(FIGURES, id)
}

/// The same, of a list such as [`FIRST`].
pub fn find_in(figures: &'static [Figure], id: &str) -> Result<&'static Figure, UnknownFigure> {
    let found = figures.iter().find(|figure| figure.id == id);
    found.ok_or_else(|| UnknownFigure {
        id: id.to_owned(),
        known: figures.iter().map(|figure| figure.id).collect(),
    })
}

/// No figure has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFigure {
    id: String,
    known: Vec<&'static str>,
}

impl fmt::Display for UnknownFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::unknown_figure(&self.id, &self.known.join(", ")))
    }
}

impl std::error::Error for UnknownFigure {}
