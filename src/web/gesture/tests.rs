//! Gestures without a browser.

use super::*;
use activation_lab::chart::Theme;
use activation_lab::figure::{
    Axis, Control, Dash, FIGURES, Figure, Framing, Ink, Mark, Role, Scale, Shape, Travel,
};
use activation_lab::language::Text;

/// A figure in the state of a link, and its first plot.
fn state(id: &str, link: &str) -> (&'static Figure, Settings, Plot) {
    let figure = FIGURES.iter().find(|figure| figure.id == id).unwrap();
    let mut settings = Settings::defaults(figure.controls);
    assert!(activation_lab::figure::link::apply(&mut settings, link).is_empty());
    let plot = figure.view(&settings).plots.remove(0);
    (figure, settings, plot)
}

fn place(plot: &Plot, x: f64, y: f64) -> Place<'_> {
    let frame = Frame::new(plot, 400.0, 300.0, Theme::Light);
    Place { plot, frame, x, y }
}

#[test]
fn every_key_press_moves_a_slider_until_its_end() {
    let (figure, mut settings, _) = state("decay", "depth=1");
    for size in ["fine", "coarse", "page"] {
        for (direction, end) in [(1, 1000.0), (-1, 1.0)] {
            let mut presses = 0;
            while settings.number("depth") != end {
                let before = settings.number("depth");
                step(&mut settings, figure.controls, "depth", direction, size);
                let moved = settings.number("depth") - before;
                assert!(moved * f64::from(direction) > 0.0, "{size} at {before}");
                presses += 1;
            }
            // A coarse step is a twentieth of the way; where two whole numbers are further apart it needs fewer.
            assert!(size == "fine" || presses <= 21, "{size}: {presses} presses");
        }
    }
}

#[test]
fn the_pointer_drags_x_and_the_strip_under_the_frame_pans() {
    let (figure, mut settings, plot) = state("curves", "");
    let at = |x: f64, y: f64| place(&plot, x, y);
    let [left, top, right, bottom] = at(0.0, 0.0).frame.rectangle;
    let middle = 0.5 * (left + right);

    let grip = down(&mut settings, figure.controls, &at(middle, top + 5.0));
    assert_eq!(settings.number("x"), 0.0);
    moved(&mut settings, figure.controls, &at(right + 50.0, top), grip);
    assert_eq!(settings.number("x"), 6.0, "held beyond the frame");

    let before = settings.clone();
    let grip = down(&mut settings, figure.controls, &at(middle, bottom + 5.0));
    assert_eq!(settings, before, "taking hold changes nothing");
    let quarter = middle - 0.25 * (right - left);
    moved(
        &mut settings,
        figure.controls,
        &at(quarter, bottom + 5.0),
        grip,
    );
    assert_eq!(settings.number("x_min"), -3.0);
    assert_eq!(settings.number("x_max"), 9.0);
}

#[test]
fn panning_stops_at_the_limit_without_squeezing_the_range() {
    let (figure, mut settings, plot) = state("curves", "");
    zoom_by(&mut settings, figure.controls, &plot, 1.0, 50.0);
    assert_eq!(settings.number("x_min"), 88.0);
    assert_eq!(settings.number("x_max"), 100.0);
}

#[test]
fn zooming_keeps_the_point_under_the_pointer_and_has_an_end() {
    let (figure, mut settings, plot) = state("curves", "");
    let under = place(&plot, 300.0, 100.0);
    let x = under.frame.x_at(300.0);
    zoom_at(&mut settings, figure.controls, &under, 0.5);
    let (from, to) = (settings.number("x_min"), settings.number("x_max"));
    // Ends are rounded to a thousandth of the width.
    assert!((to - from - 6.0).abs() <= 0.012, "{from} to {to}");
    assert!(
        (x - from - 0.5 * (x + 6.0)).abs() <= 0.006,
        "{x} in {from} to {to}"
    );
    for factor in [1e-9, 0.0, -1.0, f64::NAN, f64::INFINITY] {
        zoom_at(&mut settings, figure.controls, &under, factor);
        let width = settings.number("x_max") - settings.number("x_min");
        assert!(width >= 0.99 * NARROWEST, "factor {factor}: {width}");
    }
}

#[test]
fn a_press_beside_everything_does_nothing() {
    let (figure, mut settings, plot) = state("decay", "");
    let before = settings.clone();
    let grip = down(&mut settings, figure.controls, &place(&plot, 1.0, 1.0));
    assert!(grip.is_none() && settings == before);
}

/// A number from -3 to 3, or a unit from 1 to 4.
const fn control(id: &'static str, min: f64, max: f64, whole: bool) -> Control {
    Control {
        id,
        label: Text::new(""),
        help: Text::new(""),
        place: activation_lab::figure::Place::Main,
        role: Role::Plain,
        former: None,
        parameter_of: None,
        acts: |_| true,
        kind: Kind::Number {
            min,
            max,
            step: 0.01,
            default: if whole { min } else { 0.0 },
            travel: Travel::Linear,
            whole,
            upto: None,
            marks: &[],
        },
    }
}

