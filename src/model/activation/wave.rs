//! Functions that wave for ever, and how fast.

use super::{Activation, Kind};
use std::f64::consts::PI;

/// How a function waves: after every period it has risen by so much, and its derivatives begin again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wave {
    /// f(x + period) = f(x) + rise.
    pub period: f64,
    /// See `period`; 0 for a periodic function.
    pub rise: f64,
}

impl Activation {
    /// How it waves, if it does so for ever: sin ωx has the period 2π/ω, and x + sin²(ax)/a rises by π/a in π/a.
    pub fn wave(&self) -> Option<Wave> {
        let period = |turn: f64, id: &str| self.parameter(id).map(|rate| turn / rate);
        match self.kind {
            Kind::Sine => period(2.0 * PI, "omega").map(|period| Wave { period, rise: 0.0 }),
            Kind::Snake => period(PI, "a").map(|period| Wave {
                period,
                rise: period,
            }),
            _ => None,
        }
    }
}
