//! What a plot shows, in words: for whoever does not see the picture.
//!
//! It is told from the plot's own data, so that every figure has it and none can forget it: the axes and their ranges, then each series with where it begins and ends, and where it is largest and smallest.

mod diagram;

use super::number;
use super::text::{self, At};
use super::{Axis, Bar, Direction, Field, Framing, Ink, Mark, Plot, Scale};

/// Significant digits of a number in a description.
const DIGITS: usize = 3;

/// An unlabelled line of less than this width is background; it is named, and no more is said of it.
const THIN: f64 = 0.7;

/// The plot in a few sentences, without its title.
pub fn describe(plot: &Plot) -> String {
    let mut said = match plot.framing {
        Framing::Bare => diagram::diagram(&plot.marks),
        Framing::Strip => diagram::row(&plot.marks),
        Framing::Axes | Framing::Named | Framing::Equal => {
            let mut said = vec![axis(Direction::X, &plot.x), axis(Direction::Y, &plot.y)];
            said.extend(diagram::grid(&plot.marks));
            said
        }
    };
    let heard = |mark: &Mark| mark_in_words(mark, plot);
    said.extend(plot.marks.iter().filter_map(heard));
    let names: Vec<&str> = plot.marks.iter().filter_map(thin_line).collect();
    if !names.is_empty() {
        said.push(text::thin_lines(&names));
    }
    if !plot.framing.is_diagram() {
        said.extend(texts(&plot.marks));
    }
    said.join(" ")
}

fn axis(direction: Direction, axis: &Axis) -> String {
    let ends = match axis.scale {
        // Half a layer of room stands on both sides.
        Scale::Count => [libm::ceil(axis.min), libm::floor(axis.max)],
        Scale::Linear | Scale::Decades => [axis.min, axis.max],
    };
    let ends = ends.map(|end| value(axis, end));
    text::axis(direction, &axis.label, ends, axis.scale == Scale::Decades)
}

/// A value of an axis as it is labelled: where the data are logarithms, the number itself.
fn value(axis: &Axis, at: f64) -> String {
    match axis.scale {
        Scale::Decades if at.is_finite() => number::from_log10(at, DIGITS),
        Scale::Linear | Scale::Count | Scale::Decades => number::plain(at, DIGITS),
    }
}

/// One mark, if there is something to say of it.
fn mark_in_words(mark: &Mark, plot: &Plot) -> Option<String> {
    match mark {
        Mark::Line { .. } if thin_line(mark).is_some() => None,
        Mark::Line { name, .. } | Mark::Band { name, .. } if is_highlight(mark) => {
            Some(text::highlighted(name))
        }
        Mark::Line {
            name, dash, pieces, ..
        } => {
            let seen = in_sight(pieces.iter().flatten().copied(), plot);
            Some(text::line(*dash, name, &course(&seen, plot)))
        }
        Mark::Bars { name, bars, .. } => {
            let tops = bars.iter().map(|&Bar { x, to, .. }| [x, to]);
            let seen = in_sight(tops, plot);
            Some(text::bars(seen.len(), name, &course(&seen, plot)))
        }
        // The points of a line that is told already.
        Mark::Points { name, .. } if plot.marks.iter().any(|mark| is_line(mark, name)) => None,
        Mark::Points { name, at, .. } => {
            let seen = in_sight(at.iter().copied(), plot);
            let said = if in_order(&seen) {
                course(&seen, plot)
            } else {
                cloud(&seen, plot)
            };
            Some(text::points(seen.len(), name, &said))
        }
        Mark::Zeros { name, at, .. } => {
            let ends = [at.first()?, at.last()?].map(|&end| value(&plot.x, end));
            Some(text::zeros(name, at.len(), ends))
        }
        Mark::Band {
            name,
            along,
            from,
            to,
            ..
        } => {
            let axis = axis_of(*along, plot);
            let from = (*from > axis.min).then(|| value(axis, *from));
            let to = (*to < axis.max).then(|| value(axis, *to));
            Some(text::strip(name, from, to))
        }
        Mark::Area { name, .. } => Some(text::area(name)),
        Mark::Heat { name, field, .. } => map(name, field, plot),
        Mark::Rule { label, .. } if !label.is_empty() => Some(text::guide(label)),
        Mark::Dot {
            ink, x, y, label, ..
        } if *ink == Ink::Handle || !label.is_empty() => {
            let [x, y] = [value(&plot.x, *x), value(&plot.y, *y)];
            Some(text::dot(label, &x, &y))
        }
        Mark::Rule { .. }
        | Mark::Dot { .. }
        | Mark::Edge { .. }
        | Mark::Node { .. }
        | Mark::Text { .. } => None,
    }
}

