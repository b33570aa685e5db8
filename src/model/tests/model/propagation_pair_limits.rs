//! Two inputs where it is hardest: steep functions, c* close to 1, no fixed variance, scales and parameters at the ends of their ranges.

use crate::theory::{fixed, map, near, propagation};
use model::propagation::{Correlated, NoMap};
use std::f64::consts::{PI, SQRT_2};

/// A tanh of huge inputs is the sign of them: R(c) = (2/π)·asin c, with the slope 2/(π√(1 - c²)). What is left of its rounded step is 1/√q.
#[test]
fn a_steep_function_is_a_step() {
    for q in [1e14, 1e24, 1e100] {
        let map = map("tanh", q);
        for c in [-0.9_f64, 0.0, 0.3, 0.99] {
            near(
                map.correlation(c),
                2.0 / PI * c.asin(),
                1e-9 + 2.0 / q.sqrt(),
                "tanh",
            );
            let slope = 2.0 / PI / (1.0 - c * c).sqrt();
            near(
                map.slope(1.0 - c),
                slope,
                slope * (1e-8 + 4.0 / q.sqrt()),
                "tanh",
            );
        }
    }
}

/// Near χ = 1 the map is c ↦ 1 - χ·d + R″(1)·d²/2 in d = 1 - c, so that d* = 2(χ - 1)/R″(1) in first order; R″(1) = σ_w²·q·E[f″²], for sine (1 - e^(-2q))/2.
#[test]
fn points_close_to_one_are_found() {
    for excess in [1e-3, 1e-5, 1e-7] {
        // With σ_b chosen so that q = 1/2 is fixed.
        let q = 0.5;
        let sine = propagation("sine", 1.0, 0.0).moments(q);
        let square = (1.0 + excess) / sine.slope_square;
        let bias = (q - square * sine.square).sqrt();
        let theory = propagation("sine", square.sqrt(), bias);
        let destination = theory.from_start(q).expect("a start");
        let map = theory.correlation_map(destination).expect("a map");
        let (c, _) = fixed(map.stable());
        let bend = square * q * 0.5 * (1.0 - libm::exp(-2.0 * q));
        let first = 2.0 * excess / bend;
        near(1.0 - c, first, 10.0 * first * first + 1e-8 * first, "sine");
    }
}

/// Where there is no fixed variance: limits, and why there may be none.
#[test]
fn limits_and_their_absence() {
    let of = |name: &str, sigma_w: f64, sigma_b: f64| {
        let theory = propagation(name, sigma_w, sigma_b);
        let destination = theory.from_start(1.0).expect("a start");
        theory.correlation_map(destination)
    };
    // ReLU at any scale: two inputs become the same, ever more slowly.
    for sigma_w in [1.0, SQRT_2, 3.0] {
        let map = of("relu", sigma_w, 0.0).expect("rays");
        let (c, slope) = fixed(map.stable());
        assert_eq!(c, 1.0);
        near(slope, 1.0, 1e-15, "relu");
        near(
            map.correlation(0.0),
            1.0 / PI,
            1e-15,
            "relu at a right angle",
        );
    }
    for (name, sigma_w) in [
        ("tanh", 0.9),
        ("identity", 1.0),
        ("identity", 2.0),
        ("snake", 2.0),
    ] {
        let map = of(name, sigma_w, 0.0).expect("a line");
        assert_eq!(map.stable(), Correlated::Every, "{name}");
        near(map.correlation(0.3), 0.3, 1e-15, name);
    }
    assert_eq!(of("tanh_shrink", 0.5, 0.0), Err(NoMap::Flat));
    assert_eq!(of("hard_shrink", 0.5, 0.0), Err(NoMap::Flat));
    assert_eq!(of("exponential", 2.0, 0.0), Err(NoMap::Steep));
    assert_eq!(of("tanh", 0.0, 0.0), Err(NoMap::Silent));
    assert_eq!(of("identity", 1.0, 0.5), Err(NoMap::Drifts));
    assert_eq!(of("snake", 1.0, 0.0), Err(NoMap::Drifts));
    // Without weights all inputs are the same.
    assert_eq!(
        fixed(of("tanh", 0.0, 0.5).expect("q = 1/4").stable()),
        (1.0, 0.0)
    );
    // Squares: c* solves the arc-cosine kernel of degree 2 over 3π, whose slope at 1 is 4/3.
    let squares = of("squared_relu", 0.1, 0.0).expect("a power");
    near(squares.slope(0.0), 4.0 / 3.0, 1e-15, "squared_relu");
    let (c, _) = fixed(squares.stable());
    let theta = c.acos();
    let kernel = 3.0 * theta.sin() * c + (PI - theta) * (1.0 + 2.0 * c * c);
    near(kernel / (3.0 * PI), c, 1e-12, "squared_relu");
}

/// Unstable points stay where they are, and nothing else does.
#[test]
fn starts_at_unstable_points_stay() {
    let theory = propagation("tanh", 3.0, 0.0);
    let map = theory
        .correlation_map(theory.from_start(1.0).expect("a start"))
        .expect("a map");
    assert_eq!(fixed(map.stable()).0, 0.0);
    for start in [1.0, -1.0] {
        let (c, slope) = fixed(map.from_start(start));
        assert_eq!(c, start);
        assert!(slope > 1.0);
    }
    for start in [0.999_999, -0.999_999] {
        assert_eq!(map.from_start(start), map.stable());
    }
    let (c, _) = fixed(map.from_start(2.0));
    assert_eq!(c, 2.0, "named as given");
    assert!(map.correlation(2.0).is_nan() && map.slope(-0.5).is_nan());
}

/// Whatever the scale and the parameters: R(c) lies between -1 and 1, rises from 0 to 1, and nothing panics or stalls.
#[test]
fn extreme_scales_have_maps() {
    for name in [
        "tanh",
        "softsign",
        "hard_tanh",
        "hard_shrink(lambda=1e-3)",
        "elu(alpha=1e3)",
        "celu(alpha=1e-100)",
        "silu(beta=1e100)",
        "sine(omega=1e100)",
        "gaussian",
        "squareplus(b=1e-100)",
        "threshold_relu(theta=1e3)",
    ] {
        for q in [1e-280, 1e-9, 1e9, 1e200] {
            let square = propagation(name, 1.0, 0.0).moments(q).square;
            let gain = (q / square).sqrt();
            if !(1e-100..1e100).contains(&gain) {
                continue;
            }
            let map = map(name, q);
            let values = [-1.0, 0.0, 0.5, 0.999, 1.0].map(|c| map.correlation(c));
            let good = values.iter().all(|r| r.abs() <= 1.0 + 1e-9);
            assert!(good && values[1..].is_sorted(), "{name} {q}: {values:?}");
            assert!(!map.slope(0.5).is_nan(), "{name} {q}");
        }
    }
}
