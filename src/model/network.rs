//! Dense networks of any shape: z = Wx + b, a = f(z), layer after layer, forward and backward on a batch.
//!
//! - W has one row per unit and one column per input, and is stored row after row: `W[unit][input]`.
//! - All parameters stand in one flat list, each layer's W and then its b, so that an optimiser is a loop over numbers.
//! - A hidden layer may add what it received to what it passes on ([`Network::set_residual`]), and normalise its sums before the activation ([`Network::set_layer_norm`]).
//! - A batch is stored `[unit][sample]`: the numbers of one unit for all samples lie side by side.
//! - Layers, units and inputs are counted from 0 in the code and from 1 in words.
//! - Arithmetic is IEEE: numbers that overflow become ±∞ or NaN and go on from there. Nothing panics.
//!
//! ```
//! use model::{activation::Activation, loss::Loss, network::{Network, Pass}};
//! let relu: Activation = "relu".parse()?;
//! let mut neuron = Network::new(2, &[(1, relu)])?;
//! neuron.set_parameters(&[0.5, 1.0, 0.25])?; // w1, w2, b
//! let mut pass = Pass::new(&neuron);
//! neuron.forward(&[2.0, -0.5], &mut pass)?; // x1, x2
//! assert_eq!(pass.outputs(), [0.75]);
//! let loss = neuron.backward(Loss::MeanSquare, &[0.25], &mut pass)?;
//! assert_eq!(loss, 0.25); // (0.75 - 0.25)²
//! assert_eq!(pass.dl_dw(0), [2.0, -0.5]); // 2·0.5·x
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod block;
mod layer_norm;
mod matrix;
mod parameters;
mod pass;
mod shape_error;
mod units;
mod wiring;

pub use block::Address;
pub use pass::Pass;
pub use shape_error::ShapeError;

pub(super) use shape_error::fits;

use super::activation::Activation;
use super::init::{Init, Start};
use super::loss::Loss;
use super::random::{Purpose, Random};
use block::Block;
use units::Units;
use wiring::add;

/// A dense network: its shape, its activations and its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    blocks: Vec<Block>,
    units: Vec<Units>,
    parameters: Vec<f64>,
    residual: bool,
    layer_norm: bool,
}

impl Network {
    /// A network with that many inputs and, layer after layer, that many units with that activation; all parameters are 0.
    ///
    /// # Errors
    /// [`ShapeError::Empty`] without inputs or layers, or with a layer without units.
    pub fn new(inputs: usize, layers: &[(usize, Activation)]) -> Result<Network, ShapeError> {
        let widths = [inputs].into_iter().chain(layers.iter().map(|l| l.0));
        if layers.is_empty() || widths.clone().any(|width| width == 0) {
            let widths = widths.collect();
            return Err(ShapeError::Empty { widths });
        }
        let mut blocks: Vec<Block> = Vec::with_capacity(layers.len());
        for (inputs, (outputs, _)) in widths.zip(layers) {
            blocks.push(Block {
                inputs,
                outputs: *outputs,
                start: blocks.last().map_or(0, Block::end),
            });
        }
        Ok(Network {
            parameters: vec![0.0; blocks.last().map_or(0, Block::end)],
            units: layers.iter().map(|layer| Units::new(layer.1)).collect(),
            residual: false,
            layer_norm: false,
            blocks,
        })
    }

    /// Gives every unit of a layer this activation; nothing happens for a layer that does not exist.
    pub fn set_activation(&mut self, layer: usize, activation: Activation) {
        if let Some(units) = self.units.get_mut(layer) {
            *units = Units::new(activation);
        }
    }

    /// Draws all weights anew and sets every bias to one number.
    ///
    /// See [`Network::begin`].
    pub fn initialise(&mut self, weights: Init, biases: f64, seed: u64) {
        self.begin(&Start::plain(weights, biases), seed);
    }

    /// Draws all weights and biases anew.
    ///
    /// Each layer has its own streams of random numbers: the first layers of a deeper network start the same, one layer's width does not change another's draw, and biases do not change weights.
    pub fn begin(&mut self, start: &Start, seed: u64) {
        let mut random = Random::new(seed, Purpose::Init);
        let mut of_biases = Random::new(seed, Purpose::Biases);
        for (layer, block) in self.blocks.iter().enumerate() {
            let is_hidden = layer + 1 < self.blocks.len();
            let gain = if is_hidden { start.gain } else { 1.0 };
            let mut draw = random.branch();
            let matrix = start.init.matrix(block.outputs, block.inputs, &mut draw);
            let weights = self.parameters[block.weights()].iter_mut();
            weights.zip(matrix).for_each(|(w, drawn)| *w = gain * drawn);
            let biases = &mut self.parameters[block.biases()];
            start
                .biases
                .fill(biases, block.inputs, &mut of_biases.branch());
        }
    }

