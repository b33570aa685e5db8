//! The numbers behind `freeze`: one row per network and step that was drawn.

use super::Scene;
use crate::model::experiment::{Moment, Outcome};
use crate::model::training::Losses;
use crate::view::*;
use std::collections::BTreeMap;

/// What the shallow network is called.
const SHALLOW: &str = "shallow";

/// What is known of a step: its moment, its losses, or both.
type Row<'a> = (Option<&'a Moment>, Option<&'a Losses>);

pub fn table(scene: &Scene) -> Table {
    let layers = 1..=scene.plan.depth + 1;
    let first = "network,activation,step,batch_loss,train_loss,test_loss";
    let mut columns: Vec<String> = first.split(',').map(str::to_owned).collect();
    columns.extend(layers.clone().map(|layer| format!("gradient_norm_{layer}")));
    columns.extend(layers.map(|layer| format!("relative_change_{layer}")));
    let arms = scene.arms().zip([0, 1]);
    let networks = arms.map(|((look, outcome), arm)| (look.letter, arm, outcome));
    // The shallow one is A in fewer layers.
    let shallow = scene
        .report
        .shallow
        .iter()
        .map(|outcome| (SHALLOW, 0, outcome));
    let rows = networks.chain(shallow).flat_map(|(name, arm, outcome)| {
        let of = move |(step, row): (u64, Row)| {
            let activation = scene.plan.acting(arm, step).activation.to_string();
            let mut cells = vec![Cell::Text(name.to_owned()), Cell::Text(activation)];
            cells.extend(numbers(step, row, scene.plan.depth + 1));
            cells
        };
        steps(outcome).into_iter().map(of)
    });
    Table {
        rows: rows.collect(),
        columns,
    }
}

/// Both lists of a network, by step.
fn steps(outcome: &Outcome) -> BTreeMap<u64, Row<'_>> {
    let mut rows: BTreeMap<u64, Row> = BTreeMap::new();
    for moment in &outcome.trace {
        rows.entry(moment.step).or_default().0 = Some(moment);
    }
    for (step, losses) in &outcome.losses {
        rows.entry(*step).or_default().1 = Some(losses);
    }
    rows
}

/// A cell is empty where a number was not taken at that step, or the network has no such layer.
fn numbers(step: u64, (moment, losses): Row, layers: usize) -> Vec<Cell> {
    let number = |x: Option<f64>| x.map_or_else(|| Cell::Text(String::new()), Cell::Number);
    let mut cells = vec![
        Cell::Text(step.to_string()),
        number(moment.and_then(|moment| moment.batch_loss)),
        number(losses.map(|losses| losses.train)),
        number(losses.map(|losses| losses.test)),
    ];
    // Before the first step there is no gradient.
    let taken = moment.filter(|moment| moment.step > 0);
    let of = |layer: usize| taken.and_then(|moment| moment.layers.get(layer));
    cells.extend((0..layers).map(|layer| number(of(layer).map(|l| l.gradient_norm))));
    cells.extend((0..layers).map(|layer| number(of(layer).map(|l| l.relative_change))));
    cells
}
