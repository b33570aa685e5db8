//! One plot: grid, marks, frame, labels, back to front.

use super::diagram;
use super::frame::{Frame, crisp};
use super::guides;
use super::gutter;
use super::labels::{self, Spot, Wanted};
use super::marks;
use super::pen::{Anchor, Drawn, Pen, Stroke, Surface, snug_width, text_width};
use super::points;
use super::polyline::{Curve, clip, coalesced, thin};
use super::wrap::fitting;
use crate::view::{Direction, Mark, Plot};
use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{Color, RGBColor};

/// Points closer than this to the line that replaces them are not drawn, in CSS pixels.
pub const THINNING: f64 = 0.1;

/// A curve that goes up and down within so many CSS pixels is a blot there, whatever the screen.
const COLUMN: f64 = 0.5;

/// Lines thinner than this share of an ordinary series are background: a name may stand over them.
pub(super) const THIN: f64 = 1.0;

/// Draws `plot` on `width` × `height` CSS pixels of a ground that is there already.
pub fn draw<S: Surface>(plot: &Plot, pen: &mut Pen<S>, width: f64, height: f64) -> Drawn<S> {
    let frame = Frame::new(plot, width, height, pen.theme);
    pen.rimmed = plot
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Heat { .. }));
    for mark in &plot.marks {
        pen.begin(Some(mark));
        marks::behind(mark, pen, &frame)?;
    }
    pen.begin(None);
    grid(pen, &frame)?;
    let curves: Vec<Curve> = plot.marks.iter().map(|mark| curve(mark, &frame)).collect();
    for (mark, curve) in plot.marks.iter().zip(&curves) {
        pen.begin(Some(mark));
        marks::front(mark, pen, &frame, curve)?;
    }
    pen.begin(None);
    let mut taken = guides::guide_labels(&plot.marks, pen, &frame, &curves)?;
    taken.extend(guides::bar_areas(&plot.marks, &frame));
    if !plot.framing.is_diagram() {
        axes(pen, &frame)?;
    }
    diagram::words(&plot.marks, pen, &frame, &mut taken)?;
    let named = gutter::names(plot, pen, &frame, &curves)?;
    curve_labels(plot, pen, &frame, &curves, (taken, &named))
}

/// The pieces of a line mark inside the frame, thinned.
fn curve(mark: &Mark, frame: &Frame) -> Curve {
    let Mark::Line { pieces, .. } = mark else {
        return Vec::new();
    };
    let mut drawn = Vec::new();
    for piece in pieces {
        let points: Vec<(f64, f64)> = piece
            .iter()
            .map(|&[x, y]| (frame.px(x), frame.py(y)))
            .collect();
        let inside = clip(&points, frame.rectangle);
        let seen = |part: &Vec<(f64, f64)>| thin(&coalesced(part, COLUMN), THINNING);
        drawn.extend(inside.iter().map(seen));
    }
    drawn
}

fn grid<S: Surface>(pen: &mut Pen<S>, frame: &Frame) -> Drawn<S> {
    let [left, top, right, bottom] = frame.rectangle;
    let stroke = Stroke {
        colour: pen.theme.grid().to_rgba(),
        width: pen.theme.hairline(),
        pattern: &[],
    };
    for tick in &frame.x_ticks {
        let x = crisp(frame.px(tick.at));
        pen.path(&[(x, top), (x, bottom)], stroke)?;
    }
    for tick in &frame.y_ticks {
        let y = crisp(frame.py(tick.at));
        pen.path(&[(left, y), (right, y)], stroke)?;
    }
    Ok(())
}

