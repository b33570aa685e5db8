use super::*;
use crate::figure::{Cells, Dash, FIGURES, Ramp, Settings, Shape};

fn axis(label: &str, min: f64, max: f64, scale: Scale) -> Axis {
    Axis {
        label: label.to_owned(),
        min,
        max,
        scale,
    }
}

fn plot(x: Axis, y: Axis, marks: Vec<Mark>) -> Plot {
    Plot {
        id: "a",
        title: String::new(),
        x,
        y,
        framing: Framing::Axes,
        marks,
        gestures: Vec::new(),
        weight: 1.0,
    }
}

fn line(name: &str, width: f64, points: &[[f64; 2]]) -> Mark {
    Mark::Line {
        name: name.to_owned(),
        ink: Ink::Text,
        dash: Dash::Dashed,
        width,
        pieces: vec![points.to_vec()],
        label: String::new(),
    }
}

/// A plot from 0 to 10 and from −1 to 5.
fn described(marks: Vec<Mark>) -> String {
    let (x, y) = (
        axis("x", 0.0, 10.0, Scale::Linear),
        axis("f(x)", -1.0, 5.0, Scale::Linear),
    );
    describe(&plot(x, y, marks))
}

#[test]
fn a_line_is_told_by_its_ends_and_extremes() {
    let hill = line("hill", 1.0, &[[0.0, 1.0], [4.0, 3.5], [10.0, -0.5]]);
    assert_eq!(
        described(vec![hill]),
        "Across: x, 0 to 10. Up: f(x), −1 to 5. Dashed line hill: from 1 at 0 to −0.5 at 10, largest 3.5 at 4."
    );
    let slope = line("slope", 1.0, &[[0.0, 1.0], [10.0, 2.0]]);
    assert!(described(vec![slope]).ends_with("slope: from 1 at 0 to 2 at 10."));
}

#[test]
fn only_what_is_in_sight_is_told() {
    let long = line(
        "long",
        1.0,
        &[
            [-5.0, 99.0],
            [2.0, 1.0],
            [3.0, f64::NAN],
            [8.0, 2.0],
            [11.0, -99.0],
        ],
    );
    assert!(described(vec![long]).ends_with("long: from 1 at 2 to 2 at 8."));
    let gone = line("gone", 1.0, &[[20.0, 1.0]]);
    assert!(described(vec![gone]).ends_with("Dashed line gone: out of sight."));
}

#[test]
fn logarithms_are_told_as_the_numbers_that_they_stand_for() {
    let bars = [(1.0, -9.5), (2.0, -3.0), (3.0, 0.0)].map(|(x, to)| Bar { x, from: -10.0, to });
    let marks = vec![
        Mark::Bars {
            name: "gradient".to_owned(),
            ink: Ink::Text,
            width: 0.8,
            faint: false,
            bars: bars.to_vec(),
        },
        Mark::Zeros {
            name: "exactly 0".to_owned(),
            ink: Ink::Alarm,
            at: vec![4.0, 5.0],
        },
    ];
    let (x, y) = (
        axis("layer", 0.5, 5.5, Scale::Count),
        axis("", -400.0, 0.0, Scale::Decades),
    );
    assert_eq!(
        describe(&plot(x, y, marks)),
        "Across: layer, 1 to 5. Up: 1 × 10⁻⁴⁰⁰ to 1, in powers of ten. \
         3 bars of gradient: from 3.16 × 10⁻¹⁰ at 1 to 1 at 3. exactly 0, at 2 places from 4 to 5."
    );
}

