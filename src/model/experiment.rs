//! Two networks that learn side by side from one seed, with one difference between them; and a third, shallow one beside the first, which tells whether depth is what matters.
//!
//! An experiment is run by asking: what do both look like after so many steps?
//! The answer to a [`Question`] is a [`Report`], and depends on nothing but the [`Plan`] and the question; going back and asking again gives the same bits.
//! Work is done in small pieces, so that whoever asks may stop in between and go on later.
//!
//! ```
//! use model::experiment::{Arm, Experiment, Plan, Question};
//! use model::work::Budget;
//! let arm = |activation: &str, init: &str| -> Result<Arm, Box<dyn std::error::Error>> {
//!     Ok(Arm::new(activation.parse()?, init.parse()?))
//! };
//! let plan = Plan { depth: 3, arms: [arm("sigmoid", "xavier")?, arm("relu", "he")?], ..Plan::default() };
//! let mut experiment = Experiment::new(plan)?;
//! let question = Question { step: 40, layer: 0, plane: false };
//! assert!(experiment.answer(question, Budget::default()).is_ready());
//! let [sigmoid, relu] = &experiment.report().expect("answered").arms;
//! assert!(sigmoid.layers[0].relative_change < 0.1 * relu.layers[0].relative_change);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(not(target_arch = "wasm32"))]
mod abreast;
mod errand;
mod plan;
mod report;
mod run;
mod signal;
mod sparse;
mod survey;
mod words;

pub use errand::{Errand, Reply};
pub use plan::{Arm, Plan};
pub use report::{Histogram, LayerMoment, LayerState, Moment, Outcome, Plane, Report};
pub use signal::Signal;
pub use words::WordsError;

use super::dataset::Dataset;
use super::network::ShapeError;
use crate::work::Budget;
use run::Run;
use std::task::Poll;
use survey::Survey;

/// Steps that one run may be ahead of the other.
const ABREAST: u64 = 16;

/// What is asked of an experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// After how many steps.
    pub step: u64,
    /// The layer whose pre-activations are wanted, counted from 0.
    pub layer: usize,
    /// Whether the outputs over the plane, or over the line, are wanted.
    pub plane: bool,
}

/// The runs, and what was last asked about them.
#[derive(Clone, Debug)]
pub struct Experiment {
    plan: Plan,
    /// The two arms, and the shallow run if there is one.
    runs: Vec<Run>,
    survey: Option<Survey>,
    report: Option<Report>,
}

impl Experiment {
    /// All networks before their first step.
    ///
    /// # Errors
    /// [`ShapeError::Empty`] without hidden units, [`ShapeError::Task`] if the points do not fit the networks, as with more than two classes.
    pub fn new(plan: Plan) -> Result<Experiment, ShapeError> {
        Experiment::made_of(plan, Vec::new())
    }

    /// The experiment of another plan. A run that both have is kept as far as it has come, so that a change of one network does not train the others again.
    ///
    /// # Errors
    /// As [`Experiment::new`].
    pub fn turn(self, plan: Plan) -> Result<Experiment, ShapeError> {
        if self.plan == plan {
            return Ok(self);
        }
        let kept = self.plan.alone().into_iter().zip(self.runs);
        Experiment::made_of(plan, kept.collect())
    }

    /// With these runs, as far as they are of use.
    fn made_of(plan: Plan, mut kept: Vec<(Plan, Run)>) -> Result<Experiment, ShapeError> {
        let wanted = plan.alone();
        kept.retain(|(of, _)| wanted.contains(of));
        let dataset = Dataset::new(&plan.recipe());
        let run = |of: &Plan| match kept.iter().position(|(known, _)| known == of) {
            Some(index) => Ok(kept.swap_remove(index).1),
            None => Run::new(of, &dataset),
        };
        let runs: Result<Vec<Run>, ShapeError> = wanted.iter().map(run).collect();
        Ok(Experiment {
            runs: runs?,
            plan,
            survey: None,
            report: None,
        })
    }

    /// What the experiment was made of.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How far all runs are, towards the last question.
    pub fn reached(&self) -> u64 {
        self.runs.iter().map(Run::steps).min().unwrap_or(0)
    }

    /// The last complete answer, which may be to an earlier question.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }

    /// The answer to a question, or pending if the budget was spent before it was complete. Asked again, the work goes on where it stood.
    ///
    /// The budget is asked between pieces of work: single steps, and passes over all points. Where there are threads, all runs take their heavy steps at the same time, and it is asked every few milliseconds.
    pub fn answer(&mut self, question: Question, budget: Budget) -> Poll<&Report> {
        let is_known = |report: &Report| report.question == question;
        if !self.report.as_ref().is_some_and(is_known) && !self.work_on(question, budget) {
            return Poll::Pending;
        }
        match &self.report {
            Some(report) => Poll::Ready(report),
            None => Poll::Pending,
        }
    }

    /// Whether the report is made.
    fn work_on(&mut self, question: Question, budget: Budget) -> bool {
        if !self.go_to(question.step, budget) {
            return false;
        }
        let kept = self
            .survey
            .take()
            .filter(|kept| kept.question() == question);
        let survey = self
            .survey
            .insert(kept.unwrap_or_else(|| Survey::new(question)));
        if !survey.go_on(&mut self.runs, budget) {
            return false;
        }
        self.report = self
            .survey
            .take()
            .and_then(|survey| survey.report(&self.runs));
        true
    }

    /// All runs to that step, nearly abreast, so that [`Experiment::reached`] tells how much is done.
    fn go_to(&mut self, step: u64, budget: Budget) -> bool {
        #[cfg(not(target_arch = "wasm32"))]
        if !self.go_abreast(step, budget) {
            return false;
        }
        let mut target = self.reached().min(step);
        loop {
            for run in &mut self.runs {
                let behind = run.steps() < target || run.steps() > step || target == step;
                if behind && !run.go_to(target, budget) {
                    return false;
                }
            }
            if target == step {
                return true;
            }
            target = step.min(target + ABREAST);
        }
    }
}
