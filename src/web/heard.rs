//! What of a plot can be heard: its curves from left to right, and what stands layer by layer as notes.
//!
//! The page only turns this into sound: places, heights, signs and decades are all from here.

use super::lab::read_theme;
use activation_lab::chart::Frame;
use activation_lab::figure::{Axis, Framing, Ink, Key, Mark, Plot, Scale, View, key_of};
use model::number::read;
use serde_json::{Value, json};

/// Equal steps in which a curve is heard.
const STEPS: usize = 200;

/// How far from its layer a bar or a point may stand.
const NEAR: f64 = 0.25;

/// A share of an axis that is rounding.
const SLACK: f64 = 1e-9;

/// Of a plot: where its frame lies on a surface, in shares of that, and what can be heard. `surface` is a width, a height and a theme.
pub fn heard(surface: &str, index: usize, view: &View) -> String {
    let told = told(surface, index, view);
    told.as_ref().map(Value::to_string).unwrap_or_default()
}

fn told(surface: &str, index: usize, view: &View) -> Option<Value> {
    let mut said = surface.splitn(3, ' ');
    let [width, height] = [read(said.next()?).ok()?, read(said.next()?).ok()?];
    let theme = read_theme(said.next()?);
    let plot = view.plots.get(index)?;
    let [left, top, right, bottom] = Frame::new(plot, width, height, theme).rectangle;
    let rows = rows(plot);
    let all = rows.iter().flat_map(|row| row.pieces.iter().flatten());
    let decades = all.map(|point| decades(point[1], plot.y.scale));
    let loudest = decades
        .filter(|y| y.is_finite())
        .fold(f64::NEG_INFINITY, f64::max);
    let said = |row: &Row| {
        let name = named(row.mark, &view.legend);
        match is_layered(&plot.x) {
            true => json!({ "name": name, "notes": notes(row, plot, loudest) }),
            false => json!({
                "name": name, "points": points(row, plot), "crossings": crossings(row, plot),
            }),
        }
    };
    Some(json!({
        "frame": [left / width, top / height, right / width, bottom / height],
        "series": rows.iter().map(said).collect::<Vec<_>>(),
    }))
}

/// A curve, or a row of bars or points, that stands for data.
struct Row<'a> {
    mark: &'a Mark,
    pieces: Vec<Vec<[f64; 2]>>,
}

/// What is heard of a plot, data before theory.
fn rows<'a>(plot: &'a Plot) -> Vec<Row<'a>> {
    if !matches!(plot.framing, Framing::Axes | Framing::Named) {
        return Vec::new();
    }
    let has_line = |wanted: &str| {
        let mut marks = plot.marks.iter();
        marks.any(|mark| matches!(mark, Mark::Line { name, .. } if name == wanted))
    };
    let row = |mark: &'a Mark| -> Option<Row<'a>> {
        let (ink, pieces) = match mark {
            Mark::Line { ink, pieces, .. } => (ink, pieces.clone()),
            Mark::Bars {
                ink,
                faint: false,
                bars,
                ..
            } => (ink, vec![bars.iter().map(|bar| [bar.x, bar.to]).collect()]),
            // Points of a line are heard with it; of a cloud there is no order.
            Mark::Points { name, ink, at, .. } if is_layered(&plot.x) && !has_line(name) => {
                (ink, vec![at.clone()])
            }
            _ => return None,
        };
        let goes_on = |piece: &Vec<[f64; 2]>| piece.is_sorted_by(|a, b| a[0] <= b[0]);
        let is_data = matches!(
            ink,
            Ink::Series(_) | Ink::Alarm | Ink::Low | Ink::High | Ink::Text
        );
        (is_data && pieces.iter().all(goes_on)).then_some(Row { mark, pieces })
    };
    let mut rows: Vec<Row<'a>> = plot.marks.iter().filter_map(row).collect();
    rows.sort_by_key(|row| matches!(row.mark, Mark::Line { ink: Ink::Text, .. }));
    rows
}

/// What the legend calls it, or else the mark itself.
fn named<'a>(mark: &'a Mark, legend: &'a [Key]) -> &'a str {
    match (key_of(mark, legend), mark) {
        (Some(key), _) => &legend[key].name,
        (None, Mark::Line { name, .. } | Mark::Bars { name, .. } | Mark::Points { name, .. }) => {
            name
        }
        _ => "",
    }
}

