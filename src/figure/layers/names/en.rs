//! What stands in the pictures of `layers` and beside them, in English.

use super::super::Show;
use super::super::course::{Course, DepthScale};
use super::super::critical::Critical;
use crate::view::number;

pub const BOTH: &str = "What arrives, forwards and backwards";
pub const HOW_OFTEN_OF_CELL: &str = "how often, 1 being the layer’s fullest cell";
pub const ZERO_SHARE: &str = "share that is exactly 0";
pub const THEORY: &str = "theory";
pub const STD_UP: &str = "theory: one std up";
pub const STD_DOWN: &str = "one std down";
pub const FORMULA_OF_SHARE: &str =
    "Measured: the first layer’s share is the factor per layer, again and again";
pub const UNIT: &str = "unit";
pub const CONNECTION: &str = "connection";
pub const EXPECTED: &str = "expected";
pub const MEASURED: &str = "measured";
pub const EXACTLY_ZERO: &str = "exactly 0";
pub const NORM_OF_LAYER: &str = "‖∂L/∂z‖ of a layer";
pub const MAP: &str = "expected factor per layer, log₁₀";
pub const DRAG: &str = "Drag: does it fade or grow?";
pub const WEIGHT_SCALE: &str = "weight scale g";
pub const BIAS_STD: &str = "bias std σ_b";
pub const FADES: &str = "fades";
pub const COMES_THROUGH: &str = "comes through";
pub const GROWS: &str = "grows";
pub const CRITICAL_LINE: &str = "critical line";
pub const CRITICAL: &str = "critical";
pub const HOW_OFTEN: &str = "how often, of the fullest cell";
pub const THEORY_OF_WIDTH: &str = "theory of endless width";
pub const KEY_OF_MAP: &str = "map: factor per layer, log₁₀";
pub const CRITICAL_IN_DEPTH: &str = "critical in endless depth";
pub const RECEIVES: &str = "Layer 1 receives";
pub const ZERO_FOR_HALF: &str = "0 for half of them or more";
pub const TOO_SMALL: &str = "too small for f64";
pub const ALL_ZERO: &str = "nothing: all are 0";
pub const PER_LAYER: &str = "Per layer, on average";
pub const FLAT_SLOPES: &str = "Flat slopes";
pub const SCALE: &str = "Depth scale ξ, in theory";

pub fn layer(number: usize) -> String {
    format!("layer {number}")
}

pub fn unit(number: usize, layer: usize) -> String {
    format!("unit {number} of layer {layer}")
}

pub fn theory_of(name: &str) -> String {
    format!("{name}, theory")
}

pub fn density(show: Show) -> String {
    match show {
        Show::Gradients => "What comes back to each unit of each layer",
        Show::PreActivations => "What each layer’s activation is fed",
        Show::Activations | Show::Both | Show::Network => "What each layer passes on",
    }
    .to_owned()
}

pub fn measured_in(show: Show, sums: bool, power: Option<&str>) -> String {
    let label = match show {
        Show::Gradients => "|∂L/∂z| of a unit",
        Show::PreActivations if sums => "z",
        Show::PreActivations => "normalised z",
        Show::Activations | Show::Both | Show::Network => "a",
    };
    match power {
        None => label.to_owned(),
        Some(power) => format!("{label}, in units of {power}"),
    }
}

pub fn network([units, width]: [usize; 2], [columns, depth]: [usize; 2]) -> String {
    let of = match units == width {
        true => "each unit".to_owned(),
        false => format!("the first {units} of {width} units"),
    };
    let layers = match columns == depth {
        true => "of each layer".to_owned(),
        false => format!("in {columns} of {depth} layers"),
    };
    format!("What comes back to {of} {layers}: the fuller, the more")
}

pub fn norms(measured: Option<&str>, expected: Option<&str>) -> String {
    match (measured, expected) {
        (Some(measured), Some(expected)) => {
            format!("Per layer × {measured}; theory × {expected}")
        }
        (Some(measured), None) => format!("Per layer × {measured}"),
        (None, Some(expected)) => format!("Per layer, in theory × {expected}"),
        (None, None) => "The gradient of each layer".to_owned(),
    }
}

