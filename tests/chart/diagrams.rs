//! Framings, scatters and diagrams, read back from the SVG.

use crate::drawing;

use activation_lab::chart::{Frame, Theme, svg};
use activation_lab::figure::{
    Align, Cells, Dash, Framing, Ink, Key, Layout, Look, Mark, Ramp, Shape, Side, View,
};
use drawing::*;

#[test]
fn equal_axes_are_equal_and_show_no_less() {
    for (width, height) in [(900.0, 200.0), (200.0, 900.0), (400.0, 400.0), (60.0, 50.0)] {
        for theme in THEMES {
            let frame = Frame::new(&plot(Framing::Equal, vec![]), width, height, theme);
            let (x, y) = (frame.px(1.0) - frame.px(0.0), frame.py(0.0) - frame.py(1.0));
            // Sums of a few numbers below a thousand.
            assert!((x - y).abs() < 1e-9, "{width} × {height}: {x} and {y}");
            let [left, top, right, bottom] = frame.rectangle;
            let shown = [
                frame.x_at(left),
                frame.x_at(right),
                frame.y_at(bottom),
                frame.y_at(top),
            ];
            assert!(shown[0] <= 1e-9 && shown[1] >= 10.0 - 1e-9, "{shown:?}");
            assert!(shown[2] <= 1e-9 && shown[3] >= 5.0 - 1e-9, "{shown:?}");
            assert!((frame.x_at(frame.px(3.0)) - 3.0).abs() < 1e-9);
            for tick in &frame.y_ticks {
                assert!(frame.contains(left, frame.py(tick.at).clamp(top - 1e-9, bottom)));
            }
        }
    }
    let stretched = Frame::new(&plot(Framing::Axes, vec![]), 900.0, 200.0, Theme::Light);
    let x = stretched.px(1.0) - stretched.px(0.0);
    assert!((x - stretched.py(0.0) + stretched.py(1.0)).abs() > 1.0);
}

#[test]
fn a_bare_plot_is_nothing_but_its_marks() {
    let bare = drawn(plot(Framing::Bare, vec![]), Theme::Light);
    assert!(!bare.contains("<poly"), "no grid, no foot: {bare}");
    let words = bare.matches("<text").count();
    assert_eq!(words, 2, "the titles of the sheet and of the plot");
    let framed = drawn(plot(Framing::Axes, vec![]), Theme::Light);
    assert!(framed.contains("<poly") && framed.matches("<text").count() > 8);
    let frame = Frame::new(&plot(Framing::Bare, vec![]), 300.0, 200.0, Theme::Light);
    let [left, top, right, bottom] = frame.rectangle;
    assert!(left < 10.0 && top < 10.0 && right > 290.0 && bottom > 190.0);
}

fn scatter(shape: Shape, hollow: bool) -> Mark {
    Mark::Points {
        name: "class".to_owned(),
        ink: Ink::Series(0),
        shape,
        hollow,
        size: 1.0,
        at: vec![[2.0, 2.0], [f64::NAN, 1.0], [11.0, 1.0]],
    }
}

#[test]
fn shapes_differ_without_colour() {
    let shapes = [Shape::Circle, Shape::Square, Shape::Triangle, Shape::Cross];
    let pictures: Vec<String> = shapes
        .iter()
        .flat_map(|&shape| [(shape, false), (shape, true)])
        .map(|(shape, hollow)| {
            drawn(
                plot(Framing::Bare, vec![scatter(shape, hollow)]),
                Theme::Light,
            )
        })
        .collect();
    for (i, a) in pictures.iter().enumerate() {
        // A cross has no inside to be hollow.
        let same = pictures.iter().skip(i + 1).filter(|b| *b == a).count();
        assert_eq!(same, usize::from(i == 6), "picture {i}");
    }
    // One of the three points has a place in the frame: a rim and a disc.
    assert_eq!(pictures[0].matches("<circle").count(), 2);
    let legends = shapes.map(|shape| {
        let look = Look::Point {
            ink: Ink::Series(0),
            shape,
            hollow: false,
        };
        let view = View {
            legend: vec![Key {
                id: "",
                name: "class".to_owned(),
                look,
            }],
            ..View::default()
        };
        svg(&view, "", Layout::Beside, 300.0, Theme::Light)
    });
    assert!(legends.windows(2).all(|pair| pair[0] != pair[1]));
}

fn edge(from: [f64; 2], to: [f64; 2], bend: f64, label: &str) -> Mark {
    Mark::Edge {
        name: "edge".to_owned(),
        ink: Ink::Weight,
        dash: Dash::Solid,
        width: 1.0,
        from,
        to,
        bend,
        label: label.to_owned(),
    }
}

fn node(x: f64, y: f64) -> Mark {
    Mark::Node {
        name: "node".to_owned(),
        ink: Ink::Text,
        x,
        y,
        radius: 1.5,
        fill: 1.0,
        label: "in".to_owned(),
        caption: "a long caption under it".to_owned(),
        side: Side::Below,
    }
}

