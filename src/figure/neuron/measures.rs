//! The numbers of `neuron` by name.

use super::Scene;
use super::labels;
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const Z: Meaning = Meaning::new("z", Each::Whole, "", labels::Z_MEANING);
const A: Meaning = Meaning::new("a", Each::Whole, "", labels::A_MEANING);
const SLOPE: Meaning = Meaning::new("slope", Each::Whole, "", labels::SLOPE_MEANING);
const PRODUCT: Meaning = Meaning::new("product", Each::Unit, "", labels::PRODUCT_MEANING);
const BY_WEIGHT: Meaning = Meaning::new("da_dw", Each::Unit, "", labels::DA_DW_MEANING);
const BY_INPUT: Meaning = Meaning::new("da_dx", Each::Unit, "", labels::DA_DX_MEANING);

/// Every measure of `neuron`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[Z, A, SLOPE, PRODUCT, BY_WEIGHT, BY_INPUT];

/// All of them by name.
pub fn list(scene: &Scene) -> Vec<Measure> {
    let neuron = &scene.neuron;
    let mut list = vec![
        Z.of(Subject::Whole, Quantity::number(neuron.z)),
        A.of(Subject::Whole, Quantity::number(neuron.a)),
        SLOPE.of(Subject::Whole, Quantity::scaled(neuron.slope)),
    ];
    for index in 0..scene.count() {
        let of = Subject::Unit(index as u32 + 1);
        list.extend([
            PRODUCT.of(of, Quantity::number(neuron.product(index))),
            BY_WEIGHT.of(of, Quantity::scaled(neuron.da_dw(index))),
            BY_INPUT.of(of, Quantity::scaled(neuron.da_dx(index))),
        ]);
    }
    list
}
