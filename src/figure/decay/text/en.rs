//! The words of `decay` in English.

use super::super::measures::DecayMeasures;
use super::super::verdict::{Cause, DecayVerdict, LensVerdict, Size};
use super::super::zeros::Factor;
use crate::view::number;

pub const CHAIN: &str = "The chain: what comes back over each weight and to each unit";
pub const CONNECTION: &str = "connection";
pub const GRADIENT: &str = "gradient";
pub const BOUND: &str = "bound";
pub const KEY_OF_BOUND: &str = "bound (|w|·max|f′|) per layer";
pub const ARRIVING: &str = "Gradient at each layer, output on the right";
pub const ARRIVES: &str = "|∂L/∂z|, the gradient that arrives";
pub const MULTIPLIES: &str = "What each layer multiplies it by";
pub const FACTOR: &str = "factor";
pub const SLOPE: &str = "slope |f′|";
pub const WEIGHT: &str = "weight |w|";
pub const SLOPE_PART: &str = "f′ part";
pub const WEIGHT_PART: &str = "weight part";
pub const FORMULA_OF_DECADES: &str = "In decades: weights + slopes = all";

/// The sentence of the figure, for the chain of the activation of this name.
pub fn sentence(verdict: &DecayVerdict, measures: &DecayMeasures, name: &str) -> String {
    match *verdict {
        DecayVerdict::Zero {
            from,
            cause,
            anyway,
            others,
        } => {
            let place = match from {
                // A cause there names the layer.
                1 if cause != Cause::Weight => String::new(),
                1 => " at layer 1".to_owned(),
                _ if from == measures.layers.len() => " in every layer".to_owned(),
                _ => format!(" from layer {from} down"),
            };
            let is_range = cause.is_range();
            let cause = reason(cause, name);
            match anyway {
                None if is_range => format!(
                    "The gradient comes out as 0{place}, and need not be 0: {cause}. 0 times anything stays 0."
                ),
                None => {
                    format!("The gradient is exactly 0{place}: {cause}. 0 times anything stays 0.")
                }
                Some(anyway) => format!(
                    "The gradient is exactly 0{place}. {}: nothing gets past. On its way there it meets {}: {cause}.",
                    number::capitalised(&reason(anyway, name)),
                    match others {
                        1 => "another 0".to_owned(),
                        some => format!("{some} other zeros, the first of them"),
                    }
                ),
            }
        }
        DecayVerdict::Overflow { layer } => format!(
            "The {name} chain overflows: at layer {layer} its numbers leave the range of f64, so there is no gradient to speak of."
        ),
        DecayVerdict::Arrives { size, turned } => arrives(size, turned, measures),
    }
}

fn arrives(size: Size, turned: bool, measures: &DecayMeasures) -> String {
    let (Some(chain), Some(layer)) = (measures.series.first(), measures.layers.first()) else {
        return String::new();
    };
    let words = match size {
        Size::Vanished => "it has all but vanished on its way",
        Size::Faint => "little of it is left",
        Size::Faded => "most of it is lost on its way",
        Size::Kept => "it keeps its size within a factor of ten",
        Size::Unchanged => "its size has not changed",
        Size::Grown => "it grows on its way",
        Size::Exploded => "it explodes",
    };
    format!(
        "Layer 1 receives {}{}: {words}. Slopes contribute {} decades, weights {}.",
        number::share_of(chain.first, "the output’s gradient"),
        if turned {
            ", with its sign turned round"
        } else {
            ""
        },
        number::decades(layer.split.slopes),
        number::decades(layer.split.weights),
    )
}

/// Why a factor is 0, as a clause.
fn reason(cause: Cause, name: &str) -> String {
    let at = |z: f64| number::plain(z, 3);
    match cause {
        Cause::Weight => "it has to cross a weight of 0".to_owned(),
        Cause::Flat { layer, z } if z.is_infinite() => format!(
            "at layer {layer} z is beyond the range of f64, where {name} is flat and its slope is 0"
        ),
        Cause::Flat { layer, z } => format!(
            "at layer {layer} z = {}, where {name} is flat and its slope is 0",
            at(z)
        ),
        Cause::Level { layer, z } => {
            format!(
                "at layer {layer} z = {}, where the slope of {name} is 0",
                at(z)
            )
        }
        Cause::Underflow { layer } => format!(
            "at layer {layer} z is not 0, but too small for f64, which has only a 0 for it, where the slope of {name} counts as 0"
        ),
        Cause::Beyond { layer } => format!(
            "at layer {layer} z is beyond the range of f64, and there the slope of {name} comes out as 0"
        ),
        Cause::Corner { layer, z, corner } if corner.left == corner.right => format!(
            "at layer {layer} z is exactly {}, a jump of {name}, where there is no slope: beside it the slope is {}, and there it counts as 0",
            at(z),
            number::plain(corner.left, 3),
        ),
        Cause::Corner { layer, z, corner } => format!(
            "at layer {layer} z is exactly {}, a {} of {name}, where the slope is {} on the left and {} on the right and counts as 0",
            at(z),
            if corner.jump { "jump" } else { "corner" },
            number::plain(corner.left, 3),
            number::plain(corner.right, 3),
        ),
    }
}

/// What a narrower number format makes of it, on a card.
pub fn lens(verdict: LensVerdict) -> String {
    match verdict {
        LensVerdict::Lost(layer) => format!("0 from layer {layer} down"),
        LensVerdict::Overflowed(layer) => format!("∞ from layer {layer} down"),
        LensVerdict::ExactZero(layer) => {
            format!("exactly 0 from layer {layer} down, as in every format")
        }
        LensVerdict::Underflowed(layer) => format!("0 from layer {layer} down, as in f64"),
        LensVerdict::NoNumber => "no number, as in f64".to_owned(),
        LensVerdict::Survives => "survives to layer 1".to_owned(),
    }
}

/// What the mean factor of a chain is, beside its number.
pub fn rate(factor: f64) -> String {
    format!("× {} per layer (geometric mean)", number::plain(factor, 3))
}

pub fn layer(number: usize) -> String {
    format!("layer {number}")
}

pub fn unit(number: usize) -> String {
    format!("unit {number}")
}

/// Whose 0 it is.
fn zero(whose: &Factor) -> &'static str {
    match whose {
        Factor::ZeroByRange => "0 by the range of f64",
        Factor::Zero | Factor::Other => "exactly 0",
    }
}

pub fn zeros(name: &str, whose: Factor) -> String {
    format!("{name}: {}", zero(&whose))
}

pub fn zero_factors(whose: Factor) -> String {
    format!("a factor: {}", zero(&whose))
}

pub fn key_of_zeros(whose: &[Factor]) -> String {
    let all: Vec<&str> = whose.iter().map(zero).collect();
    all.join(", or ")
}

pub fn in_units(label: &str, unit: &str) -> String {
    format!("{label}, in units of {unit}")
}

pub fn in_format(id: &str) -> String {
    format!("in {id}")
}

pub fn formula_of_layer(number: usize) -> String {
    format!("Layer {number}, with its numbers")
}