    /// Runs a batch forward; its inputs are `[input][sample]`, the results stand in `pass`.
    ///
    /// # Errors
    /// [`ShapeError::Rows`] if the numbers do not divide into one row per input, [`ShapeError::Network`] if `pass` was made for another shape.
    pub fn forward(&self, inputs: &[f64], pass: &mut Pass) -> Result<(), ShapeError> {
        pass.receive(&self.blocks, inputs)?;
        let samples = pass.samples;
        if samples == 0 {
            return Ok(());
        }
        let mut incoming = &pass.inputs[..inputs.len()];
        let layers = self.blocks.iter().zip(&self.units).zip(&mut pass.layers);
        for (index, ((block, units), layer)) in layers.enumerate() {
            let weights = &self.parameters[block.weights()];
            let biases = &self.parameters[block.biases()];
            let numbers = block.outputs * samples;
            let (z, a) = (&mut layer.z[..numbers], &mut layer.a[..numbers]);
            matrix::affine(weights, biases, incoming, z, samples);
            if self.is_normalised(index) {
                layer.scales.normalise(z, samples);
            }
            units.values(z, a, &mut layer.slopes[..numbers], samples);
            if self.is_residual(index) {
                add(a, incoming);
            }
            incoming = a;
        }
        Ok(())
    }

    /// The loss of the batch that was last run forward, and its gradients, backward; the targets are `[output][sample]`.
    ///
    /// The parameters must not have changed since [`Network::forward`].
    ///
    /// # Errors
    /// [`ShapeError::Matrix`] if there is not one target per output and sample, [`ShapeError::Network`] if `pass` was made for another shape.
    pub fn backward(
        &self,
        loss: Loss,
        targets: &[f64],
        pass: &mut Pass,
    ) -> Result<f64, ShapeError> {
        pass.belongs_to(&self.blocks)?;
        let samples = pass.samples;
        fits("targets", targets, self.outputs(), samples)?;
        if samples == 0 {
            pass.gradient.fill(0.0);
            return Ok(0.0);
        }
        let value = pass.lose(loss, targets);
        let layers = self.blocks.iter().zip(&self.units).enumerate();
        for (index, (block, units)) in layers.rev() {
            let (before, here) = pass.layers.split_at_mut(index);
            let Some(layer) = here.first_mut() else {
                continue;
            };
            let numbers = block.outputs * samples;
            let dl_dz = &mut layer.dl_dz[..numbers];
            let around = self.is_residual(index);
            if around {
                pass.around.clear();
                pass.around.extend_from_slice(dl_dz);
            }
            let (z, slopes) = (&layer.z[..numbers], &layer.slopes[..numbers]);
            units.times_derivatives(z, slopes, dl_dz, samples);
            if self.is_normalised(index) {
                layer.scales.back(z, dl_dz, samples);
            }
            let incoming = before.last().map_or(&pass.inputs, |layer| &layer.a);
            let incoming = &incoming[..block.inputs * samples];
            let own = &mut pass.gradient[block.start..block.end()];
            let (dw, db) = own.split_at_mut(block.inputs * block.outputs);
            matrix::shares(dl_dz, incoming, dw, db, samples);
            if let Some(previous) = before.last_mut() {
                let weights = &self.parameters[block.weights()];
                let dl_da = &mut previous.dl_dz[..block.inputs * samples];
                matrix::transposed(weights, dl_dz, dl_da, samples);
                if around {
                    add(dl_da, &pass.around);
                }
            }
        }
        Ok(value)
    }

    /// The units of each layer whose f'(z) is exactly 0 on every sample that was last run forward through `pass`.
    ///
    /// On all training points that is what "dead" means: no step of any size can wake such a unit up.
    /// A unit that is negative on one point is not dead; without points, none is.
    /// In a layer that is normalised a dead unit may still be moved, through the mean and the variance that it shares with the others.
    ///
    /// # Errors
    /// [`ShapeError::Network`] if `pass` was made for another shape.
    pub fn dead_units(&self, pass: &Pass) -> Result<Vec<Vec<usize>>, ShapeError> {
        pass.belongs_to(&self.blocks)?;
        let dead = |(layer, units): (usize, &Units)| {
            let rows = pass.z(layer).chunks_exact(pass.samples.max(1)).enumerate();
            rows.filter(|(unit, z)| units.is_dead(*unit, z))
                .map(|(unit, _)| unit)
                .collect()
        };
        Ok(self.units.iter().enumerate().map(dead).collect())
    }

    /// Gives one unit an activation of its own.
    ///
    /// # Errors
    /// [`ShapeError::Unit`] if there is no such unit.
    pub fn set_unit_activation(
        &mut self,
        layer: usize,
        unit: usize,
        activation: Activation,
    ) -> Result<(), ShapeError> {
        match (self.blocks.get(layer), self.units.get_mut(layer)) {
            (Some(block), Some(units)) if unit < block.outputs => {
                units.set(unit, activation);
                Ok(())
            }
            _ => Err(ShapeError::Unit {
                layer,
                unit,
                widths: self.widths(),
            }),
        }
    }

    /// The activation of a unit; `None` if there is no such unit.
    pub fn unit_activation(&self, layer: usize, unit: usize) -> Option<Activation> {
        let block = self.blocks.get(layer)?;
        (unit < block.outputs).then(|| self.units[layer].activation_of(unit))
    }

    /// How many numbers go in.
    pub fn inputs(&self) -> usize {
        self.blocks.first().map_or(0, |block| block.inputs)
    }

    /// How many numbers come out.
    pub fn outputs(&self) -> usize {
        self.blocks.last().map_or(0, |block| block.outputs)
    }

    /// How many layers have weights.
    pub fn depth(&self) -> usize {
        self.blocks.len()
    }

    /// The number of inputs, then the units of each layer.
    pub fn widths(&self) -> Vec<usize> {
        block::widths(&self.blocks)
    }
}
