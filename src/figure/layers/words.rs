//! What stands beside the pictures of `layers`: the legend and the numbers.

use super::course::{Course, DepthScale};
use super::critical::Critical;
use super::text::times;
use super::verdict::{LEVEL, Saying, Silence, silence};
use super::{Scene, Show};
use crate::view::number;
use crate::view::*;

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
        value: match Saying::of(scene) {
            Saying::Silent(..) if silence(scene, 0) == Silence::ForHalf => {
                "0 for half of them or more".to_owned()
            }
            Saying::Around(_) => "—".to_owned(),
            _ if share.is_nan() => unknown(scene),
            _ => times(share),
        },
        note: format!(
            "of what arrives at layer {}, median over the inputs; “comes through” means from {} to {} times",
            scene.plan().depth,
            number::from_log10(-LEVEL, 2),
            number::from_log10(LEVEL, 2),
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
            "{}; dead on the whole batch: {dead}",
            match scene.plan().activation.flat_slope() {
                0.0 => "f′ is 0 everywhere".to_owned(),
                limit => format!("|f′| below {}", number::plain(limit, 2)),
            }
        ),
        ink: Ink::Slope,
    }
}

/// The depth scale, or why there is none.
fn scale(scene: &Scene) -> Readout {
    let scale = DepthScale::of(scene);
    let value = match scale {
        DepthScale::Searching => "…".to_owned(),
        DepthScale::Unknown => "—".to_owned(),
        DepthScale::Critical => "endless: critical".to_owned(),
        DepthScale::NothingPasses | DepthScale::Boundless => "none".to_owned(),
        DepthScale::Layers(xi) | DepthScale::ShortCut(_, Some(xi)) => layers(xi),
        DepthScale::ShortCut(_, None) => "no fixed one".to_owned(),
    };
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
        _ => critical_words(scene),
    };
    let note = [meaning, critical];
    Readout {
        label: "Depth scale ξ, in theory".to_owned(),
        value,
        note: note
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        ink: Ink::Handle,
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
