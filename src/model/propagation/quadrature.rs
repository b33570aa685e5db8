//! Integrals against the normal density, for functions with kinks and jumps at any scale.
//!
//! The line of x is cut into panels and each is summed by Gauss and Legendre's rule of [`NODES`] points.
//! A panel ends at every kink, is never wider than the bell is smooth, and near 0 never wider than the activation is smooth, however narrow √q·x makes that; away from 0 panels may double.

use super::super::activation::Activation;
use std::f64::consts::PI;
use std::sync::OnceLock;

/// Enough for 15 digits on every panel: the nearest pole of an activation lies so far off that each node brings a digit.
const NODES: usize = 16;

/// The widest panel in x.
const WIDEST: f64 = 2.0;
/// The narrowest panel in x; what lies nearer to 0 weighs nothing beside the rest.
const NARROWEST: f64 = 1e-300;
/// A panel over which the bell falls by more than this exponent would lose its relative accuracy.
const STEEPEST: f64 = 16.0;
/// Where the bell has fallen by e^-50 from where f begins, f² no longer counts.
const DEPTH: f64 = 100.0;
/// Beyond this |x| the bell is below the smallest `f64`.
const FAR: f64 = 39.0;

const DENSITY_AT_ZERO: f64 = 0.398_942_280_401_432_7;

/// One half of the line, as the integrals see it; lengths are in z.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Side {
    /// 1 to the right, -1 to the left.
    pub sign: f64,
    /// How often it counts: 2 where it stands for its mirror image too.
    pub weight: f64,
    /// Up to here f and f' are 0.
    pub start: f64,
    /// Where f or f' is not continuous, ascending.
    pub edges: Vec<f64>,
    /// How far around 0 the function is smooth as one piece; infinite where it is a polynomial between edges.
    pub scale: f64,
}

/// What one sweep over the line adds up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    /// E\[f\], of a function that has two sides.
    pub mean: f64,
    /// E\[f²\].
    pub square: f64,
    /// E\[f'²\].
    pub slope_square: f64,
    /// E\[f·f'·x\].
    pub product: f64,
}

/// φ(x), the density of the standard normal distribution.
pub(super) fn density(x: f64) -> f64 {
    DENSITY_AT_ZERO * libm::exp(-0.5 * x * x)
}

/// The expectations over x ~ N(0, 1) with f taken at std·x.
pub(super) fn sweep(activation: &Activation, sides: &[Side], std: f64) -> Sums {
    let mut sums = Sums::default();
    for side in sides {
        let mut from = side.start / std;
        if from > FAR {
            continue;
        }
        let end = (from * from + DEPTH).sqrt();
        while from < end {
            let to = next(side, from, std).min(end);
            add_panel(activation, side, std, (from, to), &mut sums);
            from = to;
        }
    }
    sums
}

/// Where the panel that begins at `from` ends.
fn next(side: &Side, from: f64, std: f64) -> f64 {
    // A scale that is none any more, seen from so wide a bell, must not hold the sweep up.
    let smooth = (WIDEST * side.scale / std).max(from).max(NARROWEST);
    let to = from + smooth.min(WIDEST).min(STEEPEST / from);
    let mut edges = side.edges.iter().map(|edge| edge / std);
    edges
        .find(|edge| *edge > from)
        .map_or(to, |edge| edge.min(to))
}

fn add_panel(
    activation: &Activation,
    side: &Side,
    std: f64,
    (from, to): (f64, f64),
    sums: &mut Sums,
) {
    let (centre, half) = (0.5 * (to + from), 0.5 * (to - from));
    let mut panel = Sums::default();
    for (node, weight) in rule() {
        let x = centre + half * node;
        let z = side.sign * std * x;
        let (f, slope) = (activation.value(z), activation.derivative(z));
        let mass = weight * density(x);
        panel.mean += mass * f;
        panel.square += mass * f * f;
        panel.slope_square += mass * slope * slope;
        panel.product += mass * f * slope * x;
    }
    let scale = side.weight * half;
    sums.mean += scale * panel.mean;
    sums.square += scale * panel.square;
    sums.slope_square += scale * panel.slope_square;
    sums.product += side.sign * scale * panel.product;
}

/// Nodes and weights over [-1, 1], worked out once.
pub(super) fn rule() -> &'static [(f64, f64); NODES] {
    static RULE: OnceLock<[(f64, f64); NODES]> = OnceLock::new();
    RULE.get_or_init(|| std::array::from_fn(node))
}

/// The node of that index: a zero x of the Legendre polynomial P of degree [`NODES`], by Newton's method; its weight is 2/((1 - x²)·P′(x)²).
///
/// A crate would bring tables for every degree up to a hundred: 44 kB more to download.
fn node(index: usize) -> (f64, f64) {
    let n = NODES as f64;
    // Near enough for Newton to converge to this zero and no other (Abramowitz & Stegun, 22.16.6).
    let mut x = -libm::cos(PI * (index as f64 + 0.75) / (n + 0.5));
    let mut slope = 0.0;
    // Each round doubles the digits: from three to more than there are.
    for _ in 0..5 {
        let (mut below, mut p) = (1.0, x);
        for degree in 2..=NODES {
            let k = degree as f64;
            (below, p) = (p, ((2.0 * k - 1.0) * x * p - (k - 1.0) * below) / k);
        }
        slope = n * (x * p - below) / (x * x - 1.0);
        x -= p / slope;
    }
    (x, 2.0 / ((1.0 - x * x) * slope * slope))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gauss_quad::GaussLegendre;
    use std::num::NonZeroUsize;

    /// A function that is smooth over next to nothing, under the widest bell: panels still come to an end, and are as many as there are powers of two on the way.
    #[test]
    fn no_scale_holds_the_sweep_up() {
        let side = Side {
            sign: 1.0,
            weight: 1.0,
            start: 0.0,
            edges: vec![1e-300, 1e300],
            scale: 1e-300,
        };
        for std in [1e-145, 1.0, 1e145] {
            let (mut from, mut panels) = (0.0, 0);
            while from < 10.0 && panels < 2000 {
                from = next(&side, from, std);
                panels += 1;
            }
            assert!(panels < 1200, "std {std}: {panels} panels, up to {from}");
        }
    }

    /// Against a table of the field. Newton stops within a few roundings of numbers up to 1; the weights are their squares' business.
    #[test]
    fn the_rule_is_gauss_and_legendres() {
        let table = GaussLegendre::new(NonZeroUsize::new(NODES).expect("not 0"));
        let mut theirs: Vec<(f64, f64)> = table.as_node_weight_pairs().to_vec();
        theirs.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (ours, theirs) in rule().iter().zip(&theirs) {
            assert!((ours.0 - theirs.0).abs() < 4e-16, "{ours:?} {theirs:?}");
            assert!(
                (ours.1 - theirs.1).abs() < 4e-15 * theirs.1,
                "{ours:?} {theirs:?}"
            );
        }
    }
}
