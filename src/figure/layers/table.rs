//! The numbers behind `layers`, one row for each layer.
//!
//! A layer's z are its sums, and the gradient is that with respect to them; what the activation is *fed* is z, or with layer norm the normalised z.

use super::{Scene, Show, both, labels};
use crate::language::Text;
use crate::model::spread::Moments;
use crate::view::*;
use std::rc::Rc;

/// What each of the columns is called.
const COLUMNS: [(&str, Text); 26] = [
    ("activation", super::super::text::ACTIVATION),
    ("layer", super::super::text::LAYER),
    ("fed_mean", labels::HEAD_FED_MEAN),
    ("fed_std", labels::HEAD_FED_STD),
    ("fed_q05", labels::HEAD_FED_Q05),
    ("fed_q25", labels::HEAD_FED_Q25),
    ("fed_q50", labels::HEAD_FED_Q50),
    ("fed_q75", labels::HEAD_FED_Q75),
    ("fed_q95", labels::HEAD_FED_Q95),
    ("a_mean", labels::HEAD_A_MEAN),
    ("a_std", labels::HEAD_A_STD),
    ("a_q05", labels::HEAD_A_Q05),
    ("a_q25", labels::HEAD_A_Q25),
    ("a_q50", labels::HEAD_A_Q50),
    ("a_q75", labels::HEAD_A_Q75),
    ("a_q95", labels::HEAD_A_Q95),
    ("log10_fed_difference", labels::HEAD_DIFFERENCE),
    ("log10_gradient_z_norm", labels::HEAD_NORM_DECADES),
    ("factor", labels::HEAD_FACTOR),
    ("flat_share", labels::HEAD_FLAT),
    ("dead_share", labels::HEAD_DEAD),
    ("zero_gradient_share", labels::HEAD_ZERO),
    ("theory_fed_std", labels::HEAD_THEORY_FED_STD),
    (
        "theory_log10_gradient_z_norm",
        labels::HEAD_THEORY_NORM_DECADES,
    ),
    ("theory_factor", labels::HEAD_THEORY_FACTOR),
    (
        "theory_log10_fed_difference",
        labels::HEAD_THEORY_DIFFERENCE,
    ),
];

pub fn table(scene: &Scene) -> Table {
    Table {
        columns: columns(&COLUMNS),
        rows: (0..scene.plan().depth)
            .map(|index| row(scene, index))
            .collect(),
    }
}

fn row(scene: &Scene, index: usize) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Named(Rc::clone(&scene.style().column)),
        Cell::Text((index + 1).to_string()),
    ];
    let layers = scene.spread().layers();
    let layer = layers.get(index);
    let moments = |moments: Moments| {
        let [a, b, c, d, e] = moments.quantiles;
        [moments.mean, moments.std, a, b, c, d, e]
    };
    let both = [
        layer.map(|layer| moments(layer.z_moments())),
        layer.map(|layer| moments(layer.a_moments())),
    ];
    cells.extend(
        both.into_iter()
            .flat_map(|own| own.unwrap_or([f64::NAN; 7]))
            .map(cell),
    );
    let norm = |index: usize| {
        layers
            .get(index)
            .map_or(f64::NAN, |layer| layer.log10_norm())
    };
    let expected = |index: usize| {
        scene
            .answer
            .expected
            .get(index)
            .map_or(f64::NAN, |layer| layer.log10_norm)
    };
    cells.push(cell(layer.map_or(f64::NAN, both::difference)));
    let factor = |difference: f64| cell(libm::pow(10.0, difference));
    // Worked out only where both directions are shown.
    let pairs = (scene.show == Show::Both).then(|| scene.pairs.log10_differences());
    let apart = pairs.and_then(|pairs| pairs.get(index).copied());
    let complete = layer.filter(|layer| layer.is_complete());
    let share = |share: Option<f64>| cell(share.unwrap_or(f64::NAN));
    cells.extend([
        cell(norm(index)),
        factor(norm(index) - norm(index + 1)),
        share(complete.map(|layer| layer.flat())),
        share(complete.map(|layer| layer.dead())),
        share(complete.map(|layer| layer.zero_gradients())),
        cell(
            scene
                .answer
                .expected
                .get(index)
                .map_or(f64::NAN, |layer| layer.q.sqrt()),
        ),
        cell(expected(index)),
        factor(expected(index) - expected(index + 1)),
        cell(apart.unwrap_or(f64::NAN)),
    ]);
    cells
}

/// A number, or an empty cell where there is none: it has no factor, is not computed yet, or has overflowed.
fn cell(x: f64) -> Cell {
    match x.is_nan() {
        true => Cell::Text(String::new()),
        false => Cell::Number(x),
    }
}
