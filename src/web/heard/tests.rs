//! What is heard of the figures, against numbers that are worked out here.

use super::heard as told;
use crate::lab::Lab;
use activation_lab::figure::{Dash, FIGURES, Ink, Mark, Memory, Scene, View, find};
use serde_json::{Value, json};

const SURFACE: &str = "700 420 light";

fn view(figure: &str, link: &str) -> View {
    let mut scene = Scene::new(find(figure).unwrap());
    assert_eq!(scene.apply(link), Vec::<String>::new(), "{link}");
    let mut memory = Memory::default();
    let draft = scene
        .figure
        .draft(&scene.settings, &scene.shown, &mut memory);
    draft.view
}

/// What is heard of a plot of a figure in that state.
fn heard(figure: &str, link: &str, plot: usize) -> Value {
    let told = told(SURFACE, plot, &view(figure, link));
    serde_json::from_str(&told).unwrap_or(Value::Null)
}

/// One member of each point or note.
fn all(series: &Value, list: &str, member: &str) -> Vec<Option<f64>> {
    let points = series[list].as_array().unwrap();
    points.iter().map(|point| point[member].as_f64()).collect()
}

fn belows(series: &Value, list: &str) -> Vec<bool> {
    let points = series[list].as_array().unwrap();
    points.iter().map(|point| point["below"] == true).collect()
}

#[test]
fn a_curve_is_heard_from_left_to_right_where_it_is_seen() {
    let told = heard("curves", "activation=sigmoid,tanh,relu&x_min=-6&x_max=6", 0);
    let [sigmoid, tanh, relu] = [0, 1, 2].map(|index| told["series"][index].clone());
    let at = all(&sigmoid, "points", "at");
    assert_eq!((at[0], at[100], at[200]), (Some(0.0), Some(0.5), Some(1.0)));
    assert!(all(&sigmoid, "points", "height").is_sorted());
    assert!(!belows(&sigmoid, "points").contains(&true));
    assert_eq!(sigmoid["crossings"], json!([]));
    // The middle of the range is x = 0, where tanh gets to the other side.
    let below = belows(&tanh, "points");
    assert!(below[..99].iter().all(|below| *below) && !below[101..].contains(&true));
    let crossings = all(&json!({ "c": [{ "at": tanh["crossings"][0] }] }), "c", "at");
    assert!((crossings[0].unwrap() - 0.5).abs() < 1e-6, "{crossings:?}");
    assert_eq!(tanh["crossings"].as_array().unwrap().len(), 1);
    // Zero is not below zero, and ReLU never gets there; where it leaves the picture, it is not heard.
    assert!(!belows(&relu, "points").contains(&true));
    assert_eq!(relu["crossings"], json!([]));
    let [left, top, right, bottom] = [0, 1, 2, 3].map(|side| told["frame"][side].as_f64().unwrap());
    assert!(
        0.0 < left && left < right && right < 1.0 && 0.0 <= top && top < bottom && bottom < 1.0
    );
}

#[test]
fn a_jump_over_zero_is_a_crossing_and_a_touch_is_none() {
    let mut view = view("curves", "x_min=-4&x_max=4");
    let pieces = vec![
        vec![[-4.0, -0.1], [-3.0, 0.0], [-2.0, -0.2], [1.0, -0.2]],
        vec![[1.0, 0.3], [4.0, 0.0]],
    ];
    view.plots[0].marks = vec![Mark::Line {
        name: "jump".to_owned(),
        ink: Ink::Series(0),
        dash: Dash::Solid,
        width: 1.0,
        pieces,
        label: String::new(),
    }];
    let told: Value = serde_json::from_str(&told(SURFACE, 0, &view)).unwrap();
    // x = 1 between −4 and 4.
    assert_eq!(told["series"][0]["crossings"], json!([0.625]), "{told}");
}

/// The slopes of a chain of sigmoids with weight 1 and input 1, worked out here: layer by layer from the output, in decades.
fn falls(depth: usize) -> Vec<f64> {
    let mut input = 1.0_f64;
    let mut slopes = Vec::new();
    for _ in 0..depth {
        let s = 1.0 / (1.0 + (-input).exp());
        slopes.push((s * (1.0 - s)).log10());
        input = s;
    }
    // What arrives at the last layer has passed its own slope; each one before takes its own from that.
    let all = slopes.iter().rev().scan(0.0, |sum, slope| {
        *sum += slope;
        Some(*sum)
    });
    let all: Vec<f64> = all.collect();
    all.iter().map(|log10| all[0] - log10).collect()
}

#[test]
fn a_chain_is_one_note_a_layer_that_falls_as_its_gradient_does() {
    for view in ["log", "linear"] {
        let link = format!("depth=10&view={view}&plots=gradient");
        let series = &heard("decay", &link, 0)["series"][0];
        let found = all(series, "notes", "fall");
        let expected = falls(10);
        assert_eq!(found.len(), 10);
        for (found, expected) in found.iter().zip(&expected) {
            assert!(
                (found.unwrap() - expected).abs() < 1e-9,
                "{view}: {found:?} for {expected}"
            );
        }
        // From the last layer, at the right, to the first.
        assert!(all(series, "notes", "at").iter().rev().is_sorted());
    }
}

#[test]
fn where_nothing_arrives_there_is_silence() {
    // A negative sum in one of the layers: ReLU passes nothing on, and nothing comes back.
    let link = "activation=relu&weight=-1&depth=3&view=log&plots=gradient";
    let series = &heard("decay", link, 0)["series"][0];
    let found = all(series, "notes", "fall");
    assert_eq!(found.len(), 3, "{series}");
    let silent = found.iter().position(Option::is_none).unwrap();
    assert_eq!(all(series, "notes", "height")[silent], None);
}

#[test]
fn what_is_covered_or_has_no_axes_is_not_heard() {
    assert!(heard("decay", "plots=gradient", 0)["series"][0].is_object());
    assert_eq!(heard("neuron", "plots=diagram", 0)["series"], json!([]));
    assert_eq!(heard("neuron", "plots=diagram", 7), Value::Null);
    crate::begin(FIGURES);
    crate::asks();
    let mut covered = Lab::new("decay").unwrap();
    let asked = "estimate\ngradient\nfirst_layer\n\n\ncovered\nguess\ntruth\napart";
    covered.question("ask", asked, 0, 0);
    assert_eq!(covered.question("heard", SURFACE, 0, 0), "");
}

/// Networks and runs: a note for each layer, and steps of training as a curve.
#[test]
fn layers_are_notes_and_time_is_a_curve() {
    let told = heard("layers", "depth=4&width=8&plots=norms", 0);
    let series = told["series"].as_array().unwrap();
    assert_eq!(series.len(), 2, "{told}");
    for one in series {
        assert_eq!(one["notes"].as_array().unwrap().len(), 4, "{told}");
    }
    let told = heard("dying", "step=5&plots=history", 0);
    assert!(told["series"][0]["points"].is_array(), "{told}");
}