fn axes<S: Surface>(pen: &mut Pen<S>, frame: &Frame) -> Drawn<S> {
    let [left, top, right, bottom] = frame.rectangle;
    let (text, muted) = (pen.theme.text(), pen.theme.ink(crate::view::Ink::Muted));
    let base = Stroke {
        colour: muted.mix(0.7),
        width: pen.theme.hairline(),
        pattern: &[],
    };
    pen.path(&[(left, crisp(bottom)), (right, crisp(bottom))], base)?;
    let ink = pen.theme.ink(crate::view::Ink::Text);
    for tick in &frame.x_ticks {
        let half = 0.5 * text_width(&tick.label, text);
        let x = frame
            .px(tick.at)
            .clamp(half, (frame.right_end() - 0.1 * text - half).max(half));
        let at = (x, bottom + 0.35 * text);
        pen.text(&tick.label, at, Anchor(HPos::Center, VPos::Top), ink)?;
    }
    for tick in &frame.y_ticks {
        let at = (left - 0.45 * text, frame.py(tick.at));
        pen.text(&tick.label, at, Anchor(HPos::Right, VPos::Center), ink)?;
    }
    let width = frame.right_end();
    let (middle, below) = (0.5 * (left + right), bottom + 1.6 * text);
    let room = 2.0 * middle.min(width - middle);
    let [x_name, y_name] = &frame.names;
    pen.sized_text(
        x_name,
        fitting(x_name, room, text),
        (middle, below),
        Anchor(HPos::Center, VPos::Top),
        muted,
    )?;
    let above = (2.0, top - 0.5 * text);
    pen.sized_text(
        y_name,
        fitting(y_name, width - 4.0, text),
        above,
        Anchor(HPos::Left, VPos::Bottom),
        muted,
    )
}

/// A level rule, as the curve that it is.
fn level(mark: &Mark, frame: &Frame) -> Option<Curve> {
    let [left, _, right, _] = frame.rectangle;
    match mark {
        Mark::Rule {
            along: Direction::Y,
            at,
            ..
        } => Some(vec![vec![(left, frame.py(*at)), (right, frame.py(*at))]]),
        _ => None,
    }
}

fn curve_labels<S: Surface>(
    plot: &Plot,
    pen: &mut Pen<S>,
    frame: &Frame,
    curves: &[Curve],
    (taken, named_already): (Vec<[f64; 4]>, &[bool]),
) -> Drawn<S> {
    let height = pen.theme.text();
    let named: Vec<(Wanted, (&Mark, RGBColor))> = plot
        .marks
        .iter()
        .zip(curves)
        .zip(named_already)
        .filter_map(|((mark, curve), is_named)| match mark {
            Mark::Line {
                label, ink, width, ..
            } => {
                let thin = *width < THIN;
                let text = if *is_named { "" } else { label };
                Some((Wanted { text, curve, thin }, (mark, pen.theme.ink(*ink))))
            }
            _ => None,
        })
        .collect();
    let (mut wanted, inks): (Vec<Wanted>, Vec<_>) = named.into_iter().unzip();
    // A level is as thin as a grid. An upright rule moves with the hand, and names that make way for it would jump.
    let levels: Vec<Curve> = plot.marks.iter().filter_map(|m| level(m, frame)).collect();
    wanted.extend(levels.iter().map(|curve| Wanted {
        text: "",
        curve,
        thin: true,
    }));
    let dots = points::areas(&plot.marks, frame, pen.theme);
    let places = labels::place(&wanted, taken, &dots, frame.rectangle, height, pen.alone);
    for ((name, (mark, ink)), place) in wanted.iter().zip(inks).zip(places) {
        if let (Some(Spot { at, over }), false) = (place, name.text.is_empty()) {
            pen.begin(Some(mark));
            if pen.rimmed || over {
                let (half, end) = (0.6 * height, at.0 + snug_width(name.text, height));
                let plate = pen.theme.background().mix(0.75);
                pen.rectangle((at.0 - 2.0, at.1 - half), (end + 2.0, at.1 + half), plate)?;
            }
            pen.text(name.text, at, Anchor(HPos::Left, VPos::Center), ink)?;
        }
    }
    Ok(())
}
