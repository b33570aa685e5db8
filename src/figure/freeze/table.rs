//! The numbers behind `freeze`: one row per network and step that was drawn.

use super::super::style::Called;
use super::{Scene, labels, names};
use crate::language::Text;
use crate::model::experiment::{Moment, Outcome};
use crate::model::training::Losses;
use crate::view::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The columns that there are of each network, whatever its depth.
const FIRST: [(&str, Text); 6] = [
    ("network", labels::HEAD_NETWORK),
    ("activation", super::super::text::ACTIVATION),
    ("step", labels::HEAD_STEP),
    ("batch_loss", labels::HEAD_BATCH_LOSS),
    ("train_loss", labels::HEAD_TRAIN_LOSS),
    ("test_loss", labels::HEAD_TEST_LOSS),
];

/// What is known of a step: its moment, its losses, or both.
type Row<'a> = (Option<&'a Moment>, Option<&'a Losses>);

pub fn table(scene: &Scene) -> Table {
    let arms = scene.arms().zip([0, 1]);
    let named = |letter: &str| Name::new(letter, letter);
    let networks = arms.map(|((look, outcome), arm)| (named(look.letter), arm, outcome));
    // The shallow one is A in fewer layers.
    let shallow = scene.report.shallow.iter();
    let shallow = shallow.map(|outcome| (Name::new("shallow", names::SHALLOW), 0, outcome));
    let mut rows = Vec::new();
    let mut activations = Called::default();
    for (name, arm, outcome) in networks.chain(shallow) {
        let name = Rc::new(name);
        for (step, row) in steps(outcome) {
            let activation = scene.plan.acting(arm, step).activation;
            let mut cells = vec![Cell::Named(Rc::clone(&name)), activations.cell(activation)];
            cells.extend(numbers(step, row, scene.plan.depth + 1));
            rows.push(cells);
        }
    }
    Table {
        columns: columns(scene.plan.depth),
        rows,
    }
}

/// What they are called with so many hidden layers, after which the output layer comes.
fn columns(depth: usize) -> Vec<Name> {
    let layers = || (1..=depth).map(Some).chain([None]);
    let mut columns = crate::view::columns(&FIRST);
    for (id, head) in [
        (
            "gradient_norm",
            labels::head_of_gradient as fn(Option<usize>) -> String,
        ),
        ("relative_change", labels::head_of_change),
    ] {
        let numbered = layers().zip(1..);
        let name = |(layer, number): (Option<usize>, usize)| {
            Name::new(format!("{id}_{number}"), head(layer))
        };
        columns.extend(numbered.map(name));
    }
    columns
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
