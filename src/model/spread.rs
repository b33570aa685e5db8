//! A random network before its first step: what it makes of its inputs, layer after layer, and what comes back.
//!
//! Every layer has the same width N as the input, weights N(0, gain²/N) and biases N(0, `bias_std`²):
//! `z_l = W_l·a_(l-1) + b_l` and `a_l = f(z_l)`.
//! - With `layer_norm` the z of each sample are brought to mean 0 and variance 1 over the units before f; what is called z here is then the normalised number, the one that f sees. A layer of a single unit is left as it is.
//! - With `residual` every layer adds what it was given: `a_l = f(z_l) + a_(l-1)`.
//! - Inputs are N(0, 1). The loss of a sample is `g·a_depth` with g a random direction of length 1, drawn for each sample: some error arrives at the output, and nothing else is said about it.
//! - `∂L/∂z_l` is the gradient by what the layer summed up, before any normalisation.
//!
//! The largest networks have tens of millions of weights.
//! No matrix is stored: a row of weights is drawn, used and forgotten, and drawn again on the way back.
//! The work is done in small portions, so that a page can draw between them.
//! The gradient carries a common power of two along, as it may shrink beyond the range of `f64`.
//!
//! ```
//! use model::spread::{Plan, Spread};
//! use model::work::Work;
//! let mut spread = Spread::new(Plan { depth: 20, ..Plan::new("sigmoid".parse()?) });
//! spread.finish();
//! let decades = spread.layer(19).log10_norm() - spread.layer(0).log10_norm();
//! assert!(decades > 11.0); // layer 1 receives less than a hundred-billionth
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod counts;
mod faint;
pub mod forecast;
mod layer;
mod moments;
mod normals;
mod plan;
mod products;

pub use layer::Layer;
pub use moments::Moments;
pub use plan::Plan;

use super::init::Init;
use super::random::{Purpose, Random};
use super::work::{Budget, Work, done};
use normals::Normals;
use std::task::Poll;

/// Rows of weights that are worked through between two looks at the clock.
const PORTION: usize = 4;

/// Added to the variance before its root is taken, as in PyTorch.
pub const EPSILON: f64 = 1e-5;

/// Where the work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// At this row of this layer, on the way to the output.
    Forward { layer: usize, row: usize },
    /// At this row of this layer, on the way back.
    Backward { layer: usize, row: usize },
    /// Nothing is left to do.
    Finished,
}

/// A network with what has been computed of it so far. All numbers of a layer are `[unit][sample]`.
#[derive(Clone, Debug)]
pub struct Spread {
    plan: Plan,
    samples: usize,
    inputs: Vec<f64>,
    normals: Normals,
    biases: Random,
    /// One random direction for each sample.
    errors: Vec<f64>,
    layers: Vec<Layer>,
    /// ∂L/∂a of the layer that the way back has reached, over 2^`exponent`.
    arriving: Vec<f64>,
    /// ∂L/∂a of the layer before it, while it is being summed up.
    leaving: Vec<f64>,
    exponent: i32,
    /// Of which samples exactly nothing arrives there.
    silent: Vec<bool>,
    stage: Stage,
}

/// The budget is asked after each small portion: a few units of one layer.
impl Work for Spread {
    type Answer = ();

    fn advance(&mut self, budget: Budget) -> Poll<()> {
        while self.stage != Stage::Finished {
            self.step();
            if budget.is_over() {
                break;
            }
        }
        done(self.is_finished())
    }
}

impl Spread {
    /// The network before anything is computed.
    pub fn new(plan: Plan) -> Spread {
        let plan = Plan {
            depth: plan.depth.max(1),
            width: plan.width.max(1),
            batch: plan.batch.max(1),
            ..plan
        };
        let samples = plan.samples();
        let mut data = Random::new(plan.seed, Purpose::Data);
        let inputs = samples_of(&mut data.branch(), plan.width, samples);
        let mut errors = samples_of(&mut data.branch(), plan.width, samples);
        products::normalise_lengths(&mut errors, samples);
        Spread {
            normals: Normals::new(plan.seed, plan.width, plan.depth),
            biases: Random::new(plan.seed, Purpose::Biases),
            layers: Vec::with_capacity(plan.depth),
            arriving: errors.clone(),
            leaving: vec![0.0; inputs.len()],
            exponent: 0,
            silent: vec![false; samples],
            stage: Stage::Forward { layer: 0, row: 0 },
            plan,
            samples,
            inputs,
            errors,
        }
    }

    /// Takes over what another network has drawn, where it is the same; to be called before any work is done.
    pub fn reuse(&mut self, other: &mut Spread) {
        self.normals.reuse(&mut other.normals);
    }

    /// Whether everything is known.
    pub fn is_finished(&self) -> bool {
        self.stage == Stage::Finished
    }

