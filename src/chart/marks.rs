//! How each kind of mark is drawn.

use super::diagram;
use super::frame::{Frame, crisp};
use super::heat::heat;
use super::pen::{Drawn, Pen, Stroke, Surface};
use super::points::{Look, dot, points};
use super::polyline::Curve;
use super::theme::dash_pattern;
use crate::view::{Bar, Dash, Direction, Ink, Mark};
use plotters::style::{Color, RGBAColor};

/// Columns of a lattice that stand so far apart, in CSS pixels, have room for connections of full width.
const ROOMY: f64 = 45.0;

/// The largest disc of a lattice, as a share of the height of its cell: neighbours do not touch.
const SNUG: f64 = 0.42;

/// Bars narrower than this, in CSS pixels, are drawn as one silhouette.
const SILHOUETTE: f64 = 3.0;

/// What lies behind the grid: tints and bars.
pub fn behind<S: Surface>(mark: &Mark, pen: &mut Pen<S>, frame: &Frame) -> Drawn<S> {
    match mark {
        Mark::Band {
            ink,
            along,
            from,
            to,
            hatched,
            ..
        } => band(pen, frame, *ink, *along, (*from, *to), *hatched),
        Mark::Area {
            ink, base, points, ..
        } => area(pen, frame, *ink, *base, points),
        _ => Ok(()),
    }
}

/// What lies before the grid.
pub fn front<S: Surface>(mark: &Mark, pen: &mut Pen<S>, frame: &Frame, curve: &Curve) -> Drawn<S> {
    match mark {
        Mark::Line {
            ink, dash, width, ..
        } => {
            let stroke = Stroke {
                colour: pen.theme.ink(*ink).to_rgba(),
                width: pen.theme.stroke() * width,
                pattern: dash_pattern(*dash),
            };
            curve.iter().try_for_each(|piece| pen.stroke(piece, stroke))
        }
        Mark::Bars {
            ink,
            width,
            faint,
            bars,
            ..
        } => {
            let colour = pen.theme.ink(*ink).mix(if *faint { 0.3 } else { 0.85 });
            draw_bars(pen, frame, bars, *width, colour)
        }
        Mark::Zeros { ink, at, .. } => zeros(pen, frame, *ink, at),
        Mark::Rule {
            ink,
            dash,
            along,
            at,
            ..
        } => rule(pen, frame, *ink, *dash, *along, *at),
        Mark::Dot {
            ink, x, y, hollow, ..
        } => dot(pen, frame, *ink, (*x, *y), *hollow),
        Mark::Heat {
            field, ramp, cells, ..
        } => heat(pen, frame, field, ramp, *cells),
        &Mark::Points {
            ink,
            shape,
            hollow,
            size,
            ref at,
            ..
        } => {
            let look = Look {
                ink,
                shape,
                hollow,
                size,
            };
            points(pen, frame, look, at)
        }
        Mark::Edge {
            ink,
            dash,
            width,
            from,
            to,
            bend,
            ..
        } => {
            let path = diagram::edge_path(frame, *from, *to, *bend);
            // Between columns that stand close, thick lines would be one blot.
            let width = width * (frame.cell[0] / ROOMY).min(1.0);
            diagram::edge(pen, frame, &path, (*ink, *dash, width))
        }
        Mark::Node {
            ink,
            x,
            y,
            radius,
            fill,
            label,
            ..
        } => {
            let centre = (frame.px(*x), frame.py(*y));
            if !frame.contains(centre.0, centre.1) {
                return Ok(());
            }
            let between = frame.cell[0].min(frame.cell[1]);
            let radius = radius.min(SNUG * between / frame.text);
            diagram::node(pen, centre, radius, (*ink, *fill), label)
        }
        Mark::Band { .. } | Mark::Area { .. } | Mark::Text { .. } => Ok(()),
    }
}

fn band<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    ink: Ink,
    along: Direction,
    (from, to): (f64, f64),
    hatched: bool,
) -> Drawn<S> {
    let [left, top, right, bottom] = frame.rectangle;
    let (a, b) = match along {
        Direction::X => {
            let x = |v: f64| frame.px(v).clamp(left, right);
            ((x(from), top), (x(to), bottom))
        }
        Direction::Y => {
            let y = |v: f64| frame.py(v).clamp(top, bottom);
            ((left, y(to)), (right, y(from)))
        }
    };
    let colour = pen.theme.ink(ink);
    let opacity = pen.theme.wash(if hatched { 0.05 } else { 0.09 });
    pen.rectangle(a, b, colour.mix(opacity))?;
    if hatched {
        return hatching(pen, a, b, colour.mix(0.35));
    }
    Ok(())
}

