//! What is counted in a random network: flat slopes, dead units, exact zeros, and how many inputs a large one is fed.

use model::activation::Activation;
use model::spread::{Moments, Plan, Spread};
use model::work::Work as _;

fn spread(activation: &str, change: impl FnOnce(&mut Plan)) -> Spread {
    let mut plan = Plan::new(activation.parse::<Activation>().expect(activation));
    change(&mut plan);
    let mut spread = Spread::new(plan);
    spread.finish();
    spread
}

/// Counted again from each z with the scalar derivative; shares of a few hundred are exact to one rounding.
#[test]
fn flat_and_dead_are_counted_on_every_unit_and_sample() {
    for (activation, gain) in [
        ("tanh", 3.0),
        ("relu", 1.0),
        ("hard_tanh", 3.0),
        ("gelu", 2.0),
    ] {
        let spread = spread(activation, |plan| {
            (plan.gain, plan.width, plan.batch) = (gain, 24, 5);
        });
        let f = spread.plan().activation;
        for layer in spread.layers() {
            let slopes: Vec<f64> = layer.z().iter().map(|z| f.derivative(*z)).collect();
            let share = |count: usize, of: usize| count as f64 / of as f64;
            let flat = slopes.iter().filter(|s| s.abs() < f.flat_slope()).count();
            let dead = slopes
                .chunks(5)
                .filter(|unit| activation != "gelu" && unit.iter().all(|s| *s == 0.0));
            assert!((layer.flat() - share(flat, 120)).abs() < 1e-15);
            assert!((layer.dead() - share(dead.count(), 24)).abs() < 1e-15);
            let zeros = layer.gradient().iter().filter(|g| **g == 0.0).count();
            let [exact, lost] = [layer.zero_gradients(), layer.lost_gradients()];
            assert!((exact + lost - share(zeros, 120)).abs() < 1e-15);
            // A slope of GELU that f64 has only a 0 for is not 0.
            match activation {
                "gelu" => assert_eq!(exact, 0.0),
                _ => assert_eq!(lost, 0.0),
            }
        }
    }
}

/// Beyond the range of f64 the norm is still known: a hundred layers at gain 0.1 pass on at most 0.1·1/4·(the weights' largest stretch, below 3) each, and at least some of it.
#[test]
fn a_gradient_may_be_smaller_than_any_double() {
    let spread = spread("sigmoid", |plan| {
        (plan.gain, plan.depth, plan.width) = (0.0001, 100, 16)
    });
    let first = spread.layer(0).log10_norm();
    assert!(first.is_finite() && first < -324.0, "{first}");
}

/// A unit that answers to nothing ends it: 0 is 0, and neither a tiny number nor an unknown one.
#[test]
fn what_cannot_pass_is_exactly_zero() {
    let spread = spread("relu", |plan| {
        (plan.width, plan.depth, plan.seed) = (1, 30, 3)
    });
    assert_eq!(spread.layer(0).log10_norm(), f64::NEG_INFINITY);
    assert_eq!(spread.layer(0).zero_gradients(), 1.0);
}

