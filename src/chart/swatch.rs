//! One entry of the legend in an SVG.

use super::pen::{Anchor, Drawn, Pen, Stroke, Surface, text_width};
use super::picture::Picture;
use super::points::{self, point};
use super::theme::dash_pattern;
use crate::figure::{Ink, Key, Look};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// Width of an ordinary swatch and of a gradient, in text heights.
const SWATCH: f64 = 2.0;
const GRADIENT: f64 = 6.0;

/// From a swatch to its name, in text heights.
const GAP: f64 = 0.4;

/// From a gradient to the numbers at its ends, in text heights.
const END_GAP: f64 = 0.55;

/// How much room an entry needs at a text height.
pub fn key_width(key: &Key, text: f64) -> f64 {
    let before = match &key.look {
        Look::Ramp(ramp) => {
            let ends: f64 = ramp.labels().iter().map(|end| text_width(end, text)).sum();
            ends + (GRADIENT + 2.0 * END_GAP) * text
        }
        _ => SWATCH * text,
    };
    before + 0.6 * text + text_width(&key.name, text)
}

/// A swatch and its name; `at` is the left end, at middle height.
pub fn draw_key<S: Surface>(pen: &mut Pen<S>, key: &Key, (x, y): (f64, f64)) -> Drawn<S> {
    let (theme, text) = (pen.theme, pen.theme.text());
    let half = 0.35 * text;
    let mut end = x + SWATCH * text;
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
            let to = from + GRADIENT * text;
            let area = [from, y - half, to, y + half];
            pen.picture(&Picture::gradient(ramp, theme), area, area)?;
            let after = to + END_GAP * text;
            pen.text(&high, (after, y), start, theme.ink(Ink::Muted))?;
            end = after + text_width(&high, text);
        }
    }
    let name = (end + GAP * text, y);
    let start = Anchor(HPos::Left, VPos::Center);
    pen.text(&key.name, name, start, theme.ink(Ink::Text))
}
