//! What a pointer, a wheel, a key or a zoom button does to the settings.

use crate::chart::Frame;
use crate::figure::{Control, Gesture, Kind, Plot, Settings};

/// Narrowest range that zooming in reaches; below it the axis labels repeat.
const NARROWEST: f64 = 0.01;

/// A point of a plot under the pointer, in CSS pixels.
pub struct Place<'a> {
    /// The plot.
    pub plot: &'a Plot,
    /// Its geometry.
    pub frame: Frame,
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// What a pressed pointer holds.
#[derive(Clone, Copy)]
pub enum Grip {
    /// The value of this control.
    Value(&'static str),
    /// The strip of x labels: the range and the place where it was taken.
    Strip { from: f64, to: f64, at: f64 },
}

/// A press: it takes hold of the strip of labels, or moves a value to the pointer and holds it.
pub fn down(settings: &mut Settings, controls: &[Control], place: &Place) -> Option<Grip> {
    if place.frame.in_x_labels(place.x, place.y) && range_controls(place.plot).is_some() {
        let axis = &place.plot.x;
        return Some(Grip::Strip {
            from: axis.min,
            to: axis.max,
            at: place.x,
        });
    }
    if !place.frame.contains(place.x, place.y) {
        return None;
    }
    let grip = place
        .plot
        .gestures
        .iter()
        .find_map(|gesture| match *gesture {
            Gesture::Drag { control } | Gesture::Hover { control } => Some(Grip::Value(control)),
            Gesture::PanZoom { .. } => None,
        });
    moved(settings, controls, place, grip)
}

/// A move with a press; goes on outside the frame.
pub fn moved(
    settings: &mut Settings,
    controls: &[Control],
    place: &Place,
    grip: Option<Grip>,
) -> Option<Grip> {
    match grip {
        Some(Grip::Value(control)) => {
            let axis = &place.plot.x;
            let x = place.frame.x_at(place.x).clamp(axis.min, axis.max);
            settings.set_number(control, rounded(x, pixel(&place.frame)));
        }
        Some(Grip::Strip { from, to, at }) => {
            // Both ends of the frame move with the range, so units per pixel are those of the start.
            let shift = (at - place.x) * pixel(&place.frame);
            set_range(settings, controls, place.plot, from + shift, to + shift);
        }
        None => {}
    }
    grip
}

/// A move without a press.
pub fn hover(settings: &mut Settings, place: &Place) -> Option<Grip> {
    if place.frame.contains(place.x, place.y) {
        for gesture in &place.plot.gestures {
            if let Gesture::Hover { control } = *gesture {
                let x = place.frame.x_at(place.x);
                settings.set_number(control, rounded(x, pixel(&place.frame)));
            }
        }
    }
    None
}

/// Widens the range by `factor` around the pointer.
pub fn zoom_at(
    settings: &mut Settings,
    controls: &[Control],
    place: &Place,
    factor: f64,
) -> Option<Grip> {
    let axis = &place.plot.x;
    let centre = place.frame.x_at(place.x).clamp(axis.min, axis.max);
    widen(settings, controls, place.plot, centre, factor);
    None
}

/// Widens the range by `factor` around its middle and shifts it by `shift` widths.
pub fn zoom_by(
    settings: &mut Settings,
    controls: &[Control],
    plot: &Plot,
    factor: f64,
    shift: f64,
) {
    let middle = 0.5 * (plot.x.min + plot.x.max);
    if shift == 0.0 {
        return widen(settings, controls, plot, middle, factor);
    }
    let shift = shift * (plot.x.max - plot.x.min);
    set_range(
        settings,
        controls,
        plot,
        plot.x.min + shift,
        plot.x.max + shift,
    );
}

/// One press of an arrow or page key on a slider. Always moves the value, unless it is at the end.
pub fn step(settings: &mut Settings, controls: &[Control], id: &str, direction: i32, size: &str) {
    let (Some(position), whole) = (settings.position(id), is_whole(controls, id)) else {
        return;
    };
    let up = direction > 0;
    if whole && size == "fine" {
        let one = if up { 1.0 } else { -1.0 };
        return settings.set_number(id, settings.number(id) + one);
    }
    let positions = settings.positions(id);
    let mut stride = match size {
        "fine" => 1,
        "page" => positions.div_ceil(10),
        _ => positions.div_ceil(20),
    };
    let (before, mut position) = (settings.number(id), position);
    loop {
        position = if up {
            (position + stride).min(positions)
        } else {
            position.saturating_sub(stride)
        };
        settings.set_position(id, position);
        // Several positions of a logarithmic slider share one whole number.
        if settings.number(id) != before || position == 0 || position == positions {
            return;
        }
        stride = 1;
    }
}

/// The CSS cursor that says what a press would do.
pub fn cursor(place: &Place) -> &'static str {
    if place.frame.in_x_labels(place.x, place.y) && range_controls(place.plot).is_some() {
        return "grab";
    }
    let drags = |gesture: &Gesture| matches!(gesture, Gesture::Drag { .. });
    if place.frame.contains(place.x, place.y) && place.plot.gestures.iter().any(drags) {
        return "ew-resize";
    }
    ""
}

