//! A layer of units while it learns: which of them live, which die, and of what; of ReLU, or of an activation that is a cure.
//!
//! The network has two inputs, one hidden layer and one output without activation, whose sign is the class; the loss is logistic.
//! It really learns, by plain SGD, and every step is kept: the parameters, the gradient that changed them, the loss over all training points, and what each unit does on them.
//!
//! A unit is *dead* when f'(z) is exactly 0 on every training point.
//! Its gradient is then exactly 0 on every batch, so it stays as it is, for ever.
//! A unit of which one point is negative, or ninety-nine of a hundred, is not dead.
//!
//! ```
//! use model::population::{Plan, Population};
//! let mut population = Population::new(Plan { learning_rate: 3.0, ..Plan::default() })?;
//! population.run_to(50);
//! let dead: Vec<usize> = population.deaths(50).map(|(unit, _)| unit).collect();
//! let moments = (population.moment(40), population.moment(50));
//! for unit in dead {
//!     if population.death(unit, 40).is_some() {
//!         assert_eq!(moments.0.unit(unit), moments.1.unit(unit)); // nothing moves it
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod moment;

pub use moment::{Moment, Unit};

use super::activation::{Activation, Kind};
use super::dataset::{self, Dataset, Points, Recipe};
use super::init::Init;
use super::loss::Loss;
use super::network::{Network, Pass, ShapeError};
use super::optimiser::{Optimiser, Rule};
use super::training::{Batch, Divergence, Training};
use super::work::{Budget, done};
use std::task::Poll;

/// The hidden layer.
const HIDDEN: usize = 0;

/// What a run is made of. Same plan, same story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// What is learned: a set of points in the plane with two classes.
    pub data: dataset::Kind,
    /// How many training points; there are no others.
    pub points: usize,
    /// Standard deviation of the points' noise.
    pub noise: f64,
    /// Hidden units.
    pub width: usize,
    /// The activation of the hidden units from the start.
    pub activation: Activation,
    /// η of every step.
    pub learning_rate: f64,
    /// Points per step; all of them where there are no more.
    pub batch: usize,
    /// The bias of every hidden unit at the start; the weights are drawn as He et al. (2015) say.
    pub bias: f64,
    /// Decides points, weights and the order of the batches.
    pub seed: u64,
    /// A leak that is given during the run.
    pub leak: Option<Leak>,
}

/// A hidden unit, or all of them, turned from its activation into Leaky ReLU.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leak {
    /// Which unit; all of them if `None`.
    pub unit: Option<usize>,
    /// The step at which it is given: the next update is the first that feels it.
    pub step: usize,
    /// The slope for z < 0.
    pub alpha: f64,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            data: dataset::Kind::Xor,
            points: 100,
            noise: 0.1,
            width: 16,
            activation: Activation::new(Kind::Relu),
            learning_rate: 0.1,
            batch: 10,
            bias: 0.0,
            seed: 1,
            leak: None,
        }
    }
}

/// A run with everything that happened in it so far.
#[derive(Clone, Debug)]
pub struct Population {
    plan: Plan,
    training: Training,
    workspace: Pass,
    moments: Vec<Moment>,
}

impl Population {
    /// A run before its first step.
    ///
    /// # Errors
    /// [`ShapeError`] for data that are not two numbers per point in two classes, and for a width of 0.
    pub fn new(plan: Plan) -> Result<Population, ShapeError> {
        let identity = Activation::new(Kind::Identity);
        let mut network = Network::new(2, &[(plan.width, plan.activation), (1, identity)])?;
        network.initialise(Init::HeNormal, plan.bias, plan.seed);
        // The bias is the hidden units' lever; the output starts without one.
        if let Some(last) = network.parameters_mut().last_mut() {
            *last = 0.0;
        }
        let recipe = Recipe {
            size: plan.points,
            noise: plan.noise,
            test_share: 0.0,
            seed: plan.seed,
            ..Recipe::new(plan.data)
        };
        let training = Training::new(
            network,
            Optimiser::new(Rule::Sgd, plan.learning_rate),
            Dataset::new(&recipe),
            super::training::Plan {
                loss: Loss::Logistic,
                batch: Batch::Of(plan.batch),
                seed: plan.seed,
            },
        )?;
        let mut population = Population {
            workspace: training.workspace(),
            plan,
            training,
            moments: Vec::new(),
        };
        population.give_leak(0)?;
        population.keep()?;
        Ok(population)
    }

    /// Takes steps until this one is known; stops where the numbers leave the range of f64.
    pub fn run_to(&mut self, step: usize) {
        let _ = self.advance(step, Budget::default());
    }

    /// The same within a budget, which is asked after each step; ready where there is nothing more to do.
    pub fn advance(&mut self, step: usize, budget: Budget) -> Poll<()> {
        while self.moments.len() <= step {
            if self.next().is_err() {
                return Poll::Ready(());
            }
            if budget.is_over() {
                break;
            }
        }
        done(self.moments.len() > step)
    }