#[test]
fn words_of_a_diagram_stay_on_the_surface() {
    let free = |x: f64, align: Align, text: &str| Mark::Text {
        ink: Ink::Text,
        x,
        y: 5.0,
        align,
        size: 1.2,
        text: text.to_owned(),
    };
    for theme in THEMES {
        let marks = vec![
            edge([0.0, 0.0], [0.0, 5.0], 0.0, "label on the left edge"),
            edge([10.0, 0.0], [10.0, 5.0], -0.1, "label on the right edge"),
            node(5.0, 0.0),
            free(10.0, Align::Start, "starts at the right"),
            free(0.0, Align::End, "ends at the left"),
        ];
        let picture = drawn(plot(Framing::Bare, marks), theme);
        for text in [
            "label on the left edge",
            "label on the right edge",
            "a long caption under it",
            "starts at the right",
            "ends at the left",
        ] {
            let (x, y, anchor) = text_at(&picture, text).expect(text);
            assert_eq!(anchor, "middle");
            // Half an em a letter is a narrow guess: no system font is narrower by much.
            let half = 0.25 * theme.text() * text.chars().count() as f64;
            assert!(x - half >= 0.0 && x + half <= 480.0, "{text} at {x}");
            assert!(y > 0.0, "{text} at {y}");
        }
    }
}

#[test]
fn a_label_avoids_nodes_and_is_left_out_where_all_is_full() {
    let across = edge([1.0, 2.5], [9.0, 2.5], 0.0, "w");
    let alone = drawn(plot(Framing::Bare, vec![across.clone()]), Theme::Light);
    let (middle, height, _) = text_at(&alone, "w").expect("a label");
    assert!((middle - 240.0).abs() < 1.0);
    let beside = drawn(
        plot(Framing::Bare, vec![across, node(5.0, 2.5)]),
        Theme::Light,
    );
    let (x, y, _) = text_at(&beside, "w").expect("a label");
    let away = ((x - middle).powi(2) + (y - height).powi(2)).sqrt();
    assert!(
        away > 1.5 * Theme::Light.text(),
        "{away} from the node's middle"
    );
    let long = "longer than all the room there is";
    let mut full = vec![edge([4.9, 2.5], [5.1, 2.5], 0.0, long)];
    full.extend((0..60).map(|i| node(f64::from(i % 10) + 0.5, 0.8 * f64::from(i / 10) + 0.5)));
    let crowded = drawn(plot(Framing::Bare, full), Theme::Light);
    assert_eq!(text_at(&crowded, long), None);
}

#[test]
fn a_positive_bend_goes_to_the_left() {
    let heights = |bend: f64| -> f64 {
        let picture = drawn(
            plot(Framing::Bare, vec![edge([1.0, 2.5], [9.0, 2.5], bend, "m")]),
            Theme::Light,
        );
        text_at(&picture, "m").expect("a label").1
    };
    // y points down: left of rightwards is up.
    assert!(heights(0.2) < heights(0.0) && heights(0.0) < heights(-0.2));
    let upwards = edge([5.0, 0.5], [5.0, 4.5], 0.3, "m");
    let picture = drawn(plot(Framing::Bare, vec![upwards]), Theme::Light);
    assert!(text_at(&picture, "m").expect("a label").0 < 230.0);
}

#[test]
fn text_on_a_filled_node_can_be_read() {
    for theme in THEMES {
        let picture = drawn(plot(Framing::Bare, vec![node(5.0, 2.5)]), theme);
        let element = picture
            .split("<text ")
            .find(|e| e.contains("\nin\n"))
            .expect("the label");
        let fill = attribute(&format!("<text {element}"), "text-anchor", "fill");
        let background = picture
            .split("fill=\"")
            .nth(1)
            .and_then(|e| e.split('"').next());
        // A disc full of the text's colour carries the background's.
        assert_eq!(Some(fill.as_str()), background);
    }
}

#[test]
fn json_holds_flat_numbers_and_null_where_there_is_no_value() {
    let ramp = Ramp::Sequential { from: 0.0, to: 5.0 };
    let view = View {
        plots: vec![plot(
            Framing::Equal,
            vec![
                heat(corners(), ramp, Cells::Blended),
                scatter(Shape::Cross, true),
                node(1.0, 1.0),
            ],
        )],
        legend: vec![Key {
            id: "",
            name: "a".to_owned(),
            look: Look::Ramp(ramp),
        }],
        ..View::default()
    };
    let json = serde_json::to_value(&view).expect("JSON");
    let plot = &json["plots"][0];
    assert_eq!(plot["framing"], "Equal");
    let values = &plot["marks"][0]["Heat"]["field"]["values"];
    assert_eq!(values.to_string(), "[0.0,1.0,2.0,null,9.0,5.0]");
    assert_eq!(plot["marks"][1]["Points"]["shape"], "Cross");
    assert_eq!(plot["marks"][2]["Node"]["side"], "Below");
    let look = json["legend"][0]["look"].to_string();
    assert_eq!(look, r#"{"Ramp":{"Sequential":{"from":0.0,"to":5.0}}}"#);
}
