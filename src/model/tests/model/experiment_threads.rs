//! Networks that are heavy enough to learn on a thread each, against a plain loop on one.

use crate::any_plan::{answered, start};
use crate::pieces::pieces;
use model::experiment::{Experiment, Plan, Question, Report};
use model::network::Pass;
use model::work::Budget;
use std::task::Poll;

const QUESTION: Question = Question {
    step: 37,
    layer: 1,
    plane: true,
};

fn ask(plan: &Plan) -> Report {
    let mut experiment = Experiment::new(*plan).expect("two classes");
    answered(experiment.answer(QUESTION, Budget::default())).clone()
}

/// The words of a report hold every bit of it, and a NaN is equal to itself in them.
fn bits(report: &Report) -> String {
    format!("{report:?}")
}

/// Networks so large that they learn at the same time where there are threads: the bits are those of a plain loop, and those of a page, which has none and asks for the time at every step.
#[test]
fn heavy_runs_side_by_side_are_what_each_is_alone() {
    let plan = Plan {
        depth: 4,
        width: 64,
        batch: 50,
        ..Plan::default()
    };
    let report = ask(&plan);
    for (arm, outcome) in plan.arms.iter().zip(&report.arms) {
        let mut training = start(&plan, arm);
        for _ in 0..37 {
            training.step().expect("finite");
        }
        let mut pass = Pass::new(training.network());
        // Over all points, to the last bit: no weight can be another.
        let losses = training.losses(&mut pass).expect("fits");
        assert_eq!(outcome.losses.last(), Some(&(37, losses)));
    }
    let mut experiment = Experiment::new(plan).expect("two classes");
    let mut reached = vec![0];
    let in_pieces = loop {
        if let Poll::Ready(report) = experiment.answer(QUESTION, pieces(2)) {
            break bits(report);
        }
        reached.push(experiment.reached());
    };
    assert!(reached.is_sorted() && reached.len() > 5, "{reached:?}");
    assert_eq!(in_pieces, bits(&report));
}
