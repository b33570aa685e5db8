//! The numbers of `collapse` by name.

use super::labels;
use super::words::slope_and_height;
use super::{Net, Scene};
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const W: Meaning = Meaning::new("line_w", Each::Whole, "", labels::LINE_W_MEANING);
const B: Meaning = Meaning::new("line_b", Each::Whole, "", labels::LINE_B_MEANING);
const LINE: [Meaning; 2] = [
    Meaning::new(
        "line_difference",
        Each::Whole,
        "",
        labels::LINE_DIFFERENCE_MEANING,
    ),
    Meaning::new("line_miss", Each::Whole, "", labels::LINE_MISS_MEANING),
];
const PLANE: [Meaning; 2] = [
    Meaning::new(
        "plane_difference",
        Each::Whole,
        "",
        labels::PLANE_DIFFERENCE_MEANING,
    ),
    Meaning::new("plane_miss", Each::Whole, "", labels::PLANE_MISS_MEANING),
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
