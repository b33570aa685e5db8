//! Where an activation lets almost nothing, or nothing, back through.

use super::text;
use crate::model::activation::Activation;
use crate::model::scaled::Scaled;
use crate::view::{Direction, Ink, Mark};

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
            true => (text::DEAD, Ink::Alarm, text::SLOPE_ZERO),
            false => (text::NEARLY_FLAT, Ink::Muted, text::NEARLY_FLAT),
        };
        Mark::Band {
            name: name.read(),
            ink,
            along: Direction::X,
            from: self.from,
            to: self.to,
            hatched: self.dead,
            label: label.read(),
        }
    }
}

/// Cells in which the state is looked at.
const CELLS: usize = 1024;

/// How often the distance from 0 is halved where the cells narrow towards it, and how many there are to each halving.
const HALVINGS: u32 = 20;
const PER_HALVING: u32 = 16;

/// Of a wave whose periods are narrower than so many cells, a zone could fall between two of them.
const CELLS_PER_PERIOD: f64 = 128.0;

/// Zones of more periods than that are too narrow to be seen one by one.
const MOST_PERIODS: f64 = 64.0;

/// The nearly flat and the dead zones of an activation between `from` and `to`, ascending; none of a wave that is too fast for them to be told apart.
///
/// Nearly flat is where the slope is not 0 and below [`Activation::flat_slope`].
/// Ends are found by bisection to the last bit of x that matters on a screen (2⁻⁴⁰ of the interval).
pub fn zones(activation: &Activation, from: f64, to: f64) -> Vec<Zone> {
    let cell = (to - from) / CELLS as f64;
    let fast = activation
        .wave()
        .filter(|wave| wave.period < CELLS_PER_PERIOD * cell);
    match fast {
        None => looked_for(activation, even(from, to)),
        Some(wave) if to - from > MOST_PERIODS * wave.period => Vec::new(),
        Some(wave) => repeated(activation, wave.period, from, to),
    }
}

/// The zones of one period, again and again.
fn repeated(activation: &Activation, period: f64, from: f64, to: f64) -> Vec<Zone> {
    let own = looked_for(activation, even(0.0, period));
    let first = libm::floor(from / period) as i64;
    let last = libm::floor(to / period) as i64;
    let mut all: Vec<Zone> = Vec::new();
    for turn in first..=last {
        let shift = period * turn as f64;
        for zone in &own {
            let (start, end) = ((zone.from + shift).max(from), (zone.to + shift).min(to));
            match all.last_mut() {
                // What goes on beyond the end of a period is one zone.
                Some(before) if zone.from == 0.0 && before.dead == zone.dead && start < end => {
                    before.to = end;
                }
                _ if start < end => all.push(Zone {
                    from: start,
                    to: end,
                    dead: zone.dead,
                }),
                _ => {}
            }
        }
    }
    all
}

/// The ends of so many cells of one width.
fn even(from: f64, to: f64) -> impl Iterator<Item = f64> {
    (0..=CELLS).map(move |index| from + (to - from) * index as f64 / CELLS as f64)
}

/// The zones from the first to the last of some places, ascending.
fn looked_for(activation: &Activation, places: impl Iterator<Item = f64>) -> Vec<Zone> {
    let limit = activation.flat_slope();
    let state = |x: f64| state(activation.slope(x), limit);
    let mut zones: Vec<Zone> = Vec::new();
    // Where the present zone began, the last place, and what is there.
    let mut now: Option<(f64, f64, State)> = None;
    for place in places {
        let next = state(place);
        now = match now {
            None => Some((place, place, next)),
            Some((start, last, same)) if next != same => {
                let edge = boundary(last, place, |x| state(x) == same);
                push(&mut zones, start, edge, same);
                Some((edge, place, next))
            }
            Some((start, _, same)) => Some((start, place, same)),
        };
    }
    if let Some((start, to, same)) = now {
        push(&mut zones, start, to, same);
    }
    zones
}

/// Even cells from one side of 0 to the other, with narrower ones towards 0: there an activation may do within a hundredth what it does at all, however wide its inputs are spread.
fn finer_at_zero(reach: f64) -> impl Iterator<Item = f64> {
    let shares =
        (0..HALVINGS * PER_HALVING).map(|k| libm::exp2(-f64::from(k) / f64::from(PER_HALVING)));
    let finer = shares.flat_map(move |share| [-reach * share, reach * share]);
    let mut places: Vec<f64> = even(-reach, reach).chain(finer).collect();
    places.sort_unstable_by(f64::total_cmp);
    places.into_iter()
}

