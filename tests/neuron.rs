//! `neuron`: the worked example, the gradients against independent ways to them, the line z = 0, and the words.

use activation_lab::figure::{Cell, Field, Mark, Ramp, Settings, View, find};
use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::neuron::{Neuron, sum, zero_line};
use num_dual::{Dual64, DualNum};
use proptest::prelude::*;

fn view(pairs: &[(&str, &str)]) -> View {
    let figure = find("neuron").expect("neuron");
    let mut settings = Settings::defaults(figure.controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    figure.view(&settings)
}

/// A named number of the CSV, in full precision.
fn number(view: &View, name: &str) -> f64 {
    let row = view
        .table
        .rows
        .iter()
        .find(|row| row[0] == Cell::Text(name.to_owned()));
    match &row.expect(name)[1] {
        Cell::Number(x) => *x,
        Cell::Text(text) => text.parse().expect(text),
    }
}

/// The notes' example by hand: 0.4·0.5 + 0.6·0.3 + 0.1 = 0.2 + 0.18 + 0.1 = 0.48, and not 0.32.
#[test]
fn it_opens_on_the_worked_example() {
    let csv = view(&[]).table.csv();
    let expected = "name,value\nx1,0.5\nx2,0.3\nw1,0.4\nw2,0.6\nb,0.1\nz,0.48\na,0.48\nf_prime,1.0\nda_dw1,0.5\nda_dw2,0.3\nda_db,1.0\nda_dx1,0.4\nda_dx2,0.6\n";
    assert_eq!(csv, expected);
    let formulas = view(&[]).formulas;
    let texts: Vec<&str> = formulas
        .iter()
        .map(|formula| formula.text.as_str())
        .collect();
    assert_eq!(
        texts[..4],
        [
            "z = w₁·x₁ + w₂·x₂ + b = 0.4·0.5 + 0.6·0.3 + 0.1 = 0.2 + 0.18 + 0.1 = 0.48",
            "a = f(z) = f(0.48) = 0.48",
            "f′(z) = f′(0.48) = 1",
            "∂a/∂w₁ = f′(z) · x₁ = 1·0.5 = 0.5",
        ]
    );
}

/// Twentieths, as the sliders offer them: whole numbers, so that sums of them are exact.
fn twentieths(reach: i64) -> impl Strategy<Value = i64> {
    -20 * reach..=20 * reach
}

fn value(twentieths: i64) -> f64 {
    twentieths as f64 / 20.0
}

fn twentieths_of_a_neuron() -> impl Strategy<Value = (Vec<i64>, Vec<i64>, i64)> {
    (1..=4usize).prop_flat_map(|count| {
        let many = |reach| prop::collection::vec(twentieths(reach), count);
        (many(3), many(5), twentieths(5))
    })
}

fn neurons() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, f64)> {
    let values = |list: Vec<i64>| list.into_iter().map(value).collect();
    twentieths_of_a_neuron().prop_map(move |(x, w, b)| (values(x), values(w), value(b)))
}

