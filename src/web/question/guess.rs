//! What is expected of a plot: one level, or a course from place to place.

use super::on_axis;
use activation_lab::figure::{Axis, Plot, Scale, number};
use model::number::read;
use serde_json::{Value, json};

/// Positions on the value axis, for whoever goes by keys.
const POSITIONS: u32 = 200;

/// Places along an axis of numbers at which a course has a value.
const POINTS: usize = 41;

/// Up to so many places a key moves each by itself; of more, it moves about so many, and those between follow.
const EACH: usize = 24;
const HELD: usize = 12;

/// Significant digits of what is expected.
const DIGITS: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One value.
    Level,
    /// A value at each place along the x axis.
    Course,
}

#[derive(Clone)]
pub struct Guess {
    pub shape: Shape,
    /// Places and values that were said, in the plot's coordinates and from left to right; none before anything is expected.
    points: Vec<[f64; 2]>,
    /// How the axis was labelled that the values are on.
    scale: Scale,
}

impl Guess {
    pub fn new(shape: Shape) -> Guess {
        Guess {
            shape,
            points: Vec::new(),
            scale: Scale::Linear,
        }
    }

    /// Whether anything is expected yet.
    pub fn is_given(&self) -> bool {
        !self.points.is_empty()
    }

    /// The values at the places of that plot: between known places they lie on a straight line, outside they are level; before anything is expected, halfway up.
    pub fn points(&self, plot: &Plot) -> Vec<[f64; 2]> {
        let places = match self.shape {
            Shape::Level => vec![plot.x.min],
            Shape::Course => places(&plot.x),
        };
        let middle = 0.5 * (plot.y.min + plot.y.max);
        let value = |x: f64| between(&self.points, x).map_or(middle, |y| self.on(plot.y.scale, y));
        places.into_iter().map(|x| [x, value(x)]).collect()
    }

    /// A value on an axis that is labelled in another way.
    fn on(&self, scale: Scale, y: f64) -> f64 {
        let (was, now) = (self.scale == Scale::Decades, scale == Scale::Decades);
        match (was, now) {
            (true, false) => libm::pow(10.0, y),
            (false, true) => libm::log10(y),
            _ => y,
        }
    }

    /// The same with another value at one of the places for keys; the places between it and its neighbours follow.
    pub fn with(&self, place: usize, value: f64, plot: &Plot) -> Guess {
        let all = self.points(plot);
        let stride = stride(all.len());
        let at = |place: usize| all.get((place * stride).min(all.len().saturating_sub(1)));
        let Some(&[x, _]) = at(place) else {
            return self.clone();
        };
        let value = match self.shape {
            Shape::Level => value,
            // A bar that goes below everything, or above, is as long as the axis.
            Shape::Course => value.clamp(plot.y.min, plot.y.max),
        };
        // Its neighbours stay where they are, if they are anywhere.
        let neighbours = [at(place.saturating_sub(1)), at(place + 1)];
        let known = neighbours
            .into_iter()
            .flatten()
            .filter(|p| self.is_given() && p[0] != x);
        let mut points: Vec<[f64; 2]> = known.copied().collect();
        points.push([x, value]);
        let ends = points
            .iter()
            .fold([x, x], |[from, to], p| [from.min(p[0]), to.max(p[0])]);
        self.over(&points, ends, plot)
    }

    /// The same drawn over by a stroke from one point to another.
    pub fn through(&self, from: [f64; 2], to: [f64; 2], plot: &Plot) -> Guess {
        let all = self.points(plot);
        let near = |x: f64| {
            let away = |p: &&[f64; 2]| (p[0] - x).abs();
            let nearest = all.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
            nearest.map_or(x, |point| point[0])
        };
        let (a, b) = match from[0] <= to[0] {
            true => (from, to),
            false => (to, from),
        };
        let (ends, end) = ([near(a[0]), near(b[0])], near(to[0]));
        let value = |x: f64| match x == end {
            true => to[1],
            false => line(a, b, x.clamp(a[0], b[0])),
        };
        let places = all.iter().map(|point| point[0]);
        let drawn = places.filter(|x| ends[0] <= *x && *x <= ends[1]);
        let drawn: Vec<[f64; 2]> = drawn.map(|x| [x, value(x)]).collect();
        self.over(&drawn, ends, plot)
    }