/// The shares of N(0, σ²) that land where the slope is small but not 0, and where it is exactly 0.
///
/// Of a wave so fast that σ spans several periods, the share of x is that of a period: what the density changes over a period cancels (by Poisson's formula, to e^(-2π²·(σ/period)²), below 10⁻¹⁰⁰ here).
pub fn shares(activation: &Activation, sigma: f64) -> (f64, f64) {
    // Beyond nine σ lies less than 10⁻¹⁸ of the inputs.
    let reach = 9.0 * sigma;
    let fast = activation
        .wave()
        .filter(|wave| 2.0 * reach > MOST_PERIODS * wave.period);
    let zones = match fast {
        Some(wave) => looked_for(activation, even(0.0, wave.period)),
        None if activation.wave().is_some() => zones(activation, -reach, reach),
        None => looked_for(activation, finer_at_zero(reach)),
    };
    let within = |zone: &Zone| match fast {
        Some(wave) => (zone.to - zone.from) / wave.period,
        None => mass(zone.from / sigma, zone.to / sigma),
    };
    // The sum of nothing is -0 in Rust.
    let flat = zones
        .iter()
        .filter(|zone| !zone.dead)
        .map(within)
        .sum::<f64>()
        .abs();
    // Of what is looked for, a single point with a slope of 0 would have the width to which its ends are found.
    let exact = activation.dead_zones().into_iter();
    let dead = exact.map(|(from, to)| mass(from / sigma, to / sigma));
    (flat, dead.sum::<f64>().abs())
}

/// The share of N(0, 1) between two places; on the right of 0 from the right, as a difference from 1 has no digits left of a thin tail.
fn mass(from: f64, to: f64) -> f64 {
    let below = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
    match from > 0.0 {
        true => below(-from) - below(-to),
        false => below(to) - below(from),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Live,
    Flat,
    Dead,
}

fn state(slope: Scaled, limit: f64) -> State {
    match slope.to_f64().abs() {
        // Below the range of f64 there are slopes that are not 0.
        _ if slope.is_zero() => State::Dead,
        size if size < limit => State::Flat,
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    /// By mpmath: beyond ±10σ lie erfc(10/√2); and |2x·e^(-x²)| is below a tenth of √(2/e) for |x| below 0.0429674476… or above 1.9542712283…, where a look every 0.18 passes the top by.
    #[test]
    fn thin_tails_and_narrow_parts_keep_their_digits() {
        let f = |name: &str| -> Activation { name.parse().expect(name) };
        let near = |found: f64, exact: f64| assert!((found / exact - 1.0).abs() < 1e-12, "{found}");
        near(shares(&f("hard_tanh"), 0.1).1, 1.523_970_604_832_105e-23);
        near(shares(&f("gaussian"), 10.0).0, 0.848_486_880_752_889_2);
        // Both tails are as thin: erfc of the edge, 3.6368929…, over σ√2, less what lies beyond nine σ.
        let edge = libm::log((1.0 + 0.9_f64.sqrt()) / (1.0 - 0.9_f64.sqrt()));
        let outside = |sigmas: f64| libm::erfc(sigmas / std::f64::consts::SQRT_2);
        let both = outside(edge / 0.5) - outside(9.0);
        near(shares(&f("sigmoid"), 0.5).0, both);
    }

    /// Far out GELU’s slope, and others, are below the range of f64, and nowhere 0; ReLU's is 0.
    #[test]
    fn a_slope_below_the_range_of_f64_is_not_dead() {
        for (name, dead) in [
            ("gelu", 0.0),
            ("exponential", 0.0),
            ("silu(beta=10)", 0.0),
            ("mish", 0.0),
            ("relu", 0.5),
        ] {
            let f: Activation = name.parse().expect(name);
            let hatched = zones(&f, -100.0, 100.0).iter().any(|zone| zone.dead);
            assert_eq!(hatched, dead > 0.0, "{name}");
            let (_, share) = shares(&f, 10.0);
            assert!((share - dead).abs() < 1e-12, "{name}: {share}");
        }
    }

    /// |cos| is below 0.1 on 4·(π/2 - arccos 0.1) of every 2π: 6.377 % of any range of whole periods, and of a wide normal distribution.
    #[test]
    fn no_zone_of_a_fast_wave_falls_between_two_looks() {
        let exact = 4.0 * (0.5 * PI - libm::acos(0.1)) / (2.0 * PI);
        for (omega, count) in [(1.0, 4), (10.0, 40), (30.0, 120), (31.0, 124)] {
            let sine: Activation = format!("sine(omega={omega})").parse().expect("sine");
            let half = 2.0 * PI;
            let zones = zones(&sine, -half, half);
            assert_eq!(zones.len(), count, "omega {omega}");
            let width: f64 = zones.iter().map(|zone| zone.to - zone.from).sum();
            assert!((width / (2.0 * half) - exact).abs() < 1e-9, "omega {omega}");
        }
        for omega in [50.0, 1e3, 1e90] {
            let sine: Activation = format!("sine(omega={omega})").parse().expect("sine");
            assert_eq!(zones(&sine, -6.0, 6.0), []);
            let (flat, dead) = shares(&sine, 1.0);
            assert!(
                (flat - exact).abs() < 1e-9 && dead == 0.0,
                "omega {omega}: {flat}"
            );
        }
    }
}