proptest! {
    /// Against whole numbers: 400 z = Σ (20 w)(20 x) + 20 (20 b). Of a product at most three roundings are half a unit each (two factors, the product), and at most four sums follow.
    #[test]
    fn the_sum_is_exact_up_to_its_roundings((x, w, b) in twentieths_of_a_neuron()) {
        let products = x.iter().zip(&w).map(|(x, w)| x * w);
        let exact = products.clone().sum::<i64>() + 20 * b;
        let size = products.map(i64::abs).sum::<i64>() + 20 * b.abs();
        let values = |list: &[i64]| list.iter().copied().map(value).collect::<Vec<f64>>();
        let z = sum(&values(&x), &values(&w), value(b));
        let allowed = (3.0 + 4.0) * 0.5 * f64::EPSILON * size as f64 / 400.0 + f64::EPSILON * (exact as f64 / 400.0).abs();
        prop_assert!((z - exact as f64 / 400.0).abs() <= allowed, "{z}, and not {exact}/400");
    }

    /// Sigmoid, tanh and softplus written for dual numbers, which know nothing of our slopes.
    #[test]
    fn gradients_are_those_of_dual_numbers((x, w, b) in neurons()) {
        let functions: [(Kind, fn(Dual64) -> Dual64); 3] = [
            (Kind::Sigmoid, |z| ((-z).exp() + 1.0).recip()),
            (Kind::Tanh, |z| z.tanh()),
            (Kind::Softplus, |z| z.exp().ln_1p()),
        ];
        for (kind, f) in functions {
            let neuron = Neuron::new(Activation::new(kind), &x, &w, b);
            // Where e^z leaves 1 + e^z no digit, the textbook form is no oracle.
            prop_assume!(neuron.z.abs() < 15.0);
            let numbers = [&x[..], &w[..], &[b]].concat();
            let count = x.len();
            for which in 0..numbers.len() {
                let dual = |i: usize| Dual64::new(numbers[i], f64::from(u8::from(i == which)));
                let z = (0..count).map(|i| dual(i) * dual(count + i)).fold(dual(2 * count), |z, p| z + p);
                let expected = f(z).eps;
                let ours = match which {
                    i if i < count => neuron.da_dx(i),
                    i if i < 2 * count => neuron.da_dw(i - count),
                    _ => neuron.slope,
                }.to_f64();
                // tanh² next to 1 costs the oracle up to 13 of its 16 digits at |z| = 15; before that the sums differ in their order.
                prop_assert!((ours - expected).abs() <= 1e-13 * (1.0 + numbers.iter().fold(0.0, |m: f64, v| m.max(v.abs()))), "{kind:?} {which}: {ours} {expected}");
            }
        }
    }

    /// Central differences of our own forward pass, for every activation, away from its kinks.
    #[test]
    fn gradients_are_what_a_small_change_does(
        (x, w, b) in neurons(),
        kind in prop::sample::select(Kind::ALL.to_vec()),
    ) {
        let neuron = Neuron::new(Activation::new(kind), &x, &w, b);
        let h = 1e-5;
        let near = |at: &f64| (at - neuron.z).abs() < 6.0 * h;
        prop_assume!(!neuron.activation.kinks().iter().any(near));
        let a = |x: &[f64], w: &[f64], b: f64| neuron.activation.value(sum(x, w, b));
        let changed = |list: &[f64], i: usize, by: f64| {
            let mut list = list.to_vec();
            list[i] += by;
            list
        };
        let slope = |plus: f64, minus: f64| (plus - minus) / (2.0 * h);
        // Truncation, h²/6·|∂³a| with weights up to 5, and rounding, ε·|a|/h, stay below 1e-8 of these sizes; the margin is for the wave of sine.
        let allowed = |gradient: f64| 1e-6 * (1.0 + gradient.abs() + neuron.a.abs());
        let mut pairs = vec![(neuron.slope.to_f64(), slope(a(&x, &w, b + h), a(&x, &w, b - h)))];
        for i in 0..x.len() {
            let of_w = slope(a(&x, &changed(&w, i, h), b), a(&x, &changed(&w, i, -h), b));
            let of_x = slope(a(&changed(&x, i, h), &w, b), a(&changed(&x, i, -h), &w, b));
            pairs.extend([(neuron.da_dw(i).to_f64(), of_w), (neuron.da_dx(i).to_f64(), of_x)]);
        }
        for (ours, measured) in pairs {
            prop_assert!((ours - measured).abs() <= allowed(ours), "{kind:?} at z = {}: {ours}, measured {measured}", neuron.z);
        }
    }

    /// Both ends lie on the line and on the sides of the square, which the line does not leave; where there is none, all four corners have one sign.
    #[test]
    fn the_line_is_where_z_is_zero(twentieths in [twentieths(5), twentieths(5), twentieths(20)]) {
        let [w1, w2, c] = twentieths.map(value);
        let z = |[x, y]: [f64; 2]| w1 * x + w2 * y + c;
        let corners = [[-3.0, -3.0], [-3.0, 3.0], [3.0, -3.0], [3.0, 3.0]].map(z);
        match zero_line([w1, w2], c, 3.0) {
            Some(ends) => {
                for end in ends {
                    // The sums of three terms below 40, with their roundings.
                    prop_assert!(z(end).abs() < 1e-13, "{ends:?}: z = {}", z(end));
                    let side = end[0].abs().max(end[1].abs());
                    prop_assert_eq!(side, 3.0);
                }
                prop_assert!(ends[0][0] <= ends[1][0]);
            }
            None => {
                let above = corners.iter().filter(|z| **z > 1e-13).count();
                let below = corners.iter().filter(|z| **z < -1e-13).count();
                prop_assert!(above == 0 || below == 0 || (w1, w2) == (0.0, 0.0), "{corners:?}");
            }
        }
    }
}

