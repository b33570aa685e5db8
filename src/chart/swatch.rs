//! One entry of the legend in an SVG.

use super::pen::{Anchor, Drawn, Pen, Stroke, Surface, text_width};
use super::picture::Picture;
use super::points::{self, point};
use super::theme::dash_pattern;
use super::wrap::{fitting, wrapped};
use crate::view::{Ink, Key, Look};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// Width of an ordinary swatch and of a gradient, in text heights.
const SWATCH: f64 = 2.0;
const GRADIENT: f64 = 6.0;

/// From a swatch to its name, in text heights.
const GAP: f64 = 0.4;

/// From a gradient to the numbers at its ends, in text heights.
const END_GAP: f64 = 0.55;

/// From one line of a name to the next, in text heights.
const LEADING: f64 = 1.2;

/// A name with less room than this beside its swatch stands below it, in text heights.
const CRAMPED: f64 = 6.0;

/// How much room an entry needs at a text height.
pub fn key_width(key: &Key, text: f64) -> f64 {
    before(key, f64::INFINITY, text) + 0.6 * text + text_width(&key.name, text)
}

/// How high an entry is in that room: a name that is too long takes several lines.
pub fn key_height(key: &Key, room: f64, text: f64) -> f64 {
    let name = Name::new(key, room, text);
    let more = name.lines.len() as f64 - if name.is_below { 0.0 } else { 1.0 };
    (1.2 + LEADING * more) * text
}

/// A name as it is written in that room, from the swatch's left end on.
struct Name {
    lines: Vec<String>,
    is_below: bool,
    left: f64,
}

impl Name {
    fn new(key: &Key, room: f64, text: f64) -> Name {
        let left = before(key, room, text) + GAP * text;
        let width = text_width(&key.name, text);
        let is_below = room - left < width.min(CRAMPED * text);
        let left = if is_below { 0.0 } else { left };
        let lines = match width <= room - left {
            // By this guess entries get their places.
            true => vec![key.name.clone()],
            false => wrapped(&key.name, room - left, text),
        };
        Name {
            lines,
            is_below,
            left,
        }
    }
}

/// How long a swatch is that has so much room.
fn before(key: &Key, room: f64, text: f64) -> f64 {
    match &key.look {
        Look::Ramp(ramp) => {
            let ends: f64 = ramp.labels().iter().map(|end| text_width(end, text)).sum();
            let ends = ends + 2.0 * END_GAP * text;
            ends + gradient(room - ends, text)
        }
        _ => SWATCH * text,
    }
}

/// How long a gradient is that has so much room.
fn gradient(room: f64, text: f64) -> f64 {
    (GRADIENT * text).min(room).max(text)
}

/// A swatch and its name; `at` is the left end, at middle height, and nothing stands beyond `right`.
pub fn draw_key<S: Surface>(
    pen: &mut Pen<S>,
    key: &Key,
    (x, y): (f64, f64),
    right: f64,
) -> Drawn<S> {
    let (theme, text) = (pen.theme, pen.theme.text());
    let half = 0.35 * text;
    let end = x + SWATCH * text;
    match &key.look {
        Look::Stroke { ink, dash } => {
            let stroke = Stroke {
                colour: theme.ink(*ink).to_rgba(),
                width: theme.stroke(),
                pattern: dash_pattern(*dash),
            };
            pen.path(&[(x, y), (end, y)], stroke)?;
        }
        Look::Fill { ink } => {
            let colour = theme.ink(*ink).mix(0.85);
            pen.rectangle((x, y - half), (end, y + half), colour)?;
        }
        &Look::Point { ink, shape, hollow } => {
            let look = points::Look {
                ink,
                shape,
                hollow,
                size: 1.2,
            };
            point(pen, (0.5 * (x + end), y), look)?;
        }
        Look::Ramp(ramp) => {
            let [low, high] = ramp.labels();
            let start = Anchor(HPos::Left, VPos::Center);
            pen.text(&low, (x, y), start, theme.ink(Ink::Muted))?;
            let from = x + text_width(&low, text) + END_GAP * text;
            let rest = text_width(&high, text) + END_GAP * text;
            let to = from + gradient(right - from - rest, text);
            let area = [from, y - half, to, y + half];
            pen.picture(&Picture::gradient(ramp, theme), area, area)?;
            let after = to + END_GAP * text;
            pen.text(&high, (after, y), start, theme.ink(Ink::Muted))?;
        }
    }
    let name = Name::new(key, right - x, text);
    let left = x + name.left;
    let top = y + if name.is_below { LEADING * text } else { 0.0 };
    let start = Anchor(HPos::Left, VPos::Center);
    name.lines.iter().enumerate().try_for_each(|(index, line)| {
        let at = (left, top + LEADING * text * index as f64);
        let height = fitting(line, right - left, text);
        pen.sized_text(line, height, at, start, theme.ink(Ink::Text))
    })
}
