//! Where an activation lets almost nothing, or nothing, back through.

use super::view::{Direction, Ink, Mark};
use crate::model::activation::Activation;

/// An interval of x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone {
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// The slope is exactly zero, not merely small.
    pub dead: bool,
}

impl Zone {
    /// The strip that shows it: hatched where the slope is exactly 0.
    pub fn band(&self) -> Mark {
        let (name, ink, label) = match self.dead {
            true => ("dead", Ink::Alarm, "slope 0"),
            false => ("saturated", Ink::Muted, "nearly flat"),
        };
        Mark::Band {
            name: name.to_owned(),
            ink,
            along: Direction::X,
            from: self.from,
            to: self.to,
            hatched: self.dead,
            label: label.to_owned(),
        }
    }
}

/// The saturated and dead zones of an activation between `from` and `to`, ascending.
///
/// Saturated is where the slope is below [`Activation::flat_slope`].
/// Ends are found by bisection to the last bit of x that matters on a screen (2⁻⁴⁰ of the interval).
pub fn zones(activation: &Activation, from: f64, to: f64) -> Vec<Zone> {
    let limit = activation.flat_slope();
    let state = |x: f64| state(activation.derivative(x).abs(), limit);
    const CELLS: usize = 1024;
    let at = |index: usize| from + (to - from) * index as f64 / CELLS as f64;
    let mut zones: Vec<Zone> = Vec::new();
    let (mut start, mut now) = (from, state(from));
    for index in 1..=CELLS {
        let next = state(at(index));
        if next == now {
            continue;
        }
        let edge = boundary(at(index - 1), at(index), |x| state(x) == now);
        push(&mut zones, start, edge, now);
        (start, now) = (edge, next);
    }
    push(&mut zones, start, to, now);
    zones
}

/// The share of N(0, σ²) that lies in `zones`, which must reach as far as the normal distribution does.
pub fn share(zones: &[Zone], sigma: f64) -> f64 {
    let cumulative = |x: f64| 0.5 * libm::erfc(-x / (sigma * std::f64::consts::SQRT_2));
    zones
        .iter()
        .map(|zone| cumulative(zone.to) - cumulative(zone.from))
        .sum()
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Live,
    Saturated,
    Dead,
}

fn state(slope: f64, limit: f64) -> State {
    match slope {
        0.0 => State::Dead,
        _ if slope < limit => State::Saturated,
        _ => State::Live,
    }
}

fn boundary(mut inside: f64, mut outside: f64, same: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..40 {
        let middle = 0.5 * (inside + outside);
        if same(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    0.5 * (inside + outside)
}

fn push(zones: &mut Vec<Zone>, from: f64, to: f64, state: State) {
    if state != State::Live && to > from {
        zones.push(Zone {
            from,
            to,
            dead: state == State::Dead,
        });
    }
}
