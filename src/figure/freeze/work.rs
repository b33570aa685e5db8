//! Who does the long work of `freeze`: this thread, in pieces, or a helper.

use super::super::{Draft, Memory};
use crate::model::experiment::{Errand, Experiment, Plan, Question, Reply, Report};
use crate::model::work::Budget;
use std::task::Poll;

/// What is kept from one view to the next.
#[derive(Default)]
struct Kept {
    /// The experiment, where this thread runs it.
    experiment: Option<Experiment>,
    /// The last complete answer with its plan: what is drawn while another is worked out.
    shown: Option<(Plan, Report)>,
    /// How far it is known to have come, and in which experiment.
    reached: Option<(Plan, u64)>,
}

/// A first picture of up to that many products is made here even if there is a helper, who would have to be started: about two tenths of a second on a laptop.
const AT_ONCE: f64 = 4e8;

/// Works on the answer as long as there is time, and draws what there is: the last complete report, and the step that was reached if it is not the answer yet.
pub fn answer(
    memory: &mut Memory,
    plan: Plan,
    question: Question,
    draw: impl FnOnce(Option<(&Plan, &Report)>, Option<u64>) -> Draft,
) -> Draft {
    let budget = memory.budget;
    let mut helper = memory.helper.take();
    let draft = memory.with(
        |_: &Kept| true,
        Kept::default,
        |kept| {
            let mut progress = None;
            if !kept.answers(&plan, question) {
                match helper.as_mut().filter(|_| kept.lends(&plan, question)) {
                    Some(helper) => {
                        // What the helper does again from the start need not fill this thread's memory.
                        kept.experiment = None;
                        let reply = helper.ask(Errand { plan, question });
                        kept.take_in(&plan, question, reply);
                    }
                    None => kept.work(&plan, question, budget),
                }
            }
            if kept.answers(&plan, question) {
                if let Some(helper) = &mut helper {
                    helper.errand = None;
                }
            } else {
                progress = kept.reached.map(|(_, step)| step);
            }
            let shown = kept.shown.as_ref().map(|(plan, report)| (plan, report));
            draw(shown, progress)
        },
    );
    memory.helper = helper;
    draft
}

impl Kept {
    fn answers(&self, plan: &Plan, question: Question) -> bool {
        let fits = |(of, report): &(Plan, Report)| of == plan && report.question == question;
        self.shown.as_ref().is_some_and(fits)
    }

    /// Whether a helper is to be asked: always, but for a first picture that takes little.
    fn lends(&self, plan: &Plan, question: Question) -> bool {
        self.shown.is_some() || plan.products(question.step) > AT_ONCE
    }

    fn work(&mut self, plan: &Plan, question: Question, budget: Budget) {
        let experiment = match self.experiment.take() {
            Some(kept) => kept.turn(*plan),
            None => Experiment::new(*plan),
        };
        // Every plan that the controls allow has a shape that fits.
        self.experiment = experiment.ok();
        if let Some(experiment) = &mut self.experiment {
            if let Poll::Ready(report) = experiment.answer(question, budget) {
                self.shown = Some((*plan, report.clone()));
            }
            self.reached = Some((*plan, experiment.reached()));
        }
    }

    /// A reply, if there is one: the step reached, and the report if it is complete.
    fn take_in(&mut self, plan: &Plan, question: Question, reply: Option<Reply>) {
        let Some(Reply { reached, report }) = reply else {
            // As long as nothing new is heard, the same experiment is as far as it was.
            let known = self.reached.filter(|(of, _)| of == plan);
            let step = known.map_or(0, |(_, step)| step);
            self.reached = Some((*plan, step.min(question.step)));
            return;
        };
        self.reached = Some((*plan, reached));
        if let Some(report) = report {
            self.shown = Some((*plan, report));
        }
    }
}
