//! What the tests of the mean-field theory begin with.

use model::activation::Activation;
use model::propagation::{
    Correlated, CorrelationMap, Destination, FixedPoint, Propagation, Stability,
};

pub fn propagation(activation: &str, sigma_w: f64, sigma_b: f64) -> Propagation {
    let activation: Activation = activation.parse().expect(activation);
    Propagation::new(activation, sigma_w, sigma_b).expect("scales in range")
}

/// The map of an activation at any variance: with the σ_w that makes it a fixed point of no biases, so that R(c) = E[f f]/E[f²].
pub fn map(activation: &str, q: f64) -> CorrelationMap {
    let square = propagation(activation, 1.0, 0.0).moments(q).square;
    let theory = propagation(activation, (q / square).sqrt(), 0.0);
    let point = FixedPoint {
        q,
        slope: f64::NAN,
        chi: f64::NAN,
        stability: Stability::Stable,
    };
    theory
        .correlation_map(Destination::Fixed(point))
        .expect("q > 0")
}

pub fn fixed(correlated: Correlated) -> (f64, f64) {
    match correlated {
        Correlated::Fixed { distance, slope } => (1.0 - distance, slope),
        Correlated::Every => panic!("no single point"),
    }
}

#[track_caller]
pub fn near(ours: f64, exact: f64, tolerance: f64, what: &str) {
    let off = (ours - exact).abs();
    assert!(
        off <= tolerance,
        "{what}: {ours:e} is {off:e} off {exact:e}"
    );
}

/// The name before the comma after the closing quotation mark, and the numbers behind it.
pub fn row(line: &str) -> (&str, Vec<f64>) {
    let (name, rest) = line[1..].split_once("\",").expect(line);
    let numbers = rest.split(',').map(|cell| cell.parse().expect(line));
    (name, numbers.collect())
}
