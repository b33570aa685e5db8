//! A question for somebody else to answer: another thread, which shares no memory with this one.

use super::words::{self, WordsError};
use super::{Experiment, Plan, Question, Report};
use crate::work::Budget;
use std::task::Poll;

/// A question about an experiment, with all that its answer depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errand {
    /// What the experiment is made of.
    pub plan: Plan,
    /// What is asked of it.
    pub question: Question,
}

/// What is known of an errand's answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The number of steps that all runs have reached.
    pub reached: u64,
    /// The answer, when it is complete.
    pub report: Option<Report>,
}

impl Errand {
    /// The errand as a list of numbers, which only the build that wrote it reads: it is no format to keep.
    pub fn words(&self) -> Vec<f64> {
        words::write_errand(self)
    }

    /// What [`Errand::words`] has written.
    ///
    /// # Errors
    /// [`WordsError`] if these are other words.
    pub fn read(words: &[f64]) -> Result<Errand, WordsError> {
        words::read_errand(words)
    }

    /// Works on the answer, with what earlier errands left in `state`, until it is complete or the budget is spent.
    ///
    /// # Errors
    /// [`WordsError`] if the plan's networks have no shape, as without hidden units: no such plan is asked about.
    pub fn work(
        &self,
        state: &mut Option<Experiment>,
        budget: Budget,
    ) -> Result<Reply, WordsError> {
        let experiment = match state.take() {
            Some(kept) => kept.turn(self.plan),
            None => Experiment::new(self.plan),
        };
        let experiment = state.insert(experiment.map_err(|_| WordsError)?);
        let report = match experiment.answer(self.question, budget) {
            Poll::Ready(report) => Some(report.clone()),
            Poll::Pending => None,
        };
        Ok(Reply {
            reached: experiment.reached(),
            report,
        })
    }
}

impl Reply {
    /// The reply as a list of numbers: the steps reached, and the report if there is one. A list of one number is not the last.
    pub fn words(&self) -> Vec<f64> {
        words::write_reply(self)
    }

    /// What [`Reply::words`] has written.
    ///
    /// # Errors
    /// [`WordsError`] if these are other words.
    pub fn read(words: &[f64]) -> Result<Reply, WordsError> {
        words::read_reply(words)
    }
}
