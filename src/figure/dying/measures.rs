//! The numbers of `dying` by name.

use super::{Scene, words};
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const STEP: Meaning = Meaning::new(
    "step",
    Each::Whole,
    "steps",
    "how far the training has come",
);
const LOSS: Meaning = Meaning::new("loss", Each::Whole, "nats", "mean loss over all points");
const DEAD: Meaning = Meaning::new(
    "dead_units",
    Each::Whole,
    "units",
    "how many units have a slope of exactly 0 on every point",
);
const LARGEST: Meaning = Meaning::new(
    "largest_z",
    Each::Whole,
    "",
    "the largest z of the chosen unit on any point",
);
const ON: Meaning = Meaning::new(
    "points_on",
    Each::Unit,
    "points",
    "for how many points a unit is on",
);

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