#[test]
fn a_line_needs_a_weight_and_must_cross_the_square() {
    assert_eq!(zero_line([0.0, 0.0], 0.0, 3.0), None);
    assert_eq!(zero_line([0.0, 0.0], 1.0, 3.0), None);
    assert_eq!(zero_line([1.0, 1.0], 7.0, 3.0), None);
    assert_eq!(
        zero_line([2.0, 0.0], 1.0, 3.0),
        Some([[-0.5, -3.0], [-0.5, 3.0]])
    );
    assert_eq!(
        zero_line([0.0, -4.0], 2.0, 3.0),
        Some([[-3.0, 0.5], [3.0, 0.5]])
    );
    assert_eq!(
        zero_line([1.0, 1.0], 0.0, 3.0),
        Some([[-3.0, 3.0], [3.0, -3.0]])
    );
}

/// A slope of 0 kills every gradient exactly, also beside the largest numbers.
#[test]
fn nothing_comes_back_through_a_slope_of_zero() {
    let neuron = Neuron::new(
        Activation::new(Kind::Relu),
        &[f64::MAX, 1.0],
        &[-1.0, 2.0],
        0.0,
    );
    assert!(neuron.slope.is_zero() && neuron.da_dw(0).is_zero() && neuron.da_dx(1).is_zero());
    // GELU's slope at -65 is about -10⁻⁹¹⁶: tiny, and not 0.
    let gelu = Neuron::new(Activation::new(Kind::Gelu), &[], &[], -65.0);
    assert!(!gelu.slope.is_zero() && (-920.0..-912.0).contains(&gelu.slope.log10_abs()));
}

fn map(view: &View) -> (&Field, Ramp) {
    let heat = view.plots[2].marks.iter().find_map(|mark| match mark {
        Mark::Heat { field, ramp, .. } => Some((field, *ramp)),
        _ => None,
    });
    heat.expect("a map")
}

/// The map at the point's own cell says what the table says, to within what a cell is wide.
#[test]
fn the_map_and_the_table_agree() {
    let state = [
        ("x1", "-1.25"),
        ("x2", "2"),
        ("inputs", "3"),
        ("w3", "2"),
        ("x3", "1.5"),
    ];
    let view = view(&state);
    let (field, _) = map(&view);
    let width = 6.0 / field.columns as f64;
    let at = |x: f64| ((x + 3.0) / width) as usize;
    let seen = field.at(at(-1.25), at(2.0)).expect("a cell");
    // |∂a/∂x1| + |∂a/∂x2| is at most 1 here, half a cell away.
    assert!((seen - number(&view, "a")).abs() <= width, "{seen}");
    assert!(
        view.plots[2].title.contains("x₃ = 1.5"),
        "{}",
        view.plots[2].title
    );
}

/// Where 0 is an output its colour is the paper's; where it is not the ramp starts at the smallest there is.
#[test]
fn the_colours_suit_the_signs() {
    let ramp = |activation: &str| map(&view(&[("activation", activation)])).1;
    for both in ["tanh", "relu", "leaky_relu", "gelu", "identity", "step"] {
        assert!(matches!(ramp(both), Ramp::Diverging { .. }), "{both}");
    }
    assert_eq!(ramp("sigmoid"), Ramp::Sequential { from: 0.0, to: 1.0 });
    assert_eq!(ramp("tanh"), Ramp::Diverging { reach: 1.0 });
    assert!(matches!(
        ramp("softplus"),
        Ramp::Sequential { from: 0.0, .. }
    ));
    assert!(matches!(
        ramp("log_sigmoid"),
        Ramp::Sequential { to: 0.0, .. }
    ));
    assert_eq!(
        ramp("relu"),
        Ramp::Diverging {
            reach: 3.0 * (0.4 + 0.6) + 0.1 - 3.0 / 64.0
        }
    );
    let dead = view(&[("b", "-5")]);
    assert_eq!(map(&dead).1, Ramp::Diverging { reach: 1.0 });
}

#[track_caller]
fn says(pairs: &[(&str, &str)], words: &str) {
    let summary = view(pairs).summary;
    assert!(summary.contains(words), "{summary}");
}

#[test]
fn the_sentence_says_what_happens_to_z() {
    says(
        &[],
        "z = 0.48 is above 0: ReLU passes it on unchanged, a = 0.48.",
    );
    says(&[], "Raising w₁ by a little raises a by 0.5 times as much.");
    says(
        &[("b", "-0.8")],
        "z = −0.42 is below 0: ReLU passes nothing on, and no weight here gets any gradient.",
    );
    says(&[("b", "-0.38")], "exactly at a corner of ReLU");
    says(
        &[("activation", "relu6"), ("b", "5"), ("w1", "3")],
        "where the curve is flat: ReLU6 passes a = 6 on",
    );
    says(
        &[("activation", "sigmoid")],
        "Sigmoid turns z = 0.48 into a = 0.618.",
    );
    says(
        &[("activation", "sigmoid"), ("b", "5")],
        "z = 5.38 is where Sigmoid is nearly flat",
    );
    says(
        &[("activation", "identity")],
        "Identity passes z = 0.48 on unchanged",
    );
    says(&[("activation", "step")], "passes a = 1 on");
    says(
        &[("x1", "0")],
        "x₁ is 0, so a change of w₁ changes nothing.",
    );
    says(
        &[("x1", "-1"), ("b", "2")],
        "Raising w₁ by a little lowers a by 1 times as much.",
    );
    says(
        &[("activation", "leaky_relu"), ("b", "-2"), ("alpha", "0.2")],
        "into a = −0.324.",
    );
}

