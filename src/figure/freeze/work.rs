//! Who does the long work of `freeze`: this thread, in pieces, or a helper.

use super::super::Memory;
use super::super::view::View;
use crate::model::experiment::{Experiment, Plan, Question, Report, read_report, request_words};

/// What is kept from one view to the next.
#[derive(Default)]
struct Kept {
    /// The experiment, where this thread runs it.
    experiment: Option<Experiment>,
    /// The last complete answer with its plan: what is drawn while another is worked out.
    shown: Option<(Plan, Report)>,
    /// How far a helper has come.
    reached: u64,
}

/// Works on the answer as long as there is time, and draws what there is: the last complete report, and the step that was reached if it is not the answer yet.
pub fn answer(
    memory: &mut Memory,
    plan: Plan,
    question: Question,
    draw: impl FnOnce(Option<(&Plan, &Report)>, Option<u64>) -> View,
) -> View {
    let patience = memory.patience;
    let mut helper = memory.helper.take();
    let view = memory.with(
        |_: &Kept| true,
        Kept::default,
        |kept| {
            let mut progress = None;
            if !kept.answers(&plan, question) {
                match &mut helper {
                    Some(helper) => {
                        let words = helper.ask(request_words(&plan, question));
                        kept.take_in(&plan, words.as_deref());
                    }
                    None => kept.work(&plan, question, &|| patience.is_over()),
                }
            }
            if kept.answers(&plan, question) {
                if let Some(helper) = &mut helper {
                    helper.errand = None;
                }
            } else {
                progress = Some(kept.reached);
            }
            let shown = kept.shown.as_ref().map(|(plan, report)| (plan, report));
            draw(shown, progress)
        },
    );
    memory.helper = helper;
    view
}

impl Kept {
    fn answers(&self, plan: &Plan, question: Question) -> bool {
        let fits = |(of, report): &(Plan, Report)| of == plan && report.question == question;
        self.shown.as_ref().is_some_and(fits)
    }

    fn work(&mut self, plan: &Plan, question: Question, is_over: &dyn Fn() -> bool) {
        let kept = self.experiment.take().filter(|kept| kept.plan() == plan);
        // Every plan that the controls allow has a shape that fits.
        self.experiment = kept.or_else(|| Experiment::new(*plan).ok());
        if let Some(experiment) = &mut self.experiment {
            if let Some(report) = experiment.answer(question, is_over) {
                self.shown = Some((*plan, report.clone()));
            }
            self.reached = experiment.reached();
        }
    }

    /// A reply: the step reached, and the report if it is complete.
    fn take_in(&mut self, plan: &Plan, words: Option<&[f64]>) {
        let Some((reached, report)) = words.and_then(<[f64]>::split_first) else {
            self.reached = 0;
            return;
        };
        self.reached = *reached as u64;
        if let Ok(report) = read_report(report) {
            self.shown = Some((*plan, report));
        }
    }
}
