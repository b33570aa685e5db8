//! The names of guides, and where no other name may stand.

use super::draw::THIN;
use super::frame::Frame;
use super::labels::overlap;
use super::pen::{Anchor, Pen, Surface, text_width};
use super::polyline::{Curve, crosses};
use crate::view::{Bar, Direction, Ink, Mark};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingErrorKind;

/// The names of upright rules and bands, as high in the frame as neither a curve nor another name is in the way; where each height has a curve in it, as high as no other name stands, and nowhere where there is no room.
/// Returns the areas they take.
pub fn guide_labels<S: Surface>(
    marks: &[Mark],
    pen: &mut Pen<S>,
    frame: &Frame,
    curves: &[Curve],
) -> Result<Vec<[f64; 4]>, DrawingErrorKind<S::ErrorType>> {
    let [left, top, right, bottom] = frame.rectangle;
    let height = pen.theme.text();
    let tall = 1.2 * height;
    let seen = |mark: &Mark| matches!(mark, Mark::Line { width, .. } if *width >= THIN);
    let data: Vec<&Curve> = (marks.iter().zip(curves))
        .filter_map(|(mark, curve)| seen(mark).then_some(curve))
        .collect();
    let is_on_data = |area: [f64; 4]| {
        let mut pieces = data.iter().flat_map(|curve| curve.iter());
        pieces.any(|piece| crosses(piece, area))
    };
    let mut taken: Vec<[f64; 4]> = Vec::new();
    for (text, ink, from, to) in marks.iter().filter_map(|mark| guide(mark, frame)) {
        let width = text_width(text, height);
        let x = match (from == to, from + width + 0.4 * height < right) {
            (true, true) => from + 0.4 * height,
            (true, false) => from - 0.4 * height - width,
            (false, _) if to - from < width => continue,
            (false, _) => 0.5 * (from + to - width),
        };
        if text.is_empty() || from < left - 1.0 || to > right + 1.0 {
            continue;
        }
        let first = top + 0.2 * height;
        let area = |y: f64| [x, y, x + width, y + tall];
        let lines = std::iter::successors(Some(first), |y| Some(y + tall + 1.0));
        let lines = lines.take_while(|&y| y == first || area(y)[3] < bottom);
        // Under the foot of a curve there may be room that no line from above comes to.
        let lowest = bottom - tall - 1.0;
        let lines = lines.chain((lowest > first).then_some(lowest));
        let mut free = lines.filter(|&y| !taken.iter().any(|&other| overlap(area(y), other)));
        let Some(highest) = free.next() else {
            continue;
        };
        let mut clear = std::iter::once(highest).chain(free);
        let y = clear.find(|&y| !is_on_data(area(y))).unwrap_or(highest);
        taken.push(area(y));
        let [a, b, c, d] = area(y);
        let halo = pen.theme.background().mix(0.75);
        pen.rectangle((a, b), (c, d), halo)?;
        let colour = pen.theme.ink(ink);
        pen.text(text, (x, y), Anchor(HPos::Left, VPos::Top), colour)?;
    }
    Ok(taken)
}

/// A guide's name, its ink, and the pixels between which it stands.
fn guide<'a>(mark: &'a Mark, frame: &Frame) -> Option<(&'a str, Ink, f64, f64)> {
    let [left, _, right, _] = frame.rectangle;
    match mark {
        Mark::Rule {
            ink,
            along: Direction::X,
            at,
            label,
            ..
        } => Some((label, *ink, frame.px(*at), frame.px(*at))),
        Mark::Band {
            ink,
            along: Direction::X,
            from,
            to,
            label,
            ..
        } => {
            let x = |v: f64| frame.px(v).clamp(left, right);
            Some((label, *ink, x(*from), x(*to)))
        }
        _ => None,
    }
}

/// Where bars stand: no name is written on them.
pub fn bar_areas(marks: &[Mark], frame: &Frame) -> Vec<[f64; 4]> {
    let area = |bar: &Bar| {
        let (a, b) = (frame.py(bar.from), frame.py(bar.to));
        [
            frame.px(bar.x - 0.5),
            a.min(b),
            frame.px(bar.x + 0.5),
            a.max(b),
        ]
    };
    let bars = marks.iter().filter_map(|mark| match mark {
        Mark::Bars { bars, .. } => Some(bars),
        _ => None,
    });
    bars.flatten().map(area).collect()
}
