//! Nodes, the edges between them, and free text.

use super::frame::Frame;
use super::labels::{around, covered, inside, middle};
use super::pen::{Anchor, Drawn, Pen, Stroke, Surface, snug_width};
use super::polyline::clip;
use super::theme::dash_pattern;
use super::wrap::fitting;
use crate::view::{Align, Dash, Ink, Mark, Side};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// Straight pieces of a bent edge.
const PIECES: usize = 32;

/// Where an edge's label may stand: a share of the edge's length, and text heights to the left of it. The middle first.
const PLACES: [(f64, f64); 11] = [
    (0.5, 0.0),
    (0.42, 0.0),
    (0.58, 0.0),
    (0.34, 0.0),
    (0.66, 0.0),
    (0.5, 1.0),
    (0.5, -1.0),
    (0.5, 1.8),
    (0.5, -1.8),
    (0.5, 2.6),
    (0.5, -2.6),
];

/// An edge's label that must cover more of other things than this share of itself is left out: the readouts have its number too.
const CROWDED: f64 = 0.12;

const CENTRE: Anchor = Anchor(HPos::Center, VPos::Center);

/// The path of an edge in CSS pixels: a parabola over its chord.
pub fn edge_path(frame: &Frame, from: [f64; 2], to: [f64; 2], bend: f64) -> Vec<(f64, f64)> {
    let ends = [from, to].map(|[x, y]| (frame.px(x), frame.py(y)));
    if bend == 0.0 {
        return ends.to_vec();
    }
    let at = |i: usize| edge_at(ends, bend, i as f64 / PIECES as f64);
    (0..=PIECES).map(at).collect()
}

/// The point of an edge at a share of its length. y points down here, so the left of a direction is (dy, -dx).
fn edge_at([a, b]: [(f64, f64); 2], bend: f64, share: f64) -> (f64, f64) {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let height = 4.0 * bend * share * (1.0 - share);
    (
        a.0 + share * dx + height * dy,
        a.1 + share * dy - height * dx,
    )
}

/// The line of an edge.
pub fn edge<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    path: &[(f64, f64)],
    (ink, dash, width): (Ink, Dash, f64),
) -> Drawn<S> {
    let stroke = Stroke {
        colour: pen.theme.ink(ink).to_rgba(),
        width: pen.theme.stroke() * width,
        pattern: dash_pattern(dash),
    };
    let pieces = clip(path, frame.rectangle);
    pieces
        .iter()
        .try_for_each(|piece| pen.stroke(piece, stroke))
}

/// The disc of a node with its label; not drawn where its middle lies outside the frame.
pub fn node<S: Surface>(
    pen: &mut Pen<S>,
    centre: (f64, f64),
    radius: f64,
    (ink, fill): (Ink, f64),
    label: &str,
) -> Drawn<S> {
    let theme = pen.theme;
    let (radius, line) = (radius * theme.text(), 0.75 * theme.stroke());
    let ground = theme.tint(theme.ink(ink), fill);
    // The rim lets edges end just before the disc.
    pen.disc(centre, radius + line, theme.background())?;
    pen.disc(centre, radius, ground)?;
    pen.ring(centre, radius - 0.5 * line, theme.ink(ink), line)?;
    if label.is_empty() {
        return Ok(());
    }
    pen.text(label, centre, CENTRE, theme.text_on(ground))
}

