//! All runs at the same time, where there are threads: nothing of what they compute depends on it.

use super::{ABREAST, Experiment, run::Run};
use crate::work::Budget;
use std::thread;

/// A step of that many products is worth a thread: below it, starting one takes a noticeable part of the time.
const WORTHWHILE: f64 = 5e5;

/// Products between two looks at the clock: a few milliseconds.
const PIECE: f64 = 2e7;

impl Experiment {
    /// Takes heavy steps towards that one, as long as no run has to go back or has come to an end; `false` if the time was up.
    pub(super) fn go_abreast(&mut self, step: u64, budget: Budget) -> bool {
        let products = self.plan.products_of_a_step();
        if products < WORTHWHILE {
            return true;
        }
        let pace = ((PIECE / products) as u64).clamp(1, ABREAST);
        while self.runs.iter().all(|run| run.steps() < step) {
            let before = self.reached();
            side_by_side(&mut self.runs, step.min(before + pace));
            if self.reached() == before {
                break;
            }
            if budget.is_over() {
                return false;
            }
        }
        true
    }
}

/// Brings all to a step. One for which there is no thread to be had stays behind.
fn side_by_side(runs: &mut [Run], step: u64) {
    let go = |run: &mut Run| {
        if run.steps() < step {
            run.go_to(step, Budget::default());
        }
    };
    let Some((own, others)) = runs.split_first_mut() else {
        return;
    };
    thread::scope(|scope| {
        for run in others {
            let _ = thread::Builder::new().spawn_scoped(scope, || go(run));
        }
        go(own);
    });
}
