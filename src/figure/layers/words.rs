//! What `layers` says: the numbers beside the pictures and the sentence.

use super::super::number;
use super::super::view::*;
use super::{Scene, critical};
use crate::model::propagation::depth_scale;
use crate::model::spread::Plan;

/// A final factor this near to 1, in decades per layer, counts as critical.
const CRITICAL: f64 = 1e-8;

pub fn legend(scene: &Scene) -> Vec<Key> {
    vec![
        Key {
            name: "how often, of the fullest cell".to_owned(),
            look: Look::Ramp(Ramp::Share),
        },
        Key {
            name: "measured".to_owned(),
            look: Look::Point {
                ink: scene.style().ink,
                shape: Shape::Circle,
                hollow: false,
            },
        },
        Key::stroke("theory of endless width", Ink::Text, Dash::Dashed),
        Key {
            name: "map: factor per layer, log₁₀".to_owned(),
            look: Look::Ramp(super::phase::RAMP),
        },
    ]
}

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    vec![share(scene), factor(scene), flat(scene), scale(scene)]
}

fn share(scene: &Scene) -> Readout {
    let share = scene.measured_share();
    Readout {
        label: "Layer 1 receives".to_owned(),
        value: if share.is_nan() {
            unknown(scene)
        } else {
            times(share)
        },
        note: format!(
            "of what arrives at layer {}, median over the inputs",
            scene.plan().depth
        ),
        ink: scene.style().ink,
    }
}

/// A factor given by its logarithm.
fn times(log10: f64) -> String {
    match log10 {
        f64::NEG_INFINITY => "exactly 0".to_owned(),
        _ if log10 > 1.0 => format!("{} times", number::plain(libm::pow(10.0, log10), 2)),
        _ => number::percent(log10),
    }
}

/// Why a number is not known: it is still being computed, or has left its range.
fn unknown(scene: &Scene) -> String {
    if !scene.spread().is_finished() {
        return format!("… {} %", libm::floor(100.0 * scene.spread().progress()));
    }
    match scene.spread().overflow() {
        Some(layer) => format!("∞ from layer {} on", layer + 1),
        None => "nothing: all are 0".to_owned(),
    }
}

fn factor(scene: &Scene) -> Readout {
    let [measured, expected] =
        [scene.measured_share(), scene.expected_share()].map(|share| scene.per_layer(share));
    let plain = |factor: f64| match factor.is_finite() {
        true => format!("× {}", number::plain(factor, 3)),
        false => "—".to_owned(),
    };
    Readout {
        label: "Per layer, on average".to_owned(),
        value: plain(measured),
        note: match expected.is_finite() {
            true => format!("in theory {}", plain(expected)),
            false => String::new(),
        },
        ink: Ink::Text,
    }
}

fn flat(scene: &Scene) -> Readout {
    let complete = || {
        scene
            .spread()
            .layers()
            .iter()
            .filter(|layer| layer.is_complete())
    };
    let count = complete().count().max(1) as f64;
    let mean = |of: f64| number::percent(libm::log10(of / count));
    let flat = mean(complete().map(|layer| layer.flat()).sum());
    let dead = mean(complete().map(|layer| layer.dead()).sum());
    Readout {
        label: "Flat slopes".to_owned(),
        value: flat,
        note: format!(
            "|f′| below {}; dead on the whole batch: {dead}",
            number::plain(scene.plan().activation.flat_slope(), 2)
        ),
        ink: Ink::Slope,
    }
}

/// The depth scale, or why there is none.
fn scale(scene: &Scene) -> Readout {
    let plan = &scene.asked;
    let label = "Depth scale ξ, in theory".to_owned();
    let Some(final_factor) = scene.theory.log10_final_factor() else {
        return Readout {
            label,
            value: "…".to_owned(),
            note: String::new(),
            ink: Ink::Handle,
        };
    };
    let xi = depth_scale(libm::pow(10.0, 2.0 * final_factor));
    let value = match final_factor {
        _ if plan.residual => "no fixed one".to_owned(),
        _ if xi.is_nan() => "—".to_owned(),
        _ if final_factor.abs() < CRITICAL => "endless: critical".to_owned(),
        _ => format!("{} layers", number::plain(xi.abs(), 3)),
    };
    let meaning = match final_factor {
        _ if plan.residual => "with the short cut the factor nears 1, layer after layer",
        _ if xi.is_nan() || final_factor.abs() < CRITICAL => "",
        _ if final_factor < 0.0 => "ordered: the squared gradient shrinks to 1/e over so many",
        _ => "chaotic: the squared gradient grows by e over so many",
    };
    Readout {
        label,
        value,
        note: match critical_words(scene) {
            words if meaning.is_empty() => words,
            words => format!("{meaning}; {words}"),
        },
        ink: Ink::Handle,
    }
}

