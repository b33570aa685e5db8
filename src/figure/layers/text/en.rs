//! The sentence of `layers` in English.

use super::super::Scene;
use super::super::course::Course;
use super::super::critical::Critical;
use super::super::verdict::{Arrival, Norm, Own, Saying, Silence};
use crate::model::spread::Plan;
use crate::view::number;

pub fn summary(scene: &Scene, saying: &Saying) -> String {
    let name = &scene.style().name;
    let text = match *saying {
        // Nothing is known of the network yet that could be left out.
        Saying::Asking | Saying::Computing(_) => return working(scene, saying),
        Saying::Overflow(layer) => format!(
            "From layer {layer} on the numbers have left the range of f64: this {name} network explodes on its way forward."
        ),
        Saying::TooSmall(layer) => too_small(name, layer),
        Saying::Silent(layer, why) => silence(name, layer, why),
        Saying::Single(log10_norm) => format!(
            "A single layer of {name} units: behind the activation, {}.",
            match multiple(log10_norm) {
                Some(times) => format!("the gradient is {times} times what arrives"),
                None => format!("{} of the gradient that arrives is left", times(log10_norm)),
            }
        ),
        Saying::Around(own) => format!(
            "{} back itself: what reaches the layers before it comes by the short cuts alone.",
            last_lets(own, scene.plan().depth)
        ),
        Saying::Share(share, arrival) => received(scene, share, arrival),
    };
    let idle = match scene.norm {
        Norm::Idle => {
            " Layer norm does nothing here: a single unit has no others to be compared with."
        }
        Norm::Off | Norm::On => "",
    };
    text + idle + &fewer(scene)
}

/// What layer 1 receives, what each layer does to it, and what the theory says.
fn received(scene: &Scene, share: f64, arrival: Arrival) -> String {
    let [measured, expected] = [share, scene.expected_share()].map(|share| scene.per_layer(share));
    let verdict = match arrival {
        Arrival::Unknown => "there is no telling what comes back",
        Arrival::Nothing => "nothing comes back",
        Arrival::Vanished => "the gradient has all but vanished",
        Arrival::Fades => "the gradient fades",
        Arrival::ComesThrough => "the gradient comes through",
        Arrival::Grows => "the gradient grows on its way back",
        Arrival::Explodes => "the gradient explodes on its way back",
    };
    let theory = match expected.is_finite() {
        true => format!(
            "the theory of endless width says {}",
            number::plain(expected, 3)
        ),
        false => "the theory has no number here".to_owned(),
    };
    let critical = match (scene.critical, Course::of(scene)) {
        (Critical::Here, Course::Even(_)) => {
            " This weight scale is critical: in theory that is 1 in every layer, however deep the network."
        }
        (Critical::Here, _) => {
            " This weight scale is critical: the deeper the network, the nearer that is to 1."
        }
        _ => "",
    };
    let depth = scene.plan().depth;
    let receives = match multiple(share) {
        Some(times) => format!("Layer 1 receives {times} times the gradient at layer {depth}"),
        None => format!(
            "Of the gradient at layer {depth}, layer 1 receives {}",
            times(share)
        ),
    };
    format!(
        "{receives}: {verdict}. Each layer multiplies it by {} on average; {theory}.{critical}",
        number::plain(measured, 3),
    )
}

/// How little the last layer lets back.
fn last_lets(own: Own, depth: usize) -> String {
    match own {
        Own::Nothing => format!("Layer {depth} lets nothing"),
        Own::NothingForHalf => {
            format!("For half of the inputs or more, layer {depth} lets nothing")
        }
        Own::TooSmall => format!("Layer {depth} lets too little for f64"),
    }
}

/// A factor given by its logarithm, where it is too large to be a percentage.
fn multiple(log10: f64) -> Option<String> {
    let is_large = log10 > 0.0 && !number::percent(log10).ends_with('%');
    is_large.then(|| number::from_log10(log10, 2))
}

/// A factor given by its logarithm.
pub fn times(log10: f64) -> String {
    match multiple(log10) {
        _ if log10 == f64::NEG_INFINITY => "exactly 0".to_owned(),
        Some(times) => format!("{times} times"),
        None => number::percent(log10),
    }
}

/// How far the work has come, and what is in sight meanwhile.
fn working(scene: &Scene, saying: &Saying) -> String {
    let Plan { depth, width, .. } = scene.asked;
    let Saying::Computing(progress) = saying else {
        return format!(
            "Asking the theory of endless width: {} looked at.",
            match scene.theory.looked_at() {
                1 => "1 variance is".to_owned(),
                count => format!("{count} variances are"),
            }
        );
    };
    let meanwhile = match scene.spread().is_finished() {
        true => " Meanwhile the last network stays in sight.",
        false => "",
    };
    format!(
        "Computing {} of {}: {} % is done.{meanwhile}",
        counted(depth, "layer"),
        counted(width, "unit"),
        libm::floor(100.0 * progress)
    )
}

/// What f64 can no longer tell.
fn too_small(name: &str, layer: usize) -> String {
    let from = match layer {
        1 => "At layer 1".to_owned(),
        _ => format!("From layer {layer} down"),
    };
    format!(
        "{from} the gradient of this {name} network is too small to be told: it is not 0, but f64 has only a 0 for it."
    )
}

/// Why nothing comes back to a layer and those before it.
fn silence(name: &str, layer: usize, why: Silence) -> String {
    let from = match layer {
        1 => "is exactly 0 at layer 1".to_owned(),
        _ => format!("is exactly 0 from layer {layer} down"),
    };
    match why {
        Silence::ForHalf => format!("For half of the inputs or more, the gradient {from}."),
        Silence::NoSignal => {
            format!("The gradient {from}: the signal itself has died out, and all sums are 0.")
        }
        Silence::NoSlope => {
            format!("The gradient {from}: no unit of this {name} network lets any back.")
        }
    }
}

/// What had to be left out.
fn fewer(scene: &Scene) -> String {
    let plan = scene.plan();
    if scene.spread().samples() == plan.batch {
        return String::new();
    }
    format!(
        " As the network has {} million weights, {} tried instead of {}.",
        number::plain(plan.weights() as f64 / 1e6, 2),
        match scene.spread().samples() {
            1 => "1 input was".to_owned(),
            samples => format!("{samples} inputs were"),
        },
        plan.batch
    )
}

/// So many of something, whose plural ends in s.
fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
