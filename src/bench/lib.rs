//! What `cargo xtask bench` measures: never part of the page.
//!
//! The work is that of the page: a `Plot` of activations through the canvas adaptor, the plain f64 path, the chain.

use activation_lab::chart::Theme;
use activation_lab::figure::{Axis, Dash, Framing, Ink, Mark, Plot, Scale};
use canvas::{Around, draw_on_canvas};
use model::activation::{Activation, Kind};
use model::chain::Chain;
use model::dataset::{Dataset, Points};
use model::experiment::{Arm, Experiment, Plan as Twins, Question};
use model::init::Init;
use model::loss::Loss;
use model::network::Network;
use model::optimiser::{Optimiser, Rule};
use model::training::{Batch, Plan, Training};
use model::work::Budget;
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
    draw_on_canvas(
        &plot,
        canvas,
        width,
        height,
        ratio,
        Theme::Light,
        Around::default(),
    )
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

/// Points per step of a [`Run`].
const BATCH: usize = 10;

/// A network in training, as the peers train theirs.
#[wasm_bindgen]
pub struct Run {
    training: Training,
}

#[wasm_bindgen]
impl Run {
    /// A network of these widths and these parameters; the points are `[feature][point]`, one target each.
    ///
    /// The hidden layers have the named activation, the output is a tanh.
    #[wasm_bindgen(constructor)]
    pub fn new(
        activation: &str,
        widths: &[usize],
        parameters: &[f64],
        inputs: Vec<f64>,
        targets: Vec<f64>,
        rate: f64,
    ) -> Result<Run, String> {
        let hidden: Activation = activation.parse().map_err(|error| format!("{error}"))?;
        let [features, layers @ .., outputs] = widths else {
            return Err("a network has inputs and outputs".to_owned());
        };
        let mut layers: Vec<_> = layers.iter().map(|width| (*width, hidden)).collect();
        layers.push((*outputs, Activation::new(Kind::Tanh)));
        let mut network = Network::new(*features, &layers).map_err(|error| error.to_string())?;
        let set = network.set_parameters(parameters);
        set.map_err(|error| error.to_string())?;
        let points = |inputs, targets| Points {
            features: *features,
            inputs,
            targets,
        };
        let dataset = Dataset {
            train: points(inputs, targets),
            test: points(Vec::new(), Vec::new()),
            classes: None,
        };
        let plan = Plan {
            loss: Loss::MeanSquare,
            batch: Batch::InOrder(BATCH),
            seed: 0,
        };
        let training = Training::new(network, Optimiser::new(Rule::Sgd, rate), dataset, plan);
        let training = training.map_err(|error| error.to_string())?;
        Ok(Run { training })
    }

    /// Takes so many steps.
    pub fn steps(&mut self, count: usize) -> Result<(), String> {
        for _ in 0..count {
            self.training.step().map_err(|stop| stop.to_string())?;
        }
        Ok(())
    }

    /// The mean square over all points.
    pub fn loss(&self) -> Result<f64, String> {
        let losses = self.training.losses(&mut self.training.workspace());
        losses
            .map(|losses| losses.train)
            .map_err(|error| error.to_string())
    }
}

/// Steps of one experiment, and steps between two questions about it: one question in every few frames.
const EXPERIMENT: u64 = 5000;
const BETWEEN: u64 = 500;

/// The same network in training with everything that the figure shows: both networks, their past, the plane, the way back.
#[wasm_bindgen]
pub struct Shown {
    plan: Twins,
    experiment: Experiment,
}

#[wasm_bindgen]
impl Shown {
    /// An experiment with two networks alike.
    #[wasm_bindgen(constructor)]
    pub fn new(activation: &str, depth: usize, width: usize) -> Result<Shown, String> {
        let activation = activation.parse().map_err(|error| format!("{error}"))?;
        let arm = Arm::new(activation, Init::XavierNormal);
        let plan = Twins {
            depth,
            width,
            batch: BATCH,
            arms: [arm; 2],
            ..Twins::default()
        };
        let experiment = Experiment::new(plan).map_err(|error| error.to_string())?;
        Ok(Shown { plan, experiment })
    }

    /// Takes at least so many steps, both networks' counted.
    pub fn steps(&mut self, count: u64) -> Result<(), String> {
        for _ in 0..count.div_ceil(2 * BETWEEN) {
            if self.experiment.reached() >= EXPERIMENT {
                let fresh = Experiment::new(self.plan);
                self.experiment = fresh.map_err(|error| error.to_string())?;
            }
            let question = Question {
                step: self.experiment.reached() + BETWEEN,
                layer: 0,
                plane: true,
            };
            let _ = self.experiment.answer(question, Budget::default());
        }
        Ok(())
    }
}