static PLANE: [Control; 3] = [
    control("x1", -3.0, 3.0, false),
    control("x2", -2.0, 2.0, false),
    control("unit", 1.0, 4.0, true),
];

/// A plane with two boundary lines, a scatter and nothing at the upper left; a press on a mark picks, another moves the point.
fn plane() -> (Settings, Plot) {
    let axis = |max: f64| Axis {
        label: String::new(),
        min: -max,
        max,
        scale: Scale::Linear,
    };
    let line = |name: &str, x: f64| Mark::Line {
        name: name.to_owned(),
        ink: Ink::Muted,
        dash: Dash::Solid,
        width: 1.0,
        pieces: vec![vec![[x, -50.0], [x, -1.0]]],
        label: String::new(),
    };
    let dots = Mark::Points {
        name: "b".to_owned(),
        ink: Ink::Muted,
        shape: Shape::Circle,
        hollow: false,
        size: 1.0,
        at: vec![[2.5, 1.5], [9.0, 9.0]],
    };
    let names = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
    let plot = Plot {
        id: "plane",
        title: String::new(),
        x: axis(3.0),
        y: axis(2.0),
        framing: Framing::Equal,
        marks: vec![line("a", -2.0), line("b", 0.0), line("c", 2.0), dots],
        gestures: vec![
            Gesture::Pick {
                control: "unit",
                names,
            },
            Gesture::Point { x: "x1", y: "x2" },
        ],
        weight: 1.0,
    };
    (Settings::defaults(&PLANE), plot)
}

/// A press at plot coordinates, `right` pixels to their right.
fn press(settings: &mut Settings, plot: &Plot, at: [f64; 2], right: f64) -> Option<Grip> {
    let frame = place(plot, 0.0, 0.0).frame;
    let under = place(plot, frame.px(at[0]) + right, frame.py(at[1]));
    down(settings, &PLANE, &under)
}

#[test]
fn a_press_moves_both_coordinates_and_a_drag_stops_at_the_edge() {
    let (mut settings, plot) = plane();
    let grip = press(&mut settings, &plot, [-1.0, 1.25], 0.0);
    // The pointer means a place to the hundredth of a unit: a pixel is about 1/60.
    assert!((settings.number("x1") + 1.0).abs() <= 0.01);
    assert!((settings.number("x2") - 1.25).abs() <= 0.01);
    assert_eq!(settings.number("unit"), 1.0);
    moved(&mut settings, &PLANE, &place(&plot, 1e4, -1e4), grip);
    assert_eq!(settings.number("x1"), 3.0, "held by the control's own end");
    assert_eq!(settings.number("x2"), 2.0);
}

#[test]
fn a_press_picks_the_nearest_mark_of_several_with_one_name() {
    let (mut settings, plot) = plane();
    for (at, right, unit) in [
        ([2.0, -1.5], 10.0, 3.0),
        ([0.0, -1.5], -20.0, 2.0),
        // A dot stands for the same unit as its line.
        ([2.5, 1.5], 3.0, 2.0),
        ([-2.0, -1.0], 0.0, 1.0),
    ] {
        assert!(press(&mut settings, &plot, at, right).is_none());
        assert_eq!(settings.number("unit"), unit, "at {at:?}");
        assert_eq!(settings.number("x1"), 0.0, "the point stays");
    }
    // Beyond the reach of a fingertip, and above the line's end: the next gesture's.
    assert!(press(&mut settings, &plot, [0.0, -1.5], NEAR + 3.0).is_some());
    assert_eq!(settings.number("unit"), 1.0);
    assert!(press(&mut settings, &plot, [0.0, 0.5], 0.0).is_some());
}

#[test]
fn what_is_not_seen_is_not_picked() {
    let (mut settings, mut plot) = plane();
    let frame = place(&plot, 0.0, 0.0).frame;
    let [_, top, right, _] = frame.rectangle;
    let at = |x: f64| vec![[frame.x_at(x), -9.0], [frame.x_at(x), 9.0]];
    for (beyond, unit) in [(8.0, 1.0), (-8.0, 4.0)] {
        plot.marks.push(Mark::Line {
            name: "d".to_owned(),
            ink: Ink::Muted,
            dash: Dash::Solid,
            width: 1.0,
            pieces: vec![at(right + beyond)],
            label: String::new(),
        });
        down(&mut settings, &PLANE, &place(&plot, right - 2.0, top + 2.0));
        assert_eq!(settings.number("unit"), unit, "{beyond} px beyond the edge");
    }
}

#[test]
fn the_cursor_tells_what_a_press_does() {
    let (settings, plot) = plane();
    let frame = place(&plot, 0.0, 0.0).frame;
    let over = |x: f64, y: f64| place(&plot, frame.px(x), frame.py(y));
    assert_eq!(cursor(&settings, &over(0.1, 0.1)), "grab");
    assert_eq!(cursor(&settings, &over(-2.0, 1.0)), "move");
    assert_eq!(cursor(&settings, &over(2.0, -1.5)), "pointer");
    assert_eq!(cursor(&settings, &place(&plot, 1.0, 1.0)), "");
    assert!(holds(&settings, &over(0.1, 0.1)) && !holds(&settings, &over(1.0, 1.0)));
}
