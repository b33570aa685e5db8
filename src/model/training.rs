//! A training run that gives the same numbers every time.
//!
//! A run is a network, an optimiser, a dataset and the order of its batches; all of it is in [`Training`], so that a clone is a snapshot that goes on as the original would.
//! An [experiment](super::experiment) keeps what figures draw of two of them, and snapshots from which any step can be reached again.
//!
//! ```
//! use model::dataset::{Dataset, Recipe};
//! use model::network::Network;
//! use model::optimiser::Optimiser;
//! use model::training::{Batch, Plan, Training};
//! let mut network = Network::new(2, &[(8, "tanh".parse()?), (1, "identity".parse()?)])?;
//! network.initialise("xavier_normal".parse()?, 0.0, 7);
//! let mut training = Training::new(
//!     network,
//!     Optimiser::new("sgd".parse()?, 0.5),
//!     Dataset::new(&Recipe::new("moons".parse()?)),
//!     Plan { loss: "logistic".parse()?, batch: Batch::Of(10), seed: 7 },
//! )?;
//! let first = training.step()?;
//! for _ in 0..500 {
//!     training.step()?;
//! }
//! let mut snapshot = training.clone();
//! assert_eq!(snapshot.step()?, training.step()?);
//! assert!(training.losses(&mut training.workspace())?.test < first);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batches;
mod divergence;
mod norm;
mod overall;
mod stride;

pub use batches::Batch;
pub use divergence::{Divergence, Origin, Stop};
pub use stride::Stride;

use super::activation::Activation;
use super::dataset::Dataset;
use super::loss::Loss;
use super::network::{Network, Pass, ShapeError};
use super::optimiser::Optimiser;
use batches::Batches;
pub(super) use norm::{change, norm};
use std::sync::Arc;

/// How the points are used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// What is to become small.
    pub loss: Loss,
    /// How many points a step looks at.
    pub batch: Batch,
    /// Decides the order of the batches.
    pub seed: u64,
}

/// The loss over all points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losses {
    /// Over the training points.
    pub train: f64,
    /// Over the test points; 0 if there are none.
    pub test: f64,
}

/// What stays the same during a run.
#[derive(Debug)]
struct Task {
    loss: Loss,
    dataset: Dataset,
    train_targets: Vec<f64>,
    test_targets: Vec<f64>,
}

/// A run after some number of steps.
#[derive(Clone, Debug)]
pub struct Training {
    network: Network,
    optimiser: Optimiser,
    task: Arc<Task>,
    batches: Batches,
    stride: Stride,
    /// The gradient that the optimiser is given, where it is not the loss's own.
    scaled: Vec<f64>,
    /// So many of the first layers stay as they are.
    held: usize,
    steps: u64,
    /// The parameters before the last step.
    before: Vec<f64>,
    pass: Pass,
    batch_loss: Option<f64>,
    divergence: Option<Divergence>,
}

impl Training {
    /// A run that has not taken a step.
    ///
    /// # Errors
    /// [`ShapeError::Task`] unless the network has one input per feature and [`Dataset::outputs`] outputs.
    pub fn new(
        network: Network,
        optimiser: Optimiser,
        dataset: Dataset,
        plan: Plan,
    ) -> Result<Training, ShapeError> {
        let (features, outputs) = (dataset.train.features, dataset.outputs(plan.loss));
        if (network.inputs(), network.outputs()) != (features, outputs) {
            return Err(ShapeError::Task {
                features,
                outputs,
                widths: network.widths(),
            });
        }
        Ok(Training {
            batches: Batches::new(plan.batch, &dataset.train, outputs, plan.seed),
            task: Arc::new(Task {
                loss: plan.loss,
                train_targets: dataset.train.wanted(outputs),
                test_targets: dataset.test.wanted(outputs),
                dataset,
            }),
            stride: Stride::Raw,
            scaled: Vec::new(),
            held: 0,
            steps: 0,
            before: network.parameters().to_vec(),
            pass: Pass::new(&network),
            batch_loss: None,
            divergence: None,
            network,
            optimiser,
        })
    }

