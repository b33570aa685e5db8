//! What a pointer, a wheel, a key or a zoom button does to the settings.

use activation_lab::chart::{self, Frame};
use activation_lab::figure::{Control, Gesture, Kind, Plot, Settings};

/// Narrowest range that zooming in reaches; below it the axis labels repeat.
const NARROWEST: f64 = 0.01;

/// A press this near to a mark means the mark, in CSS pixels: half of the 44 that a fingertip needs.
const NEAR: f64 = 22.0;

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
    /// The values of two controls: a point in the plane.
    Point(&'static str, &'static str),
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
    let mut grip = None;
    for gesture in &place.plot.gestures {
        grip = match gesture {
            Gesture::Drag { control } | Gesture::Hover { control } => Some(Grip::Value(control)),
            Gesture::Point { x, y } => Some(Grip::Point(x, y)),
            Gesture::Pick { control, names } => match picked(place, names) {
                Some(index) => {
                    let first = limits(controls, control).0;
                    settings.set_number(control, first + index as f64);
                    return None;
                }
                None => None,
            },
            Gesture::PanZoom { .. } => None,
        };
        if grip.is_some() {
            break;
        }
    }
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
        Some(Grip::Point(x, y)) => {
            let frame = &place.frame;
            let (px, py) = frame.nearest(place.x, place.y);
            settings.set_number(x, rounded(frame.x_at(px), pixel(frame)));
            settings.set_number(y, rounded(frame.y_at(py), pixel_y(frame)));
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

/// A move without a press: the settings that show what is there, to be thrown away when the pointer leaves.
pub fn hover(settings: &mut Settings, place: &Place) {
    if place.frame.contains(place.x, place.y) {
        for gesture in &place.plot.gestures {
            if let Gesture::Hover { control } = *gesture {
                let x = place.frame.x_at(place.x);
                settings.set_number(control, rounded(x, pixel(&place.frame)));
            }
        }
    }
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
pub fn cursor(settings: &Settings, place: &Place) -> &'static str {
    if place.frame.in_x_labels(place.x, place.y) && range_controls(place.plot).is_some() {
        return "grab";
    }
    if !place.frame.contains(place.x, place.y) {
        return "";
    }
    let cursor = |gesture: &Gesture| match gesture {
        Gesture::Pick { names, .. } => picked(place, names).map(|_| "pointer"),
        Gesture::Point { .. } if holds(settings, place) => Some("grab"),
        Gesture::Point { .. } => Some("move"),
        Gesture::Drag { .. } => Some("ew-resize"),
        Gesture::Hover { .. } | Gesture::PanZoom { .. } => None,
    };
    let mut found = place.plot.gestures.iter().filter_map(cursor);
    found.next().unwrap_or_default()
}

/// Whether a press here takes hold of the point that the plot's two controls stand for: there a finger drags instead of scrolling the page.
pub fn holds(settings: &Settings, place: &Place) -> bool {
    place.plot.gestures.iter().any(|gesture| match gesture {
        Gesture::Point { x, y } => {
            let (x, y) = (settings.number(x), settings.number(y));
            let away = (place.frame.px(x) - place.x, place.frame.py(y) - place.y);
            libm::hypot(away.0, away.1) <= NEAR
        }
        _ => false,
    })
}

/// The index of the name whose marks are nearest to the pointer and near enough; of equals the first.
fn picked(place: &Place, names: &[String]) -> Option<usize> {
    let away = |(index, name): (usize, &String)| {
        let distance = chart::distance(place.plot, &place.frame, name, (place.x, place.y))?;
        (distance <= NEAR).then_some((index, distance))
    };
    let near = names.iter().enumerate().filter_map(away);
    near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|found| found.0)
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

/// Units of y per CSS pixel.
fn pixel_y(frame: &Frame) -> f64 {
    (frame.y_at(1.0) - frame.y_at(0.0)).abs()
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
mod tests;