fn range_controls(plot: &Plot) -> Option<(&'static str, &'static str)> {
    plot.gestures.iter().find_map(|gesture| match *gesture {
        Gesture::PanZoom { min, max } => Some((min, max)),
        _ => None,
    })
}

fn widen(settings: &mut Settings, controls: &[Control], plot: &Plot, centre: f64, factor: f64) {
    let (from, to) = (plot.x.min, plot.x.max);
    let narrowest = NARROWEST / (to - from);
    if factor.is_finite() && factor > 0.0 {
        let factor = factor.max(narrowest);
        let end = |x: f64| centre + (x - centre) * factor;
        set_range(settings, controls, plot, end(from), end(to));
    }
}

/// Sets both ends; at the limit of their controls the range stops instead of being squeezed.
fn set_range(settings: &mut Settings, controls: &[Control], plot: &Plot, from: f64, to: f64) {
    let Some((min, max)) = range_controls(plot) else {
        return;
    };
    let width = to - from;
    let (lowest, highest) = (limits(controls, min).0, limits(controls, max).1);
    let from = from.min(highest - width).max(lowest);
    // A thousandth of the width is less than a pixel, and keeps links short.
    let grain = width / 1000.0;
    settings.set_number(min, rounded(from, grain));
    settings.set_number(max, rounded(from + width, grain));
}

fn limits(controls: &[Control], id: &str) -> (f64, f64) {
    let control = controls.iter().find(|control| control.id == id);
    match control.map(|control| &control.kind) {
        Some(Kind::Number { min, max, .. }) => (*min, *max),
        _ => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

fn is_whole(controls: &[Control], id: &str) -> bool {
    let control = controls.iter().find(|control| control.id == id);
    matches!(
        control.map(|c| &c.kind),
        Some(Kind::Number { whole: true, .. })
    )
}

/// Units of x per CSS pixel.
fn pixel(frame: &Frame) -> f64 {
    (frame.x_at(1.0) - frame.x_at(0.0)).abs()
}

/// The nearest number with no more decimals than `grain` can tell apart: what a pointer means, and a short link.
fn rounded(x: f64, grain: f64) -> f64 {
    let exponent = libm::floor(libm::log10(grain));
    // Dividing by a power of ten is exact where multiplying by 0.001 is not.
    if exponent < 0.0 {
        let per_unit = libm::pow(10.0, -exponent);
        return libm::round(x * per_unit) / per_unit;
    }
    let unit = libm::pow(10.0, exponent);
    libm::round(x / unit) * unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Theme;
    use crate::figure::{FIGURES, Figure};

    /// A figure in the state of a link, and its first plot.
    fn state(id: &str, link: &str) -> (&'static Figure, Settings, Plot) {
        let figure = FIGURES.iter().find(|figure| figure.id == id).unwrap();
        let mut settings = Settings::defaults(figure.controls);
        assert!(super::super::link::apply(&mut settings, link).is_empty());
        let plot = (figure.view)(&settings).plots.remove(0);
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
}
