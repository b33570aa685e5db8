//! Datasets: points on their curves, classes, noise, splits, names.

use model::dataset::{Dataset, Kind, Points, Recipe};
use model::loss::Loss;
use proptest::prelude::*;
use std::f64::consts::PI;

fn recipe(kind: Kind, size: usize, noise: f64) -> Recipe {
    Recipe {
        size,
        noise,
        ..Recipe::new(kind)
    }
}

/// How far a point without noise may be from its curve: a sine and a product, each rounded once, of numbers below 3.
const ON_THE_CURVE: f64 = 1e-14;

/// How far a point is from the curve of its class, by an equation that does not use the parameter t.
fn distance(kind: Kind, p: &[f64], target: f64) -> f64 {
    let class = target;
    match kind {
        Kind::Moons if class == 0.0 => below(p[1]) + (p[0].hypot(p[1]) - 1.0).abs(),
        Kind::Moons => below(0.5 - p[1]) + ((p[0] - 1.0).hypot(p[1] - 0.5) - 1.0).abs(),
        Kind::Circles => (p[0].hypot(p[1]) - if class == 0.0 { 1.0 } else { 0.5 }).abs(),
        Kind::Xor => {
            let inside = p.iter().all(|x| (0.15..2.65).contains(&x.abs()));
            let differ = (p[0] > 0.0) != (p[1] > 0.0);
            f64::from(!inside) + (class - f64::from(differ)).abs()
        }
        Kind::Spiral => {
            // The radius tells how far along the arm the point is, and so which way it lies.
            let radius = p[0].hypot(p[1]);
            let angle = radius / 2.5 * 3.5 * PI;
            let side = if class == 0.0 { radius } else { -radius };
            (p[0] - side * angle.sin()).hypot(p[1] - side * angle.cos())
        }
        Kind::Blobs(classes) => {
            let angle = 2.0 * PI * class / classes as f64;
            (p[0] - 2.0 * angle.cos()).hypot(p[1] - 2.0 * angle.sin())
        }
        Kind::Sine => f64::from(p[0].abs() > 3.0) + (target - 2.0 * p[0].sin() * p[0].cos()).abs(),
    }
}

/// How far a coordinate that may not be negative is below 0.
fn below(x: f64) -> f64 {
    (-x).max(0.0)
}

#[test]
fn points_without_noise_lie_on_their_curves() {
    for kind in Kind::ALL {
        let points = recipe(kind, 101, 0.0).points();
        assert_eq!(points.len(), 101);
        for index in 0..101 {
            let off = distance(kind, &points.point(index), points.targets[index]);
            // A spiral's point is looked up by its radius: an error there is stretched by the arm's length, 3.5π·2.5.
            assert!(off <= 30.0 * ON_THE_CURVE, "{kind} {index}: {off}");
        }
        let far = points.inputs.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        assert!((1.0..=3.0).contains(&far), "{kind} reaches {far}");
        let mut other = points.point(0);
        other[0] += 1.0;
        assert!(
            distance(kind, &other, points.targets[0] + 1.0) > 0.1,
            "{kind}"
        );
    }
}

/// The first and the last point of each class, from scikit-learn's definitions (`linspace` with both ends for moons, without the last for circles) and from the Playground's.
#[test]
fn classes_begin_and_end_where_they_should() {
    let corner = |kind, size, index: usize| recipe(kind, size, 0.0).points().point(index);
    let near = |found: Vec<f64>, x: f64, y: f64| {
        let close = (found[0] - x).abs() + (found[1] - y).abs() < 1e-14;
        assert!(close, "{found:?} should be {x}, {y}");
    };
    near(corner(Kind::Moons, 11, 0), 1.0, 0.0);
    near(corner(Kind::Moons, 11, 4), -1.0, 0.0);
    near(corner(Kind::Moons, 11, 5), 0.0, 0.5);
    near(corner(Kind::Moons, 11, 10), 2.0, 0.5);
    near(corner(Kind::Circles, 8, 3), 0.0, -1.0);
    near(corner(Kind::Circles, 8, 4), 0.5, 0.0);
    near(
        corner(Kind::Spiral, 14, 2),
        2.5 * 2.0 / 7.0 * PI.sin(),
        -2.5 * 2.0 / 7.0,
    );
    near(corner(Kind::Spiral, 14, 9), 0.0, 2.5 * 2.0 / 7.0);
    assert_eq!(corner(Kind::Sine, 3, 0), [-3.0]);
    assert_eq!(corner(Kind::Sine, 3, 2), [3.0]);
}

#[test]
fn classes_are_as_even_as_they_can_be() {
    for kind in Kind::ALL {
        let Some(classes) = kind.classes() else {
            continue;
        };
        for size in [0, 1, 2, 7, 100] {
            let points = recipe(kind, size, 0.1).points();
            let counts: Vec<usize> = (0..classes)
                .map(|class| {
                    points
                        .targets
                        .iter()
                        .filter(|t| **t == class as f64)
                        .count()
                })
                .collect();
            assert_eq!(counts.iter().sum::<usize>(), size, "{kind}: {counts:?}");
            let (most, least) = (counts.iter().max(), counts.iter().min());
            assert!(
                most.zip(least).is_some_and(|(m, l)| m - l <= 1),
                "{kind}: {counts:?}"
            );
        }
    }
}

