//! Gestures without a browser.

use super::*;
use crate::chart::Theme;
use crate::figure::{FIGURES, Figure};

/// A figure in the state of a link, and its first plot.
fn state(id: &str, link: &str) -> (&'static Figure, Settings, Plot) {
    let figure = FIGURES.iter().find(|figure| figure.id == id).unwrap();
    let mut settings = Settings::defaults(figure.controls);
    assert!(super::super::link::apply(&mut settings, link).is_empty());
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
