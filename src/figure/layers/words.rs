//! What stands beside the pictures of `layers`: the legend and the numbers.

use super::critical::Critical;
use super::text::times;
use super::{Scene, Show};
use crate::model::propagation::depth_scale;
use crate::view::number;
use crate::view::*;

/// A final factor this near to 1, in decades per layer, counts as critical.
const CRITICAL: f64 = 1e-8;

pub fn legend(scene: &Scene) -> Vec<Key> {
    let how_often = (!matches!(scene.show, Show::Both | Show::Network)).then(|| Key {
        name: "how often, of the fullest cell".to_owned(),
        look: Look::Ramp(Ramp::Share),
    });
    let mut keys: Vec<Key> = how_often.into_iter().collect();
    keys.extend([
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
    ]);
    if super::phase::has_line(scene) {
        keys.push(Key::stroke(
            "critical in endless depth",
            Ink::Text,
            Dash::Solid,
        ));
    }
    keys
}

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    vec![share(scene), factor(scene), flat(scene)]
}

/// What a first course can do without.
pub fn deeper(scene: &Scene) -> Vec<Readout> {
    vec![scale(scene)]
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
            "of what arrives at layer {}, median over the inputs; from a third to three times of it comes through",
            scene.plan().depth
        ),
        ink: scene.style().ink,
    }
}

/// Why a number is not known: it is still being computed, or has left its range.
fn unknown(scene: &Scene) -> String {
    if !scene.spread().is_finished() {
        return format!("… {} %", libm::floor(100.0 * scene.spread().progress()));
    }
    match scene.spread().overflow() {
        Some(layer) => format!("∞ from layer {} on", layer + 1),
        None if scene.spread().layer(0).lost_gradients() > 0.0 => "too small for f64".to_owned(),
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
    let is_critical = scene.critical == Critical::Here || final_factor.abs() < CRITICAL;
    let value = match final_factor {
        _ if plan.residual => "no fixed one".to_owned(),
        _ if xi.is_nan() => "—".to_owned(),
        _ if is_critical => "endless: critical".to_owned(),
        _ => format!("{} layers", number::plain(xi.abs(), 3)),
    };
    let meaning = match final_factor {
        _ if plan.residual => "with the short cut the factor nears 1, layer after layer",
        _ if xi.is_nan() || is_critical => "",
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
    match scene.critical {
        Critical::Searching => "the critical weight scale is looked for".to_owned(),
        Critical::ShortCut | Critical::Nowhere => "no weight scale is critical".to_owned(),
        Critical::Indifferent => "with layer norm the weight scale does not matter".to_owned(),
        Critical::Here => "this weight scale is critical".to_owned(),
        Critical::At(gain) => format!("critical at g = {}", number::plain(gain, 4)),
        Critical::Beyond(gain) => format!("critical only at g = {}", number::plain(gain, 3)),
    }
}
