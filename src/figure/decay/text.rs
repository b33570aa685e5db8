//! What `decay` says, in English: whole sentences for what its verdicts have decided.

use super::measures::DecayMeasures;
use super::verdict::{Cause, DecayVerdict, LensVerdict, Size};
use crate::view::number;

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
