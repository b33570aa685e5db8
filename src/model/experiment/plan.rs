//! What an experiment is made of.

use crate::model::activation::{Activation, Kind as ActivationKind};
use crate::model::dataset::{Kind, Recipe};
use crate::model::init::Init;
use crate::model::loss::Loss;
use crate::model::network::{Network, ShapeError};
use crate::model::optimiser::Rule;

/// Points of the task, training and test together.
const POINTS: usize = 250;

/// The part of them that is kept from training.
const TEST_SHARE: f64 = 0.2;

/// The same for both runs, and what differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// What is learned: two classes in the plane, or the sine.
    pub data: Kind,
    /// Standard deviation of the noise, as in [`Recipe::noise`].
    pub noise: f64,
    /// Hidden layers.
    pub depth: usize,
    /// Units of each hidden layer.
    pub width: usize,
    /// How steps are taken.
    pub rule: Rule,
    /// η.
    pub learning_rate: f64,
    /// Points that a step looks at.
    pub batch: usize,
    /// Decides the points, the weights and the order of the batches.
    pub seed: u64,
    /// What belongs to each run.
    pub arms: [Arm; 2],
    /// Up to this step the second run is the first; there it becomes what its arm says, and keeps the weights that it has.
    pub branch: u64,
}

/// What belongs to one of the two runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// The activation of every hidden layer.
    pub activation: Activation,
    /// How the weights are drawn.
    pub init: Init,
    /// See [`Network::set_residual`].
    pub residual: bool,
    /// See [`Network::set_layer_norm`].
    pub layer_norm: bool,
}

impl Default for Plan {
    /// Eight layers of 16 units on two moons: sigmoid from a Xavier start beside ReLU from a He start.
    fn default() -> Plan {
        let arm = |kind, init| Arm {
            activation: Activation::new(kind),
            init,
            residual: false,
            layer_norm: false,
        };
        Plan {
            data: Kind::Moons,
            noise: 0.1,
            depth: 8,
            width: 16,
            rule: Rule::Sgd,
            learning_rate: 0.05,
            batch: 10,
            seed: 1,
            arms: [
                arm(ActivationKind::Sigmoid, Init::XavierNormal),
                arm(ActivationKind::Relu, Init::HeNormal),
            ],
            branch: 0,
        }
    }
}

impl Plan {
    /// The points.
    pub fn recipe(&self) -> Recipe {
        Recipe {
            kind: self.data,
            size: POINTS,
            noise: self.noise,
            test_share: TEST_SHARE,
            seed: self.seed,
        }
    }

    /// Logistic loss for classes, mean square for a regression.
    pub fn loss(&self) -> Loss {
        match self.data.classes() {
            Some(_) => Loss::Logistic,
            None => Loss::MeanSquare,
        }
    }

    /// The arm from which the second run's weights are drawn.
    pub(super) fn second_start(&self) -> &Arm {
        &self.arms[usize::from(self.branch == 0)]
    }

    /// A network at its start: the hidden layers, and one output without an activation, whose logistic function is in the loss.
    pub(super) fn network(&self, arm: &Arm) -> Result<Network, ShapeError> {
        let mut layers = vec![(self.width, arm.activation); self.depth];
        layers.push((1, Activation::new(ActivationKind::Identity)));
        let mut network = Network::new(self.data.features(), &layers)?;
        network.initialise(arm.init, 0.0, self.seed);
        arm.shape(&mut network);
        Ok(network)
    }
}

impl Arm {
    /// Gives a network this arm's activation and wiring; its weights stay.
    pub(super) fn shape(&self, network: &mut Network) {
        for layer in 0..network.depth().saturating_sub(1) {
            network.set_activation(layer, self.activation);
        }
        network.set_residual(self.residual);
        network.set_layer_norm(self.layer_norm);
    }
}
