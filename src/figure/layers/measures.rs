//! The numbers of `layers` by name.

use super::Scene;
use super::labels;
use crate::language::Text;
use crate::view::{Each, Meaning, Measure, Quantity, Subject, pending};

const fn decades(id: &'static str, meaning: Text) -> Meaning {
    Meaning::new(id, Each::Whole, "decades", meaning)
}

const fn whole(id: &'static str, meaning: Text) -> Meaning {
    Meaning::new(id, Each::Whole, "", meaning)
}

const SHARE: Meaning = decades("log10_share", labels::LOG10_SHARE_MEANING);
const EXPECTED_SHARE: Meaning =
    decades("expected_log10_share", labels::EXPECTED_LOG10_SHARE_MEANING);
const FACTOR: Meaning = whole("factor_per_layer", labels::FACTOR_PER_LAYER_MEANING);
const EXPECTED_FACTOR: Meaning = whole(
    "expected_factor_per_layer",
    labels::EXPECTED_FACTOR_PER_LAYER_MEANING,
);
const FLAT: Meaning = whole("flat_share", labels::FLAT_SHARE_MEANING);
const DEAD: Meaning = whole("dead_share", labels::DEAD_SHARE_MEANING);
pub const NORM: Meaning = Meaning::new(
    "log10_norm",
    Each::Layer,
    "decades",
    labels::LOG10_NORM_MEANING,
);
pub const Z: Meaning = Meaning::new("fed_std", Each::Layer, "", labels::FED_STD_MEANING);

/// Every measure of `layers`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[
    SHARE,
    EXPECTED_SHARE,
    FACTOR,
    EXPECTED_FACTOR,
    FLAT,
    DEAD,
    NORM,
    Z,
];

/// All of them by name; while the network of the settings is worked out, another one may be in sight, and none of these is known.
pub fn list(scene: &Scene) -> Vec<Measure> {
    if scene.progress.is_some() {
        return pending(MEASURES);
    }
    let layers = scene.spread().layers();
    let [measured, expected] = [scene.measured_share(), scene.expected_share()];
    let complete = layers.iter().filter(|layer| layer.is_complete());
    let count = complete.clone().count() as f64;
    let mean = |of: f64| Quantity::number(of / count);
    let whole = |row: Meaning, value: Quantity| row.of(Subject::Whole, value);
    let mut list = vec![
        whole(SHARE, Quantity::decades(measured)),
        whole(EXPECTED_SHARE, Quantity::decades(expected)),
        whole(FACTOR, Quantity::number(scene.per_layer(measured))),
        whole(EXPECTED_FACTOR, Quantity::number(scene.per_layer(expected))),
        whole(FLAT, mean(complete.clone().map(|layer| layer.flat()).sum())),
        whole(DEAD, mean(complete.map(|layer| layer.dead()).sum())),
    ];
    list.extend(layers.iter().enumerate().map(|(index, layer)| {
        let of = Subject::Layer(index as u32 + 1);
        NORM.of(of, Quantity::decades(layer.log10_norm()))
    }));
    list.extend(layers.iter().enumerate().map(|(index, layer)| {
        let of = Subject::Layer(index as u32 + 1);
        Z.of(of, Quantity::number(layer.z_moments().std))
    }));
    list
}
