//! What a run looked like at earlier steps, and the way back to them.

use super::sparse::Sparse;
use super::{Losses, Training};
use crate::model::network::{Pass, ShapeError};

/// How much a history keeps. It starts with every n-th step; when a list is full, every second entry goes and n doubles, so that an hour of training needs no more memory than a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// A record at every step that is a multiple of this.
    pub record_every: u64,
    /// At most so many records.
    pub records: usize,
    /// A snapshot at every step that is a multiple of this.
    pub snapshot_every: u64,
    /// At most so many snapshots, pinned ones apart.
    pub snapshots: usize,
}

impl Default for Budget {
    /// Up to 1000 records from every step on, and up to 64 snapshots from every 16th.
    fn default() -> Budget {
        Budget {
            record_every: 1,
            records: 1000,
            snapshot_every: 16,
            snapshots: 64,
        }
    }
}

/// A run at one step, as figures draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// How many steps had been taken.
    pub step: u64,
    /// The loss of the step's own batch, before the step; `None` before the first.
    pub batch_loss: Option<f64>,
    /// The loss over all points, after the step.
    pub losses: Losses,
    /// Layer 1 first; empty before the first step.
    pub layers: Vec<LayerRecord>,
}

/// One layer at one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerRecord {
    /// ‖∂L/∂W‖ of the step.
    pub gradient_norm: f64,
    /// ‖ΔW‖/‖W‖ of the step.
    pub relative_change: f64,
}

/// The records and snapshots of a run.
#[derive(Clone, Debug)]
pub struct History {
    records: Sparse<Record>,
    snapshots: Sparse<Training>,
    last: u64,
    pass: Pass,
}

impl History {
    /// A history that begins with the run as it stands.
    ///
    /// # Errors
    /// [`ShapeError::Network`]: see [`History::record`].
    pub fn new(training: &Training, budget: Budget) -> Result<History, ShapeError> {
        let mut history = History {
            records: Sparse::new(budget.record_every, budget.records),
            snapshots: Sparse::new(budget.snapshot_every, budget.snapshots),
            last: training.steps(),
            pass: training.workspace(),
        };
        history.pin(training)?;
        Ok(history)
    }

    /// Takes note of a run; to be called after every step, it decides itself what is kept.
    ///
    /// # Errors
    /// [`ShapeError::Network`] if the network has another shape than at the beginning.
    pub fn record(&mut self, training: &Training) -> Result<(), ShapeError> {
        let step = training.steps();
        self.last = step;
        if self.records.wants(step) {
            let record = self.describe(training)?;
            self.records.add(step, false, record);
        }
        if self.snapshots.wants(step) {
            self.snapshots.add(step, false, training.clone());
        }
        Ok(())
    }

    /// Keeps a run for good, to be called after a change by hand (a unit's activation, the learning rate): the way back must begin with the change, not before it.
    ///
    /// # Errors
    /// [`ShapeError::Network`]: see [`History::record`].
    pub fn pin(&mut self, training: &Training) -> Result<(), ShapeError> {
        let step = training.steps();
        self.last = step;
        let record = self.describe(training)?;
        self.records.add(step, true, record);
        self.snapshots.add(step, true, training.clone());
        Ok(())
    }

    /// What was recorded, in order.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.entries()
    }

    /// The run as it was after that many steps: the nearest snapshot before, run forward again to the same bits.
    ///
    /// `None` for a step before the beginning or after the last one recorded.
    /// A run that diverged is returned as it stands at its last step.
    pub fn at(&self, step: u64) -> Option<Training> {
        if step > self.last {
            return None;
        }
        let mut training = self.snapshots.before(step)?.clone();
        while training.steps() < step && training.step().is_ok() {}
        Some(training)
    }

    /// Goes back to a step and forgets what came after it, so that the run can take another way.
    pub fn branch(&mut self, step: u64) -> Option<Training> {
        let training = self.at(step)?;
        self.records.truncate(step);
        self.snapshots.truncate(step);
        self.last = step;
        Some(training)
    }

    fn describe(&mut self, training: &Training) -> Result<Record, ShapeError> {
        let norms = training.gradient_norms().into_iter();
        let layers = norms.zip(training.relative_changes());
        Ok(Record {
            step: training.steps(),
            batch_loss: training.batch_loss(),
            losses: training.losses(&mut self.pass)?,
            layers: layers
                .map(|(gradient_norm, relative_change)| LayerRecord {
                    gradient_norm,
                    relative_change,
                })
                .filter(|_| training.steps() > 0)
                .collect(),
        })
    }
}
