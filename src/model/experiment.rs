//! Two networks that learn side by side from one seed, with one difference between them; and a third, shallow one beside the first, which tells whether depth is what matters.
//!
//! An experiment is run by asking: what do both look like after so many steps?
//! The answer to a [`Question`] is a [`Report`], and depends on nothing but the [`Plan`] and the question; going back and asking again gives the same bits.
//! Work is done in small pieces, so that whoever asks may stop in between and go on later.
//!
//! ```
//! use activation_lab::model::experiment::{Arm, Experiment, Plan, Question};
//! let arm = |activation: &str, init: &str| -> Result<Arm, Box<dyn std::error::Error>> {
//!     Ok(Arm::new(activation.parse()?, init.parse()?))
//! };
//! let plan = Plan { depth: 3, arms: [arm("sigmoid", "xavier")?, arm("relu", "he")?], ..Plan::default() };
//! let mut experiment = Experiment::new(plan)?;
//! let question = Question { step: 40, layer: 0, plane: false };
//! let report = experiment.answer(question, &|| false).expect("time without end");
//! let [sigmoid, relu] = &report.arms;
//! assert!(sigmoid.layers[0].relative_change < 0.1 * relu.layers[0].relative_change);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(not(target_arch = "wasm32"))]
mod abreast;
mod plan;
mod report;
mod run;
mod signal;
mod sparse;
mod survey;
mod words;

pub use plan::{Arm, Plan};
pub use report::{Histogram, LayerMoment, LayerState, Moment, Outcome, Plane, Report};
pub use signal::Signal;
pub use words::{WordsError, answer_words, read_report, request_words};

use super::dataset::Dataset;
use super::network::ShapeError;
use run::Run;
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
        let dataset = Dataset::new(&plan.recipe());
        let mut runs = vec![
            Run::new(&plan, &plan.arms[0], None, &dataset)?,
            Run::new(&plan, plan.second_start(), Some(&plan.arms[1]), &dataset)?,
        ];
        if let Some((plan, arm)) = plan.control() {
            runs.push(Run::new(&plan, &arm, None, &dataset)?);
        }
        Ok(Experiment {
            runs,
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

    /// The answer to a question; `None` if `is_over` said that the time is up before it was complete. Asked again, the work goes on where it stood.
    ///
    /// `is_over` is asked between pieces of work: single steps, and passes over all points. Where there are threads, all runs take their heavy steps at the same time, and it is asked every few milliseconds.
    pub fn answer(&mut self, question: Question, is_over: &dyn Fn() -> bool) -> Option<&Report> {
        if self
            .report
            .as_ref()
            .is_some_and(|report| report.question == question)
        {
            return self.report.as_ref();
        }
        if !self.go_to(question.step, is_over) {
            return None;
        }
        let kept = self
            .survey
            .take()
            .filter(|kept| kept.question() == question);
        let survey = self
            .survey
            .insert(kept.unwrap_or_else(|| Survey::new(question)));
        if !survey.go_on(&mut self.runs, is_over) {
            return None;
        }
        self.report = self
            .survey
            .take()
            .and_then(|survey| survey.report(&self.runs));
        self.report.as_ref()
    }

    /// All runs to that step, nearly abreast, so that [`Experiment::reached`] tells how much is done.
    fn go_to(&mut self, step: u64, is_over: &dyn Fn() -> bool) -> bool {
        #[cfg(not(target_arch = "wasm32"))]
        if !self.go_abreast(step, is_over) {
            return false;
        }
        let mut target = self.reached().min(step);
        loop {
            for run in &mut self.runs {
                let behind = run.steps() < target || run.steps() > step || target == step;
                if behind && !run.go_to(target, is_over) {
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
