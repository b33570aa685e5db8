//! The parameters of a network: one flat list, and the places of its layers in it.

use super::block::{self, Address};
use super::{Network, ShapeError, fits};
use std::ops::Range;

impl Network {
    /// W of a layer, row after row; empty for a layer that does not exist.
    pub fn weights(&self, layer: usize) -> &[f64] {
        self.weights_in(&self.parameters, layer)
    }

    /// b of a layer; empty for a layer that does not exist.
    pub fn biases(&self, layer: usize) -> &[f64] {
        let block = self.blocks.get(layer);
        block.map_or(&[], |block| &self.parameters[block.biases()])
    }

    /// The weights of a layer in another flat list of the same order, such as the parameters of an earlier step; empty if it has none.
    pub fn weights_in<'a>(&self, list: &'a [f64], layer: usize) -> &'a [f64] {
        let block = self.blocks.get(layer);
        let found = block.and_then(|block| list.get(block.weights()));
        found.unwrap_or(&[])
    }

    /// Where a layer's parameters, W and then b, stand in the flat list; an empty place at its end for a layer that does not exist.
    pub fn parameters_of(&self, layer: usize) -> Range<usize> {
        let end = self.parameters.len();
        let block = self.blocks.get(layer);
        block.map_or(end..end, |block| block.start..block.end())
    }

    /// All parameters: for each layer W, row after row, then b.
    pub fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// All parameters, to be changed.
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// Replaces all parameters.
    ///
    /// # Errors
    /// [`ShapeError::Matrix`] if there are more or fewer.
    pub fn set_parameters(&mut self, parameters: &[f64]) -> Result<(), ShapeError> {
        fits("parameters", parameters, 1, self.parameters.len())?;
        self.parameters.copy_from_slice(parameters);
        Ok(())
    }

    /// What stands at a place of the flat list; `None` beyond its end.
    pub fn address(&self, place: usize) -> Option<Address> {
        block::address(&self.blocks, place)
    }
}