/// CELU's left side is e^(z/α) steep: with α = 0.001 that is below the range of f64 from z = -0.75 on, and nowhere 0. What is lost that way is told from a unit of ReLU, which is 0.
#[test]
fn what_is_too_small_for_f64_is_not_zero() {
    let lost = |spread: &Spread| {
        spread
            .layers()
            .iter()
            .map(|l| l.lost_gradients())
            .sum::<f64>()
    };
    let mut ends = 0;
    for seed in 1..=20 {
        let spread = spread("celu(alpha=0.001)", |plan| {
            (plan.width, plan.depth, plan.batch, plan.gain, plan.seed) = (1, 2, 1, 3.0, seed);
        });
        let steep = |layer: usize| spread.layer(layer).z()[0] / 0.001;
        // ln of the product of both slopes; the weight between them is of ordinary size.
        let ln = steep(0).min(0.0) + steep(1).min(0.0);
        let first = spread.layer(0);
        assert_eq!((first.zero_gradients(), first.dead()), (0.0, 0.0), "{seed}");
        assert_eq!(
            first.log10_norm().is_nan(),
            steep(0) < -746.0 || steep(1) < -746.0,
            "{seed}: {ln}"
        );
        assert_eq!(lost(&spread) > 0.0, first.log10_norm().is_nan(), "{seed}");
        ends += usize::from(first.log10_norm().is_nan());
    }
    assert!((3..18).contains(&ends), "{ends}");
    let relu = spread("relu", |plan| (plan.width, plan.depth) = (4, 6));
    assert!(lost(&relu) == 0.0 && relu.layer(0).zero_gradients() > 0.0);
    // GELU at gain 3 is wide enough for z below -38.6, where its slope is too small: no unit is dead.
    let gelu = spread("gelu", |plan| (plan.batch, plan.gain) = (1, 3.0));
    assert!(
        lost(&gelu) > 0.0
            && gelu
                .layers()
                .iter()
                .all(|l| l.dead() == 0.0 && l.zero_gradients() == 0.0)
    );
}

/// z of tanhshrink goes like z³/3 from layer to layer, of squared ReLU like z²: below the range of f64 soon, and nowhere 0. A soft shrinkage takes a signal away for good.
#[test]
fn a_signal_too_small_for_f64_is_not_dead() {
    for (activation, gain, depth) in [
        ("tanh_shrink", 1.0, 20),
        ("tanh_shrink", 0.3, 50),
        ("squared_relu", 0.3, 20),
    ] {
        let spread = spread(activation, |plan| (plan.gain, plan.depth) = (gain, depth));
        let last = spread.layer(depth - 1);
        assert!(last.z().iter().all(|z| *z == 0.0), "{activation}");
        // Squared ReLU has units that are off, whatever the range; the last layers have no signs any more.
        assert_eq!((last.dead(), last.zero_gradients()), (0.0, 0.0));
        assert_eq!(last.lost_gradients(), 1.0);
        assert!(spread.layer(0).log10_norm().is_nan());
    }
    for activation in ["soft_shrink", "hard_shrink"] {
        let spread = spread(activation, |plan| (plan.gain, plan.depth) = (0.3, 20));
        let last = spread.layer(19);
        assert!(last.z().iter().all(|z| *z == 0.0), "{activation}");
        assert_eq!((last.dead(), last.zero_gradients()), (1.0, 1.0));
        assert_eq!(spread.layer(0).log10_norm(), f64::NEG_INFINITY);
    }
}

/// Large networks are fed fewer inputs, and the first of them are the same.
#[test]
fn large_networks_are_fed_fewer_of_the_same_inputs() {
    let plan = Plan::new("tanh".parse().expect("tanh"));
    let large = Plan {
        width: 512,
        depth: 100,
        ..plan
    };
    assert_eq!((plan.samples(), large.samples()), (32, 8));
    let few = Spread::new(Plan { batch: 3, ..plan });
    let many = Spread::new(plan);
    for (few, many) in few.inputs().chunks(3).zip(many.inputs().chunks(32)) {
        assert_eq!(few, &many[..3]);
    }
}

/// Of 0, 1, …, 100: mean 50, standard deviation √(Σ(k-50)²/101) = √850, and the quantiles are numbers of the list.
#[test]
fn moments_by_hand() {
    let numbers: Vec<f64> = (0..=100).rev().map(f64::from).collect();
    let moments = Moments::of(&numbers);
    assert_eq!(moments.mean, 50.0);
    assert!((moments.std - 850f64.sqrt()).abs() < 1e-13);
    assert_eq!(moments.quantiles, [5.0, 25.0, 50.0, 75.0, 95.0]);
    assert!(Moments::of(&[1.0, f64::NAN]).quantiles[2].is_nan());
}
