//! Room at the right of a frame, where curves that end there have their names: never on data, nor on what a hand moves.

use super::frame::Frame;
use super::pen::{Anchor, Pen, Stroke, Surface, snug_width};
use super::polyline::Curve;
use crate::view::{Axis, Framing, Mark, Plot, Scale};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingErrorKind;

/// The largest share of a surface's width that names may take: on a narrow one they stand in the frame.
const MOST: f64 = 0.21;

/// Between the frame and a name, in text heights.
const GAP: f64 = 0.5;

/// From one name to the next, in text heights.
const LEADING: f64 = 1.15;

/// A name that stands further from its curve's end than this, in text heights, is joined to it by a line.
const JOINED: f64 = 0.6;

/// A curve that comes so close to the right of its axis, as a share of it, ends there.
const END: f64 = 0.02;

/// How much room the names of a plot take at its right, in CSS pixels; 0 where they stand in the frame.
pub fn room(plot: &Plot, width: f64, text: f64) -> f64 {
    if plot.framing != Framing::Named {
        return 0.0;
    }
    let names = plot.marks.iter().filter_map(|mark| ending(mark, &plot.x));
    let widest = names.map(|name| snug_width(name, text)).fold(0.0, f64::max);
    let room = widest + (GAP + 0.2) * text;
    if widest > 0.0 && room <= MOST * width {
        room
    } else {
        0.0
    }
}

/// The name of a curve that ends at the right of its axis.
fn ending<'a>(mark: &'a Mark, x: &Axis) -> Option<&'a str> {
    let Mark::Line { label, pieces, .. } = mark else {
        return None;
    };
    let reach = pieces.iter().flatten().map(|at| at[0]);
    let reaches = reach.fold(f64::NEG_INFINITY, f64::max) >= last(x);
    (reaches && !label.is_empty()).then_some(label)
}

/// From where on a curve is at the right of its axis; where the axis counts, the last one stands before its end.
fn last(x: &Axis) -> f64 {
    let half: f64 = if x.scale == Scale::Count { 0.5 } else { 0.0 };
    x.max - half.max(END * (x.max - x.min))
}

/// A name in the gutter.
struct Name<'a> {
    mark: &'a Mark,
    /// Where its curve ends.
    end: (f64, f64),
    /// The middle of its text.
    y: f64,
}

/// Writes the names of the curves that are seen to end at the right; says of each mark whether its name stands there.
pub fn names<S: Surface>(
    plot: &Plot,
    pen: &mut Pen<S>,
    frame: &Frame,
    curves: &[Curve],
) -> Result<Vec<bool>, DrawingErrorKind<S::ErrorType>> {
    let mut written = vec![false; plot.marks.len()];
    if frame.gutter == 0.0 {
        return Ok(written);
    }
    let [_, top, right, bottom] = frame.rectangle;
    let height = pen.theme.text();
    let mut names: Vec<Name> = Vec::new();
    for (index, (mark, curve)) in plot.marks.iter().zip(curves).enumerate() {
        let end = curve.last().and_then(|piece| piece.last());
        let (Some(_), Some(&end)) = (ending(mark, &plot.x), end) else {
            continue;
        };
        // One that has left the frame at its top or bottom has no end here.
        if frame.x_at(end.0) >= last(&plot.x) {
            written[index] = true;
            names.push(Name {
                mark,
                end,
                y: end.1,
            });
        }
    }
    names.sort_by(|a, b| a.end.1.total_cmp(&b.end.1));
    spread(&mut names, LEADING * height, (top, bottom));
    for Name { mark, end, y } in names {
        let Mark::Line { label, ink, .. } = mark else {
            continue;
        };
        pen.begin(Some(mark));
        let ink = pen.theme.ink(*ink);
        let x = right + GAP * height;
        if (y - end.1).abs() > JOINED * height {
            let joint = Stroke {
                colour: ink.mix(0.6),
                width: pen.theme.hairline(),
                pattern: &[],
            };
            pen.path(&[end, (x - 0.15 * height, y)], joint)?;
        }
        pen.text(label, (x, y), Anchor(HPos::Left, VPos::Center), ink)?;
    }
    pen.begin(None);
    Ok(written)
}

/// Moves names apart, as little as can be in all, and keeps them between two heights.
fn spread(names: &mut [Name], leading: f64, (top, bottom): (f64, f64)) {
    // Less the room that those above it take, no name may stand higher than the one before it: runs that would are levelled at their mean.
    let mut runs: Vec<(f64, f64)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let (mut sum, mut count) = (name.y - index as f64 * leading, 1.0);
        while let Some((above, many)) = runs.pop_if(|(above, many)| *above / *many > sum / count) {
            (sum, count) = (sum + above, count + many);
        }
        runs.push((sum, count));
    }
    let lowest = bottom - names.len().saturating_sub(1) as f64 * leading;
    let levels = runs
        .iter()
        .flat_map(|&(sum, count)| std::iter::repeat_n(sum / count, count as usize));
    for (index, (name, level)) in names.iter_mut().zip(levels).enumerate() {
        name.y = level.min(lowest).max(top) + index as f64 * leading;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread_out(ends: &[f64], between: (f64, f64)) -> Vec<f64> {
        let mark = Mark::Zeros {
            name: String::new(),
            ink: crate::view::Ink::Text,
            at: Vec::new(),
        };
        let name = |&y: &f64| Name {
            mark: &mark,
            end: (0.0, y),
            y,
        };
        let mut names: Vec<Name> = ends.iter().map(name).collect();
        spread(&mut names, 10.0, between);
        names.iter().map(|name| name.y).collect()
    }

    #[test]
    fn names_move_as_little_as_can_be_and_stay_inside() {
        assert_eq!(spread_out(&[20.0, 60.0], (0.0, 100.0)), [20.0, 60.0]);
        assert_eq!(
            spread_out(&[50.0, 50.0, 50.0], (0.0, 100.0)),
            [40.0, 50.0, 60.0]
        );
        assert_eq!(spread_out(&[50.0, 54.0], (0.0, 100.0)), [47.0, 57.0]);
        assert_eq!(spread_out(&[0.0, 1.0], (0.0, 100.0)), [0.0, 10.0]);
        assert_eq!(spread_out(&[100.0, 100.0], (0.0, 100.0)), [90.0, 100.0]);
        let chained = spread_out(&[30.0, 38.0, 46.0, 90.0], (0.0, 100.0));
        assert_eq!(chained, [28.0, 38.0, 48.0, 90.0]);
    }
}