pub fn formula_of_spread(layer: usize, sums: bool) -> String {
    let what = match sums {
        true => "z",
        false => "the normalised z",
    };
    format!("Layer {layer}: the spread of {what}, measured, and √q in theory")
}

pub fn formula_of_factor(layer: usize) -> String {
    format!("Layer {layer}, in theory: by what it multiplies the gradient")
}

pub fn received(depth: usize, low: &str, high: &str) -> String {
    format!(
        "of what arrives at layer {depth}, median over the inputs; “comes through” means from {low} to {high} times"
    )
}

pub fn infinite_from(layer: usize) -> String {
    format!("∞ from layer {layer} on")
}

pub fn in_theory(factor: &str) -> String {
    format!("in theory {factor}")
}

pub fn flat(limit: Option<&str>, dead: &str) -> String {
    let flat = match limit {
        None => "f′ is 0 everywhere".to_owned(),
        Some(limit) => format!("|f′| below {limit}"),
    };
    format!("{flat}; dead on the whole batch: {dead}")
}

pub fn depth_scale(scale: DepthScale) -> String {
    match scale {
        DepthScale::Searching => "…".to_owned(),
        DepthScale::Unknown => "—".to_owned(),
        DepthScale::Critical => "endless: critical".to_owned(),
        DepthScale::NothingPasses | DepthScale::Boundless => "none".to_owned(),
        DepthScale::Layers(xi) | DepthScale::ShortCut(_, Some(xi)) => layers(xi),
        DepthScale::ShortCut(_, None) => "no fixed one".to_owned(),
    }
}

/// So many layers, whichever way the gradient goes.
fn layers(xi: f64) -> String {
    match number::plain(xi.abs(), 3).as_str() {
        "1" => "1 layer".to_owned(),
        "∞" => "endless".to_owned(),
        count => format!("{count} layers"),
    }
}

pub fn about_scale(scale: DepthScale, critical: Critical) -> String {
    let meaning = match scale {
        DepthScale::NothingPasses => "in endless depth the factor is 0".to_owned(),
        DepthScale::Boundless => "in endless depth the factor grows beyond all bounds".to_owned(),
        DepthScale::Layers(xi) if xi > 0.0 => {
            "ordered: the squared gradient shrinks to 1/e over so many".to_owned()
        }
        DepthScale::Layers(_) => "chaotic: the squared gradient grows by e over so many".to_owned(),
        DepthScale::ShortCut(course, _) => short_cut(course),
        _ => String::new(),
    };
    let critical = match scale {
        DepthScale::Searching => String::new(),
        _ => at_critical(critical),
    };
    let parts = [meaning, critical];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("; ")
}

/// What becomes of the factor of a layer that adds what it was given.
fn short_cut(course: Course) -> String {
    let factor = match course {
        Course::Even(factor) => format!("is {} in every layer", number::plain(factor, 3)),
        Course::Nears(limit) => format!("nears {}, layer after layer", number::plain(limit, 3)),
        Course::Boundless => "grows without end, layer after layer".to_owned(),
        Course::Unknown => return String::new(),
    };
    format!("with the short cut the factor {factor}")
}

/// At which weight scale neither would happen.
fn at_critical(critical: Critical) -> String {
    match critical {
        Critical::Searching => "the critical weight scale is looked for".to_owned(),
        Critical::ShortCut | Critical::Nowhere => "no weight scale is critical".to_owned(),
        Critical::Indifferent => "with layer norm the weight scale does not matter".to_owned(),
        Critical::Here => "this weight scale is critical".to_owned(),
        Critical::At(gain) => format!("critical at g = {}", number::plain(gain, 4)),
        Critical::Beyond(gain) => format!("critical only at g = {}", number::plain(gain, 3)),
    }
}

pub fn make_critical(critical: Critical) -> String {
    match critical {
        // Still looked for: what it will be, most likely.
        Critical::Searching | Critical::At(_) => "Make it critical".to_owned(),
        Critical::Here => "This weight scale is critical".to_owned(),
        Critical::ShortCut | Critical::Nowhere => "No weight scale here is critical".to_owned(),
        Critical::Indifferent => "The weight scale does not matter here".to_owned(),
        Critical::Beyond(gain) => format!("Critical only at g = {}", number::plain(gain, 3)),
    }
}
