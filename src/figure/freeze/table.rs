//! The numbers behind `freeze`: one row per network and step that was drawn.

use super::super::view::*;
use super::Scene;
use crate::model::experiment::{Moment, Outcome};
use crate::model::training::Losses;
use std::collections::BTreeMap;

/// What is known of a step: its moment, its losses, or both.
type Row<'a> = (Option<&'a Moment>, Option<&'a Losses>);

pub fn table(scene: &Scene) -> Table {
    let layers = 1..=scene.plan.depth + 1;
    let mut columns: Vec<String> = ["network", "step", "batch_loss", "train_loss", "test_loss"]
        .map(str::to_owned)
        .to_vec();
    columns.extend(layers.clone().map(|layer| format!("gradient_norm_{layer}")));
    columns.extend(layers.map(|layer| format!("relative_change_{layer}")));
    let width = columns.len();
    let rows = scene.arms().flat_map(|(look, outcome)| {
        let of = move |(step, row): (u64, Row)| cells(look.letter, step, row, width);
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

/// A cell is empty where a number was not taken at that step.
fn cells(network: &str, step: u64, (moment, losses): Row, width: usize) -> Vec<Cell> {
    let empty = || Cell::Text(String::new());
    let number = |x: Option<f64>| x.map_or_else(empty, Cell::Number);
    let mut cells = vec![
        Cell::Text(network.to_owned()),
        Cell::Text(step.to_string()),
        number(moment.and_then(|moment| moment.batch_loss)),
        number(losses.map(|losses| losses.train)),
        number(losses.map(|losses| losses.test)),
    ];
    // Before the first step there is no gradient.
    let taken = moment.filter(|moment| moment.step > 0);
    let layers = || taken.iter().flat_map(|moment| &moment.layers);
    cells.extend(layers().map(|layer| Cell::Number(layer.gradient_norm)));
    cells.extend(layers().map(|layer| Cell::Number(layer.relative_change)));
    cells.resize_with(width, empty);
    cells
}
