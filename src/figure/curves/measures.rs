//! The numbers of `curves` by name.

use super::super::zones;
use super::labels;
use super::{Order, Scene};
use crate::language::Text;
use crate::view::{Each, Meaning, Measure, Quantity, Subject};

const VALUE: Meaning = Meaning::new("value", Each::Series, "", labels::VALUE_MEANING);
const SLOPE: Meaning = Meaning::new("slope", Each::Series, "", Text::new("f′(x)"));
const CURVATURE: Meaning = Meaning::new("curvature", Each::Series, "", Text::new("f″(x)"));
const FLAT: Meaning = Meaning::new("flat_share", Each::Whole, "", labels::FLAT_SHARE_MEANING);
const DEAD: Meaning = Meaning::new("dead_share", Each::Whole, "", labels::DEAD_SHARE_MEANING);

/// Every measure of `curves`. Rows are added at the end and keep their ids.
pub const MEASURES: &[Meaning] = &[VALUE, SLOPE, CURVATURE, FLAT, DEAD];

/// All of them by name, for inputs of this deviation.
pub fn list(scene: &Scene, sigma: f64) -> Vec<Measure> {
    let mut list = Vec::new();
    for (index, curve) in scene.curves.iter().enumerate() {
        let of = Subject::Series(index as u8 + 1);
        let at = |order: Order| Quantity::number(order.of(&curve.activation, scene.x));
        list.extend([
            VALUE.of(of, at(Order::Value)),
            SLOPE.of(of, Quantity::scaled(curve.activation.slope(scene.x))),
            CURVATURE.of(of, at(Order::Curvature)),
        ]);
    }
    let [flat, dead] = landing(scene, sigma);
    list.push(FLAT.of(Subject::Whole, Quantity::number(flat)));
    list.push(DEAD.of(Subject::Whole, Quantity::number(dead)));
    list
}

/// The shares of N(0, σ²) that land where the first curve is nearly flat, and where its slope is exactly 0.
pub fn landing(scene: &Scene, sigma: f64) -> [f64; 2] {
    let (flat, dead) = zones::shares(&scene.curves[0].activation, sigma);
    [flat, dead]
}