    /// Takes one step on the next batch, and returns the loss of that batch before the step.
    ///
    /// After the first step it allocates nothing.
    ///
    /// # Errors
    /// [`Stop::Diverged`] at the first NaN or infinity among the loss and the parameters; from then on the run stands still and says the same again.
    /// [`Stop::Shape`] if [`Training::network_mut`] was used to put in a network of another shape.
    pub fn step(&mut self) -> Result<f64, Stop> {
        if let Some(divergence) = self.divergence {
            return Err(Stop::Diverged(divergence));
        }
        let Task {
            loss,
            dataset,
            train_targets,
            ..
        } = &*self.task;
        let (inputs, targets) = self.batches.next(&dataset.train, train_targets);
        self.network.forward(inputs, &mut self.pass)?;
        let value = self.network.backward(*loss, targets, &mut self.pass)?;
        self.before.copy_from_slice(self.network.parameters());
        let mut gradient = self.pass.gradient();
        if self.stride == Stride::Equal {
            stride::equalise(&self.network, gradient, &mut self.scaled);
            gradient = &self.scaled;
        }
        self.optimiser
            .step(self.network.parameters_mut(), gradient)?;
        // The optimiser remembers their gradients too; only where they stand does not change.
        for layer in 0..self.held.min(self.network.depth()) {
            let place = self.network.parameters_of(layer);
            self.network.parameters_mut()[place.clone()].copy_from_slice(&self.before[place]);
        }
        self.steps += 1;
        self.batch_loss = Some(value);
        self.divergence = divergence::find(self.steps, &self.network, &self.pass, value);
        self.divergence
            .map_or(Ok(value), |d| Err(Stop::Diverged(d)))
    }

    /// From the next step on, how long the layers' steps are beside each other.
    ///
    /// [`Training::gradient_norms`] are those of the loss's own gradient whatever the stride.
    pub fn set_stride(&mut self, stride: Stride) {
        self.stride = stride;
        if stride == Stride::Equal {
            self.scaled.reserve(self.network.parameters().len());
        }
    }

    /// From the next step on, so many of the first layers stay as they are, weights and biases; their gradients are worked out all the same.
    pub fn hold(&mut self, layers: usize) {
        self.held = layers;
    }

    /// ‖∂L/∂W‖ of each layer at the last step: the root of the sum of squares, biases left out; all 0 before the first step.
    pub fn gradient_norms(&self) -> Vec<f64> {
        let layers = 0..self.network.depth();
        layers.map(|layer| norm(self.pass.dl_dw(layer))).collect()
    }

    /// ‖ΔW‖/‖W‖ of each layer: how far the last step moved the weights, in parts of their size before it.
    ///
    /// A layer whose weights were all 0 gives ∞ if it moved and NaN if it did not; before the first step nothing has moved.
    pub fn relative_changes(&self) -> Vec<f64> {
        let layers = 0..self.network.depth();
        let ratio = |layer| {
            let before = self.network.weights_in(&self.before, layer);
            change(before, self.network.weights(layer)) / norm(before)
        };
        layers.map(ratio).collect()
    }

    /// ‖W‖ of each layer before the last step, what [`Training::relative_changes`] divides by.
    pub fn weight_norms(&self) -> Vec<f64> {
        let layers = 0..self.network.depth();
        let before = |layer| self.network.weights_in(&self.before, layer);
        layers.map(|layer| norm(before(layer))).collect()
    }

    /// How many steps were taken.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The loss of the last batch before its step; `None` before the first.
    pub fn batch_loss(&self) -> Option<f64> {
        self.batch_loss
    }

    /// Where the run left the numbers, if it did.
    pub fn divergence(&self) -> Option<Divergence> {
        self.divergence
    }

    /// The network as it stands.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The network, to be changed by hand.
    pub fn network_mut(&mut self) -> &mut Network {
        &mut self.network
    }

    /// The optimiser as it stands.
    pub fn optimiser(&self) -> &Optimiser {
        &self.optimiser
    }

    /// The optimiser, to be changed by hand.
    pub fn optimiser_mut(&mut self) -> &mut Optimiser {
        &mut self.optimiser
    }

    /// What the last step computed on its batch: z, a and gradients of every layer.
    pub fn pass(&self) -> &Pass {
        &self.pass
    }

    /// The points.
    pub fn dataset(&self) -> &Dataset {
        &self.task.dataset
    }

    /// Gives one unit an activation of its own, as "give it a leak" does.
    ///
    /// # Errors
    /// [`ShapeError::Unit`] if there is no such unit.
    pub fn set_unit_activation(
        &mut self,
        layer: usize,
        unit: usize,
        activation: Activation,
    ) -> Result<(), ShapeError> {
        self.network.set_unit_activation(layer, unit, activation)
    }
}
