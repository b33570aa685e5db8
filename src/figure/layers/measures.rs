//! The numbers of `layers` by name.

use super::Scene;
use crate::view::{Each, Meaning, Measure, Quantity, Subject, pending};

const fn decades(id: &'static str, meaning: &'static str) -> Meaning {
    Meaning::new(id, Each::Whole, "decades", meaning)
}

const fn whole(id: &'static str, meaning: &'static str) -> Meaning {
    Meaning::new(id, Each::Whole, "", meaning)
}

const SHARE: Meaning = decades(
    "log10_share",
    "log10 of what layer 1 receives of the gradient at the last layer: median norms over the batch",
);
const EXPECTED_SHARE: Meaning = decades(
    "expected_log10_share",
    "the same in the theory of endless width",
);
const FACTOR: Meaning = whole(
    "factor_per_layer",
    "geometric mean of the factors by which each layer multiplies the gradient",
);
const EXPECTED_FACTOR: Meaning = whole("expected_factor_per_layer", "the same in theory");
const FLAT: Meaning = whole(
    "flat_share",
    "share of slopes below a tenth of the largest, mean over layers",
);
const DEAD: Meaning = whole(
    "dead_share",
    "share of units dead on the whole batch, mean over layers",
);
const NORM: Meaning = Meaning::new(
    "log10_norm",
    Each::Layer,
    "decades",
    "log10 of the norm of ∂L/∂z, z being the sums before any layer norm, median over the batch",
);
const Z: Meaning = Meaning::new(
    "fed_std",
    Each::Layer,
    "",
    "standard deviation, over the units and the batch, of what the activation is fed: z, or with layer norm the normalised z",
);

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
