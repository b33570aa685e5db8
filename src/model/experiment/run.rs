//! One of the two runs: how far it is, what it looked like on the way, and the way back.

use super::plan::{Arm, Plan};
use super::report::{Histogram, LayerMoment, Moment};
use super::signal::{self, Signal};
use super::sparse::Sparse;
use crate::dataset::Dataset;
use crate::network::{Pass, ShapeError};
use crate::optimiser::Optimiser;
use crate::training::{self, Batch, Losses, Training};
use crate::work::Budget;

/// Numbers that all snapshots of a run may hold together: 32 MB.
const SNAPSHOT_NUMBERS: usize = 4_000_000;

/// Steps between snapshots, at first.
const SNAPSHOT_EVERY: u64 = 16;

/// The loss over all points is taken at every step up to this one, then at half as many in each doubling.
const LOSSES_DENSE_UP_TO: u64 = 64;

/// What is seen of a run at one step, over all points.
#[derive(Clone, Debug)]
pub(super) struct Look {
    pub(super) losses: Losses,
    pub(super) spread: Histogram,
    pub(super) signals: Vec<Signal>,
}

/// Whether the loss over all points is taken at that step.
fn has_losses(step: u64) -> bool {
    let octave = (step / LOSSES_DENSE_UP_TO).checked_ilog2();
    let every = octave.map_or(1, |octave| 2u64 << octave);
    step.is_multiple_of(every)
}

/// How often the loss over all points is taken on the way to that step.
pub(super) fn losses_up_to(step: u64) -> usize {
    (0..=step).filter(|step| has_losses(*step)).count()
}

/// A training run with its past.
#[derive(Clone, Debug)]
pub(super) struct Run {
    training: Training,
    /// The step at which it takes another way, and the arm that it then follows.
    turn: Option<(u64, Arm)>,
    start: Vec<f64>,
    /// One per step, from the start on.
    moments: Vec<Moment>,
    losses: Vec<(u64, Losses)>,
    snapshots: Sparse<Training>,
    pass: Pass,
}

impl Run {
    /// A run of a plan as [`Plan::alone`] gives it.
    pub(super) fn new(plan: &Plan, dataset: &Dataset) -> Result<Run, ShapeError> {
        let [first, later] = plan.arms;
        let network = plan.network(&first)?;
        let optimiser = Optimiser::new(plan.rule, plan.learning_rate);
        let how = training::Plan {
            loss: plan.loss(),
            batch: Batch::Of(plan.batch),
            seed: plan.seed,
        };
        // Parameters, those before the step, their gradient, the same rescaled, and up to two lists of the optimiser's; z, a, f′ and ∂L/∂z.
        let parameters = 6 * network.parameters().len();
        let buffers = 4 * plan.depth * plan.width * plan.batch;
        let most = (SNAPSHOT_NUMBERS / (parameters + buffers)).clamp(4, 64);
        let start = network.parameters().to_vec();
        let pass = Pass::new(&network);
        let mut training = Training::new(network, optimiser, dataset.clone(), how)?;
        first.steer(&mut training);
        let mut run = Run {
            training,
            turn: (plan.branch > 0).then_some((plan.branch, later)),
            start,
            moments: Vec::new(),
            losses: Vec::new(),
            snapshots: Sparse::new(SNAPSHOT_EVERY, most),
            pass,
        };
        run.arrive();
        Ok(run)
    }

    /// Steps on, or back to a snapshot and on, until that step; `false` if the budget was spent before. A run that diverged stays where it stopped.
    pub(super) fn go_to(&mut self, step: u64, budget: Budget) -> bool {
        let back = step < self.training.steps();
        // What is ahead may have been passed before.
        let nearest = self.snapshots.before(step);
        if let Some(snapshot) = nearest.filter(|s| back || s.steps() > self.training.steps()) {
            self.training = snapshot.clone();
        }
        loop {
            let here = self.training.steps();
            let stopped = self.training.divergence().is_some();
            if !stopped && self.owes_losses(here) {
                if budget.is_over() {
                    return false;
                }
                self.take_losses(here);
            }
            if here >= step || stopped {
                return true;
            }
            if budget.is_over() {
                return false;
            }
            // Where it stops, its divergence says why.
            let _ = self.training.step();
            self.arrive();
        }
    }

    /// Takes note of a step.
    fn arrive(&mut self) {
        let step = self.training.steps();
        if let Some((at, arm)) = self.turn
            && at == step
        {
            arm.steer(&mut self.training);
        }
        if self.moments.len() as u64 == step {
            let norms = self.training.gradient_norms().into_iter();
            let changes = self.training.relative_changes();
            let layers = norms.zip(changes).zip(self.training.weight_norms());
            let layers =
                layers.map(
                    |((gradient_norm, relative_change), weight_norm)| LayerMoment {
                        gradient_norm,
                        relative_change,
                        weight_norm,
                    },
                );
            self.moments.push(Moment {
                step,
                batch_loss: self.training.batch_loss(),
                layers: layers.collect(),
            });
        }
        if self.training.divergence().is_none() && self.snapshots.wants(step) {
            self.snapshots.add(step, self.training.clone());
        }
    }

    fn owes_losses(&self, step: u64) -> bool {
        let taken = self.losses.last().map(|losses| losses.0);
        has_losses(step) && taken.is_none_or(|taken| taken < step)
    }

    fn take_losses(&mut self, step: u64) {
        // The workspace is the run's own: its shape fits.
        if let Ok(losses) = self.training.losses(&mut self.pass) {
            self.losses.push((step, losses));
        }
    }

    /// The loss over all points as it stands, and what goes on in the layers over the training points.
    pub(super) fn look(&mut self, layer: usize) -> Option<Look> {
        let losses = self.training.losses(&mut self.pass).ok()?;
        self.training.look_back(&mut self.pass).ok()?;
        let depth = self.training.network().depth();
        Some(Look {
            losses,
            spread: Histogram::of(self.pass.z(layer)),
            signals: signal::signals(&self.pass, depth),
        })
    }

    /// After which of its steps it was another run; 0 if it never was.
    pub(super) fn branched_at(&self) -> u64 {
        self.turn.map_or(0, |(at, _)| at)
    }

    pub(super) fn steps(&self) -> u64 {
        self.training.steps()
    }

    pub(super) fn training(&self) -> &Training {
        &self.training
    }

    pub(super) fn start(&self) -> &[f64] {
        &self.start
    }

    /// The past up to where the run stands; `moments[0]` is the start.
    pub(super) fn moments(&self) -> &[Moment] {
        let end = self.moments.len().min(self.training.steps() as usize + 1);
        &self.moments[..end]
    }

    /// The losses that were taken up to where the run stands.
    pub(super) fn losses(&self) -> &[(u64, Losses)] {
        let end = self
            .losses
            .partition_point(|l| l.0 <= self.training.steps());
        &self.losses[..end]
    }
}
