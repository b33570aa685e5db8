//! How far a pointer is from what is drawn.

use super::diagram::edge_path;
use super::frame::Frame;
use super::polyline::clip;
use crate::view::{Mark, Plot};

/// CSS pixels between a place and the nearest visible part of the marks of that name; none where nothing of that name is seen.
pub fn distance(plot: &Plot, frame: &Frame, name: &str, at: (f64, f64)) -> Option<f64> {
    let named = plot
        .marks
        .iter()
        .filter_map(|mark| reach(mark, frame, name, at));
    named.min_by(f64::total_cmp)
}

fn reach(mark: &Mark, frame: &Frame, wanted: &str, at: (f64, f64)) -> Option<f64> {
    let pixel = |&[x, y]: &[f64; 2]| (frame.px(x), frame.py(y));
    let line = |path: &[(f64, f64)]| nearest_on(&clip(path, frame.rectangle), at);
    match mark {
        Mark::Line { name, pieces, .. } if name == wanted => pieces
            .iter()
            .filter_map(|piece| line(&piece.iter().map(pixel).collect::<Vec<_>>()))
            .min_by(f64::total_cmp),
        Mark::Edge {
            name,
            from,
            to,
            bend,
            ..
        } if name == wanted => line(&edge_path(frame, *from, *to, *bend)),
        Mark::Points {
            name, at: points, ..
        } if name == wanted => points
            .iter()
            .map(pixel)
            .filter(|point| frame.contains(point.0, point.1))
            .map(|point| between(point, at))
            .min_by(f64::total_cmp),
        Mark::Node {
            name, x, y, radius, ..
        } if name == wanted => {
            let centre = pixel(&[*x, *y]);
            let seen = frame.contains(centre.0, centre.1);
            seen.then(|| (between(centre, at) - radius * frame.text).max(0.0))
        }
        _ => None,
    }
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
