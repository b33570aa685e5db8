//! Two inputs through very wide random layers: correlation maps against tables made with Hermite series (src/model/tests/reference/make_correlation.py), closed forms, and each other.

use crate::theory::{fixed, map, near, propagation, row};
use model::propagation::{CorrelationMap, Destination, PairLayer};
use std::f64::consts::PI;

/// Sums of some ten thousand terms leave 1e-12 of E[f²], E[f′²]; the promise is 1e-9.
#[test]
fn the_map_is_that_of_the_table() {
    let table = include_str!("../reference/correlation.csv");
    let mut last: Option<(String, f64, CorrelationMap)> = None;
    for line in table.lines().skip(1) {
        let (name, exact) = row(line);
        let [q, c, product, slope] = exact[..] else {
            panic!("{line}")
        };
        let moments = propagation(name, 1.0, 0.0).moments(q);
        let ready = last.take().filter(|(n, at, _)| n == name && *at == q);
        let map = ready.map_or_else(|| map(name, q), |(_, _, map)| map);
        near(map.correlation(c), product / moments.square, 1e-12, line);
        // The table's is by the covariance, the map's by c.
        let factor = q / moments.square;
        let size = moments.slope_square.max(slope.abs());
        near(
            map.slope(1.0 - c),
            slope * factor,
            1e-11 * size * factor,
            line,
        );
        last = Some((name.to_owned(), q, map));
    }
}

/// The table's c* solve a series; 1e-11 is what a rounding of V at q* leaves where 1 - χ_c is a tenth.
#[test]
fn stable_points_are_those_of_the_table() {
    for line in include_str!("../reference/correlation_points.csv")
        .lines()
        .skip(1)
    {
        let (name, exact) = row(line);
        let theory = propagation(name, exact[0], exact[1]);
        let destination = theory.from_start(1.0).expect("a start");
        let Destination::Fixed(point) = destination else {
            panic!("{line}")
        };
        near(point.q, exact[2], 1e-11 * exact[2], line);
        let map = theory.correlation_map(destination).expect(line);
        let (c, slope) = fixed(map.stable());
        near(c, exact[3], 1e-11, line);
        near(slope, exact[4], 1e-10 * exact[4].max(1.0), line);
    }
}

/// The arc-cosine kernel (Cho & Saul 2009): (sin θ + (π - θ)·cos θ)/π, with the slope (π - θ)/π; a leak α adds the linear part that it leaves.
#[test]
fn rectifiers_have_the_arc_cosine_kernel() {
    for alpha in [0.0, 0.01, 0.25, -1.0] {
        let name = format!("leaky_relu(alpha={alpha})");
        for q in [1e-9, 1.0, 1e9] {
            let map = map(&name, q);
            for step in 0..=64 {
                let c = -1.0 + f64::from(step) / 32.0;
                let theta = c.acos();
                let kernel = (theta.sin() + (PI - theta) * c) / PI;
                let (leak, whole) = (1.0 - alpha, 1.0 + alpha * alpha);
                let exact = (leak * leak * kernel + 2.0 * alpha * c) / whole;
                near(map.correlation(c), exact, 1e-15 * 8.0, &name);
                let slope = (leak * leak * (PI - theta) / PI + 2.0 * alpha) / whole;
                near(map.slope(1.0 - c), slope, 1e-14, &name);
            }
        }
    }
}

/// 1 - R for ReLU at a small angle is θ²/2 - θ³/(3π) in the first two orders, the next being θ⁴: distances keep their digits where 1 - c has none.
#[test]
fn inputs_that_are_almost_the_same_keep_their_digits() {
    let relu = map("relu", 1.0);
    for distance in [1e-6, 1e-12, 1e-25, 1e-200] {
        let theta = (2.0_f64 * distance).sqrt();
        let exact = distance - theta * theta * theta / (3.0 * PI);
        near(
            relu.distance(distance),
            exact,
            distance * (theta * theta + 1e-15),
            "relu",
        );
    }
    // Smooth functions are linear there: χ times the distance, with an error of its own size.
    for name in ["tanh", "gelu", "sigmoid", "elu", "hard_silu"] {
        let map = map(name, 1.0);
        for distance in [1e-9, 1e-13, 1e-17, 1e-21, 1e-100] {
            let linear = map.slope(0.0) * distance;
            near(
                map.distance(distance),
                linear,
                linear * (1e-11 + 3.0 * distance.sqrt()),
                name,
            );
        }
    }
}

