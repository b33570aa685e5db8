//! The answer to a question.

use super::{Question, Signal};
use crate::training::{Divergence, Losses};

/// Both runs after some number of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was asked.
    pub question: Question,
    /// The first run and the second.
    pub arms: [Outcome; 2],
    /// The loss of guessing on the training points, see [`Loss::of_guessing`](crate::loss::Loss::of_guessing).
    pub guess: f64,
    /// The shallow run, if there is one.
    pub shallow: Option<Outcome>,
}

/// One run after some number of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How many steps it took: as many as were asked for, or fewer if it diverged.
    pub steps: u64,
    /// Where it left the numbers, if it did.
    pub divergence: Option<Divergence>,
    /// The past at evenly spaced steps, at most [`Outcome::TRACE`] of them; the start and the last step are there. The numbers of the layers are medians over the [`LayerState::WINDOW`] steps up to each, as batches differ, of those that are finite; steps before a branch and after it are not mixed.
    pub trace: Vec<Moment>,
    /// The loss over all points at some of the steps, ascending, denser near the start; the last step is there, unless the run diverged.
    pub losses: Vec<(u64, Losses)>,
    /// Layer 1 first; the output layer is the last.
    pub layers: Vec<LayerState>,
    /// What each layer is told of the inputs and of the loss; layer 1 first.
    pub signals: Vec<Signal>,
    /// The pre-activations of the layer that was asked for, over all training points and units.
    pub spread: Histogram,
    /// The outputs over the plane or the line; empty unless asked for.
    pub plane: Plane,
}

impl Outcome {
    /// The most moments in a trace.
    pub const TRACE: usize = 160;
}

/// A run at one of its steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// How many steps had been taken.
    pub step: u64,
    /// The loss of the step's own batch, before the step; `None` before the first.
    pub batch_loss: Option<f64>,
    /// Layer 1 first.
    pub layers: Vec<LayerMoment>,
}

/// A layer at one step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LayerMoment {
    /// ‖∂L/∂W‖ on the step's batch; 0 before the first step.
    pub gradient_norm: f64,
    /// ‖ΔW‖/‖W‖ of the step; 0 before the first.
    pub relative_change: f64,
    /// ‖W‖ before the step.
    pub weight_norm: f64,
}

/// How a layer fares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerState {
    /// The median of ‖ΔW‖/‖W‖ over the last [`LayerState::WINDOW`] steps, or over as many as there were of its own (see [`Plan::own_steps`](super::Plan::own_steps)) and are finite; of an even number, the lower of both middles, so that it is that of a step.
    pub relative_change: f64,
    /// That step, and its numbers; step 0, and zeros, where there was none yet.
    pub typical: (u64, LayerMoment),
    /// ‖W - W₀‖/‖W₀‖: how far all steps together have moved the weights.
    pub drift: f64,
}

impl LayerState {
    /// Steps that the median looks back.
    pub const WINDOW: usize = 9;
}

/// How numbers are spread, in bins of one width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Lower end of the first bin.
    pub from: f64,
    /// Upper end of the last bin; not below `from`.
    pub to: f64,
    /// How many numbers fall into each bin.
    pub counts: Vec<u64>,
    /// How many are not finite.
    pub lost: u64,
}

impl Histogram {
    /// Bins.
    const BINS: usize = 48;

    /// The finite numbers of a list.
    pub(super) fn of(numbers: &[f64]) -> Histogram {
        let finite = || numbers.iter().copied().filter(|x| x.is_finite());
        let from = finite().fold(f64::INFINITY, f64::min);
        let to = finite().fold(f64::NEG_INFINITY, f64::max);
        if from > to {
            return Histogram {
                lost: numbers.len() as u64,
                ..Histogram::default()
            };
        }
        let mut counts = vec![0; Histogram::BINS];
        for x in finite() {
            let share = (x - from) / (to - from);
            let bin = (share * Histogram::BINS as f64) as usize;
            counts[bin.min(Histogram::BINS - 1)] += 1;
        }
        Histogram {
            from,
            to,
            lost: (numbers.len() - finite().count()) as u64,
            counts,
        }
    }
}

/// The output y of a network (before the logistic function of its loss) over its inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    /// Half the width, and half the height; no height for a network of one input.
    pub reach: [f64; 2],
    /// Cells per row.
    pub columns: usize,
    /// Row by row from the bottom up, each at the middle of its cell; one row for a network of one input.
    pub values: Vec<f64>,
}
