//! The creases of `collapse`: where they are drawn the slope of the map changes, and nowhere else.

use crate::shown;

use activation_lab::figure::{Mark, View};
use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::collapse::{Bend, Deep, plane};
use proptest::prelude::*;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("collapse", pairs)
}

/// The creases as they are drawn after so many layers: label and ends.
fn drawn(name: &str, t: f64, seed: u64, after: usize) -> Vec<(String, [[f64; 2]; 2])> {
    let texts = [t.to_string(), seed.to_string(), after.to_string()];
    let view = view(&[
        ("activation", name),
        ("t", &texts[0]),
        ("seed", &texts[1]),
        ("after", &texts[2]),
    ]);
    let crease = |mark: &Mark| match mark {
        Mark::Line {
            name,
            pieces,
            label,
            ..
        } if name == "crease of layer 1" => {
            let [from, to] = [pieces.first()?.first()?, pieces.last()?.last()?];
            Some((label.clone(), [*from, *to]))
        }
        _ => None,
    };
    let creases: Vec<_> = view.plots[0].marks.iter().filter_map(crease).collect();
    let has_key = view
        .legend
        .iter()
        .any(|key| key.name == "crease of layer 1");
    assert_eq!(has_key, !creases.is_empty(), "{name}");
    creases
}

fn deep(name: &str, t: f64, seed: u64) -> Deep {
    Deep {
        layers: plane(seed, 4),
        bend: Bend {
            activation: name.parse().expect(name),
            t,
        },
    }
}

/// How much the slope of the first layer changes at x, along a direction: one-sided quotients, forwards and backwards.
fn change(deep: &Deep, x: [f64; 2], direction: [f64; 2]) -> f64 {
    const H: f64 = 1e-6;
    let at = |h: f64| deep.run_to(1, &[x[0] + h * direction[0], x[1] + h * direction[1]]);
    let [before, here, after] = [at(-H), at(0.0), at(H)];
    let bend = (0..2).map(|i| (after[i] - 2.0 * here[i] + before[i]) / H);
    bend.map(|b| b * b).sum::<f64>().sqrt()
}

fn between([a, b]: [[f64; 2]; 2], s: f64) -> [f64; 2] {
    [0, 1].map(|axis| a[axis] + s * (b[axis] - a[axis]))
}

fn unit([x, y]: [f64; 2]) -> [f64; 2] {
    let length = x.hypot(y);
    [x / length, y / length]
}