/// Integrating by parts, E[GELU·GELU] is C·(1/4 + asin(C/(1 + q))/(2π)) + P·(q² + C²·(1 - q)/(1 + q)) with C = q·c and P = 1/(2π√((1 + q)² - C²)); the arcsine is that of erf (Williams 1997).
#[test]
fn gelu_has_the_arcsine() {
    for q in [1e-4, 0.3, 1.0, 40.0, 1e6] {
        let map = map("gelu", q);
        let product = |c: f64| {
            let cov = q * c;
            let density = 1.0 / (2.0 * PI * ((1.0 + q - cov) * (1.0 + q + cov)).sqrt());
            let both = 0.25 + (cov / (1.0 + q)).asin() / (2.0 * PI);
            cov * both + density * (q * q + cov * cov * (1.0 - q) / (1.0 + q))
        };
        for c in [-1.0, -0.99, -0.2, 0.0, 0.4, 0.9, 0.9999, 0.9999999] {
            near(
                map.correlation(c),
                product(c) / product(1.0),
                1e-11,
                &format!("gelu {q} {c}"),
            );
        }
    }
}

/// R(1) = 1 and R′(1) = χ to the last digits; where f jumps R′(1) is infinite.
#[test]
fn at_one_the_map_is_that_of_one_input() {
    for name in ["tanh", "sigmoid", "relu", "relu6", "gelu", "sine", "elu"] {
        let theory = propagation(name, 1.7, 0.3);
        let destination = theory.from_start(1.0).expect("a start");
        let Ok(map) = theory.correlation_map(destination) else {
            panic!("{name}")
        };
        assert_eq!(map.correlation(1.0), 1.0, "{name}");
        if let Destination::Fixed(point) = destination {
            near(map.slope(0.0), point.chi, 1e-15 * point.chi, name);
        }
    }
    for name in ["step", "hard_shrink", "threshold_relu"] {
        assert_eq!(map(name, 1.0).slope(0.0), f64::INFINITY, "{name}");
        let (c, slope) = fixed(map(name, 1.0).stable());
        assert!((0.0..1.0).contains(&c) && slope < 1.0, "{name}: {c}");
    }
}

/// c* is fixed, attracts from everywhere, and the slope there is that of the map. A start close to 1 needs up to sixty layers to leave it.
#[test]
fn sequences_end_where_the_map_says() {
    for (name, sigma_w, sigma_b) in [
        ("tanh", 1.6, 0.2),
        ("relu6", 2.5, 0.0),
        ("hard_shrink", 0.9, 0.3),
        ("sine", 2.0, 0.5),
    ] {
        let theory = propagation(name, sigma_w, sigma_b);
        let destination = theory.from_start(1.0).expect("a start");
        let map = theory.correlation_map(destination).expect(name);
        let (c, slope) = fixed(map.stable());
        near(map.correlation(c), c, 1e-12, name);
        let h = 1e-5;
        let secant = (map.correlation(c + h) - map.correlation(c - h)) / (2.0 * h);
        // The next term is h²·R‴/6, and R‴ is below 100.
        near(slope, secant, 1e-7, name);
        let Destination::Fixed(point) = destination else {
            panic!("{name}")
        };
        for start in [-0.9, 0.5, 0.99] {
            assert_eq!(map.from_start(start), map.stable());
            let PairLayer { distance, q } = theory
                .correlations(point.q, start)
                .nth(120)
                .expect("without end");
            near(q, point.q, 1e-10 * point.q, name);
            near(1.0 - distance, c, slope.powi(60) + 1e-10, name);
        }
    }
}
