//! How far a pointer is from what is drawn.

use super::diagram::edge_path;
use super::frame::Frame;
use super::polyline::clip;
use crate::view::{Bar, Mark, Plot};

/// CSS pixels between a place and the nearest visible part of the marks of that name; none where nothing of that name is seen.
pub fn distance(plot: &Plot, frame: &Frame, name: &str, at: (f64, f64)) -> Option<f64> {
    let named = plot.marks.iter().filter(|mark| name_of(mark) == Some(name));
    let reaches = named.filter_map(|mark| reach(mark, frame, at));
    reaches.min_by(f64::total_cmp)
}

/// The mark that is nearest to a place, if it is within so many CSS pixels; of equals the one on top.
pub fn nearest<'a>(plot: &'a Plot, frame: &Frame, at: (f64, f64), within: f64) -> Option<&'a Mark> {
    let reaches = plot.marks.iter().rev().filter_map(|mark| {
        let far = reach(mark, frame, at)?;
        (far <= within).then_some((mark, far))
    });
    reaches
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|near| near.0)
}

fn name_of(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Line { name, .. }
        | Mark::Edge { name, .. }
        | Mark::Points { name, .. }
        | Mark::Node { name, .. } => Some(name),
        _ => None,
    }
}

fn reach(mark: &Mark, frame: &Frame, at: (f64, f64)) -> Option<f64> {
    let pixel = |&[x, y]: &[f64; 2]| (frame.px(x), frame.py(y));
    let line = |path: &[(f64, f64)]| nearest_on(&clip(path, frame.rectangle), at);
    match mark {
        Mark::Line { pieces, .. } => pieces
            .iter()
            .filter_map(|piece| line(&piece.iter().map(pixel).collect::<Vec<_>>()))
            .min_by(f64::total_cmp),
        Mark::Edge { from, to, bend, .. } => line(&edge_path(frame, *from, *to, *bend)),
        Mark::Points { at: points, .. } => points
            .iter()
            .map(pixel)
            .filter(|point| frame.contains(point.0, point.1))
            .map(|point| between(point, at))
            .min_by(f64::total_cmp),
        Mark::Node { x, y, radius, .. } => {
            let centre = pixel(&[*x, *y]);
            let seen = frame.contains(centre.0, centre.1);
            seen.then(|| (between(centre, at) - radius * frame.text).max(0.0))
        }
        Mark::Bars { width, bars, .. } => bars
            .iter()
            .any(|bar| holds(bar, *width, frame, at))
            .then_some(0.0),
        _ => None,
    }
}

/// Whether a place lies in a bar.
fn holds(bar: &Bar, width: f64, frame: &Frame, (x, y): (f64, f64)) -> bool {
    let (a, b) = (frame.py(bar.from), frame.py(bar.to));
    let [left, right] = [-0.5, 0.5].map(|side| frame.px(bar.x + side * width));
    let (top, bottom) = (a.min(b), a.max(b));
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

fn nearest_on(pieces: &[Vec<(f64, f64)>], at: (f64, f64)) -> Option<f64> {
    let segments = pieces.iter().flat_map(|piece| piece.windows(2));
    segments
        .map(|ends| to_segment(ends[0], ends[1], at))
        .min_by(f64::total_cmp)
}

fn to_segment(a: (f64, f64), b: (f64, f64), at: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let along = (at.0 - a.0) * dx + (at.1 - a.1) * dy;
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 {
        (along / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    between((a.0 + share * dx, a.1 + share * dy), at)
}

fn between(a: (f64, f64), b: (f64, f64)) -> f64 {
    libm::hypot(a.0 - b.0, a.1 - b.1)
}
