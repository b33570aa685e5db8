//! The chart layer: geometry that would make a wrong picture, and the pictures themselves.

use super::drawing::{drawn, plot, text_at};
use activation_lab::chart::{Frame, Theme, clip, svg, thin};
use activation_lab::figure::{
    Dash, Direction, FIGURES, Framing, Ink, Key, Layout, Look, Mark, Settings, Shape, View, find,
};
use proptest::prelude::*;

type Point = (f64, f64);

fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let t = if length == 0.0 {
        0.0
    } else {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    };
    let (x, y) = (a.0 + t * dx - p.0, a.1 + t * dy - p.1);
    (x * x + y * y).sqrt()
}

fn deviation(all: &[Point], kept: &[Point]) -> f64 {
    let nearest = |&p: &Point| {
        kept.windows(2)
            .map(|w| distance(p, w[0], w[1]))
            .fold(f64::INFINITY, f64::min)
    };
    all.iter().map(nearest).fold(0.0, f64::max)
}

proptest! {
    /// Every dropped point lies within the tolerance of what is drawn, by brute force; 1e-9 px is rounding.
    #[test]
    fn thinning_cannot_be_seen(heights in prop::collection::vec(-30.0f64..30.0, 2..120), step in 0.05f64..6.0) {
        let points: Vec<Point> = heights.iter().enumerate().map(|(i, &y)| (i as f64 * step, y)).collect();
        let kept = thin(&points, 0.1);
        prop_assert!(deviation(&points, &kept) <= 0.1 + 1e-9);
        prop_assert_eq!(kept.first(), points.first());
        prop_assert_eq!(kept.last(), points.last());
    }

    /// What is clipped lies inside, and each inner point of the curve is still drawn.
    #[test]
    fn clipping_keeps_what_is_inside(points in prop::collection::vec((-20.0f64..120.0, -20.0f64..120.0), 2..40)) {
        let rectangle = [0.0, 0.0, 100.0, 100.0];
        let inside = |p: &Point| (-1e-9..=100.0 + 1e-9).contains(&p.0) && (-1e-9..=100.0 + 1e-9).contains(&p.1);
        let pieces = clip(&points, rectangle);
        prop_assert!(pieces.iter().flatten().all(inside));
        for p in points.iter().filter(|p| inside(p)) {
            prop_assert!(pieces.iter().flatten().any(|q| q == p));
        }
    }
}

#[test]
fn a_smooth_curve_loses_most_of_its_points() {
    let points: Vec<Point> = (0..512)
        .map(|i| {
            let x = f64::from(i) * 1.25;
            (x, 200.0 + 150.0 * (x / 90.0).tanh())
        })
        .collect();
    let kept = thin(&points, 0.1);
    assert!(kept.len() < 100, "{}", kept.len());
}

#[test]
fn a_curve_leaves_the_frame_instead_of_running_along_it() {
    let relu: Vec<Point> = (0..=100)
        .map(|i| (f64::from(i), 50.0 - 2.0 * f64::from(i)))
        .collect();
    let pieces = clip(&relu, [0.0, 0.0, 100.0, 100.0]);
    let at_top = pieces.iter().flatten().filter(|p| p.1 <= 1e-9).count();
    assert_eq!((pieces.len(), at_top), (1, 1));
}

#[test]
fn not_a_number_lifts_the_pen() {
    let points = [
        (0.0, 1.0),
        (1.0, 1.0),
        (2.0, f64::NAN),
        (3.0, 1.0),
        (4.0, 1.0),
    ];
    assert_eq!(clip(&points, [0.0, 0.0, 9.0, 9.0]).len(), 2);
}

#[test]
fn pixels_and_values_are_inverse() {
    let figure = find("curves").expect("curves");
    let view = figure.view(&Settings::defaults(figure.controls));
    for theme in [Theme::Light, Theme::Projector] {
        let frame = Frame::new(&view.plots[0], 360.0, 240.0, theme);
        for x in [-6.0, -1.25, 0.0, 5.5] {
            // One rounding each way of numbers below a thousand.
            assert!((frame.x_at(frame.px(x)) - x).abs() < 1e-12);
            assert!((frame.y_at(frame.py(x)) - x).abs() < 1e-12);
        }
        let [left, top, right, bottom] = frame.rectangle;
        assert!(frame.contains(left, top) && !frame.contains(right + 1.0, bottom));
        assert!(frame.in_x_labels(left, bottom + 1.0) && !frame.in_x_labels(left, bottom));
    }
}

#[test]
fn every_figure_draws_in_every_theme_and_width() {
    for figure in FIGURES {
        let view = figure.view(&Settings::defaults(figure.controls));
        for theme in [Theme::Light, Theme::Dark, Theme::Projector, Theme::Print] {
            for width in [200.0, 360.0, 1024.0, 4000.0] {
                let picture = svg(&view, &figure.title.read(), figure.layout, width, theme);
                assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
                assert!(!picture.contains("NaN") && !picture.contains("inf\""));
            }
        }
    }
}

fn rule(along: Direction, at: f64, label: &str) -> Mark {
    Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along,
        at,
        label: label.to_owned(),
    }
}

/// A curve of that width, without a name in the picture.
fn line(name: &str, width: f64, piece: Vec<[f64; 2]>) -> Mark {
    Mark::Line {
        name: name.to_owned(),
        ink: Ink::Series(0),
        dash: Dash::Solid,
        width,
        pieces: vec![piece],
        label: String::new(),
    }
}

/// A level curve in the middle, with its name.
fn flat() -> Mark {
    Mark::Line {
        name: "flat".to_owned(),
        ink: Ink::Series(0),
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![vec![[0.0, 2.5], [10.0, 2.5]]],
        label: "flat".to_owned(),
    }
}

