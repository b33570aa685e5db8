//! The numbers behind `layers`, one row for each layer.
//!
//! A layer's z are its sums, and the gradient is that with respect to them; what the activation is *fed* is z, or with layer norm the normalised z.

use super::{Scene, Show, both};
use crate::model::spread::Moments;
use crate::view::*;

/// Names of a column for each of [`Moments`].
const MOMENTS: [&str; 7] = ["mean", "std", "q05", "q25", "q50", "q75", "q95"];

pub fn table(scene: &Scene) -> Table {
    let of = |what: &str| MOMENTS.map(|name| format!("{what}_{name}"));
    let mut columns = vec!["activation".to_owned(), "layer".to_owned()];
    columns.extend(of("fed"));
    columns.extend(of("a"));
    columns.push("log10_fed_difference".to_owned());
    let rest = "log10_gradient_z_norm,factor,flat_share,dead_share,zero_gradient_share,theory_fed_std,theory_log10_gradient_z_norm,theory_factor,theory_log10_fed_difference";
    columns.extend(rest.split(',').map(str::to_owned));
    Table {
        columns,
        rows: (0..scene.plan().depth)
            .map(|index| row(scene, index))
            .collect(),
    }
}

fn row(scene: &Scene, index: usize) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Text(scene.style().column.clone()),
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