    /// What the run is made of.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The state after that many steps, or the last that is known.
    pub fn moment(&self, step: usize) -> &Moment {
        // There is at least the one that `new` keeps.
        &self.moments[step.min(self.moments.len() - 1)]
    }

    /// The states from the start up to that step, or to the last that is known.
    pub fn moments(&self, step: usize) -> &[Moment] {
        &self.moments[..=step.min(self.moments.len() - 1)]
    }

    /// Where the numbers left the range of f64, if they did.
    pub fn divergence(&self) -> Option<Divergence> {
        self.training.divergence()
    }

    /// The loss of guessing on the training points, see [`Loss::of_guessing`].
    pub fn guess(&self) -> f64 {
        self.training.guess()
    }

    /// The training points.
    pub fn points(&self) -> &Points {
        &self.training.dataset().train
    }

    /// The activation of a unit at a step.
    pub fn activation(&self, unit: usize, step: usize) -> Activation {
        let leaky = |leak: &Leak| step >= leak.step && leak.unit.is_none_or(|own| own == unit);
        match self.plan.leak.filter(leaky) {
            Some(leak) => leaky_relu(leak.alpha),
            None => self.plan.activation,
        }
    }

    /// z of a unit on every training point at a step.
    pub fn pre_activations(&self, unit: usize, step: usize) -> Vec<f64> {
        let Unit { weights, bias, .. } = self.moment(step).unit(unit);
        let (first, second) = self.points().inputs.split_at(self.points().len());
        let z = |(x, y): (&f64, &f64)| weights[0] * x + weights[1] * y + bias;
        first.iter().zip(second).map(z).collect()
    }

    /// The step at which a unit that is dead at `step` died; 0 if it never lived. `None` if it is not dead.
    pub fn death(&self, unit: usize, step: usize) -> Option<usize> {
        let moments = self.moments(step);
        let alive = moments.iter().rposition(|moment| !moment.dead[unit]);
        match alive {
            Some(last) if last + 1 == moments.len() => None,
            Some(last) => Some(last + 1),
            None => Some(0),
        }
    }

    /// The units that are dead at a step, each with the step at which it died.
    pub fn deaths(&self, step: usize) -> impl Iterator<Item = (usize, usize)> {
        (0..self.plan.width).filter_map(move |unit| Some((unit, self.death(unit, step)?)))
    }

    /// The step, up to `step`, at which a unit that had no positive z when it was given its leak first had one again.
    pub fn revival(&self, unit: usize, step: usize) -> Option<usize> {
        let leak = self.plan.leak.filter(|leak| leak.step <= step)?;
        let given = leak.unit.is_none_or(|own| own == unit);
        let silent = self.moment(leak.step).active[unit] == 0;
        let since = self.moments(step).iter().skip(leak.step);
        let woken = since
            .enumerate()
            .find(|(_, moment)| moment.active[unit] > 0);
        woken
            .filter(|_| given && silent)
            .map(|(later, _)| leak.step + later)
    }

    fn next(&mut self) -> Result<(), Box<dyn std::error::Error>> {
        self.training.step()?;
        self.give_leak(self.moments.len())?;
        Ok(self.keep()?)
    }

    fn give_leak(&mut self, step: usize) -> Result<(), ShapeError> {
        let Some(leak) = self.plan.leak.filter(|leak| leak.step == step) else {
            return Ok(());
        };
        let units = match leak.unit {
            Some(unit) => unit..unit + 1,
            None => 0..self.plan.width,
        };
        for unit in units {
            let leaky = leaky_relu(leak.alpha);
            self.training.set_unit_activation(HIDDEN, unit, leaky)?;
        }
        Ok(())
    }

    fn keep(&mut self) -> Result<(), ShapeError> {
        // One pass over all training points serves the loss and the roll call.
        let loss = self.training.losses(&mut self.workspace)?.train;
        let network = self.training.network();
        let dead = network.dead_units(&self.workspace)?;
        let mut roll = vec![false; self.plan.width];
        for unit in dead.first().into_iter().flatten() {
            roll[*unit] = true;
        }
        let rows = self
            .workspace
            .z(HIDDEN)
            .chunks_exact(self.points().len().max(1));
        let active = rows.map(|z| z.iter().filter(|z| **z > 0.0).count());
        self.moments.push(Moment {
            width: self.plan.width,
            parameters: network.parameters().to_vec(),
            gradient: self.training.pass().gradient().to_vec(),
            loss,
            active: active.collect(),
            dead: roll,
        });
        Ok(())
    }
}

fn leaky_relu(alpha: f64) -> Activation {
    let leaky = Activation::new(Kind::LeakyRelu);
    leaky.with("alpha", alpha).unwrap_or(leaky)
}
