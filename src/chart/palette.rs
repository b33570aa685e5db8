//! The colours of the system, where a person has chosen them for everything.

use super::theme::{contrast, rgb};
use crate::view::Ink;

/// The colours of a system whose person has chosen them, as 0xRRGGBB; CSS names them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// `Canvas`: what everything is drawn on.
    pub canvas: u32,
    /// `CanvasText`.
    pub text: u32,
    /// `GrayText`.
    pub grey: u32,
    /// `LinkText`.
    pub link: u32,
    /// `Highlight`.
    pub highlight: u32,
    /// For the back row: in the sizes of [`Theme::Projector`].
    pub large: bool,
}

impl Palette {
    /// A colour for marks, if it can be told from the canvas; text always can.
    fn mark(self, colour: u32) -> u32 {
        self.at_least(3.0, colour)
    }

    /// A colour for text, likewise.
    fn letters(self, colour: u32) -> u32 {
        self.at_least(4.5, colour)
    }

    fn at_least(self, least: f64, colour: u32) -> u32 {
        let seen = contrast(rgb(colour), rgb(self.canvas)) >= least;
        if seen { colour } else { self.text }
    }

    /// A fifth of the way from the canvas to its text.
    pub fn grid(self) -> u32 {
        let mixed = |shift: u32| {
            let channel = |colour: u32| f64::from((colour >> shift) as u8);
            let (from, to) = (channel(self.canvas), channel(self.text));
            (libm::round(from + 0.2 * (to - from)) as u32) << shift
        };
        mixed(16) | mixed(8) | mixed(0)
    }

    /// Few hues, so series are told apart by their dashes and shapes as well.
    pub fn ink(self, ink: Ink) -> u32 {
        match ink {
            Ink::Series(slot) => {
                self.mark([self.link, self.text, self.highlight][usize::from(slot) % 3])
            }
            Ink::Text | Ink::Alarm => self.text,
            Ink::Muted => self.letters(self.grey),
            Ink::Weight | Ink::Low => self.mark(self.highlight),
            Ink::Slope | Ink::High => self.mark(self.link),
            Ink::Handle => self.letters(self.highlight),
        }
    }
}

/// The five colours of the system as a browser computes them, in the order of [`Palette`]; none if it is not those.
pub fn read(colours: &str, large: bool) -> Option<Palette> {
    let colours: Option<Vec<u32>> = colours.split_inclusive(')').map(computed).collect();
    let &[canvas, text, grey, link, highlight] = colours?.as_slice() else {
        return None;
    };
    Some(Palette {
        canvas,
        text,
        grey,
        link,
        highlight,
        large,
    })
}

/// A colour as a browser computes it: `rgb(1, 2, 3)`, or with an opacity, which is not heeded.
fn computed(text: &str) -> Option<u32> {
    let inner = text.trim().strip_prefix("rgb")?.trim_start_matches('a');
    let inner = inner.strip_prefix('(')?.strip_suffix(')')?;
    let mut channels = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut channel = || channels.next()?.parse::<u8>().ok().map(u32::from);
    Some(channel()? << 16 | channel()? << 8 | channel()?)
}

#[cfg(test)]
mod tests {
    use super::super::theme::Theme;
    use super::*;
    use plotters::style::RGBColor;

    /// Dark and light grounds, as contrast themes have them: canvas, text, grey, link, highlight.
    const CONTRAST_THEMES: [[u32; 5]; 4] = [
        [0x202020, 0xffffff, 0xa6a6a6, 0x75e9fc, 0x8ee3f0],
        [0xfffaef, 0x3d3d3d, 0x676767, 0x1c5e75, 0x903909],
        [0x2d3236, 0xffffff, 0xa6a6a6, 0x70ebde, 0xa1bfde],
        [0x000000, 0xffffff, 0xa6a6a6, 0x8080ff, 0xd6b4fd],
    ];

    fn spelled(colours: [u32; 5]) -> String {
        let css = |hex: u32| {
            let RGBColor(r, g, b) = rgb(hex);
            format!("rgb({r}, {g}, {b})")
        };
        colours.map(css).join(" ")
    }

    #[test]
    fn the_colours_of_the_system_are_taken_and_stay_readable() {
        for colours in CONTRAST_THEMES {
            let theme: Theme = format!("light {}", spelled(colours)).parse().unwrap();
            assert_eq!(theme.background(), rgb(colours[0]));
            assert_eq!(theme.ink(Ink::Text), rgb(colours[1]));
            assert_eq!(theme.is_dark(), colours[0] != 0xfffaef);
            let on = theme.background();
            let all =
                (0..8)
                    .map(Ink::Series)
                    .chain([Ink::Weight, Ink::Slope, Ink::Muted, Ink::Handle]);
            for ink in all {
                let colour = theme.ink(ink);
                assert!(contrast(colour, on) >= 3.0, "{ink:?}");
                assert!(
                    colours[1..].contains(&hex(colour)),
                    "{ink:?} is no colour of the system"
                );
            }
            assert!(contrast(theme.grid(), on) > 1.05);
            assert_eq!(theme.text(), Theme::Light.text());
        }
        let large: Theme = format!("projector {}", spelled(CONTRAST_THEMES[0]))
            .parse()
            .unwrap();
        assert_eq!(large.text(), Theme::Projector.text());
    }

    #[test]
    fn a_colour_of_the_system_that_cannot_be_seen_gives_way_to_its_text() {
        let blank = spelled([0xffffff, 0x000000, 0xeeeeee, 0xffffff, 0xfefefe]);
        let theme: Theme = format!("dark {blank}").parse().unwrap();
        for ink in [
            Ink::Series(0),
            Ink::Series(2),
            Ink::Muted,
            Ink::Handle,
            Ink::Slope,
        ] {
            assert_eq!(theme.ink(ink), rgb(0x000000), "{ink:?}");
        }
        for wrong in [
            "dark rgb(1, 2, 3)",
            "dusk",
            "light rgb(1, 2) rgb(1, 2) rgb(1, 2) rgb(1, 2) rgb(1, 2)",
        ] {
            assert!(wrong.parse::<Theme>().is_err(), "{wrong}");
        }
    }

    fn hex(RGBColor(r, g, b): RGBColor) -> u32 {
        u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b)
    }
}