    /// The same with other points, instead of those between the ends and at them, if one of the other points is there.
    fn over(&self, points: &[[f64; 2]], [from, to]: [f64; 2], plot: &Plot) -> Guess {
        let scale = plot.y.scale;
        let known = self.points.iter().map(|&[x, y]| [x, self.on(scale, y)]);
        let anew = |x: f64| points.iter().any(|point| point[0] == x);
        let mut points: Vec<[f64; 2]> = known
            .filter(|&[x, _]| !(anew(x) || from < x && x < to || self.shape == Shape::Level))
            .chain(points.iter().copied())
            .collect();
        points.sort_by(|a, b| a[0].total_cmp(&b[0]));
        Guess {
            points,
            scale,
            ..*self
        }
    }

    /// What a form shows of one of the places for keys.
    pub fn at(&self, place: usize, plot: &Plot) -> Value {
        let points = self.points(plot);
        let last = points.len().saturating_sub(1);
        let stride = stride(points.len());
        let Some(&[x, y]) = points.get((place * stride).min(last)) else {
            return Value::Null;
        };
        let axis = &plot.y;
        let share = (y - axis.min) / (axis.max - axis.min);
        json!({
            "given": self.is_given(),
            "places": last.div_ceil(stride),
            "place": number::plain(x, DIGITS + 1),
            "position": libm::round(share.clamp(0.0, 1.0) * f64::from(POSITIONS)) as u32,
            "positions": POSITIONS,
            "value": written(y, axis.scale),
        })
    }

    pub fn cursor(&self) -> &'static str {
        match self.shape {
            Shape::Level => "ns-resize",
            Shape::Course => "crosshair",
        }
    }
}

/// The value at a position on an axis.
pub fn value(axis: &Axis, position: u32) -> f64 {
    let share = f64::from(position.min(POSITIONS)) / f64::from(POSITIONS);
    axis.min + share * (axis.max - axis.min)
}

/// A value of an axis as it is read.
pub fn written(y: f64, scale: Scale) -> String {
    match scale {
        Scale::Decades if y.is_finite() => number::from_log10(y, DIGITS),
        Scale::Decades => number::plain(0.0, DIGITS),
        Scale::Linear | Scale::Count => number::plain(y, DIGITS),
    }
}

/// What somebody types for a value, on that axis; none if it is no number, or none that the axis could show.
pub fn typed(text: &str, scale: Scale) -> Option<f64> {
    on_axis(read(text).ok()?, scale)
}

/// The places along an axis: each where they are counted.
fn places(axis: &Axis) -> Vec<f64> {
    if axis.scale == Scale::Count {
        let (from, to) = (libm::ceil(axis.min) as i64, libm::floor(axis.max) as i64);
        return (from..=to).map(|at| at as f64).collect();
    }
    let step = (axis.max - axis.min) / (POINTS - 1) as f64;
    (0..POINTS)
        .map(|index| axis.min + index as f64 * step)
        .collect()
}

/// Every how manyth place a key moves.
fn stride(count: usize) -> usize {
    match count {
        0..=EACH => 1,
        _ => (count - 1).div_ceil(HELD),
    }
}

/// The value at `x` of a course with ascending places.
pub fn between(points: &[[f64; 2]], x: f64) -> Option<f64> {
    let after = points.iter().position(|point| point[0] >= x);
    match after {
        Some(0) => points.first().map(|point| point[1]),
        Some(index) => Some(line(points[index - 1], points[index], x)),
        None => points.last().map(|point| point[1]),
    }
}

fn line(a: [f64; 2], b: [f64; 2], x: f64) -> f64 {
    if a[0] == b[0] {
        return b[1];
    }
    a[1] + (x - a[0]) / (b[0] - a[0]) * (b[1] - a[1])
}
