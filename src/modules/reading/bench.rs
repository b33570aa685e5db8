//! What a lesson is checked against: the page's own object, which asks the module that draws the figures.

use lesson::{Lab, Seen, SeenPlot};
use model::number::ascii;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Who knows the figures, their measures and the claims.
    #[wasm_bindgen(typescript_type = "ReadingBench")]
    pub type Bench;

    /// The figure of a link; throws what of it cannot be read.
    #[wasm_bindgen(method, catch)]
    fn figure(this: &Bench, link: &str) -> Result<String, JsValue>;

    /// What a measure is, in words; throws which ones there are.
    #[wasm_bindgen(method, catch)]
    fn measure(this: &Bench, figure: &str, name: &str) -> Result<String, JsValue>;

    /// What a link shows, as the function `seen` of the whole module tells it, if it has been worked out.
    #[wasm_bindgen(method)]
    fn seen(this: &Bench, link: &str) -> Option<String>;

    /// Whether there is a claim of this id.
    #[wasm_bindgen(method)]
    fn claims(this: &Bench, id: &str) -> bool;
}

/// It answers as a lesson asks.
pub struct Answering<'a>(pub &'a Bench);

/// What was thrown is a text.
fn text(thrown: JsValue) -> String {
    thrown.as_string().unwrap_or_default()
}

impl Lab for Answering<'_> {
    fn figure(&self, link: &str) -> Result<String, String> {
        self.0.figure(link).map_err(text)
    }

    fn seen(&mut self, link: &str) -> Option<Rc<Seen>> {
        self.0.seen(link).map(|told| Rc::new(seen(&told)))
    }

    fn measure(&self, figure: &str, name: &str) -> Result<String, String> {
        self.0.measure(figure, name).map_err(text)
    }

    fn has_claim(&self, id: &str) -> bool {
        self.0.claims(id)
    }
}

/// Lines: `plot ID SERIES`, with `axes` after it where it has some, and `NAME VALUE` of each measure, without a value where there is no number.
fn seen(told: &str) -> Seen {
    let mut seen = Seen::default();
    for line in told.lines() {
        match *line.split(' ').collect::<Vec<_>>() {
            ["plot", id, series, ref rest @ ..] => seen.plots.push(SeenPlot {
                id: id.to_owned(),
                series: series.parse().unwrap_or_default(),
                has_axes: !rest.is_empty(),
            }),
            [name, ref value @ ..] => {
                let value = value.first().and_then(|value| number(value));
                seen.measures.insert(name.to_owned(), value);
            }
            [] => {}
        }
    }
    seen
}

/// As Rust writes it; the logarithm of nothing lies below every number.
fn number(text: &str) -> Option<f64> {
    match text {
        "-inf" => Some(f64::NEG_INFINITY),
        "inf" => Some(f64::INFINITY),
        _ => ascii(text),
    }
}
