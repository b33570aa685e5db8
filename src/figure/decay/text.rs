//! The words of `decay`.

mod en;

use super::measures::DecayMeasures;
use super::verdict::{DecayVerdict, LensVerdict};
use super::zeros::Factor;
use crate::texts;

texts! {
    const
        CHAIN, CONNECTION, GRADIENT, BOUND, KEY_OF_BOUND, ARRIVING, ARRIVES, MULTIPLIES,
        FACTOR, SLOPE, WEIGHT, SLOPE_PART, WEIGHT_PART, FORMULA_OF_DECADES;
    /// The sentence of the figure, for the chain of the activation of this name.
    fn sentence(verdict: &DecayVerdict, measures: &DecayMeasures, name: &str) -> String;
    /// What a narrower number format makes of it, on a card.
    fn lens(verdict: LensVerdict) -> String;
    /// What the mean factor of a chain is, beside its number.
    fn rate(factor: f64) -> String;
    /// One layer, counted from 1.
    fn layer(number: usize) -> String;
    /// One unit, counted from 1.
    fn unit(number: usize) -> String;
    /// The layers whose gradient is 0 in a chain, and whose 0 it is.
    fn zeros(name: &str, whose: Factor) -> String;
    /// The layers that multiply by 0, and whose 0 it is.
    fn zero_factors(whose: Factor) -> String;
    /// The same in the legend, for all that there are.
    fn key_of_zeros(whose: &[Factor]) -> String;
    /// What an axis measures, counted in units of a power of ten.
    fn in_units(label: &str, unit: &str) -> String;
    /// A narrower number format.
    fn in_format(id: &str) -> String;
    /// The product of a layer.
    fn formula_of_layer(number: usize) -> String;
}
