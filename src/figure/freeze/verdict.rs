//! What can be said of the networks of `freeze`, as values: decided from numbers, before there is any prose.

use super::super::learning::{LEARNED, LEARNS, WORSE};
use super::state::Pace;
use crate::model::experiment::{LayerState, Outcome, Plan, Report};
use crate::model::training::Divergence;

/// What a network has made of its task by the step that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Learning {
    /// Its numbers have left the range.
    Stopped(Divergence),
    /// The loss is below [`LEARNED`] of that of guessing.
    Learned,
    /// The loss is below [`LEARNS`] of that of guessing.
    Learns,
    /// It is not, whatever the layers do.
    Nothing,
    /// It is above [`WORSE`] of that of guessing.
    Worse,
    /// It is no number any more, although the step that is shown was still taken.
    Lost,
}

impl Learning {
    fn of(outcome: &Outcome, guess: f64) -> Learning {
        if let Some(stop) = outcome.divergence {
            return Learning::Stopped(stop);
        }
        match loss(outcome) {
            loss if !loss.is_finite() => Learning::Lost,
            loss if loss < LEARNED * guess => Learning::Learned,
            loss if loss < LEARNS * guess => Learning::Learns,
            loss if loss > WORSE * guess => Learning::Worse,
            _ => Learning::Nothing,
        }
    }

    /// Whether the loss says that something was learned.
    pub fn has_begun(self) -> bool {
        matches!(self, Learning::Learned | Learning::Learns)
    }
}

/// How the layers of a network move; layers are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    /// So many of the first are held.
    pub held: usize,
    /// So many after those are frozen.
    pub frozen: usize,
    /// So many thrash, wherever they are.
    pub thrashing: usize,
    /// All layers, the output layer too.
    pub all: usize,
}

impl Motion {
    fn of(outcome: &Outcome, held: usize) -> Motion {
        let paces = outcome.layers.iter().map(|l| Pace::of(l.relative_change));
        let free = paces.clone().skip(held);
        Motion {
            held,
            frozen: free.take_while(|pace| *pace == Pace::Frozen).count(),
            thrashing: paces.filter(|pace| *pace == Pace::Thrashing).count(),
            all: outcome.layers.len(),
        }
    }

    /// Whether no layer that may move does.
    pub fn is_still(self) -> bool {
        self.held + self.frozen == self.all
    }
}

/// What is said of one of the two networks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate {
    /// What it has made of its task.
    pub learning: Learning,
    /// How its layers move.
    pub motion: Motion,
    /// The loss over the training points.
    pub loss: f64,
    /// The loss over the test points, where the network has learned something of the training points and nothing of those: it is above [`WORSE`] of that of guessing.
    pub unseen: Option<f64>,
    /// ‖ΔW‖/‖W‖ of the first layer that is not held.
    pub first: f64,
    /// How many of its own steps the motion is the median of; none where it has just branched off.
    pub of: usize,
}

impl Fate {
    /// The network of one arm, the first or the second.
    pub fn of(plan: &Plan, report: &Report, arm: usize) -> Fate {
        let outcome = &report.arms[arm];
        let held = plan.acting(arm, report.question.step).held;
        let motion = Motion::of(outcome, held.min(plan.depth));
        let first = outcome.layers.get(motion.held);
        let learning = Learning::of(outcome, report.guess);
        let test = outcome.losses.last().map(|(_, losses)| losses.test);
        let is_worse = |test: &f64| learning.has_begun() && *test > WORSE * report.guess;
        Fate {
            learning,
            motion,
            unseen: test.filter(is_worse),
            loss: loss(outcome),
            first: first.map_or(0.0, |layer| layer.relative_change),
            of: steps(plan, outcome, arm),
        }
    }
}

/// What the shallow network says about the depth of A.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Control {
    /// A is no deeper than it, or one of both has stopped: there is nothing to compare.
    None,
    /// A has not learned, and it has: its depth holds A back.
    Depth,
    /// The same, but layers of A are held and none of its own: two things differ.
    DepthAndHeld,
    /// Neither has: nothing is shown about depth.
    Neither,
    /// Both have.
    Both,
    /// A has, and it has not.
    OnlyDeep,
}

impl Control {
    /// From both losses, and from how many layers of A are held.
    pub fn of(plan: &Plan, report: &Report) -> Control {
        let Some(shallow) = &report.shallow else {
            return Control::None;
        };
        let deep = Learning::of(&report.arms[0], report.guess);
        let shallow = Learning::of(shallow, report.guess);
        let stopped = |learning| matches!(learning, Learning::Stopped(_) | Learning::Lost);
        if stopped(deep) || stopped(shallow) {
            return Control::None;
        }
        let held = plan.acting(0, report.question.step).held.min(plan.depth);
        match (deep.has_begun(), shallow.has_begun()) {
            (false, true) if held > 0 => Control::DepthAndHeld,
            (false, true) => Control::Depth,
            (false, false) => Control::Neither,
            (true, true) => Control::Both,
            (true, false) => Control::OnlyDeep,
        }
    }
}

/// Whether nothing differs between the two networks: then all of their numbers are the same.
pub fn are_twins(plan: &Plan) -> bool {
    plan.arms[0] == plan.arms[1]
}

/// Of how many steps the motion of an arm is the median: of those that it took as what it is, the last.
pub fn steps(plan: &Plan, outcome: &Outcome, arm: usize) -> usize {
    let own = plan.own_steps(arm, outcome.steps);
    own.min(LayerState::WINDOW as u64) as usize
}

/// The loss over the training points at the step that is shown.
pub fn loss(outcome: &Outcome) -> f64 {
    let last = outcome.losses.last();
    last.map_or(f64::NAN, |(_, losses)| losses.train)
}
