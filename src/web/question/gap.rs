//! How far what was expected is from what there is.

use super::guess::{Guess, Shape, between, written};
use activation_lab::figure::{Mark, Measure, Plot, Scale, Truth, number};
use serde_json::{Value, json};

/// Significant digits of a gap.
const DIGITS: usize = 2;

/// How far a bar's middle may be from its place.
const NEAR: f64 = 0.25;

/// A gap that nobody sees: so many decades, or this share of the axis.
const UNSEEN_DECADES: f64 = 0.1;
const UNSEEN_SHARE: f64 = 0.02;

/// How far beyond its ends a line still counts, as a share of its length.
const EDGE: f64 = 1e-3;

/// The number that was asked for, as it is said.
fn said_of(truth: Truth, scale: Scale) -> String {
    match truth {
        Truth::Number(x) => number::scaled(x, DIGITS),
        Truth::Logarithm(_) => written(truth.on(scale), scale),
    }
}

/// A series of a plot that can be drawn beforehand.
#[derive(Clone, Copy)]
pub enum Series<'a> {
    Bars(&'a Mark),
    Line(&'a [Vec<[f64; 2]>]),
}

impl<'a> Series<'a> {
    /// The series of that number, counted from 1, among what stands for data: neither guides nor backgrounds.
    pub fn of(plot: &'a Plot, number: &str) -> Option<Series<'a>> {
        let index = number.parse::<usize>().ok()?.checked_sub(1)?;
        let mut all = plot.marks.iter().filter(|mark| mark.is_series());
        match all.nth(index)? {
            Mark::Line { pieces, .. } => Some(Series::Line(pieces)),
            bars => Some(Series::Bars(bars)),
        }
    }

    /// How wide bars are, and where they stand; nothing of a line.
    pub fn bars(self) -> Option<(f64, Option<f64>)> {
        match self {
            Series::Bars(Mark::Bars { width, bars, .. }) => {
                Some((*width, bars.first().map(|bar| bar.from)))
            }
            _ => None,
        }
    }

    /// The value at a place; none where there is none, or none that this axis can show.
    fn at(self, x: f64) -> Option<f64> {
        match self {
            Series::Bars(Mark::Bars { bars, .. }) => {
                let here = bars.iter().find(|bar| (bar.x - x).abs() < NEAR);
                here.map(|bar| bar.to)
            }
            Series::Bars(_) => None,
            Series::Line(pieces) => {
                let ends = pieces
                    .iter()
                    .filter_map(|piece| Some([piece.first()?[0], piece.last()?[0]]));
                let reach = ends.fold(0.0, |reach, [from, to]| f64::max(reach, to - from));
                // A line that is drawn as far as the frame may end a little before it.
                let slack = EDGE * reach;
                let spans = |piece: &&Vec<[f64; 2]>| {
                    let ends = [piece.first(), piece.last()];
                    matches!(ends, [Some(a), Some(b)] if a[0] - slack <= x && x <= b[0] + slack)
                };
                pieces
                    .iter()
                    .find(spans)
                    .and_then(|piece| between(piece, x))
            }
        }
        .filter(|value| value.is_finite())
    }
}

/// At each place where there are both: the place, what was expected, what there is.
pub fn pairs(guess: &Guess, plot: &Plot, target: &str) -> Vec<[f64; 3]> {
    let Some(series) = Series::of(plot, target) else {
        return Vec::new();
    };
    let points = guess.points(plot).into_iter();
    points
        .filter(|[_, y]| y.is_finite())
        .filter_map(|[x, y]| Some([x, y, series.at(x)?]))
        .collect()
}

/// What can be said of the gap: of which kind it is, and its size in decades, or in hundredths of the axis.
pub fn gap(guess: &Guess, plot: &Plot, target: &str, measures: &[Measure]) -> Value {
    let scale = plot.y.scale;
    let (size, unseen, kind) = match scale {
        Scale::Decades => (1.0, UNSEEN_DECADES, "decades"),
        _ => (1.0 / (plot.y.max - plot.y.min), UNSEEN_SHARE, "axis"),
    };
    let kind = |gap: f64| match gap.is_finite() {
        true if gap * size < unseen => "near",
        true => kind,
        false => "none",
    };
    let spelled = |gap: f64| match scale {
        Scale::Decades => number::plain(gap, DIGITS),
        _ => number::plain(100.0 * gap * size, DIGITS),
    };
    if guess.shape == Shape::Level {
        let truth = Truth::of(measures, target);
        let points = guess.points(plot);
        let said = points.first().map_or(f64::NAN, |point| point[1]);
        let is = truth.map_or(f64::NAN, |truth| truth.on(scale));
        let apart = (said - is).abs();
        return json!({
            "kind": match (said == f64::NEG_INFINITY, is == f64::NEG_INFINITY) {
                (true, true) => "near",
                (false, true) => "zero",
                (true, false) if is.is_finite() => "notZero",
                _ => kind(apart),
            },
            "size": spelled(apart),
            "factor": factor(apart),
            "said": written(said, scale),
            "is": truth.map(|truth| said_of(truth, scale)),
        });
    }
    let pairs = pairs(guess, plot, target);
    let apart = |pair: &[f64; 3]| (pair[1] - pair[2]).abs();
    let sum: f64 = pairs.iter().map(apart).sum();
    let mean = sum / pairs.len() as f64;
    let most = pairs.iter().max_by(|a, b| apart(a).total_cmp(&apart(b)));
    json!({
        "kind": kind(mean),
        "size": spelled(mean),
        "most": most.map(|pair| spelled(apart(pair))),
        "place": most.map(|pair| number::plain(pair[0], DIGITS + 1)),
        "untold": guess.points(plot).len() - pairs.len(),
    })
}

/// So many decades as a factor, with as many digits as count.
fn factor(decades: f64) -> String {
    let last = libm::floor(decades) + 1.0 - DIGITS as f64;
    let digits = libm::round(libm::pow(10.0, decades - last));
    number::plain(digits * libm::pow(10.0, last), DIGITS)
}
