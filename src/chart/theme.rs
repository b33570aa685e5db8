//! Colours and sizes of each theme.

use super::palette::{self, Palette};
use super::ramp;
use super::text;
use crate::view::{Dash, Ink};
use plotters::style::RGBColor;
use std::fmt;
use std::str::FromStr;

/// How a chart looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// On white.
    Light,
    /// On near-black.
    Dark,
    /// On white, for the back row: large text, thick strokes, no pale colours.
    Projector,
    /// On paper, also in grey: black text, dark colours, lines that a printer does not lose.
    Print,
    /// In the colours that the person has chosen for the whole system.
    System(Palette),
}

const NAMES: [(&str, Theme); 4] = [
    ("light", Theme::Light),
    ("dark", Theme::Dark),
    ("projector", Theme::Projector),
    ("print", Theme::Print),
];

/// No theme has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTheme(String);

impl fmt::Display for UnknownTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = NAMES.iter().map(|row| row.0).collect();
        f.write_str(&text::unknown_theme(&self.0, &known.join(", ")))
    }
}

impl std::error::Error for UnknownTheme {}

impl FromStr for Theme {
    type Err = UnknownTheme;

    /// A name, and after it the five colours of the system as a browser computes them, if they are to be taken:
    /// `dark rgb(0, 0, 0) rgb(255, 255, 255) …`, in the order of [`Palette`].
    fn from_str(text: &str) -> Result<Theme, UnknownTheme> {
        let (name, colours) = text.split_once(' ').unwrap_or((text, ""));
        let row = NAMES.iter().find(|row| row.0 == name);
        let theme = row
            .map(|row| row.1)
            .ok_or_else(|| UnknownTheme(text.to_owned()))?;
        if colours.is_empty() {
            return Ok(theme);
        }
        palette::read(colours, theme == Theme::Projector)
            .map(Theme::System)
            .ok_or_else(|| UnknownTheme(text.to_owned()))
    }
}

/// Colours as 0xRRGGBB: on white, on near-black, for a projector, and on paper.
/// The first four are Okabe and Ito's, which people with any colour vision tell apart; on white the pale ones are darkened to a contrast of 3 and more, on black the dark one is lightened.
/// On paper all are dark, because toner shows a pale line as a row of dots, and by turns darker and lighter, which a printer without colours keeps.
const SERIES: [[u32; 4]; 8] = [
    [0x0072b2, 0x4aa8e0, 0x005a8f, 0x00456e],
    [0xd55e00, 0xf07b28, 0xb34700, 0xb85000],
    [0x009e73, 0x1fc797, 0x00704f, 0x00523a],
    [0xc0629a, 0xe29cc4, 0x9c3d78, 0xa8447f],
    [0x9a6b00, 0xe6b93a, 0x7a5200, 0x5e4000],
    [0x6a51a3, 0xb09be8, 0x51378c, 0x7358b0],
    [0x8c5a3c, 0xd3a27f, 0x6f4128, 0x55301c],
    [0x5f6670, 0xaab2bd, 0x474d55, 0x696f76],
];

