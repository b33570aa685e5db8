//! The numbers of `freeze` by name.

use super::Scene;
use super::labels;
use super::state::Pace;
use super::verdict;
use crate::language::Text;
use crate::model::experiment::Outcome;
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const fn whole(id: &'static str, unit: &'static str, meaning: Text) -> Meaning {
    Meaning::new(id, Each::Whole, unit, meaning)
}

const STEP: Meaning = whole("step", "steps", labels::STEP_MEANING);
const GUESS: Meaning = whole("guess_loss", "nats", labels::GUESS_LOSS_MEANING);

/// What there is of each network.
pub struct Arm {
    loss: Meaning,
    test_loss: Meaning,
    frozen: Meaning,
    pub change: Meaning,
    pub drift: Meaning,
    pub difference: Meaning,
    pub gradient: Meaning,
}

pub const A: Arm = Arm {
    loss: whole("a_loss", "nats", labels::A_LOSS_MEANING),
    test_loss: whole("a_test_loss", "nats", labels::A_TEST_LOSS_MEANING),
    frozen: whole("a_frozen_layers", "layers", labels::A_FROZEN_LAYERS_MEANING),
    change: Meaning::new(
        "a_relative_change",
        Each::Layer,
        "",
        labels::A_RELATIVE_CHANGE_MEANING,
    ),
    drift: Meaning::new("a_drift", Each::Layer, "", labels::A_DRIFT_MEANING),
    difference: Meaning::new(
        "a_difference",
        Each::Layer,
        "",
        labels::A_DIFFERENCE_MEANING,
    ),
    gradient: Meaning::new("a_gradient", Each::Layer, "", labels::A_GRADIENT_MEANING),
};
pub const B: Arm = Arm {
    loss: whole("b_loss", "nats", labels::B_LOSS_MEANING),
    test_loss: whole("b_test_loss", "nats", labels::B_TEST_LOSS_MEANING),
    frozen: whole("b_frozen_layers", "layers", labels::B_FROZEN_LAYERS_MEANING),
    change: Meaning::new(
        "b_relative_change",
        Each::Layer,
        "",
        labels::B_RELATIVE_CHANGE_MEANING,
    ),
    drift: Meaning::new("b_drift", Each::Layer, "", labels::B_DRIFT_MEANING),
    difference: Meaning::new(
        "b_difference",
        Each::Layer,
        "",
        labels::B_DIFFERENCE_MEANING,
    ),
    gradient: Meaning::new("b_gradient", Each::Layer, "", labels::B_GRADIENT_MEANING),
};
const SHALLOW: [Meaning; 2] = [
    whole("shallow_loss", "nats", labels::SHALLOW_LOSS_MEANING),
    whole(
        "shallow_test_loss",
        "nats",
        labels::SHALLOW_TEST_LOSS_MEANING,
    ),
];

/// Every measure of `freeze`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[
    STEP,
    GUESS,
    A.loss,
    A.test_loss,
    A.frozen,
    B.loss,
    B.test_loss,
    B.frozen,
    SHALLOW[0],
    SHALLOW[1],
    A.change,
    A.drift,
    B.change,
    B.drift,
    A.difference,
    A.gradient,
    B.difference,
    B.gradient,
];

/// All of them by name. Before the first step of its own nothing has moved, and no layer is called frozen.
pub fn list(scene: &Scene) -> Vec<Measure> {
    let report = scene.report;
    let whole = |row: Meaning, value: Quantity| row.of(Subject::Whole, value);
    let mut list = vec![
        whole(STEP, Quantity::Count(report.question.step)),
        whole(GUESS, Quantity::number(report.guess)),
    ];
    for ((rows, outcome), arm) in [A, B].iter().zip(&report.arms).zip(0..) {
        let moved = verdict::steps(scene.plan, outcome, arm) > 0;
        let arm = Subject::Arm(arm as u8 + 1);
        list.extend(of_arm(rows, outcome, arm, moved));
    }
    if let Some(shallow) = &report.shallow {
        let losses = losses(shallow).map(Quantity::number);
        list.extend(
            SHALLOW
                .iter()
                .zip(losses)
                .map(|(row, loss)| whole(*row, loss)),
        );
    }
    list
}

fn of_arm(rows: &Arm, outcome: &Outcome, arm: Subject, moved: bool) -> Vec<Measure> {
    let frozen = |pace: f64| moved && Pace::of(pace) == Pace::Frozen;
    let layers = outcome.layers.iter();
    let frozen = layers.clone().filter(|layer| frozen(layer.relative_change));
    let [train, test] = losses(outcome);
    let mut list = vec![
        rows.loss.of(arm, Quantity::number(train)),
        rows.test_loss.of(arm, Quantity::number(test)),
        rows.frozen.of(arm, Quantity::Count(frozen.count() as u64)),
    ];
    for (index, layer) in layers.enumerate() {
        let of = Subject::Layer(index as u32 + 1);
        list.push(rows.change.of(of, Quantity::number(layer.relative_change)));
        list.push(rows.drift.of(of, Quantity::number(layer.drift)));
    }
    for (index, signal) in outcome.signals.iter().enumerate() {
        let of = Subject::Layer(index as u32 + 1);
        list.push(rows.difference.of(of, Quantity::number(signal.difference)));
        list.push(rows.gradient.of(of, Quantity::number(signal.gradient)));
    }
    list
}

/// The last losses, on training and test points.
fn losses(outcome: &Outcome) -> [f64; 2] {
    let last = outcome.losses.last();
    last.map_or([f64::NAN; 2], |(_, losses)| [losses.train, losses.test])
}
