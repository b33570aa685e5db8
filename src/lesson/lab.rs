//! What a lesson is checked against.

use std::collections::HashMap;
use std::rc::Rc;

/// Who knows the figures, their measures and the claims.
pub trait Lab {
    /// The figure of a link, all of which can be read; or what of it cannot.
    fn figure(&self, link: &str) -> Result<String, String>;

    /// What a link shows; nothing where that is not worked out.
    fn seen(&mut self, link: &str) -> Option<Rc<Seen>>;

    /// What a measure of this name is, in words, if the figure has it in some state; or which it has.
    fn measure(&self, figure: &str, name: &str) -> Result<String, String>;

    /// Whether there is a claim of this id.
    fn has_claim(&self, id: &str) -> bool;
}

/// What a link shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Its plots.
    pub plots: Vec<SeenPlot>,
    /// The values of its measures; none where there is no number.
    pub measures: HashMap<String, Option<f64>>,
}

/// A plot, as far as a question is asked about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenPlot {
    /// Its id.
    pub id: String,
    /// How many curves and rows of bars it has.
    pub series: usize,
    /// Whether it has axes to read a value from.
    pub has_axes: bool,
}

impl Seen {
    /// The value of a measure, NaN where there is none.
    pub fn value(&self, name: &str) -> f64 {
        let found = self.measures.get(name).copied().flatten();
        found.unwrap_or(f64::NAN)
    }

    /// The plot of that id.
    pub fn plot(&self, id: &str) -> Option<&SeenPlot> {
        self.plots.iter().find(|plot| plot.id == id)
    }
}