/// The noise is normal with the standard deviation asked for: over 2·4000 coordinates its mean square is within 5 standard errors, 5·√(2/8000) = 8 %, and its mean within 5/√8000 = 6 % of it.
#[test]
fn noise_moves_points_and_nothing_else() {
    for kind in Kind::ALL {
        let [clean, noisy, noisier] = [0.0, 0.2, 0.4].map(|n| recipe(kind, 4000, n).points());
        let moves = |to: &Points| -> Vec<f64> {
            let inputs = to.inputs.iter().zip(&clean.inputs);
            let targets = to.targets.iter().zip(&clean.targets);
            let all: Vec<f64> = inputs.chain(targets).map(|(x, y)| x - y).collect();
            all.into_iter().filter(|x| *x != 0.0).collect()
        };
        let (small, large) = (moves(&noisy), moves(&noisier));
        assert_eq!(small.len(), if kind == Kind::Sine { 4000 } else { 8000 });
        let count = small.len() as f64;
        let std = (small.iter().map(|x| x * x).sum::<f64>() / count).sqrt();
        assert!((std - 0.2).abs() < 0.08 * 0.2, "{kind}: {std}");
        assert!((small.iter().sum::<f64>() / count).abs() < 0.08 * 0.2);
        // The same noise, turned up; what is left is the rounding of the sums.
        for (s, l) in small.iter().zip(&large) {
            assert!((2.0 * s - l).abs() < 1e-14, "{kind}");
        }
        assert!(kind == Kind::Sine || noisy.targets == clean.targets);
        assert!(kind != Kind::Sine || noisy.inputs == clean.inputs);
    }
}

#[test]
fn a_seed_decides_everything() {
    for kind in Kind::ALL {
        let one = Recipe::new(kind);
        let other = Recipe { seed: 2, ..one };
        assert_eq!(Dataset::new(&one), Dataset::new(&one));
        assert_ne!(Dataset::new(&one).train, Dataset::new(&other).train);
        assert_ne!(
            one.points().inputs == other.points().inputs,
            kind != Kind::Sine
        );
    }
}

proptest! {
    /// Training and test points together are the points of the recipe, each once, and the test points are as many as asked for.
    #[test]
    fn a_split_loses_nothing(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        size in 0usize..60,
        share in -0.5f64..1.5,
        seed in any::<u64>(),
    ) {
        let recipe = Recipe { size, seed, test_share: share, ..Recipe::new(kind) };
        let dataset = Dataset::new(&recipe);
        let kept = (share.clamp(0.0, 1.0) * size as f64).round() as usize;
        prop_assert_eq!((dataset.train.len(), dataset.test.len()), (size - kept, kept));
        let rows = |points: &Points| -> Vec<Vec<u64>> {
            let row = |index| points.point(index).into_iter().chain([points.targets[index]]);
            (0..points.len()).map(|index| row(index).map(f64::to_bits).collect()).collect()
        };
        let mut split = [rows(&dataset.train), rows(&dataset.test)].concat();
        let mut whole = rows(&recipe.points());
        split.sort();
        whole.sort();
        prop_assert_eq!(split, whole);
    }
}

/// 400 of 500 points, had the split not shuffled them, would be all of one class and some of the other.
#[test]
fn a_split_is_mixed() {
    let dataset = Dataset::new(&Recipe::new(Kind::Moons));
    let ones: f64 = dataset.train.targets.iter().sum();
    // Drawn without replacement: standard deviation √(400·1/4·100/499) = 4.5.
    assert!((ones - 200.0).abs() < 5.0 * 4.5, "{ones}");
}

#[test]
fn targets_take_the_shape_of_the_outputs() {
    let points = Points {
        features: 2,
        inputs: vec![1.0, 2.0, 3.0, -1.0, -2.0, -3.0],
        targets: vec![0.0, 2.0, 1.0],
    };
    assert_eq!(points.wanted(1), [0.0, 2.0, 1.0]);
    assert_eq!(
        points.wanted(3),
        [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0]
    );
    assert_eq!(points.point(1), [2.0, -2.0]);
    assert_eq!(points.point(3), [0.0; 0]);
    assert_eq!(points.select(&[2, 0]).inputs, [3.0, 1.0, -3.0, -1.0]);
    let outputs = |kind, loss| Dataset::new(&Recipe::new(kind)).outputs(loss);
    assert_eq!(outputs(Kind::Moons, Loss::Logistic), 1);
    assert_eq!(outputs(Kind::Moons, Loss::Softmax), 2);
    assert_eq!(outputs(Kind::Blobs(4), Loss::Logistic), 4);
    assert_eq!(outputs(Kind::Sine, Loss::MeanSquare), 1);
}

#[test]
fn names_read_back() {
    for kind in Kind::ALL {
        assert_eq!(kind.to_string().parse(), Ok(kind));
    }
    assert_eq!("make_moons".parse(), Ok(Kind::Moons));
    assert_eq!(Kind::Blobs(5).to_string(), "blobs(classes=5)");
    assert_eq!("blobs(classes=5)".parse(), Ok(Kind::Blobs(5)));
    let wrong = |text: &str| text.parse::<Kind>().expect_err(text).to_string();
    assert_eq!(
        wrong("blobs(classes=2.5)"),
        "`2.5` is not a value of classes, which takes a whole number from 2 to 10"
    );
    assert_eq!(
        wrong("moon"),
        "unknown dataset `moon`; known: moons, circles, xor, spiral, blobs, sine"
    );
}
