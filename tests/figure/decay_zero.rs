//! `decay`: where the gradient is 0, why it is, and whose 0 that is.

use crate::shown;
use activation_lab::figure::{Look, Mark, Quantity, View, Why};

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("decay", pairs)
}

/// What is drawn of zeros, what the legend calls it, and how many layers it is measured of: all, and those by the range alone.
fn drawn(view: &View) -> (Vec<&str>, Vec<&str>, [u64; 2]) {
    let marks = view.plots.iter().flat_map(|plot| &plot.marks);
    let names = marks.filter_map(|mark| match mark {
        Mark::Zeros { name, .. } => Some(name.as_str()),
        _ => None,
    });
    let keys = view.legend.iter();
    let keys = keys.filter(|key| matches!(key.look, Look::Point { .. }));
    let count = |id| match value(view, id) {
        Quantity::Count(n) => n,
        other => panic!("{id}: {other:?}"),
    };
    (
        names.collect(),
        keys.map(|key| key.name.as_str()).collect(),
        ["zero_layers", "range_zero_layers"].map(count),
    )
}

fn value(view: &View, name: &str) -> Quantity {
    let found = view.measures.iter().find(|m| m.name() == name);
    found.expect(name).value
}

/// z of layer 1000 is 0.4¹⁰⁰⁰ ≈ 10⁻³⁹⁸: a number, though f64 has none so small. The 0 is the format's, and no card says otherwise.
#[test]
fn an_underflow_is_no_exact_zero() {
    for (pairs, layer) in [
        (
            &[("activation", "relu"), ("weight", "0.4"), ("depth", "1000")][..],
            1000,
        ),
        (
            &[
                ("activation", "relu"),
                ("weight", "0.47"),
                ("depth", "1000"),
            ],
            1000,
        ),
        (
            &[("activation", "relu"), ("weight", "0.1"), ("depth", "400")],
            400,
        ),
        (
            &[
                ("activation", "squared_relu"),
                ("input", "0.5"),
                ("depth", "12"),
            ],
            12,
        ),
        (&[("activation", "tanh_shrink"), ("depth", "30")], 30),
    ] {
        let view = view(pairs);
        let said = &view.summary;
        let at = format!("at layer {layer} z is not 0, but too small for f64");
        assert!(said.contains(&at), "{said}");
        assert!(said.contains("counts as 0"), "{said}");
        assert!(!said.contains("exactly 0"), "{said}");
        for card in &view.readouts[1..] {
            assert_eq!(card.value, format!("0 from layer {layer} down, as in f64"));
        }
        let (names, keys, [zeros, by_range]) = drawn(&view);
        assert_eq!((zeros, by_range), (layer, layer));
        assert_eq!(keys, ["0 by the range of f64"]);
        assert_eq!(names.len(), 2, "of the gradient and of a factor: {names:?}");
        for name in names {
            assert!(name.ends_with(": 0 by the range of f64"), "{name}");
        }
        for name in ["log10_gradient_1", "slope_decades_1"] {
            assert_eq!(value(&view, name), Quantity::Missing(Why::Underflow));
        }
    }
}

/// Each chain has its own zeros: beside one that falls below the range stands one that is flat, and one that arrives.
#[test]
fn each_chain_is_told_apart() {
    let view = view(&[
        ("activation", "identity,relu,hard_shrink"),
        ("weight", "0.4"),
        ("depth", "1000"),
    ]);
    let (names, keys, measured) = drawn(&view);
    assert_eq!(
        names,
        ["ReLU: 0 by the range of f64", "Hardshrink: exactly 0"]
    );
    assert_eq!(keys, ["exactly 0, or 0 by the range of f64"]);
    assert_eq!(measured, [0, 0]);
}

/// A 0 that has a cause is exact as it was: an input of 0, a ReLU that is off, a weight of 0.
#[test]
fn a_zero_with_a_cause_is_exact() {
    for pairs in [
        [("input", "0"), ("weight", "0.4")],
        [("input", "-1"), ("weight", "0.4")],
        [("input", "1"), ("weight", "0")],
    ] {
        let mut all = pairs.to_vec();
        all.extend([("activation", "relu"), ("depth", "1000")]);
        let view = view(&all);
        let said = &view.summary;
        assert!(said.starts_with("The gradient is exactly 0 "), "{said}");
        assert!(!said.contains("too small"), "{said}");
        let card = &view.readouts[1].value;
        assert!(card.ends_with("as in every format"), "{card}");
        let (names, keys, [zeros, by_range]) = drawn(&view);
        assert!(zeros > 0 && by_range == 0);
        assert_eq!(keys, ["exactly 0"]);
        for name in names {
            assert!(name.ends_with(": exactly 0"), "{name}");
        }
    }
}

/// The zeros on the way are counted as the layers whose z a ReLU has at 0; a weight of 0 is named whatever the corner is taken for.
#[test]
fn all_zeros_on_the_way_are_told() {
    for depth in [2, 5, 10] {
        let text = depth.to_string();
        let view = view(&[("activation", "relu"), ("weight", "-1"), ("depth", &text)]);
        let at_corner = view
            .measures
            .iter()
            .filter(|m| m.id == "z" && m.value == Quantity::Number(0.0))
            .count();
        assert_eq!(at_corner, depth - 1);
        let said = match at_corner {
            1 => "it meets another 0: ".to_owned(),
            some => format!("it meets {some} other zeros, the first of them: at layer {depth} z"),
        };
        assert!(view.summary.contains(&said), "{}", view.summary);
    }
    for (activation, depth) in [("relu", "10"), ("relu", "2"), ("relu", "3")] {
        let said = view(&[
            ("activation", activation),
            ("weight", "0"),
            ("depth", depth),
        ])
        .summary;
        assert!(said.contains("t has to cross a weight of 0"), "{said}");
    }
}

/// At its jump a step has no slope, and is not called flat there; beside it, it is flat.
#[test]
fn a_jump_is_not_called_flat() {
    for (input, weight, jump) in [("0", "1", true), ("0", "-2", true), ("0.5", "1", false)] {
        let said = view(&[
            ("activation", "step"),
            ("depth", "1"),
            ("input", input),
            ("weight", weight),
        ])
        .summary;
        assert_eq!(said.contains("a jump of "), jump, "{said}");
        assert_eq!(said.contains("is flat"), !jump, "{said}");
        assert!(
            said.starts_with("The gradient is exactly 0: at layer 1 z "),
            "{said}"
        );
    }
}
