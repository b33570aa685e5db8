//! CSS pixels in, whole numbers out.

use super::picture::Picture;
use super::theme::Theme;
use crate::view::Mark;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

/// Backend units per CSS pixel: fine enough that rounding cannot be seen.
pub const UNITS: f64 = 8.0;

/// How much is left of what is not looked at while something else is pointed out.
const FAINT: f64 = 0.18;

/// The typeface of every chart.
pub const FAMILY: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/// A plotters backend that can also stroke dashes and stretch pictures.
pub trait Surface: DrawingBackend {
    /// What a font size must be multiplied by so that letters come out at that size.
    const FONT_SCALE: f64;

    /// Strokes a path with dashes; `pattern` is in backend units.
    fn dashed_path(
        &mut self,
        path: &[BackendCoord],
        pattern: &[f64],
        style: &ShapeStyle,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;

    /// Stretches a picture over `place` and shows what lies in `visible`; both are left, top, right, bottom in backend units.
    ///
    /// plotters' own `blit_bitmap` has neither transparency nor a scale: one of its pixels is one unit, an eighth of ours.
    fn picture(
        &mut self,
        picture: &Picture,
        place: [i32; 4],
        visible: [i32; 4],
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;
}

/// What drawing returns.
pub type Drawn<S> = Result<(), DrawingErrorKind<<S as DrawingBackend>::ErrorType>>;

/// Draws in CSS pixels, shifted to where a plot stands.
pub struct Pen<'a, S: Surface> {
    surface: &'a mut S,
    /// The look.
    pub theme: Theme,
    /// Whether strokes get a rim of the background's colour: on a field of colours no ink would stand out everywhere.
    pub rimmed: bool,
    /// Which marks are pointed out, if some are: the others stand back.
    pub lit: Option<&'a dyn Fn(&Mark) -> bool>,
    /// Whether nothing beside the plot says what its curves are called.
    pub alone: bool,
    stands_back: bool,
    shift: (f64, f64),
}

/// How a stroke looks, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Stroke<'a> {
    /// Its colour.
    pub colour: RGBAColor,
    /// Its width.
    pub width: f64,
    /// Strokes and gaps in units of the width; empty for solid.
    pub pattern: &'a [f64],
}

/// Where a text's anchor lies.
#[derive(Clone, Copy)]
pub struct Anchor(pub HPos, pub VPos);

impl<'a, S: Surface> Pen<'a, S> {
    /// A pen whose origin is at `shift`.
    pub fn new(surface: &'a mut S, theme: Theme, shift: (f64, f64)) -> Self {
        Pen {
            surface,
            theme,
            rimmed: false,
            lit: None,
            alone: false,
            stands_back: false,
            shift,
        }
    }

    /// What is drawn from now on belongs to this mark, or to none.
    pub fn begin(&mut self, mark: Option<&Mark>) {
        let is_lit = |mark| self.lit.is_none_or(|lit| lit(mark));
        self.stands_back = !mark.is_none_or(is_lit);
    }

    fn shade(&self, colour: impl Color) -> RGBAColor {
        colour.mix(if self.stands_back { FAINT } else { 1.0 })
    }

    /// A straight or bent line.
    pub fn path(&mut self, points: &[(f64, f64)], stroke: Stroke) -> Drawn<S> {
        let path: Vec<BackendCoord> = points.iter().map(|&at| self.units(at)).collect();
        let width = stroke.width * UNITS;
        let style = shape(self.shade(stroke.colour), false, width);
        if stroke.pattern.is_empty() {
            return self.surface.draw_path(path, &style);
        }
        let pattern: Vec<f64> = stroke.pattern.iter().map(|part| part * width).collect();
        self.surface.dashed_path(&path, &pattern, &style)
    }

    /// A line that carries data, with its rim where there is one.
    pub fn stroke(&mut self, points: &[(f64, f64)], stroke: Stroke) -> Drawn<S> {
        if self.rimmed {
            let rim = Stroke {
                colour: self.theme.background().mix(0.85),
                width: stroke.width + 0.9 * self.theme.stroke(),
                pattern: &[],
            };
            self.path(points, rim)?;
        }
        self.path(points, stroke)
    }

