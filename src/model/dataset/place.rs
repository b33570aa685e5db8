//! Where the points of each dataset lie, before noise.

use super::Kind;
use crate::random::Random;
use std::f64::consts::{PI, TAU};

/// Radius of the inner circle: the value of scikit-learn's examples (its default is 0.8).
const INNER: f64 = 0.5;
/// The Playground's XOR reaches from 0.3 to 5.3; halved, as all its lengths are here, so that inputs stay near the standard scale.
const XOR_GAP: f64 = 0.15;
const XOR_SIDE: f64 = 2.5;
/// The Playground's spiral reaches radius 5 in 1.75 turns; the radius halved.
const SPIRAL_RADIUS: f64 = 2.5;
const SPIRAL_TURNS: f64 = 1.75;
/// The circle on which the centres of the blobs lie.
const BLOB_RADIUS: f64 = 2.0;
/// The sine runs over [-3, 3].
const SINE_REACH: f64 = 3.0;

impl Kind {
    /// The place and the target of point `index` of `size`; a second coordinate that the kind does not have is 0.
    pub(super) fn place(self, index: usize, size: usize, random: &mut Random) -> ([f64; 2], f64) {
        match self {
            Kind::Moons => {
                let (class, t) = half(index, size, true);
                let (sine, cosine) = libm::sincos(PI * t);
                match class {
                    0 => ([cosine, sine], 0.0),
                    _ => ([1.0 - cosine, 0.5 - sine], 1.0),
                }
            }
            Kind::Circles => {
                let (class, t) = half(index, size, false);
                let radius = if class == 0 { 1.0 } else { INNER };
                let (sine, cosine) = libm::sincos(TAU * t);
                ([radius * cosine, radius * sine], class as f64)
            }
            Kind::Xor => {
                let mut reach = || XOR_GAP + XOR_SIDE * random.uniform();
                let place = [reach(), reach()];
                // Quadrant after quadrant, so that the classes are as even as they can be.
                match index % 4 {
                    0 => (place, 0.0),
                    1 => ([-place[0], place[1]], 1.0),
                    2 => (place.map(|x| -x), 0.0),
                    _ => ([place[0], -place[1]], 1.0),
                }
            }
            Kind::Spiral => {
                let (class, t) = half(index, size, false);
                let radius = SPIRAL_RADIUS * t;
                let (sine, cosine) = libm::sincos(SPIRAL_TURNS * TAU * t);
                let side = if class == 0 { radius } else { -radius };
                ([side * sine, side * cosine], class as f64)
            }
            Kind::Blobs(classes) => {
                let class = index % classes.max(1);
                let (sine, cosine) = libm::sincos(TAU * class as f64 / classes as f64);
                ([BLOB_RADIUS * cosine, BLOB_RADIUS * sine], class as f64)
            }
            Kind::Sine => {
                let x = SINE_REACH * (2.0 * share(index, size, true) - 1.0);
                ([x, 0.0], libm::sin(2.0 * x))
            }
        }
    }
}

/// The class of a point when the first half is class 0, and how far along its class it stands.
fn half(index: usize, size: usize, ends: bool) -> (usize, f64) {
    let first = size / 2;
    if index < first {
        (0, share(index, first, ends))
    } else {
        (1, share(index - first, size - first, ends))
    }
}

/// Evenly spaced numbers from 0: the last one is 1 if both `ends` belong to them, else one step below.
fn share(index: usize, count: usize, ends: bool) -> f64 {
    let steps = if ends { count.saturating_sub(1) } else { count };
    index as f64 / steps.max(1) as f64
}