/// For every activation and many places: no gradient is promised where there is none, and none is denied where there is one.
#[test]
fn the_sentence_never_denies_a_gradient() {
    for kind in Kind::ALL {
        for b in (-10..=10).map(|b| f64::from(b) / 2.0) {
            let view = view(&[("activation", kind.id()), ("b", &b.to_string())]);
            let denied = view.summary.contains("no weight here gets any gradient");
            let zero = Activation::new(*kind).derivative(number(&view, "z")) == 0.0;
            assert_eq!(denied, zero, "{}: {}", kind.id(), view.summary);
        }
    }
}

#[test]
fn the_diagram_says_sign_and_size() {
    let view = view(&[("w1", "-2"), ("w2", "0")]);
    let edge = |wanted: &str| {
        view.plots[0].marks.iter().find_map(|mark| match mark {
            Mark::Edge {
                name,
                ink,
                dash,
                width,
                ..
            } if name.starts_with(wanted) => Some((*ink, *dash, *width)),
            _ => None,
        })
    };
    let [first, second, bias] = ["x₁", "x₂", "bias"].map(|name| edge(name).expect(name));
    assert!(first.2 > bias.2 && bias.2 > second.2);
    // No two of them share colour or dash.
    assert!(first.0 != second.0 && second.0 != bias.0 && first.0 != bias.0);
    assert!(first.1 != second.1 && second.1 != bias.1 && first.1 != bias.1);
    let said: Vec<&str> = view.plots[0]
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            Mark::Node { name, label, .. } if name == "sum" => Some(label.as_str()),
            _ => None,
        })
        .collect();
    for words in ["x₁ = 0.5", "×−2", "−1", "×0", "b = 0.1", "−0.9"] {
        assert!(said.contains(&words), "{words} is not among {said:?}");
    }
}

/// Where the plane has no line z = 0 it says why.
#[test]
fn a_missing_line_is_explained() {
    let said = |pairs: &[(&str, &str)]| -> String {
        let view = view(pairs);
        let texts = view.plots[2].marks.iter().filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.clone()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(said(&[]), "z = 0");
    assert_eq!(
        said(&[("w1", "0"), ("w2", "0")]),
        "w₁ = w₂ = 0: z = 0.1 all over"
    );
    assert_eq!(said(&[("b", "5")]), "z > 0 all over");
    assert_eq!(said(&[("b", "-5")]), "z < 0 all over");
}

/// With one input the plane is a curve, whose points lie on f(w·x + b).
#[test]
fn one_input_has_a_curve() {
    for w1 in ["2", "-2", "0"] {
        let view = view(&[("inputs", "1"), ("w1", w1), ("activation", "hard_tanh")]);
        assert_eq!(view.plots[2].id, "response");
        let w: f64 = w1.parse().expect(w1);
        let pieces = view.plots[2].marks.iter().find_map(|mark| match mark {
            Mark::Line { pieces, .. } => Some(pieces),
            _ => None,
        });
        let points: Vec<[f64; 2]> = pieces.expect("a curve").concat();
        assert!(points.is_sorted_by(|a, b| a[0] <= b[0]));
        for [x, a] in &points {
            assert!((a - (w * x + 0.1).clamp(-1.0, 1.0)).abs() < 1e-12);
        }
        let ends = [points[0][0], points[points.len() - 1][0]];
        assert!(
            (ends[0] + 3.0).abs() < 1e-9 && (ends[1] - 3.0).abs() < 1e-9,
            "{ends:?}"
        );
    }
}

#[test]
fn controls_of_inputs_that_are_not_there_do_nothing() {
    let figure = find("neuron").expect("neuron");
    let settings = Settings::defaults(figure.controls);
    let hidden: Vec<&str> = figure
        .controls
        .iter()
        .map(|c| c.id)
        .filter(|id| !(figure.shown)(&settings, id))
        .collect();
    assert_eq!(hidden, ["alpha", "x3", "w3", "x4", "w4"]);
    assert_eq!(view(&[("x3", "2"), ("w4", "-1")]), view(&[]));
}
