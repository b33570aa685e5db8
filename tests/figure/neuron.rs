//! The figure `neuron`: the worked example, the map, the diagram and the words.

use crate::shown;

use activation_lab::figure::{Cell, Field, Mark, Ramp, Settings, View, find};
use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::neuron::Neuron;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("neuron", pairs)
}

/// A named number of the CSV, in full precision.
fn number(view: &View, name: &str) -> f64 {
    let row = view.table.rows.iter().find(|row| row[0].spelled() == name);
    match &row.expect(name)[1] {
        Cell::Number(x) => *x,
        Cell::Scaled(x) => x.to_f64(),
        other => other.spelled().parse().expect(name),
    }
}

/// The notes' example by hand: 0.4·0.5 + 0.6·0.3 + 0.1 = 0.2 + 0.18 + 0.1 = 0.48, and not 0.32.
#[test]
fn it_opens_on_the_worked_example() {
    let csv = view(&[]).table.csv();
    let rows = "x1,0.5 x2,0.3 w1,0.4 w2,0.6 b,0.1 z,0.48 a,0.48 f_prime,1.0 da_dw1,0.5 da_dw2,0.3 da_db,1.0 da_dx1,0.4 da_dx2,0.6";
    let rows: String = rows
        .split(' ')
        .map(|row| row.to_owned() + ",relu\n")
        .collect();
    let expected = "name,value,activation\n".to_owned() + &rows;
    assert_eq!(csv, expected);
    let formulas = view(&[]).formulas;
    let texts: Vec<String> = formulas.iter().map(|line| line.math.plain()).collect();
    assert_eq!(
        texts[..4],
        [
            "z = w₁·x₁ + w₂·x₂ + b = 0.4·0.5 + 0.6·0.3 + 0.1 = 0.2 + 0.18 + 0.1 = 0.48",
            "a = f(z) = f(0.48) = 0.48",
            "f′(z) = f′(0.48) = 1",
            "∂a/∂w₁ = f′(z)·x₁ = 1·0.5 = 0.5",
        ]
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
        "Raising w₁ by a little lowers a by as much.",
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
        assert_eq!(view.plots[2].id, "plane");
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
        .filter(|c| !(c.acts)(&settings))
        .map(|c| c.id)
        .collect();
    assert_eq!(hidden, ["alpha", "x3", "w3", "x4", "w4"]);
    assert_eq!(view(&[("x3", "2"), ("w4", "-1")]), view(&[]));
}