/// What is written beside nodes, on edges and anywhere; above all lines. Adds the areas it takes to `taken`.
pub fn words<S: Surface>(
    marks: &[Mark],
    pen: &mut Pen<S>,
    frame: &Frame,
    taken: &mut Vec<[f64; 4]>,
) -> Drawn<S> {
    taken.extend(
        marks
            .iter()
            .filter_map(|mark| disc_area(mark, pen.theme.text(), frame)),
    );
    for mark in marks {
        let Some((text, area, ink, height)) = written(mark, pen.theme.text(), frame) else {
            continue;
        };
        taken.push(area);
        pen.begin(Some(mark));
        plate(pen, area)?;
        pen.sized_text(text, height, middle(area), CENTRE, pen.theme.ink(ink))?;
    }
    for mark in marks {
        let Mark::Edge {
            from,
            to,
            bend,
            label,
            ..
        } = mark
        else {
            continue;
        };
        let ends = [from, to].map(|[x, y]| (frame.px(*x), frame.py(*y)));
        let height = pen.theme.text();
        let length = libm::hypot(ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
        let place = |&(share, aside): &(f64, f64)| {
            // A parabola lifted by a constant is lifted by 4·bend·s·(1 − s) more bend.
            let lift = aside * height / (4.0 * share * (1.0 - share) * length.max(1.0));
            let area = around(edge_at(ends, bend + lift, share), label, height);
            inside(area, frame.room)
        };
        let finite = ends
            .iter()
            .all(|end| end.0.is_finite() && end.1.is_finite());
        if label.is_empty() || !finite {
            continue;
        }
        // The first of the places that cover least of what stands there already.
        let least = |a: &[f64; 4], b: &[f64; 4]| covered(*a, taken).total_cmp(&covered(*b, taken));
        let Some(area) = PLACES.iter().map(place).min_by(least) else {
            continue;
        };
        let size = (area[2] - area[0]) * (area[3] - area[1]);
        if covered(area, taken) > CROWDED * size {
            continue;
        }
        taken.push(area);
        pen.begin(Some(mark));
        plate(pen, area)?;
        pen.text(label, middle(area), CENTRE, pen.theme.ink(Ink::Text))?;
    }
    Ok(())
}

/// The background behind words that stand on something.
fn plate<S: Surface>(pen: &mut Pen<S>, [left, top, right, bottom]: [f64; 4]) -> Drawn<S> {
    let colour = pen.theme.background().mix(0.88);
    pen.rectangle((left, top), (right, bottom), colour)
}

fn disc_area(mark: &Mark, text: f64, frame: &Frame) -> Option<[f64; 4]> {
    let Mark::Node { x, y, radius, .. } = mark else {
        return None;
    };
    let (x, y, r) = (frame.px(*x), frame.py(*y), radius * text);
    Some([x - r, y - r, x + r, y + r])
}

/// Captions of nodes, names of dots and free text: what, where, its ink and its height.
fn written<'a>(mark: &'a Mark, text: f64, frame: &Frame) -> Option<(&'a str, [f64; 4], Ink, f64)> {
    let (words, area, ink, height) = match mark {
        Mark::Node {
            x,
            y,
            radius,
            caption,
            side,
            ..
        } => {
            let away = (radius + 0.85) * text;
            let down = match side {
                Side::Above => -away,
                Side::Below => away,
            };
            let at = (frame.px(*x), frame.py(*y) + down);
            (caption, around(at, caption, text), Ink::Muted, text)
        }
        Mark::Dot {
            ink, x, y, label, ..
        } => {
            let (x, y) = (frame.px(*x), frame.py(*y));
            if !frame.contains(x, y) {
                return None;
            }
            let half = 0.5 * snug_width(label, text) + 0.7 * text;
            let beyond = x + 2.0 * half > frame.room[2];
            let at = (if beyond { x - half } else { x + half }, y - 0.7 * text);
            (label, around(at, label, text), *ink, text)
        }
        Mark::Text {
            ink,
            x,
            y,
            align,
            size,
            text: words,
        } => {
            // A narrow sheet has no room for long words.
            let height = fitting(words, frame.room[2] - frame.room[0], size * text);
            let half = 0.5 * snug_width(words, height);
            let shift = match align {
                Align::Start => half,
                Align::Middle => 0.0,
                Align::End => -half,
            };
            let at = (frame.px(*x) + shift, frame.py(*y));
            (words, around(at, words, height), *ink, height)
        }
        _ => return None,
    };
    let drawn = !words.is_empty() && area.iter().all(|side| side.is_finite());
    drawn.then(|| (words.as_str(), inside(area, frame.room), ink, height))
}
