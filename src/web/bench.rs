//! What `cargo xtask bench` measures; compiled only with the feature `bench`, never into the page.
//!
//! The work is that of the page: a `Plot` of activations through the canvas adaptor, the plain f64 path, the chain.

use crate::chart::{Theme, draw_on_canvas};
use crate::figure::{Axis, Dash, Framing, Ink, Mark, Plot, Scale};
use crate::model::activation::{Activation, Kind};
use crate::model::chain::Chain;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// Points per series.
const POINTS: usize = 512;

/// The series of both panels, in the order of the peers' pages.
const SERIES: [Kind; 6] = [
    Kind::Relu,
    Kind::LeakyRelu,
    Kind::Sigmoid,
    Kind::Tanh,
    Kind::Gelu,
    Kind::Silu,
];

/// One panel: its label, the range of y, and which function of an activation it shows.
struct Panel {
    label: &'static str,
    y: (f64, f64),
    function: fn(&Activation, f64) -> f64,
}

const PANELS: [Panel; 2] = [
    Panel {
        label: "f(x)",
        y: (-2.0, 6.5),
        function: Activation::value,
    },
    Panel {
        label: "f′(x)",
        y: (-0.4, 1.4),
        function: Activation::derivative,
    },
];

/// Recomputes and draws one panel, `width` × `height` CSS pixels, with the range of x and the slope of leaky ReLU as given.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments)] // wasm-bindgen passes numbers cheaply, structures not
pub fn redraw(
    panel: usize,
    canvas: &HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    alpha: f64,
    from: f64,
    to: f64,
) -> Result<(), String> {
    let panel = PANELS.get(panel).ok_or("there are two panels")?;
    let plot = plot(panel, alpha, (from, to))?;
    draw_on_canvas(&plot, canvas, width, height, ratio, Theme::Light)
}

fn plot(panel: &Panel, alpha: f64, (from, to): (f64, f64)) -> Result<Plot, String> {
    let mut marks = Vec::with_capacity(SERIES.len());
    for (slot, kind) in (0..).zip(SERIES) {
        let mut activation = Activation::new(kind);
        if kind == Kind::LeakyRelu {
            let changed = activation.with("alpha", alpha);
            activation = changed.map_err(|error| error.to_string())?;
        }
        let step = (to - from) / (POINTS - 1) as f64;
        let at = |index| from + step * index as f64;
        let points = (0..POINTS).map(|index| [at(index), (panel.function)(&activation, at(index))]);
        marks.push(Mark::Line {
            name: String::new(),
            ink: Ink::Series(slot),
            dash: Dash::Solid,
            width: 1.0,
            pieces: vec![points.collect()],
            label: String::new(),
        });
    }
    let axis = |label: &str, (min, max)| Axis {
        label: label.to_owned(),
        min,
        max,
        scale: Scale::Linear,
    };
    Ok(Plot {
        id: "bench",
        title: String::new(),
        framing: Framing::Axes,
        x: axis("x", (from, to)),
        y: axis(panel.label, panel.y),
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    })
}

/// A vector of activations and their values.
#[wasm_bindgen]
pub struct Values {
    xs: Vec<f64>,
    ys: Vec<f64>,
}

#[wasm_bindgen]
impl Values {
    /// A vector of these places.
    #[wasm_bindgen(constructor)]
    pub fn new(xs: Vec<f64>) -> Values {
        let ys = vec![0.0; xs.len()];
        Values { xs, ys }
    }

    /// Computes every value.
    pub fn run(&mut self, activation: &str) -> Result<(), String> {
        let activation: Activation = activation.parse().map_err(|error| format!("{error}"))?;
        for (y, &x) in self.ys.iter_mut().zip(&self.xs) {
            *y = activation.value(x);
        }
        Ok(())
    }

    /// Where in the module's memory the values lie.
    pub fn address(&self) -> usize {
        self.ys.as_ptr() as usize
    }
}

/// Runs chains of this depth, with inputs that differ a little; returns the sum of their gradients at layer 1.
#[wasm_bindgen]
pub fn chains(activation: &str, depth: usize, count: usize) -> Result<f64, String> {
    let activation: Activation = activation.parse().map_err(|error| format!("{error}"))?;
    let gradient = |index: usize| {
        let chain = Chain::new(activation, depth, 1.0, 0.0, 0.5 + 1e-9 * index as f64);
        chain
            .layers
            .first()
            .map_or(0.0, |layer| layer.dl_dz.to_f64())
    };
    Ok((0..count).map(gradient).sum())
}