const WITH_CORNERS: [&str; 11] = [
    "relu",
    "leaky_relu",
    "prelu(alpha=-1)",
    "hard_tanh",
    "hard_sigmoid",
    "relu6",
    "soft_shrink",
    "elu(alpha=0.5)",
    "selu",
    "hard_silu",
    "threshold_relu(theta=0)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_crease_is_where_the_slope_changes(
        name in prop::sample::select(WITH_CORNERS.to_vec()),
        t in prop::sample::select(vec![0.3, 1.0]),
        seed in 1u64..1000,
        share in 0.01f64..0.99,
        x in prop::array::uniform2(-2.0f64..2.0),
        angle in 0.0f64..7.0,
    ) {
        let deep = deep(name, t, seed);
        let creases = drawn(name, t, seed, 0);
        for (label, ends) in &creases {
            let along = unit([ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]]);
            let across = [-along[1], along[0]];
            let place = between(*ends, share);
            // The flattest corner is hard sigmoid's, where the slope changes by a sixth, and no unit's weights are shorter than a half.
            let changed = change(&deep, place, across);
            prop_assert!(changed > 0.16 * t * 0.5, "{label}: {changed}");
            // Both of its ends are at the border.
            for end in ends {
                let far = end[0].abs().max(end[1].abs());
                prop_assert!((far - 2.0).abs() < 1e-9, "{end:?}");
            }
        }
        // Anywhere else f″ times h is all that changes: below ten millionths.
        let distance = |ends: &[[f64; 2]; 2]| {
            let along = unit([ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]]);
            ((x[0] - ends[0][0]) * along[1] - (x[1] - ends[0][1]) * along[0]).abs()
        };
        prop_assume!(creases.iter().all(|(_, ends)| distance(ends) > 1e-5));
        let elsewhere = change(&deep, x, [angle.cos(), angle.sin()]);
        prop_assert!(elsewhere < 1e-5, "{elsewhere}");
    }

    /// Behind more layers the crease is what they make of it: its ends go where the network takes them.
    #[test]
    fn a_crease_goes_where_the_network_takes_it(
        name in prop::sample::select(WITH_CORNERS.to_vec()),
        seed in 1u64..1000,
        after in 1usize..=4,
    ) {
        let before = drawn(name, 1.0, seed, 0);
        let behind = drawn(name, 1.0, seed, after);
        let deep = deep(name, 1.0, seed);
        if behind.is_empty() {
            // All of the plane is one point, and no line is left in it.
            let corners = [[-2.0, -2.0], [2.0, -2.0], [-2.0, 2.0], [2.0, 2.0], [0.0, 0.0]];
            let point = deep.run_to(after, &corners[0]);
            prop_assert!(before.is_empty() || corners.iter().all(|x| deep.run_to(after, x) == point));
            return Ok(());
        }
        prop_assert_eq!(before.len(), behind.len());
        for ((label, ends), (same, images)) in before.iter().zip(&behind) {
            prop_assert_eq!(label, same);
            for (end, image) in ends.iter().zip(images) {
                let expected = deep.run_to(after, end);
                for axis in 0..2 {
                    // The drawn end lies a rounding beside the exact one, and no four layers stretch that by more than 4.
                    prop_assert!((expected[axis] - image[axis]).abs() < 1e-12, "{label}");
                }
            }
        }
    }
}

/// f″ at places that no corner is at, and whether all of it is 0.
fn is_straight_in_pieces(f: &Activation) -> bool {
    (-400..400).all(|n| f.second_derivative(f64::from(n) * 0.0317 + 0.0101) == 0.0)
}

#[test]
fn straight_pieces_have_no_curvature() {
    let others = [
        "elu(alpha=0)",
        "prelu(alpha=-2)",
        "silu(beta=0)",
        "leaky_relu(alpha=1)",
    ];
    let all = Kind::ALL.iter().map(|kind| kind.id());
    for name in all.chain(others) {
        let f: Activation = name.parse().expect(name);
        assert_eq!(f.is_piecewise_linear(), is_straight_in_pieces(&f), "{name}");
    }
}

/// The sentence says what the shape of the activation does, whatever its name: it folds, bends, does both, or tears.
#[test]
fn the_sentence_folds_and_bends_as_the_activation_does() {
    for kind in Kind::ALL {
        let f = Activation::new(*kind);
        let said = view(&[("activation", kind.id())]).summary;
        if !said.contains("no single matrix does that") {
            continue;
        }
        let (jumps, corners) = (!f.jumps().is_empty(), !f.kinks().is_empty());
        let bends = !is_straight_in_pieces(&f);
        assert_eq!(said.contains("torn"), jumps, "{said}");
        assert_eq!(said.contains("folded"), corners && !jumps, "{said}");
        assert_eq!(said.contains("bend"), bends && !jumps, "{said}");
        assert_eq!(
            said.contains("straight creases"),
            corners && !jumps && !bends,
            "{said}"
        );
        if !corners || jumps {
            assert_eq!(drawn(kind.id(), 1.0, 70, 4), [], "{said}");
        }
    }
    // Bare layers, and a single one, are not folded.
    assert_eq!(drawn("relu", 0.0, 70, 4), []);
    assert_eq!(drawn("identity", 1.0, 70, 4), []);
    let relu = drawn("relu", 1.0, 70, 4);
    let labels: Vec<&str> = relu.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["z₁ = 0", "z₂ = 0"]);
}