/// The name of a guide stands at the top, unless a curve runs there; a curve of a grid may lie under it.
#[test]
fn the_name_of_a_guide_is_not_on_a_curve() {
    let rule = rule(Direction::X, 5.0, "half");
    let curve = |width: f64| line("curve", width, vec![[0.0, 4.9], [10.0, 4.7]]);
    let height = |marks: Vec<Mark>| {
        let picture = drawn(plot(Framing::Axes, marks), Theme::Light);
        text_at(&picture, "half").expect("the name").1
    };
    let alone = height(vec![rule.clone()]);
    assert_eq!(height(vec![curve(0.5), rule.clone()]), alone);
    // The curve runs from 2 to 6 % of the height below the top: the next line of text is clear of it.
    let (moved, text) = (height(vec![curve(1.0), rule]) - alone, 13.0);
    assert!(moved > text && moved < 3.0 * text, "{moved}");
}

/// As much room as a name needs between a curve and the axis is found, wherever lines of text from above would end.
#[test]
fn the_name_of_a_guide_stands_under_the_foot_of_a_curve() {
    let rule = rule(Direction::X, 5.0, "half");
    let picture = |foot: f64| {
        let zigzag = (0..=40).map(|i| [5.0 + f64::from(i) / 8.0, [5.0, foot][i as usize % 2]]);
        let curve = line("curve", 1.0, zigzag.collect());
        drawn(plot(Framing::Axes, vec![curve, rule.clone()]), Theme::Light)
    };
    let at = |picture: &str, text: &str| text_at(picture, text).expect("the text").1;
    let bare = picture(5.0);
    // Along the other axis there are even numbers alone.
    let unit = (at(&bare, "1") - at(&bare, "3")) / 2.0;
    let axis = at(&bare, "1") + unit;
    // A line of text is 1.2 times 13 pixels; two more are for the strokes.
    let room = (1.2 * 13.0 + 2.0) / unit;
    for more in 0..14 {
        let foot = room + f64::from(more) / unit;
        let name = at(&picture(foot), "half");
        assert!(
            name > axis - foot * unit,
            "{more}: {name} of {axis}, the foot {foot}"
        );
    }
}

/// A level rule does not strike a name through while there is other room.
#[test]
fn the_name_of_a_curve_is_not_on_a_level() {
    let line = flat();
    let at = |picture: &str, text: &str| text_at(picture, text).expect("the text").1;
    let bare = drawn(plot(Framing::Axes, vec![line.clone()]), Theme::Light);
    let place = at(&bare, "flat");
    let unit = (at(&bare, "1") - at(&bare, "3")) / 2.0;
    let axis = at(&bare, "1") + unit;
    // Half of a line of 13 pixels, above and below.
    for offset in [-6.0, -3.0, 0.0, 3.0, 6.0] {
        let through = rule(Direction::Y, (axis - place - offset) / unit, "");
        let marks = vec![line.clone(), through];
        let moved = at(&drawn(plot(Framing::Axes, marks), Theme::Light), "flat");
        assert!(
            (moved - place - offset).abs() > 6.5,
            "{offset}: {moved} beside {place}"
        );
    }
}

/// Over points a name stands only where there is no other room, and then it is written all the same.
#[test]
fn the_name_of_a_curve_is_not_on_a_point() {
    let line = flat();
    let row = |y: f64| Mark::Points {
        name: "points".to_owned(),
        ink: Ink::Series(1),
        shape: Shape::Circle,
        hollow: false,
        size: 1.0,
        at: (0..=100).map(|i| [f64::from(i) / 10.0, y]).collect(),
    };
    let at = |marks: Vec<Mark>, text: &str| {
        let picture = drawn(plot(Framing::Axes, marks), Theme::Light);
        text_at(&picture, text).map(|at| at.1)
    };
    let level = |text: &str| at(vec![line.clone()], text).expect("the text");
    let (bare, unit) = (level("flat"), (level("1") - level("3")) / 2.0);
    let middle = level("1") - 1.5 * unit;
    let y = |pixel: f64| 2.5 + (middle - pixel) / unit;
    // Half of a line of 13 pixels around the name's own height, and around that on the other side.
    let other = 2.0 * middle - bare;
    for offset in [-6.0, -3.0, 0.0, 3.0, 6.0] {
        let moved = at(vec![line.clone(), row(y(bare + offset))], "flat").expect("the name");
        assert!(
            (moved - bare - offset).abs() > 6.5,
            "{offset}: {moved} beside {bare}"
        );
    }
    let both = vec![line.clone(), row(y(bare)), row(y(other))];
    assert!(at(both, "flat").is_some());
}

/// A name that finds no room is left to the legend; where there is none, it stands over the curve.
#[test]
fn a_name_without_room_is_written_where_no_legend_has_it() {
    let up_and_down = (0..=400).map(|i| [f64::from(i) / 40.0, 5.0 * f64::from(i % 2)]);
    let dense = Mark::Line {
        name: "dense".to_owned(),
        ink: Ink::Series(0),
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![up_and_down.collect()],
        label: "dense".to_owned(),
    };
    let plots = vec![plot(Framing::Axes, vec![dense])];
    let alone = View {
        plots,
        ..View::default()
    };
    let (ink, dash) = (Ink::Series(0), Dash::Solid);
    let beside = View {
        legend: vec![Key::new("other words", Look::Stroke { ink, dash })],
        ..alone.clone()
    };
    let is_written = |view: &View| {
        let picture = svg(view, "title", Layout::Beside, 480.0, Theme::Light);
        text_at(&picture, "dense").is_some()
    };
    assert!(is_written(&alone) && !is_written(&beside));
}
