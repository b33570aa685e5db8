//! Which points a step looks at.

use crate::dataset::Points;
use crate::random::{Purpose, Random};

/// How many points a step looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Batch {
    /// All of them, in the order of the dataset.
    Full,
    /// So many, at least 1: the points are shuffled, used up batch by batch (the last batch of a round may be smaller, as in PyTorch), and shuffled again.
    Of(usize),
    /// So many, at least 1, in the order of the dataset and never shuffled: what other programs are compared in.
    InOrder(usize),
}

/// The batches of a run, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Batches {
    /// `None` when every batch is the whole.
    size: Option<usize>,
    shuffled: bool,
    order: Vec<usize>,
    /// How many of `order` are used up.
    used: usize,
    random: Random,
    /// The numbers of the current batch, `[row][sample]`.
    inputs: Vec<f64>,
    targets: Vec<f64>,
}

impl Batches {
    pub(super) fn new(batch: Batch, points: &Points, outputs: usize, seed: u64) -> Batches {
        let size = match batch {
            Batch::Of(size) | Batch::InOrder(size) if size < points.len() => Some(size.max(1)),
            _ => None,
        };
        let room = size.unwrap_or(0);
        Batches {
            size,
            shuffled: !matches!(batch, Batch::InOrder(_)),
            order: (0..points.len()).collect(),
            used: points.len(),
            random: Random::new(seed, Purpose::Batches),
            inputs: Vec::with_capacity(room * points.features),
            targets: Vec::with_capacity(room * outputs),
        }
    }

    /// The inputs and targets of the next batch; `targets` has a row per output, as long as there are points.
    pub(super) fn next<'a>(
        &'a mut self,
        points: &'a Points,
        targets: &'a [f64],
    ) -> (&'a [f64], &'a [f64]) {
        let Some(size) = self.size else {
            return (&points.inputs, targets);
        };
        if self.used >= self.order.len() {
            if self.shuffled {
                self.random.shuffle(&mut self.order);
            }
            self.used = 0;
        }
        let end = self.order.len().min(self.used + size);
        let chosen = &self.order[self.used..end];
        self.used = end;
        gather(&points.inputs, points.len(), chosen, &mut self.inputs);
        gather(targets, points.len(), chosen, &mut self.targets);
        (&self.inputs, &self.targets)
    }
}

/// The chosen columns of every row.
fn gather(rows: &[f64], columns: usize, chosen: &[usize], into: &mut Vec<f64>) {
    into.clear();
    for row in rows.chunks_exact(columns) {
        into.extend(chosen.iter().map(|column| row[*column]));
    }
}