/// At which weight scale neither would happen.
fn critical_words(scene: &Scene) -> String {
    let plan = &scene.asked;
    if plan.residual {
        return "no weight scale is critical".to_owned();
    }
    if plan.layer_norm && plan.bias_std == 0.0 {
        return "with layer norm the weight scale does not matter".to_owned();
    }
    let Some(gains) = scene.theory.critical_gains() else {
        return "the critical weight scale is looked for".to_owned();
    };
    match (critical::nearest(gains, plan.gain), gains.first()) {
        (Some(gain), _) => format!("critical at g = {}", number::plain(gain, 4)),
        (None, Some(gain)) => format!("critical only at g = {}", number::plain(*gain, 3)),
        (None, None) => "no weight scale is critical".to_owned(),
    }
}

pub fn summary(scene: &Scene) -> String {
    let plan = scene.plan();
    let name = &scene.style().name;
    if let Some(progress) = scene.progress {
        return computing(scene, progress);
    }
    if let Some(layer) = scene.spread().overflow() {
        return format!(
            "From layer {} on the numbers have left the range of f64: this {name} network explodes on its way forward.{}",
            layer + 1,
            fewer(scene)
        );
    }
    let last_zero = scene
        .spread()
        .layers()
        .iter()
        .rposition(|layer| layer.log10_norm() == f64::NEG_INFINITY);
    if let Some(layer) = last_zero {
        return format!("{}{}", silence(scene, layer), fewer(scene));
    }
    if plan.depth == 1 {
        return format!(
            "A single layer of {name} units: the gradient that arrives, of length 1, has length {} behind the activation.{}",
            number::plain(libm::pow(10.0, scene.spread().layer(0).log10_norm()), 3),
            fewer(scene)
        );
    }
    let share = scene.measured_share();
    let [measured, expected] = [share, scene.expected_share()].map(|share| scene.per_layer(share));
    let verdict = match share {
        _ if share < -6.0 => "the first layers would not learn",
        _ if share < -0.5 => "the gradient fades",
        _ if share > 2.0 => "the gradient explodes on its way back",
        _ if share > 0.5 => "the gradient grows on its way back",
        _ => "the gradient comes through",
    };
    let theory = match expected.is_finite() {
        true => format!(
            "the theory of endless width says {}",
            number::plain(expected, 3)
        ),
        false => "the theory has no number here".to_owned(),
    };
    format!(
        "Of the gradient at layer {}, layer 1 receives {}: {verdict}. Each layer multiplies it by {} on average; {theory}.{}",
        plan.depth,
        times(share),
        number::plain(measured, 3),
        fewer(scene)
    )
}

/// How far the work has come, and what is in sight meanwhile.
fn computing(scene: &Scene, progress: f64) -> String {
    let Plan { depth, width, .. } = scene.asked;
    if scene.theory.critical_gains().is_none() {
        return format!(
            "Asking the theory of endless width: {} variances are looked at.",
            scene.theory.looked_at()
        );
    }
    let meanwhile = match scene.spread().is_finished() {
        true => " Meanwhile the last network stays in sight.",
        false => "",
    };
    format!(
        "Computing {depth} layers of {width} units: {} % is done.{meanwhile}",
        libm::floor(100.0 * progress)
    )
}

/// Why nothing comes back to a layer and those before it.
fn silence(scene: &Scene, layer: usize) -> String {
    let (name, number) = (&scene.style().name, layer + 1);
    let here = scene.spread().layer(layer);
    let from = format!("is exactly 0 from layer {number} down");
    match () {
        _ if here.zero_gradients() < 1.0 => {
            format!("For half of the inputs or more, the gradient {from}.")
        }
        _ if here.z().iter().all(|z| *z == 0.0) => {
            format!("The gradient {from}: the signal itself has died out, all sums are 0.")
        }
        _ => format!("The gradient {from}: no unit of this {name} network lets any back."),
    }
}

/// What had to be left out.
fn fewer(scene: &Scene) -> String {
    let plan = scene.plan();
    if scene.spread().samples() == plan.batch {
        return String::new();
    }
    format!(
        " As the network has {} million weights, {} inputs were tried instead of {}.",
        number::plain(plan.weights() as f64 / 1e6, 2),
        scene.spread().samples(),
        plan.batch
    )
}