    /// A filled rectangle between two corners.
    pub fn rectangle(&mut self, a: (f64, f64), b: (f64, f64), colour: RGBAColor) -> Drawn<S> {
        let (a, b) = (self.units(a), self.units(b));
        let upper_left = (a.0.min(b.0), a.1.min(b.1));
        let lower_right = (a.0.max(b.0), a.1.max(b.1));
        let style = shape(self.shade(colour), true, 0.0);
        self.surface
            .draw_rect(upper_left, lower_right, &style, true)
    }

    /// A filled outline.
    pub fn polygon(&mut self, points: &[(f64, f64)], colour: RGBAColor) -> Drawn<S> {
        let path: Vec<BackendCoord> = points.iter().map(|&at| self.units(at)).collect();
        let style = shape(self.shade(colour), true, 0.0);
        self.surface.fill_polygon(path, &style)
    }

    /// A disc.
    pub fn disc(&mut self, centre: (f64, f64), radius: f64, colour: RGBColor) -> Drawn<S> {
        let centre = self.units(centre);
        let radius = (radius * UNITS).round() as u32;
        let style = shape(self.shade(colour), true, 0.0);
        self.surface.draw_circle(centre, radius, &style, true)
    }

    /// A circle's outline.
    pub fn ring(
        &mut self,
        centre: (f64, f64),
        radius: f64,
        colour: RGBColor,
        width: f64,
    ) -> Drawn<S> {
        let centre = self.units(centre);
        let radius = (radius * UNITS).round() as u32;
        let style = shape(self.shade(colour), false, width * UNITS);
        self.surface.draw_circle(centre, radius, &style, false)
    }

    /// A picture stretched over `place`, shown inside `visible`; both are left, top, right, bottom.
    pub fn picture(&mut self, picture: &Picture, place: [f64; 4], visible: [f64; 4]) -> Drawn<S> {
        let units = |[left, top, right, bottom]: [f64; 4]| {
            let (a, b) = (self.units((left, top)), self.units((right, bottom)));
            [a.0, a.1, b.0, b.1]
        };
        let [left, top, right, bottom] = visible;
        self.surface
            .picture(picture, units(place), units(visible))?;
        if !self.stands_back {
            return Ok(());
        }
        let veil = shape(self.theme.background().mix(1.0 - FAINT), true, 0.0);
        let corners = [(left, top), (right, bottom)].map(|corner| self.units(corner));
        self.surface.draw_rect(corners[0], corners[1], &veil, true)
    }

    /// A line of text at the height of the theme.
    pub fn text(
        &mut self,
        text: &str,
        at: (f64, f64),
        anchor: Anchor,
        colour: RGBColor,
    ) -> Drawn<S> {
        self.sized_text(text, self.theme.text(), at, anchor, colour)
    }

    /// A line of text of any height.
    pub fn sized_text(
        &mut self,
        text: &str,
        height: f64,
        at: (f64, f64),
        anchor: Anchor,
        colour: RGBColor,
    ) -> Drawn<S> {
        let size = height * UNITS * S::FONT_SCALE;
        let family = FontFamily::Name(FAMILY);
        let style = FontDesc::new(family, size, FontStyle::Normal)
            .color(&self.shade(colour))
            .pos(Pos::new(anchor.0, anchor.1));
        let at = self.units(at);
        self.surface.draw_text(text, &style, at)
    }

    fn units(&self, (x, y): (f64, f64)) -> BackendCoord {
        let whole = |v: f64| (v * UNITS).round() as i32;
        (whole(x + self.shift.0), whole(y + self.shift.1))
    }
}

/// About how wide a text is at a given height: system fonts average about six tenths of an em.
/// Only used to keep labels apart, so a guess is enough; measuring would touch the host page.
pub fn text_width(text: &str, height: f64) -> f64 {
    0.6 * height * text.chars().count() as f64
}

/// A closer guess, for the plate behind a text: letters by how wide they are in most system fonts.
pub fn snug_width(text: &str, height: f64) -> f64 {
    let share = |c: char| match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')' | 'i' | 'j' | 'l' | 't' | 'f'
        | 'r' => 0.36,
        '₀'..='₉' | '⁰'..='⁹' | '²' | '³' | '¹' => 0.4,
        'm' | 'w' | 'M' | 'W' | '−' | '=' | '+' | '×' | '→' | '∂' => 0.8,
        'A'..='Z' => 0.7,
        _ => 0.6,
    };
    height * text.chars().map(share).sum::<f64>()
}

fn shape(colour: RGBAColor, filled: bool, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: colour,
        filled,
        stroke_width: width.round() as u32,
    }
}
