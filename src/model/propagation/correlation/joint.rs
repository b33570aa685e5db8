//! E\[f(u₁)·f(u₂)\] and E\[f′(u₁)·f′(u₂)\] of two jointly normal pre-activations of one variance: in closed form where one exists, otherwise by quadrature.
//!
//! The first is taken as how far it lies below E\[f²\], which is E\[(f(u₁) - f(u₂))²\]/2, and the correlation as its distance 1 - c from 1: so nothing cancels where two inputs have become almost the same.

use super::super::moments::Source;
use super::plane::Plane;
use crate::activation::{Activation, Kind};
use std::f64::consts::PI;

/// What a wide layer makes of two inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Joint {
    /// E\[(f(u₁) - f(u₂))²\]/2.
    pub apart: f64,
    /// The derivative of E\[f(u₁)·f(u₂)\] by the covariance: E\[f′(u₁)·f′(u₂)\], and what jumps add.
    pub slope: f64,
}

/// An activation made ready for pairs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pair {
    /// Slopes to the left and right of 0.
    Rays(f64, f64),
    Closed(Activation),
    Plane(Plane),
}

impl Pair {
    pub fn new(source: &Source) -> Pair {
        if let Some((left, right)) = source.rays {
            return Pair::Rays(left, right);
        }
        match source.activation.kind() {
            Kind::Step
            | Kind::SquaredRelu
            | Kind::Sine
            | Kind::Snake
            | Kind::Gaussian
            | Kind::Exponential => Pair::Closed(source.activation),
            _ => Pair::Plane(Plane::new(source)),
        }
    }

    /// The expectations at the variance q > 0 and a distance 1 - c above 0 and up to 2.
    pub fn joint(&self, q: f64, distance: f64) -> Joint {
        match self {
            Pair::Rays(left, right) => rays(*left, *right, q, distance),
            Pair::Closed(activation) => closed(activation, q, distance),
            Pair::Plane(plane) => plane.joint(q, distance),
        }
    }
}

/// The angle between two inputs, whose cosine is 1 - distance.
fn angle(distance: f64) -> f64 {
    2.0 * libm::asin((0.5 * distance).sqrt().min(1.0))
}

/// Its sine.
fn sine(distance: f64) -> f64 {
    (distance * (2.0 - distance)).max(0.0).sqrt()
}

/// The arc-cosine kernel of degree 1 (Cho & Saul 2009), for two rays: f = m·z + h·|z|, and E|u₁u₂| = (2q/π)·(sin θ + (π/2 - θ)·cos θ).
fn rays(left: f64, right: f64, q: f64, distance: f64) -> Joint {
    let (mean, half) = (0.5 * (left + right), 0.5 * (right - left));
    let theta = angle(distance);
    let bent = distance - 2.0 / PI * sine_less_turned(theta, distance);
    Joint {
        apart: q * (mean * mean * distance + half * half * bent),
        slope: mean * mean + half * half * (1.0 - 2.0 * theta / PI),
    }
}

/// sin θ - θ·cos θ.
fn sine_less_turned(theta: f64, distance: f64) -> f64 {
    if theta > 0.1 {
        return sine(distance) - theta * (1.0 - distance);
    }
    // Its Taylor series: the difference has lost its digits.
    let t = theta * theta;
    theta * t * (1.0 / 3.0 - t * (1.0 / 30.0 - t * (1.0 / 840.0 - t / 45360.0)))
}

fn closed(activation: &Activation, q: f64, distance: f64) -> Joint {
    let parameter = |id| activation.parameter(id).unwrap_or(f64::NAN);
    let (apart, slope) = match activation.kind() {
        // The arc-cosine kernels of degree 0 and 2.
        Kind::Step => {
            let theta = angle(distance);
            (theta / (2.0 * PI), 1.0 / (2.0 * PI * q * sine(distance)))
        }
        Kind::SquaredRelu => squared(q, distance),
        // E[cos k(u₁ ± u₂)] = e^(-k²q(1 ± c)).
        Kind::Sine => {
            let rate = parameter("omega") * parameter("omega");
            let (less, more) = waves(rate * q, distance);
            (
                0.5 * (less + more),
                rate * half_sum(rate * q, distance, 1.0),
            )
        }
        Kind::Snake => {
            let rate = 4.0 * parameter("a") * parameter("a");
            let (less, more) = waves(rate * q, distance);
            (
                q * distance + 0.5 * (less - more) / rate,
                1.0 + half_sum(rate * q, distance, -1.0),
            )
        }
        // 1/√det(1 + 2·covariance).
        Kind::Gaussian => {
            let same = 1.0 + 4.0 * q;
            let more = 4.0 * q * distance * (2.0 - distance) * (q / same);
            let shrunk = -libm::expm1(-0.5 * libm::log1p(more));
            let root = 1.0 / (same * (1.0 + more)).sqrt();
            (
                shrunk / same.sqrt(),
                4.0 * q * root * (1.0 - distance) * root * root,
            )
        }
        Kind::Exponential => {
            let square = libm::exp(2.0 * q);
            (
                -square * libm::expm1(-q * distance),
                libm::exp(q * (2.0 - distance)),
            )
        }
        _ => (f64::NAN, f64::NAN),
    };
    Joint { apart, slope }
}

fn squared(q: f64, distance: f64) -> (f64, f64) {
    let (theta, sin, cos) = (angle(distance), sine(distance), 1.0 - distance);
    let twice = 2.0 * theta;
    // 3·sin θ·cos θ - θ·(1 + 2·cos² θ)
    let rest = if twice > 0.1 {
        3.0 * sin * cos - theta * (1.0 + 2.0 * cos * cos)
    } else {
        let t = twice * twice;
        -twice * t * t * (1.0 / 120.0 - t * (1.0 / 2520.0 - t / 120960.0))
    };
    (
        q * q * (sin * sin - rest / (2.0 * PI)),
        2.0 * q / PI * (sin + (PI - theta) * cos),
    )
}

/// 1 - e^(-r·d) and e^(-r(2 - d)) - e^(-2r).
fn waves(rate: f64, distance: f64) -> (f64, f64) {
    let more = if rate * distance < 1.0 {
        libm::exp(-2.0 * rate) * libm::expm1(rate * distance)
    } else {
        libm::exp(-rate * (2.0 - distance)) - libm::exp(-2.0 * rate)
    };
    (-libm::expm1(-rate * distance), more)
}

/// (e^(-r·d) ± e^(-r(2 - d)))/2.
fn half_sum(rate: f64, distance: f64, sign: f64) -> f64 {
    0.5 * (libm::exp(-rate * distance) + sign * libm::exp(-rate * (2.0 - distance)))
}