#[test]
fn points_in_order_are_a_series_and_others_a_cloud() {
    let points = |at: &[[f64; 2]]| Mark::Points {
        name: "class".to_owned(),
        ink: Ink::Text,
        shape: Shape::Circle,
        hollow: false,
        size: 1.0,
        at: at.to_vec(),
    };
    let series = described(vec![points(&[[1.0, 0.0], [2.0, 4.0], [3.0, 1.0]])]);
    assert!(
        series.ends_with("3 points of class: from 0 at 1 to 1 at 3, largest 4 at 2."),
        "{series}"
    );
    let cloud = described(vec![points(&[[3.0, 0.0], [2.0, 4.0], [9.0, 1.0]])]);
    assert!(
        cloud.ends_with("3 points of class: across 2 to 9, up 0 to 4."),
        "{cloud}"
    );
    let one = described(vec![points(&[[3.0, 0.5]])]);
    assert!(one.ends_with("1 point of class: 0.5 at 3."), "{one}");
}

#[test]
fn a_map_is_told_by_its_extremes_and_where_they_are() {
    let field = Field {
        x: [0.0, 4.0],
        y: [0.0, 2.0],
        columns: 2,
        values: vec![0.5, f64::NAN, -7.0, 3.0],
    };
    let heat = Mark::Heat {
        name: "a".to_owned(),
        field,
        ramp: Ramp::Diverging { reach: 1.0 },
        cells: Cells::Separate,
    };
    let said = described(vec![heat]);
    assert!(
        said.ends_with("Map of a: from −7 at 1, 1.5 to 3 at 3, 1.5."),
        "{said}"
    );
}

#[test]
fn strips_and_guides_and_what_is_thin() {
    let strip = |from: f64, to: f64| Mark::Band {
        name: "frozen".to_owned(),
        ink: Ink::Alarm,
        along: Direction::Y,
        from,
        to,
        hatched: true,
        label: String::new(),
    };
    for (from, to, said) in [
        (f64::NEG_INFINITY, 0.0, "Frozen: below 0."),
        (2.0, f64::INFINITY, "Frozen: above 2."),
        (0.5, 1.5, "Frozen: 0.5 to 1.5."),
        (f64::NEG_INFINITY, 5.0, "Frozen: everywhere."),
    ] {
        let whole = described(vec![strip(from, to)]);
        assert!(whole.ends_with(said), "{whole}");
    }
    let guide = |label: &str| Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along: Direction::X,
        at: 2.0,
        label: label.to_owned(),
    };
    let thin = |name: &str| line(name, 0.5, &[[0.0, 0.0]]);
    let said = described(vec![
        thin("unit 1"),
        guide("x = 2"),
        guide(""),
        thin("unit 2"),
    ]);
    assert!(
        said.ends_with("5. Guide: x = 2. Thin lines: unit 1, unit 2."),
        "{said}"
    );
}

#[test]
fn what_is_chosen_is_named_and_nothing_is_said_twice() {
    let chosen = Mark::Band {
        name: "layer 3".to_owned(),
        ink: Ink::Handle,
        along: Direction::X,
        from: 2.5,
        to: 3.5,
        hatched: false,
        label: String::new(),
    };
    let points = Mark::Points {
        name: "A".to_owned(),
        ink: Ink::Text,
        shape: Shape::Circle,
        hollow: false,
        size: 1.0,
        at: vec![[0.0, 1.0], [10.0, 2.0]],
    };
    let same = line("A", 1.0, &[[0.0, 1.0], [5.0, 2.0001], [10.0, 2.0]]);
    let said = described(vec![chosen, same, points]);
    assert!(
        said.ends_with("Highlighted: layer 3. Dashed line A: from 1 at 0 to 2 at 10."),
        "{said}"
    );
}

/// Of each plot of every figure something is said beyond its axes, and no two say the same.
#[test]
fn every_plot_has_a_description_of_its_own() {
    for figure in FIGURES {
        let view = figure.view(&Settings::defaults(figure.controls));
        let said: Vec<String> = view.plots.iter().map(describe).collect();
        for (index, text) in said.iter().enumerate() {
            let sentences = text.matches(". ").count() + 1;
            assert!(sentences >= 3, "{}: {text}", figure.id);
            assert!(
                !text.contains("NaN") && !text.contains("inf"),
                "{}: {text}",
                figure.id
            );
            assert!(!said[..index].contains(text), "{}: {text}", figure.id);
        }
    }
}
