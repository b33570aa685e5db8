//! Where the weights and biases of a layer stand in the flat list of all parameters.

use std::fmt;
use std::ops::Range;

/// The place of one layer: its weights, row after row, then its biases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    pub(super) start: usize,
}

impl Block {
    pub(super) fn weights(&self) -> Range<usize> {
        self.start..self.start + self.inputs * self.outputs
    }

    pub(super) fn biases(&self) -> Range<usize> {
        let start = self.weights().end;
        start..start + self.outputs
    }

    pub(super) fn end(&self) -> usize {
        self.biases().end
    }
}

/// The numbers of inputs, then the units of each layer.
pub(super) fn widths(blocks: &[Block]) -> Vec<usize> {
    let inputs = blocks.first().map(|block| block.inputs);
    let outputs = blocks.iter().map(|block| block.outputs);
    inputs.into_iter().chain(outputs).collect()
}

/// What a parameter is: a weight of a unit, or its bias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The layer, counted from 0.
    pub layer: usize,
    /// The unit, counted from 0.
    pub unit: usize,
    /// The input that the weight belongs to, counted from 0; `None` for the bias.
    pub input: Option<usize>,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.input {
            Some(input) => write!(f, "weight {} of", input + 1)?,
            None => f.write_str("the bias of")?,
        }
        write!(f, " unit {} in layer {}", self.unit + 1, self.layer + 1)
    }
}

/// What stands at a place of the flat list; `None` beyond its end.
pub(super) fn address(blocks: &[Block], place: usize) -> Option<Address> {
    let layer = blocks.iter().position(|block| place < block.end())?;
    let block = blocks[layer];
    let inside = place - block.start;
    let weights = block.inputs * block.outputs;
    Some(if inside < weights {
        Address {
            layer,
            unit: inside / block.inputs,
            input: Some(inside % block.inputs),
        }
    } else {
        Address {
            layer,
            unit: inside - weights,
            input: None,
        }
    })
}
