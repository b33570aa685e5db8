//! What stands in the pictures of `layers` and beside them.

mod en;

use super::Show;
use super::course::DepthScale;
use super::critical::Critical;
use crate::texts;

texts! {
    const BOTH, HOW_OFTEN_OF_CELL, ZERO_SHARE, THEORY, STD_UP, STD_DOWN, FORMULA_OF_SHARE, UNIT,
        CONNECTION, EXPECTED, MEASURED, EXACTLY_ZERO, NORM_OF_LAYER, MAP, DRAG, WEIGHT_SCALE,
        BIAS_STD, FADES, COMES_THROUGH, GROWS, CRITICAL_LINE, CRITICAL, HOW_OFTEN,
        THEORY_OF_WIDTH, KEY_OF_MAP, CRITICAL_IN_DEPTH, RECEIVES, ZERO_FOR_HALF, TOO_SMALL,
        ALL_ZERO, PER_LAYER, FLAT_SLOPES, SCALE;
    /// One layer, counted from 1.
    fn layer(number: usize) -> String;
    /// One unit, counted from 1 as its layer is.
    fn unit(number: usize, layer: usize) -> String;
    /// The theory's line beside a measured one.
    fn theory_of(name: &str) -> String;
    /// The title of the large picture.
    fn density(show: Show) -> String;
    /// What the large picture's upright axis measures, in units of a power of ten where there is one; whether the activation is fed the sums as they are.
    fn measured_in(show: Show, sums: bool, power: Option<&str>) -> String;
    /// The title of the network as a drawing: how many of how many units and layers are drawn.
    fn network(units: [usize; 2], layers: [usize; 2]) -> String;
    /// The title of the layers' norms: the factor per layer, as far as it is known.
    fn norms(measured: Option<&str>, expected: Option<&str>) -> String;
    /// The spread of what a layer's activation is fed: the sums as they are, or not.
    fn formula_of_spread(layer: usize, sums: bool) -> String;
    /// The theory's factor of a layer.
    fn formula_of_factor(layer: usize) -> String;
    /// What layer 1 receives a share of, and what is said to come through.
    fn received(depth: usize, low: &str, high: &str) -> String;
    /// From this layer on the numbers have overflowed.
    fn infinite_from(layer: usize) -> String;
    /// The theory's number beside a measured one.
    fn in_theory(factor: &str) -> String;
    /// Below which slope it is flat, if any is, and which share is dead.
    fn flat(limit: Option<&str>, dead: &str) -> String;
    /// The depth scale.
    fn depth_scale(scale: DepthScale) -> String;
    /// What it means, and at which weight scale there would be none.
    fn about_scale(scale: DepthScale, critical: Critical) -> String;
    /// What the button says.
    fn make_critical(critical: Critical) -> String;
}
