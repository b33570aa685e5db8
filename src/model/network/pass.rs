//! The workspace of a network: what it computes forward and backward.

use super::block::{self, Block};
use super::layer_norm::Scales;
use super::{Network, ShapeError};
use crate::loss::Loss;

/// What a batch leaves behind in every layer; all numbers of a layer are `[unit][sample]`.
///
/// The buffers grow with the largest batch and are used again for the next: a pass of the same size allocates nothing.
#[derive(Clone, Debug)]
pub struct Pass {
    blocks: Vec<Block>,
    pub(super) samples: usize,
    pub(super) inputs: Vec<f64>,
    pub(super) layers: Vec<Buffers>,
    pub(super) gradient: Vec<f64>,
    /// ∂L/∂a of the layer at hand, kept for the path around its activation.
    pub(super) around: Vec<f64>,
}

/// The numbers of one layer.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffers {
    pub(super) z: Vec<f64>,
    pub(super) a: Vec<f64>,
    /// f'(z), where working it out together with a saves time.
    pub(super) slopes: Vec<f64>,
    /// Holds ∂L/∂a for a moment, on the way back.
    pub(super) dl_dz: Vec<f64>,
    pub(super) scales: Scales,
}

impl Pass {
    /// A workspace for networks of this shape.
    pub fn new(network: &Network) -> Pass {
        Pass {
            blocks: network.blocks.clone(),
            samples: 0,
            inputs: Vec::new(),
            layers: vec![Buffers::default(); network.depth()],
            gradient: vec![0.0; network.parameters.len()],
            around: Vec::new(),
        }
    }

    /// How many samples the last batch had.
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// What went in.
    pub fn inputs(&self) -> &[f64] {
        let inputs = self.blocks.first().map_or(0, |block| block.inputs);
        &self.inputs[..inputs * self.samples]
    }

    /// The activations of the last layer.
    pub fn outputs(&self) -> &[f64] {
        self.a(self.layers.len().saturating_sub(1))
    }

    /// The pre-activations of a layer, what its activation is given; empty for a layer that does not exist.
    pub fn z(&self, layer: usize) -> &[f64] {
        self.numbers(layer, |buffers| &buffers.z)
    }

    /// The activations of a layer, what it passes on; empty for a layer that does not exist.
    pub fn a(&self, layer: usize) -> &[f64] {
        self.numbers(layer, |buffers| &buffers.a)
    }

    /// ∂L/∂(Wx + b) of a layer, which is ∂L/∂z unless the sums are normalised, the part of each sample in the mean; empty for a layer that does not exist.
    pub fn dl_dz(&self, layer: usize) -> &[f64] {
        self.numbers(layer, |buffers| &buffers.dl_dz)
    }

    /// ∂L/∂W of a layer, row after row; empty for a layer that does not exist.
    pub fn dl_dw(&self, layer: usize) -> &[f64] {
        let block = self.blocks.get(layer);
        block.map_or(&[], |block| &self.gradient[block.weights()])
    }

    /// ∂L/∂b of a layer; empty for a layer that does not exist.
    pub fn dl_db(&self, layer: usize) -> &[f64] {
        let block = self.blocks.get(layer);
        block.map_or(&[], |block| &self.gradient[block.biases()])
    }

    /// ∂L/∂ of every parameter, in the order of [`Network::parameters`].
    pub fn gradient(&self) -> &[f64] {
        &self.gradient
    }

    fn numbers(&self, layer: usize, which: impl Fn(&Buffers) -> &Vec<f64>) -> &[f64] {
        match (self.blocks.get(layer), self.layers.get(layer)) {
            (Some(block), Some(buffers)) => &which(buffers)[..block.outputs * self.samples],
            _ => &[],
        }
    }

    /// That this workspace was made for networks of this shape.
    pub(super) fn belongs_to(&self, blocks: &[Block]) -> Result<(), ShapeError> {
        if self.blocks == blocks {
            return Ok(());
        }
        Err(ShapeError::Network {
            expected: block::widths(&self.blocks),
            given: block::widths(blocks),
        })
    }

    /// Takes a batch in and makes room for its numbers.
    pub(super) fn receive(&mut self, blocks: &[Block], inputs: &[f64]) -> Result<(), ShapeError> {
        self.belongs_to(blocks)?;
        let rows = blocks.first().map_or(1, |block| block.inputs);
        if !inputs.len().is_multiple_of(rows) {
            return Err(ShapeError::Rows {
                what: "inputs",
                rows,
                given: inputs.len(),
            });
        }
        self.samples = inputs.len() / rows;
        grow(&mut self.inputs, inputs.len());
        self.inputs[..inputs.len()].copy_from_slice(inputs);
        for (block, layer) in blocks.iter().zip(&mut self.layers) {
            let numbers = block.outputs * self.samples;
            let Buffers {
                z,
                a,
                slopes,
                dl_dz,
                ..
            } = layer;
            [z, a, slopes, dl_dz]
                .into_iter()
                .for_each(|buffer| grow(buffer, numbers));
        }
        Ok(())
    }

    /// The loss of the outputs, its gradient by the outputs left where ∂L/∂z of the last layer will be.
    pub(super) fn lose(&mut self, loss: Loss, targets: &[f64]) -> f64 {
        let samples = self.samples;
        self.layers.last_mut().map_or(0.0, |last| {
            let numbers = targets.len();
            let gradient = &mut last.dl_dz[..numbers];
            loss.gradient(&last.a[..numbers], targets, samples, gradient)
        })
    }
}

fn grow(buffer: &mut Vec<f64>, numbers: usize) {
    if buffer.len() < numbers {
        buffer.resize(numbers, 0.0);
    }
}