    /// How much of the work is done, 0 to 1.
    pub fn progress(&self) -> f64 {
        let depth = self.plan.depth as f64;
        let rows = |layer: usize, row: usize| layer as f64 + row as f64 / self.plan.width as f64;
        match self.stage {
            Stage::Forward { layer, row } => 0.5 * rows(layer, row) / depth,
            Stage::Backward { layer, row } => {
                1.0 - 0.5 * rows(layer + 1, 0) / depth + 0.5 * rows(0, row) / depth
            }
            Stage::Finished => 1.0,
        }
    }

    /// What the network is made of.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How many inputs are tried.
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// What goes in.
    pub fn inputs(&self) -> &[f64] {
        &self.inputs
    }

    /// ∂L/∂a of the last layer: for each sample a direction of length 1.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// The layers that the way to the output has passed, from the first.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// A layer, counted from 0, or the last that has been passed; before there is one, one without units.
    pub fn layer(&self, index: usize) -> &Layer {
        let last = self.layers.len().saturating_sub(1);
        self.layers.get(index.min(last)).unwrap_or(&layer::NONE)
    }

    /// Some of the weights, drawn again: of a layer's first `count` units over the first `count` units of the layer before it (or the inputs), `[unit][unit before]`; none beyond the last layer.
    pub fn corner(&self, layer: usize, count: usize) -> Vec<Vec<f64>> {
        let width = self.plan.width;
        let std = Init::FanIn(self.plan.gain).std(width, width);
        self.normals.corner(layer, count, std)
    }

    /// The first layer, counted from 0, whose numbers have left the range of f64.
    pub fn overflow(&self) -> Option<usize> {
        self.layers.iter().position(|layer| layer.has_overflowed())
    }

    fn step(&mut self) {
        match self.stage {
            Stage::Forward { layer, row } => self.forward(layer, row),
            Stage::Backward { layer, row } => self.backward(layer, row),
            Stage::Finished => {}
        }
    }

    /// z of a few units more; after the last one, the layer's activations.
    fn forward(&mut self, layer: usize, row: usize) {
        let (width, samples) = (self.plan.width, self.samples);
        if row == 0 {
            let mut biases = self.biases.branch();
            let biases = std::iter::repeat_with(|| self.plan.bias_std * biases.normal());
            self.layers.push(Layer::new(biases.take(width), samples));
        }
        let end = (row + PORTION).min(width);
        let std = Init::FanIn(self.plan.gain).std(width, width);
        let (before, here) = self.layers.split_at_mut(layer);
        let incoming = before.last().map_or(&self.inputs[..], Layer::a);
        let Some(now) = here.first_mut() else {
            self.stage = Stage::Finished;
            return;
        };
        for row in row..end {
            let weights = self.normals.row(layer, row, std);
            products::add_weighted(now.sums_mut(row), incoming, weights);
        }
        if end < width {
            self.stage = Stage::Forward { layer, row: end };
            return;
        }
        now.activate(&self.plan, before.last(), incoming);
        self.stage = if layer + 1 < self.plan.depth {
            Stage::Forward {
                layer: layer + 1,
                row: 0,
            }
        } else {
            Stage::Backward { layer, row: 0 }
        };
    }

    /// ∂L/∂z of the layer, then, row after row, what its weights make of it.
    fn backward(&mut self, layer: usize, row: usize) {
        let (width, samples) = (self.plan.width, self.samples);
        let Some(now) = self.layers.get_mut(layer) else {
            self.stage = Stage::Finished;
            return;
        };
        if row == 0 {
            now.receive(&self.plan, &self.arriving, self.exponent, &mut self.silent);
            if layer == 0 {
                self.stage = Stage::Finished;
                return;
            }
            if self.plan.residual {
                self.leaving.copy_from_slice(&self.arriving);
            } else {
                self.leaving.fill(0.0);
            }
        }
        let end = (row + PORTION).min(width);
        let std = Init::FanIn(self.plan.gain).std(width, width);
        let gradient = now.gradient();
        for row in row..end {
            let weights = self.normals.row(layer, row, std);
            products::spread(
                &mut self.leaving,
                &gradient[row * samples..(row + 1) * samples],
                weights,
            );
        }
        if end < width {
            self.stage = Stage::Backward { layer, row: end };
            return;
        }
        self.exponent += products::rescale(&mut self.leaving);
        std::mem::swap(&mut self.arriving, &mut self.leaving);
        self.stage = Stage::Backward {
            layer: layer - 1,
            row: 0,
        };
    }
}

/// Standard normal numbers, `[unit][sample]`; each sample has its own stream, so that a larger batch begins with the same samples and a wider network with the same numbers.
fn samples_of(random: &mut Random, width: usize, samples: usize) -> Vec<f64> {
    let mut numbers = vec![0.0; width * samples];
    for sample in 0..samples {
        let mut own = random.branch();
        for unit in 0..width {
            numbers[unit * samples + sample] = own.normal();
        }
    }
    numbers
}