/// Whether an axis counts things that stand in a row, each with room around it, as layers do. Steps of time begin at the edge.
fn is_layered(axis: &Axis) -> bool {
    axis.scale == Scale::Count && axis.min - libm::floor(axis.min) == 0.5
}

/// A value's size, as a power of ten.
fn decades(y: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Decades => y,
        Scale::Linear | Scale::Count => libm::log10(y.abs()),
    }
}

fn share(axis: &Axis, at: f64) -> f64 {
    (at - axis.min) / (axis.max - axis.min)
}

/// How high a value lies in the frame; what is not seen is not heard.
fn height(axis: &Axis, y: f64) -> Option<f64> {
    let height = share(axis, y);
    let inside = (-SLACK..=1.0 + SLACK).contains(&height);
    inside.then(|| height.clamp(0.0, 1.0))
}

fn is_below(axis: &Axis, y: f64) -> bool {
    axis.scale != Scale::Decades && y < 0.0
}

/// A curve in equal steps from left to right, with gaps where it has some or leaves the frame.
fn points(row: &Row, plot: &Plot) -> Vec<Value> {
    let wide = plot.x.max - plot.x.min;
    let point = |step: usize| {
        let at = step as f64 / STEPS as f64;
        let y = value(&row.pieces, plot.x.min + at * wide, SLACK * wide);
        let high = y.and_then(|y| height(&plot.y, y));
        let below = high.is_some() && y.is_some_and(|y| is_below(&plot.y, y));
        json!({ "at": at, "height": high, "below": below })
    };
    (0..=STEPS).map(point).collect()
}

/// The value of a curve at a place; where two pieces meet, that of the later one.
fn value(pieces: &[Vec<[f64; 2]>], x: f64, slack: f64) -> Option<f64> {
    let covers = |piece: &&Vec<[f64; 2]>| match (piece.first(), piece.last()) {
        (Some(first), Some(last)) => first[0] - slack <= x && x <= last[0] + slack,
        _ => false,
    };
    let piece = pieces.iter().rfind(covers)?;
    let after = piece.partition_point(|point| point[0] < x);
    match (
        after.checked_sub(1).and_then(|before| piece.get(before)),
        piece.get(after),
    ) {
        (Some(a), Some(b)) => Some(a[1] + (x - a[0]) / (b[0] - a[0]) * (b[1] - a[1])),
        (a, b) => a.or(b).map(|point| point[1]),
    }
}

/// Where a curve gets to the other side of zero, by running through it or by a jump.
fn crossings(row: &Row, plot: &Plot) -> Vec<f64> {
    if plot.y.scale == Scale::Decades {
        return Vec::new();
    }
    let mut before: Option<[f64; 2]> = None;
    let mut found = Vec::new();
    for &point in row
        .pieces
        .iter()
        .flatten()
        .filter(|point| point[1] != 0.0 && point[1].is_finite())
    {
        if let Some(last) = before
            && (last[1] < 0.0) != (point[1] < 0.0)
        {
            let part = last[1] / (last[1] - point[1]);
            found.push(share(&plot.x, last[0] + part * (point[0] - last[0])));
        }
        before = Some(point);
    }
    found.retain(|at| (0.0..=1.0).contains(at));
    found
}

/// One note for each layer, from the last to the first, as a gradient goes; how many decades below the loudest of the plot it is, and nothing where there is nothing.
fn notes(row: &Row, plot: &Plot, loudest: f64) -> Vec<Value> {
    let (first, last) = (
        libm::ceil(plot.x.min) as i64,
        libm::floor(plot.x.max) as i64,
    );
    let note = |layer: i64| {
        let mut all = row.pieces.iter().flatten();
        let found = all.find(|point| (point[0] - layer as f64).abs() < NEAR);
        let y = found
            .map(|point| point[1])
            .filter(|y| decades(*y, plot.y.scale).is_finite());
        let high = y.and_then(|y| height(&plot.y, y));
        let heard = y.filter(|_| high.is_some());
        json!({
            "at": share(&plot.x, layer as f64),
            "height": high,
            "below": heard.is_some_and(|y| is_below(&plot.y, y)),
            "fall": heard.map(|y| loudest - decades(y, plot.y.scale)),
        })
    };
    (first..=last).rev().map(note).collect()
}

#[cfg(test)]
mod tests;