fn axis_of(along: Direction, plot: &Plot) -> &Axis {
    match along {
        Direction::X => &plot.x,
        Direction::Y => &plot.y,
    }
}

/// What can be seen of a series: between the left and the right of the frame.
fn in_sight(points: impl Iterator<Item = [f64; 2]>, plot: &Plot) -> Vec<[f64; 2]> {
    let (min, max) = (plot.x.min, plot.x.max);
    points
        .filter(|[x, y]| (min..=max).contains(x) && !y.is_nan())
        .collect()
}

fn in_order(points: &[[f64; 2]]) -> bool {
    points.is_sorted_by(|a, b| a[0] < b[0])
}

/// Where a series begins and ends, and where it is largest and smallest, if that is neither.
fn course(points: &[[f64; 2]], plot: &Plot) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return text::OUT_OF_SIGHT.read();
    };
    let at = |&[x, y]: &[f64; 2]| [value(&plot.y, y), value(&plot.x, x)];
    if points.len() == 1 {
        return text::course(&at(first), None, None, None);
    }
    let (first, last) = (at(first), at(last));
    let by_height = |a: &&[f64; 2], b: &&[f64; 2]| a[1].total_cmp(&b[1]);
    // Compared as they are read: a difference that nobody hears is none.
    let is_news = |at: &At| at[0] != first[0] && at[0] != last[0];
    let largest = points.iter().max_by(by_height).map(at).filter(is_news);
    let smallest = points.iter().min_by(by_height).map(at).filter(is_news);
    text::course(&first, Some(&last), largest, smallest)
}

/// The box that points without an order lie in.
fn cloud(points: &[[f64; 2]], plot: &Plot) -> String {
    let span = |part: usize, axis: &Axis| {
        let all = points.iter().map(|point| point[part]);
        let ends = [
            all.clone().fold(f64::INFINITY, f64::min),
            all.fold(f64::NEG_INFINITY, f64::max),
        ];
        ends.map(|end| value(axis, end))
    };
    text::cloud(span(0, &plot.x), span(1, &plot.y))
}

/// The extremes of a field and the middles of the cells where they are.
fn map(name: &str, field: &Field, plot: &Plot) -> Option<String> {
    let middle = |[from, to]: [f64; 2], index: usize, count: usize| {
        from + (index as f64 + 0.5) / count as f64 * (to - from)
    };
    let place = |index: usize| {
        let x = middle(field.x, index % field.columns, field.columns);
        let y = middle(field.y, index / field.columns, field.rows());
        text::place(&value(&plot.x, x), &value(&plot.y, y))
    };
    let known = || {
        field
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| !value.is_nan())
    };
    let by_value = |a: &(usize, &f64), b: &(usize, &f64)| a.1.total_cmp(b.1);
    let (least, most) = (known().min_by(by_value)?, known().max_by(by_value)?);
    let [low, high] =
        [least, most].map(|(index, &value)| [number::plain(value, DIGITS), place(index)]);
    Some(text::map(name, low, high))
}

/// What the reader has chosen: a strip, or a box around it.
fn is_highlight(mark: &Mark) -> bool {
    match mark {
        Mark::Band { ink, .. } => *ink == Ink::Handle,
        Mark::Line { ink, pieces, .. } => {
            let closed = |piece: &Vec<[f64; 2]>| piece.len() > 2 && piece.first() == piece.last();
            *ink == Ink::Handle && pieces.iter().all(closed)
        }
        _ => false,
    }
}

fn is_line(mark: &Mark, wanted: &str) -> bool {
    matches!(mark, Mark::Line { name, .. } if name == wanted)
}

fn thin_line(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Line {
            name, width, label, ..
        } if *width < THIN && label.is_empty() => Some(name),
        _ => None,
    }
}

/// What is written in a plot, in words, if anything is.
fn texts(marks: &[Mark]) -> Option<String> {
    let mut texts: Vec<&str> = Vec::new();
    for mark in marks {
        if let Mark::Text { text, .. } = mark {
            texts.push(text);
        }
    }
    (!texts.is_empty()).then(|| text::written(&texts))
}

#[cfg(test)]
mod tests;
