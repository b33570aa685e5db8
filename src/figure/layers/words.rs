//! What stands beside the pictures of `layers`: the legend and the numbers.

use super::course::DepthScale;
use super::text::times;
use super::verdict::{LEVEL, Saying, Silence, silence};
use super::{Scene, Show, names};
use crate::view::number;
use crate::view::*;

pub fn legend(scene: &Scene) -> Vec<Key> {
    let how_often = (!matches!(scene.show, Show::Both | Show::Network))
        .then(|| Key::new(names::HOW_OFTEN, Look::Ramp(Ramp::Share)));
    let mut keys: Vec<Key> = how_often.into_iter().collect();
    keys.extend([
        Key::new(
            names::MEASURED,
            Look::Point {
                ink: scene.style().ink,
                shape: Shape::Circle,
                hollow: false,
            },
        ),
        Key::stroke(names::THEORY_OF_WIDTH, Ink::Text, Dash::Dashed).called("theory"),
        Key::new(names::KEY_OF_MAP, Look::Ramp(super::phase::RAMP)).called("map"),
    ]);
    if super::phase::has_line(scene) {
        keys.push(Key::stroke(names::CRITICAL_IN_DEPTH, Ink::Text, Dash::Solid).called("edge"));
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
        label: names::RECEIVES.read(),
        value: match Saying::of(scene) {
            Saying::Silent(..) if silence(scene, 0) == Silence::ForHalf => {
                names::ZERO_FOR_HALF.read()
            }
            Saying::Around(_) => "—".to_owned(),
            _ if share.is_nan() => unknown(scene),
            _ => times(share),
        },
        note: names::received(
            scene.plan().depth,
            &number::from_log10(-LEVEL, 2),
            &number::from_log10(LEVEL, 2),
        ),
        ink: scene.style().ink,
        is_large: true,
    }
}

/// Why a number is not known: it is still being computed, or has left its range.
fn unknown(scene: &Scene) -> String {
    if !scene.spread().is_finished() {
        return format!("… {} %", libm::floor(100.0 * scene.spread().progress()));
    }
    match scene.spread().overflow() {
        Some(layer) => names::infinite_from(layer + 1),
        None if scene.spread().layer(0).lost_gradients() > 0.0 => names::TOO_SMALL.read(),
        None => names::ALL_ZERO.read(),
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
        label: names::PER_LAYER.read(),
        value: plain(measured),
        note: match expected.is_finite() {
            true => names::in_theory(&plain(expected)),
            false => String::new(),
        },
        ink: Ink::Text,
        is_large: false,
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
    let limit = scene.plan().activation.flat_slope();
    let limit = (limit != 0.0).then(|| number::plain(limit, 2));
    Readout {
        label: names::FLAT_SLOPES.read(),
        value: flat,
        note: names::flat(limit.as_deref(), &dead),
        ink: Ink::Slope,
        is_large: false,
    }
}

/// The depth scale, or why there is none.
fn scale(scene: &Scene) -> Readout {
    let scale = DepthScale::of(scene);
    Readout {
        label: names::SCALE.read(),
        value: names::depth_scale(scale),
        note: names::about_scale(scale, scene.critical),
        ink: Ink::Handle,
        is_large: false,
    }
}