impl Theme {
    /// The names of those for a screen, of which a reader chooses.
    pub fn screens() -> impl Iterator<Item = &'static str> {
        let screens = NAMES.iter().filter(|row| row.1 != Theme::Print);
        screens.map(|row| row.0)
    }

    /// What they are called.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|row| row.0)
    }

    /// One of four colours: on white, on near-black, for a projector, on paper; or one of the system's.
    fn of(self, row: [u32; 4], system: impl FnOnce(Palette) -> u32) -> RGBColor {
        rgb(match self {
            Theme::Light => row[0],
            Theme::Dark => row[1],
            Theme::Projector => row[2],
            Theme::Print => row[3],
            Theme::System(palette) => system(palette),
        })
    }

    /// The colour of a role.
    pub fn ink(self, ink: Ink) -> RGBColor {
        let row = match ink {
            Ink::Series(slot) => SERIES[usize::from(slot) % SERIES.len()],
            Ink::Low | Ink::High => ramp::side(ink == Ink::High),
            Ink::Text => [0x1f2328, 0xe8e6e1, 0x000000, 0x000000],
            Ink::Muted => [0x6a7079, 0x9aa0a8, 0x444444, 0x3c3c3c],
            Ink::Weight => [0xb07a1a, 0xe0b24f, 0x8a5a00, 0x96690f],
            Ink::Slope => [0x2b7f8c, 0x58bccb, 0x14606c, 0x0d4650],
            Ink::Alarm => [0xb3261e, 0xff7b72, 0x9c1006, 0x9c1006],
            Ink::Handle => [0x5b3fd0, 0xb5a7ff, 0x3a1fb0, 0x2f1a96],
        };
        self.of(row, |palette| palette.ink(ink))
    }

    /// What everything is drawn on.
    pub fn background(self) -> RGBColor {
        let row = [0xffffff, 0x121212, 0xffffff, 0xffffff];
        self.of(row, |palette| palette.canvas)
    }

    /// Whether light things stand on a dark ground.
    pub fn is_dark(self) -> bool {
        luminance(self.background()) < luminance(self.ink(Ink::Text))
    }

    /// Barely visible.
    pub fn grid(self) -> RGBColor {
        self.of([0xe8e9eb, 0x2a2c30, 0xd0d0d0, 0xc8c8c8], Palette::grid)
    }

    /// The background tinted with a colour: `share` 0 is the background, 1 the colour.
    pub fn tint(self, RGBColor(r, g, b): RGBColor, share: f64) -> RGBColor {
        let RGBColor(r0, g0, b0) = self.background();
        let mix = |from: u8, to: u8| {
            let (from, to) = (f64::from(from), f64::from(to));
            libm::round(from + share.clamp(0.0, 1.0) * (to - from)) as u8
        };
        RGBColor(mix(r0, r), mix(g0, g), mix(b0, b))
    }

    /// The colour of text on a coloured ground: the text's or the background's, whichever is easier to read.
    pub fn text_on(self, ground: RGBColor) -> RGBColor {
        let (text, background) = (self.ink(Ink::Text), self.background());
        if contrast(text, ground) >= contrast(background, ground) {
            text
        } else {
            background
        }
    }

    /// Text height, in CSS pixels.
    pub fn text(self) -> f64 {
        if self.is_large() { 20.0 } else { 13.0 }
    }

    /// Stroke of an ordinary series, in CSS pixels.
    pub fn stroke(self) -> f64 {
        match self {
            _ if self.is_large() => 3.5,
            Theme::Print => 2.25,
            _ => 2.0,
        }
    }

    fn is_large(self) -> bool {
        match self {
            Theme::Projector => true,
            Theme::System(palette) => palette.large,
            Theme::Light | Theme::Dark | Theme::Print => false,
        }
    }

    /// Stroke of the grid and the axes, in CSS pixels.
    pub fn hairline(self) -> f64 {
        if self == Theme::Print { 1.25 } else { 1.0 }
    }

    /// How opaque a tint is that is to be so opaque on a screen: paper swallows the faint ones.
    pub fn wash(self, opacity: f64) -> f64 {
        if self == Theme::Print {
            2.0 * opacity
        } else {
            opacity
        }
    }
}

pub(super) fn rgb(hex: u32) -> RGBColor {
    RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The colour of a role as CSS spells it, for the HTML beside the chart.
pub fn css_colour(ink: Ink, theme: Theme) -> String {
    let RGBColor(r, g, b) = theme.ink(ink);
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Strokes and gaps in units of the stroke width; empty for a solid line.
pub fn dash_pattern(dash: Dash) -> &'static [f64] {
    match dash {
        Dash::Solid => &[],
        Dash::Dashed => &[4.0, 2.5],
        Dash::Dotted => &[1.0, 2.0],
        Dash::DashDot => &[5.0, 2.0, 1.0, 2.0],
    }
}

/// WCAG 2.2, "relative luminance".
pub fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            libm::pow((c + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// WCAG 2.2, "contrast ratio".
pub fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_knows_black_on_white() {
        assert!((contrast(rgb(0x000000), rgb(0xffffff)) - 21.0).abs() < 1e-12);
        assert!(contrast(rgb(0xf0e442), rgb(0xffffff)) < 3.0);
    }

    #[test]
    fn paper_is_white_and_nothing_on_it_is_pale() {
        let paper = Theme::Print;
        assert_eq!(paper.background(), rgb(0xffffff));
        assert_eq!(paper.ink(Ink::Text), rgb(0x000000));
        let inks = (0..8).map(Ink::Series).chain([
            Ink::Muted,
            Ink::Weight,
            Ink::Slope,
            Ink::Low,
            Ink::High,
        ]);
        for ink in inks {
            assert!(
                contrast(paper.ink(ink), paper.background()) >= 4.5,
                "{ink:?}"
            );
        }
        for slot in 0..7 {
            let [a, b] = [slot, slot + 1].map(|slot| paper.ink(Ink::Series(slot)));
            // Half as much light again is a step of grey that can be seen.
            assert!(
                contrast(a, b) >= 1.5,
                "slots {slot} and {} in grey",
                slot + 1
            );
        }
        assert!(
            paper.hairline() > Theme::Light.hairline() && paper.stroke() > Theme::Light.stroke()
        );
    }

    #[test]
    fn marks_have_a_contrast_of_three_and_text_of_four_and_a_half() {
        for (name, theme) in NAMES {
            let on = theme.background();
            let others = [Ink::Weight, Ink::Slope, Ink::Low, Ink::High];
            let marks = (0..8).map(Ink::Series).chain(others);
            for ink in marks {
                assert!(contrast(theme.ink(ink), on) >= 3.0, "{name} {ink:?}");
            }
            for ink in [Ink::Text, Ink::Muted, Ink::Alarm, Ink::Handle] {
                assert!(contrast(theme.ink(ink), on) >= 4.5, "{name} {ink:?}");
            }
        }
    }
}
