//! Corners: the slopes on both sides, what is taken for the slope that does not exist, and that both are said.

use crate::shown;
use activation_lab::figure::{View, text};
use activation_lab::model::activation::Activation;

fn curves(pairs: &[(&str, &str)]) -> View {
    shown::view("curves", pairs)
}

/// One-sided difference quotients of the values, one and two steps of h away: they are off by some f‴·h and by the rounding of values up to 6.
#[test]
fn the_two_sides_of_a_corner_are_one_sided_quotients() {
    let names = [
        "step",
        "hard_sigmoid",
        "hard_sigmoid(slope=0.3)",
        "hard_tanh",
        "softsign",
        "relu",
        "relu6",
        "leaky_relu",
        "prelu(alpha=-2)",
        "leaky_relu(alpha=1)",
        "elu",
        "elu(alpha=0.5)",
        "celu(alpha=2)",
        "selu",
        "hard_silu",
        "soft_shrink",
        "hard_shrink(lambda=2)",
        "threshold_relu",
        "threshold_relu(theta=-1)",
        "squared_relu",
        "gelu",
        "tanh",
    ];
    for name in names {
        let a: Activation = name.parse().expect(name);
        for x in a.kinks().into_iter().chain([0.0, 0.7]) {
            let quotients = |h: f64| {
                let [one, two, three] = [1.0, 2.0, 3.0].map(|k| a.value(x + k * h));
                let slope = (4.0 * two - three - 3.0 * one) / (2.0 * h);
                (slope, (three - 2.0 * two + one) / (h * h))
            };
            // The slope is that at x ± h: f″·h off.
            let h = 1.0 / 8192.0;
            let (left, right) = (quotients(-h), quotients(h));
            let (slopes, bends) = (a.slopes_around(x), a.curvatures_around(x));
            for (ours, exact) in [(slopes.0, left.0), (slopes.1, right.0)] {
                assert!((ours - exact).abs() < 5.0 * h, "{name} {x}: {ours} {exact}");
            }
            for (ours, exact) in [(bends.0, left.1), (bends.1, right.1)] {
                assert!(
                    (ours - exact).abs() < 20.0 * h,
                    "{name} {x}: {ours} {exact}"
                );
            }
            if slopes.0 != slopes.1 {
                assert!(a.kinks().contains(&x), "{name} {x}");
                let taken = a.derivative(x);
                assert!(taken == slopes.0 || taken == slopes.1, "{name} {x}");
            }
        }
    }
}

/// What PyTorch takes at corners, and JAX where it differs, as the project's table of activations has it.
#[test]
fn conventions_in_words() {
    for (name, convention) in [
        ("relu", "f′(0) = 0"),
        ("leaky_relu", "f′(0) = 0.01 (JAX: 1)"),
        ("leaky_relu(alpha=1)", "none needed"),
        ("prelu", "f′(0) = 0.25"),
        ("hard_tanh", "f′(−1) = 0, f′(1) = 0 (JAX: 1)"),
        ("hard_silu", "f′(−3) = 0, f′(3) = 1"),
        ("relu6", "f′(0) = 0, f′(6) = 0"),
        ("elu", "none needed"),
        ("elu(alpha=0.5)", "f′(0) = 0.5"),
        ("selu", "f′(0) = 1.7581"),
        ("hard_shrink", "f′(−0.5) = 0, f′(0.5) = 0"),
        ("threshold_relu(theta=-1)", "f′(−1) = 0"),
        ("step", "f′(0) = 0"),
        ("gelu", "none needed"),
    ] {
        let a: Activation = name.parse().expect(name);
        assert_eq!(text::convention(&a), convention, "{name}");
    }
}

/// A corner has no slope: both sides are said, and what is taken is named as a convention.
#[test]
fn a_corner_says_both_its_sides() {
    let of = |name: &str, x: &str| curves(&[("activation", name), ("x", x), ("second", "true")]);
    for (name, x, parts) in [
        (
            "relu",
            "0",
            &[
                "0 on the left and 1 on the right",
                "Taken is 0",
                "PyTorch",
                "no gradient",
            ][..],
        ),
        (
            "leaky_relu",
            "0",
            &["0.01 on the left and 1 on the right", "JAX takes 1"],
        ),
        (
            "hard_silu",
            "3",
            &["1.5 on the left and 1 on the right", "Taken is 1"],
        ),
        (
            "hard_tanh",
            "-1",
            &["0 on the left and 1 on the right", "JAX takes 1"],
        ),
        (
            "step",
            "0",
            &["jumps from 0 to 1", "Taken is 0: no gradient"],
        ),
        (
            "threshold_relu",
            "1",
            &["jumps from 0 to 1", "0 on the left and 1 on the right"],
        ),
    ] {
        let view = of(name, x);
        for part in parts {
            assert!(view.summary.contains(part), "{name}: {}", view.summary);
        }
        let note = &view.readouts[0].note;
        assert_eq!(note.matches("by convention").count(), 2, "{name}: {note}");
    }
    // Beside the corner, and where only f″ jumps, f′ needs no convention.
    let beside = of("relu", "0.05");
    assert_eq!(beside.readouts[0].note, "f′ = 1, f″ = 0");
    assert!(
        beside.summary.contains("the slope of ReLU is 1"),
        "{}",
        beside.summary
    );
    let squared = of("squared_relu", "0").readouts[0].note.clone();
    assert_eq!(
        squared,
        "f′ = 0, f″ = 0 by convention (0 on the left, 2 on the right)"
    );
    let facts = of("leaky_relu", "0").facts;
    let column = facts
        .columns
        .iter()
        .position(|name| name == "slope at a corner");
    let column = column.expect("a column of conventions");
    assert_eq!(facts.rows[0][column], "f′(0) = 0.01 (JAX: 1)");
}
