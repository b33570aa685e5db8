//! The numbers of `collapse` by name.

use super::words::slope_and_height;
use super::{Net, Scene};
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const W: Meaning = Meaning::new(
    "line_w",
    Each::Whole,
    "",
    "w of the single layer on the line",
);
const B: Meaning = Meaning::new(
    "line_b",
    Each::Whole,
    "",
    "b of the single layer on the line",
);
const LINE: [Meaning; 2] = [
    Meaning::new(
        "line_difference",
        Each::Whole,
        "",
        "the largest difference between the deep network and the single layer on the line",
    ),
    Meaning::new(
        "line_miss",
        Each::Whole,
        "",
        "root of the mean squared difference on the line, as a share of the outputs’ spread",
    ),
];
const PLANE: [Meaning; 2] = [
    Meaning::new(
        "plane_difference",
        Each::Whole,
        "",
        "the largest difference between the deep network and the single layer in the plane",
    ),
    Meaning::new(
        "plane_miss",
        Each::Whole,
        "",
        "root of the mean squared difference in the plane, as a share of the outputs’ spread",
    ),
];

/// Every measure of `collapse`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[W, B, LINE[0], LINE[1], PLANE[0], PLANE[1]];

/// All of them by name.
pub fn list(scene: &Scene) -> Vec<Measure> {
    let [w, b] = slope_and_height(&scene.line.single);
    let whole = |row: Meaning, x: f64| row.of(Subject::Whole, Quantity::number(x));
    let net = |[difference, miss]: [Meaning; 2], net: &Net| {
        [
            whole(difference, net.miss.largest),
            whole(miss, net.miss.share()),
        ]
    };
    let mut list = vec![whole(W, w), whole(B, b)];
    list.extend(net(LINE, &scene.line));
    list.extend(net(PLANE, &scene.plane));
    list
}
