//! The numbers of `dying` by name.

use super::labels;
use super::{Scene, words};
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const STEP: Meaning = Meaning::new("step", Each::Whole, "steps", labels::STEP_MEANING);
const LOSS: Meaning = Meaning::new("loss", Each::Whole, "nats", labels::LOSS_MEANING);
const DEAD: Meaning = Meaning::new(
    "dead_units",
    Each::Whole,
    "units",
    labels::DEAD_UNITS_MEANING,
);
const LARGEST: Meaning = Meaning::new("largest_z", Each::Whole, "", labels::LARGEST_Z_MEANING);
const ON: Meaning = Meaning::new("points_on", Each::Unit, "points", labels::POINTS_ON_MEANING);

/// Every measure of `dying`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[STEP, LOSS, DEAD, LARGEST, ON];

/// All of them by name.
pub fn list(scene: &Scene) -> Vec<Measure> {
    let moment = scene.population.moment(scene.step);
    let count = |n: usize| Quantity::Count(n as u64);
    let whole = |row: Meaning, value: Quantity| row.of(Subject::Whole, value);
    let mut list = vec![
        whole(STEP, count(scene.step)),
        whole(LOSS, Quantity::number(moment.loss)),
        whole(DEAD, count(moment.dead_units())),
        whole(LARGEST, Quantity::number(words::largest(scene, scene.step))),
    ];
    let units = moment.active.iter().enumerate();
    list.extend(
        units.map(|(index, points)| ON.of(Subject::Unit(index as u32 + 1), count(*points))),
    );
    list
}