/// Rising hairlines, so that the tint is not told by colour alone.
fn hatching<S: Surface>(
    pen: &mut Pen<S>,
    a: (f64, f64),
    b: (f64, f64),
    colour: RGBAColor,
) -> Drawn<S> {
    const SPACING: f64 = 9.0;
    let stroke = Stroke {
        colour,
        width: pen.theme.hairline(),
        pattern: &[],
    };
    let (width, height) = (b.0 - a.0, b.1 - a.1);
    let lines = ((width + height) / SPACING) as usize;
    for index in 1..=lines {
        // The line x + y = reach, cut at the rectangle.
        let reach = index as f64 * SPACING;
        let (x0, x1) = ((reach - height).max(0.0), reach.min(width));
        let at = |x: f64| (a.0 + x, a.1 + reach - x);
        pen.path(&[at(x0), at(x1)], stroke)?;
    }
    Ok(())
}

fn area<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    ink: Ink,
    base: f64,
    points: &[[f64; 2]],
) -> Drawn<S> {
    let [_, top, _, bottom] = frame.rectangle;
    let y = |v: f64| frame.py(v).clamp(top, bottom);
    let mut outline: Vec<(f64, f64)> = points.iter().map(|p| (frame.px(p[0]), y(p[1]))).collect();
    let (Some(&first), Some(&last)) = (outline.first(), outline.last()) else {
        return Ok(());
    };
    outline.push((last.0, y(base)));
    outline.push((first.0, y(base)));
    let colour = pen.theme.ink(ink).mix(pen.theme.wash(0.16));
    pen.polygon(&outline, colour)
}

fn draw_bars<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    bars: &[Bar],
    width: f64,
    colour: RGBAColor,
) -> Drawn<S> {
    let [_, top, _, bottom] = frame.rectangle;
    let y = |v: f64| frame.py(v).clamp(top, bottom);
    let one = frame.px(1.0) - frame.px(0.0);
    if one * width >= SILHOUETTE {
        return bars.iter().try_for_each(|bar| {
            let a = (frame.px(bar.x - 0.5 * width), y(bar.from));
            let b = (frame.px(bar.x + 0.5 * width), y(bar.to));
            pen.rectangle(a, b, colour)
        });
    }
    // Too narrow for gaps: each run of neighbours becomes one outline, along the ends and back along the feet.
    for run in bars.chunk_by(|a, b| b.x - a.x < 1.5) {
        let corners =
            |bar: &Bar, v: f64| [(frame.px(bar.x - 0.5), y(v)), (frame.px(bar.x + 0.5), y(v))];
        let ends = run.iter().flat_map(|bar| corners(bar, bar.to));
        let feet = run.iter().rev().flat_map(|bar| {
            let [a, b] = corners(bar, bar.from);
            [b, a]
        });
        let outline: Vec<(f64, f64)> = ends.chain(feet).collect();
        pen.polygon(&outline, colour)?;
    }
    Ok(())
}

/// Small crosses on the foot of the frame: the axis cannot show zero, and nothing else looks like this.
fn zeros<S: Surface>(pen: &mut Pen<S>, frame: &Frame, ink: Ink, at: &[f64]) -> Drawn<S> {
    let [_, _, _, bottom] = frame.rectangle;
    let radius = 0.3 * pen.theme.text();
    let stroke = Stroke {
        colour: pen.theme.ink(ink).to_rgba(),
        width: 0.75 * pen.theme.stroke(),
        pattern: &[],
    };
    let y = bottom - 1.6 * radius;
    let mut last = f64::NEG_INFINITY;
    for &layer in at {
        let x = frame.px(layer);
        // Where they would touch, fewer say the same.
        if x - last < 2.4 * radius {
            continue;
        }
        last = x;
        pen.path(
            &[(x - radius, y - radius), (x + radius, y + radius)],
            stroke,
        )?;
        pen.path(
            &[(x - radius, y + radius), (x + radius, y - radius)],
            stroke,
        )?;
    }
    Ok(())
}

fn rule<S: Surface>(
    pen: &mut Pen<S>,
    frame: &Frame,
    ink: Ink,
    dash: Dash,
    along: Direction,
    at: f64,
) -> Drawn<S> {
    let [left, top, right, bottom] = frame.rectangle;
    let stroke = Stroke {
        colour: pen.theme.ink(ink).to_rgba(),
        width: 0.5 * pen.theme.stroke(),
        pattern: dash_pattern(dash),
    };
    let (from, to) = match along {
        Direction::X => {
            let x = crisp(frame.px(at));
            ((x, top), (x, bottom))
        }
        Direction::Y => {
            let y = crisp(frame.py(at));
            ((left, y), (right, y))
        }
    };
    let inside = (left..=right).contains(&from.0) && (top..=bottom).contains(&to.1);
    if !inside {
        return Ok(());
    }
    pen.stroke(&[from, to], stroke)
}
