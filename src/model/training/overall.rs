//! What a run looks like over all its points, rather than over the batch of a step.

use super::{Losses, Training};
use crate::dataset::Points;
use crate::network::{Pass, ShapeError};

impl Training {
    /// The loss over all training and all test points, worked out in a workspace of the caller's.
    ///
    /// The workspace keeps the pass over the training points, for [`Network::dead_units`] and for distributions.
    ///
    /// # Errors
    /// [`ShapeError::Network`] if the workspace was made for another shape.
    pub fn losses(&self, pass: &mut Pass) -> Result<Losses, ShapeError> {
        let task = &self.task;
        let mut over = |points: &Points, targets: &[f64]| {
            self.network.forward(&points.inputs, pass)?;
            let value = task.loss.value(pass.outputs(), targets, points.len());
            Ok(value)
        };
        let test = over(&task.dataset.test, &task.test_targets)?;
        let train = over(&task.dataset.train, &task.train_targets)?;
        Ok(Losses { train, test })
    }

    /// The loss of guessing on the training points, see [`Loss::of_guessing`].
    pub fn guess(&self) -> f64 {
        let task = &self.task;
        task.loss
            .of_guessing(&task.train_targets, task.dataset.train.len())
    }

    /// The loss over all training points, with a pass forward and backward over them left in the workspace.
    ///
    /// # Errors
    /// [`ShapeError::Network`] if the workspace was made for another shape.
    pub fn look_back(&self, pass: &mut Pass) -> Result<f64, ShapeError> {
        let task = &self.task;
        self.network.forward(&task.dataset.train.inputs, pass)?;
        self.network.backward(task.loss, &task.train_targets, pass)
    }

    /// The units of each layer that are dead: f' is exactly 0 on every training point.
    ///
    /// # Errors
    /// [`ShapeError::Network`] if the workspace was made for another shape.
    pub fn dead_units(&self, pass: &mut Pass) -> Result<Vec<Vec<usize>>, ShapeError> {
        self.network
            .forward(&self.task.dataset.train.inputs, pass)?;
        self.network.dead_units(pass)
    }

    /// A workspace for [`Training::losses`] and [`Training::dead_units`].
    pub fn workspace(&self) -> Pass {
        Pass::new(&self.network)
    }
}
