//! What the strokes of `collapse` are called, and how they look.

use super::crease::creases;
use super::{Net, Scene, State, text};
use crate::model::activation::Kind;
use crate::view::*;

/// The grid lines along x₁, and those along x₂.
pub const ALONG: [(Ink, Dash); 2] = [(Ink::High, Dash::Solid), (Ink::Low, Dash::Dashed)];

pub fn legend(scene: &Scene) -> Vec<Key> {
    let [first, second] = ALONG;
    let mut keys = vec![
        Key::stroke(deep_name(&scene.line), ink(scene), Dash::Solid),
        Key::stroke(single_name(&scene.line), Ink::Text, Dash::Dashed),
        Key::stroke(direction_name(0), first.0, first.1),
        Key::stroke(direction_name(1), second.0, second.1),
        Key::stroke(text::LETTER, Ink::Handle, Dash::Solid),
    ];
    if is_point(&scene.plane) {
        let point = Look::Point {
            ink: ink(scene),
            shape: Shape::Circle,
            hollow: false,
        };
        keys.push(Key::new(text::POINT, point));
    }
    if !creases(&scene.plane).is_empty() {
        keys.push(Key::stroke(text::CREASE, Ink::Alarm, Dash::Solid));
    }
    keys
}

/// How the deep network is drawn: in its activation's colour, or, if it has none, in that of weights.
pub fn ink(scene: &Scene) -> Ink {
    match scene.style.activation.kind() {
        Kind::Identity => Ink::Weight,
        _ => scene.style.ink,
    }
}

pub fn deep_name(net: &Net) -> String {
    text::layers(net.depth())
}

pub fn single_name(net: &Net) -> String {
    if net.is_one() {
        text::ONE_LAYER.read()
    } else {
        text::BEST.read()
    }
}

pub fn direction_name(along: usize) -> String {
    text::along(["x₁", "x₂"][along])
}

/// Whether all of the plane has fallen onto one point.
pub fn is_point(net: &Net) -> bool {
    net.state == State::Constant
}
