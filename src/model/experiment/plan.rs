//! What an experiment is made of.

use super::run;
use crate::activation::{Activation, Kind as ActivationKind};
use crate::dataset::{Kind, Recipe};
use crate::init::{Biases, Init, Start};
use crate::loss::Loss;
use crate::network::{Network, ShapeError};
use crate::optimiser::Rule;
use crate::training::{Stride, Training};

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
    /// Hidden layers of the third, shallow run; none where the first has no more.
    pub shallow: usize,
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
    /// A factor on the drawn weights of the hidden layers.
    pub gain: f64,
    /// The standard deviation of the biases at the start; [`Init::Pytorch`] draws its own.
    pub bias_std: f64,
    /// How long the steps of the layers are beside each other.
    pub stride: Stride,
    /// So many of the first layers stay as chance made them.
    pub held: usize,
}

impl Default for Plan {
    /// Eight layers of 16 units on two moons: sigmoid from a Xavier start beside ReLU from a He start.
    fn default() -> Plan {
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
                Arm::new(Activation::new(ActivationKind::Sigmoid), Init::XavierNormal),
                Arm::new(Activation::new(ActivationKind::Relu), Init::HeNormal),
            ],
            shallow: 2,
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

    /// What the first run (0) or the second is after so many steps: before its branch the second is the first.
    pub fn acting(&self, arm: usize, step: u64) -> &Arm {
        let before = arm == 1 && step < self.branch;
        &self.arms[if before { 0 } else { arm.min(1) }]
    }

    /// How many of so many steps the first run (0) or the second took as what it then is: those before its branch the second took as the first.
    pub fn own_steps(&self, arm: usize, step: u64) -> u64 {
        match arm {
            1 if step >= self.branch => step - self.branch,
            _ => step,
        }
    }

    /// About how many products of two numbers it takes all runs to come to that step and to tell what they passed: what the time goes with, whatever the machine.
    pub fn products(&self, step: u64) -> f64 {
        let tellings = run::losses_up_to(step) as f64 * POINTS as f64;
        let of_one = |plan: &Plan| {
            step as f64 * plan.products_of_a_step() + tellings * plan.products_of_a_point()
        };
        let shallow = self.control().map_or(0.0, |(plan, _)| of_one(&plan));
        2.0 * of_one(self) + shallow
    }

    /// The same of one step of one run: forward, back to the inputs, and back to the weights.
    pub(super) fn products_of_a_step(&self) -> f64 {
        let training = POINTS as f64 * (1.0 - TEST_SHARE);
        3.0 * training.min(self.batch as f64) * self.products_of_a_point()
    }

    /// The same of one point on its way forward.
    fn products_of_a_point(&self) -> f64 {
        let (depth, width) = (self.depth as f64, self.width as f64);
        let inputs = self.data.features() as f64;
        // An activation, with its derivative and what is kept of it, takes as long as some twenty products.
        width * (inputs + (depth - 1.0).max(0.0) * width + 1.0) + 20.0 * depth * width
    }

    /// Each run by itself: it begins as its first arm, and at its branch, if it has one, it becomes the second. Equal plans are equal runs.
    pub(super) fn alone(&self) -> Vec<Plan> {
        let of = |arms, branch| Plan {
            arms,
            branch,
            shallow: 0,
            ..*self
        };
        // From this arm the second run's weights are drawn.
        let start = self.arms[usize::from(self.branch == 0)];
        let mut runs = vec![
            of([self.arms[0]; 2], 0),
            of([start, self.arms[1]], self.branch),
        ];
        runs.extend(self.control().map(|(plan, arm)| Plan {
            depth: plan.depth,
            ..of([arm; 2], 0)
        }));
        runs
    }

    /// What the shallow run is made of: the first arm in fewer layers, none of them held, or nothing where that would be the first arm again.
    pub(super) fn control(&self) -> Option<(Plan, Arm)> {
        let arm = Arm {
            held: 0,
            ..self.arms[0]
        };
        let plan = Plan {
            depth: self.shallow,
            ..*self
        };
        (0 < self.shallow && self.shallow < self.depth).then_some((plan, arm))
    }

    /// A network at its start: the hidden layers, and one output without an activation, whose logistic function is in the loss.
    pub(super) fn network(&self, arm: &Arm) -> Result<Network, ShapeError> {
        let mut layers = vec![(self.width, arm.activation); self.depth];
        layers.push((1, Activation::new(ActivationKind::Identity)));
        let mut network = Network::new(self.data.features(), &layers)?;
        network.begin(&arm.start(), self.seed);
        arm.wire(&mut network);
        Ok(network)
    }
}

impl Arm {
    /// That activation and those weights, and nothing else out of the ordinary.
    pub fn new(activation: Activation, init: Init) -> Arm {
        Arm {
            activation,
            init,
            residual: false,
            layer_norm: false,
            gain: 1.0,
            bias_std: 0.0,
            stride: Stride::Raw,
            held: 0,
        }
    }

    /// How the weights and biases begin.
    pub fn start(&self) -> Start {
        Start {
            init: self.init,
            gain: self.gain,
            biases: match self.init {
                Init::Pytorch => Biases::FanIn,
                _ => Biases::Normal(self.bias_std),
            },
        }
    }

    /// Makes a run follow this arm from its next step on; its weights stay.
    pub(super) fn steer(&self, training: &mut Training) {
        self.wire(training.network_mut());
        training.set_stride(self.stride);
        training.hold(self.held);
    }

    /// Gives a network this arm's activation and wiring; its weights stay.
    fn wire(&self, network: &mut Network) {
        for layer in 0..network.depth().saturating_sub(1) {
            network.set_activation(layer, self.activation);
        }
        network.set_residual(self.residual);
        network.set_layer_norm(self.layer_norm);
    }
}
