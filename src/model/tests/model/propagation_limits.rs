//! Mean-field theory where it is hardest: points that touch, points close to 0, scales and parameters at the ends of their ranges.

use crate::theory::propagation;
use model::activation::{Activation, Kind};
use model::propagation::{Destination, Propagation, Stability, critical_gain, critical_line};
use std::f64::consts::E;

#[track_caller]
fn touches(p: &Propagation, exact: f64) {
    let points = p.fixed_points();
    assert_eq!(points.len(), 1, "{points:?}");
    assert_eq!(points[0].stability, Stability::OneSided);
    // At a double zero the place is known to half the digits.
    assert!((points[0].q - exact).abs() < 1e-6 * exact, "{points:?}");
    // Smaller variances grow up to it, larger ones leave.
    let end = |q| p.from_start(q).expect("a start");
    assert_eq!(end(0.5 * exact), Destination::Fixed(points[0]));
    assert_eq!(end(2.0 * exact), Destination::Diverges);
}

/// e^z: V = σ_w²·e^2q touches q where V = q and V′ = 2V = 1, at q = 1/2 with σ_w² = 1/2e.
/// Squared ReLU: V = 1.5·σ_w²q² + σ_b² touches q at 1/(3σ_w²), with σ_b² = 1/(6σ_w²).
#[test]
fn a_double_point_is_one_point() {
    let gain = (0.5 / E).sqrt();
    touches(&propagation("exponential", gain, 0.0), 0.5);
    assert_eq!(
        propagation("exponential", 0.999999 * gain, 0.0)
            .fixed_points()
            .len(),
        2
    );
    assert!(
        propagation("exponential", 1.000001 * gain, 0.0)
            .fixed_points()
            .is_empty()
    );
    touches(
        &propagation("squared_relu", 0.5, (4.0_f64 / 6.0).sqrt()),
        4.0 / 3.0,
    );
}

/// tanh: V = σ_w²(q - 2q² + 17/3·q³ - …), so that the point beside 0 lies at (σ_w² - 1)/(2σ_w²) in first order, the next being 17/6 times its square.
/// A part of rounding in V of 10⁻¹⁵ moves it by that over its distance.
#[test]
fn points_close_to_zero_are_found() {
    for excess in [1e-3, 1e-6, 1e-9] {
        let points = propagation("tanh", 1.0 + excess, 0.0).fixed_points();
        assert_eq!(points.len(), 2, "{excess}");
        assert_eq!(points[0].stability, Stability::Unstable);
        assert_eq!(points[1].stability, Stability::Stable);
        let square = (1.0 + excess) * (1.0 + excess);
        let first = (square - 1.0) / (2.0 * square);
        let off = (points[1].q / first - 1.0).abs();
        assert!(off < 3.0 * first + 2e-15 / first, "{excess}: {off}");
    }
    // Below 1 there is 0 alone, and at 1 it draws in what is above.
    for gain in [0.999999, 1.0] {
        let points = propagation("tanh", gain, 0.0).fixed_points();
        assert_eq!(points.len(), 1);
        assert_eq!((points[0].q, points[0].stability), (0.0, Stability::Stable));
    }
}

/// A corner so far off that q reaches it with a chance of 10⁻¹⁶ still decides: ReLU6 and hard tanh at their critical gains fall to 0, and do not stand still like ReLU.
#[test]
fn a_corner_out_of_sight_still_draws_to_zero() {
    for (name, gain) in [("relu6", 2.0_f64.sqrt()), ("hard_tanh", 1.0)] {
        let p = propagation(name, gain, 0.0);
        for start in [1e-6, 0.01, 1.0, 100.0] {
            let Ok(Destination::Fixed(point)) = p.from_start(start) else {
                panic!("{name} diverges");
            };
            assert_eq!(
                (point.q, point.stability),
                (0.0, Stability::Stable),
                "{name}"
            );
        }
    }
}

/// Every activation as it comes and, for each of its parameters, with those values where they are let in.
fn activations(values: &[f64]) -> Vec<Activation> {
    let plain = Kind::ALL.iter().map(|kind| Activation::new(*kind));
    let mut all: Vec<Activation> = plain.collect();
    for kind in Kind::ALL {
        for parameter in kind.parameters() {
            let set = |value| Activation::new(*kind).with(parameter.id, value).ok();
            all.extend(values.iter().filter_map(|value| set(*value)));
        }
    }
    all
}

/// No variance and no parameter that is let in gives NaN or a negative square.
#[test]
fn extreme_variances_have_moments() {
    let values = [1e-100, 1e-20, 0.0, 1e20, 1e100, -1e100];
    for activation in activations(&values) {
        let p = Propagation::new(activation, 1.0, 0.0).expect("in range");
        for q in [0.0, 1e-280, 1e-9, 1.0, 1e9, 1e280, f64::INFINITY] {
            let moments = p.moments(q);
            let good = moments.square >= 0.0 && moments.slope_square >= 0.0;
            assert!(
                good && !moments.growth.is_nan(),
                "{activation:?} {q}: {moments:?}"
            );
        }
        for q in [-1.0, f64::NAN] {
            assert!(p.moments(q).square.is_nan() && p.variance(q).is_nan() && p.chi(q).is_nan());
        }
    }
}

/// No scale gives a point that is not finite or out of order, or a gain that is none.
#[test]
fn extreme_scales_have_answers() {
    for activation in activations(&[1e-3, 1e3]) {
        for (sigma_w, sigma_b) in [(1e-3, 0.0), (1e3, 1.0)] {
            let p = Propagation::new(activation, sigma_w, sigma_b).expect("in range");
            let points = p.fixed_points();
            let good = |x: f64| x >= 0.0 && x.is_finite();
            let all = points
                .iter()
                .all(|point| good(point.q) && !point.slope.is_nan());
            assert!(
                all && points.is_sorted_by(|a, b| a.q < b.q),
                "{p:?}: {points:?}"
            );
        }
        let gains = critical_gain(activation, 0.1).expect("in range");
        assert!(
            gains.iter().all(|gain| gain.is_finite() && *gain > 0.0),
            "{gains:?}"
        );
        let line = critical_line(activation, (0.0, 10.0), 5).expect("a range");
        for point in line.iter().flatten() {
            assert!(
                point.sigma_w.is_finite() && point.sigma_b >= 0.0,
                "{activation:?}"
            );
        }
    }
}
