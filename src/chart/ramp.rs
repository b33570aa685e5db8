//! The colours that values take.

use super::theme::Theme;
use crate::view::Ramp;
use plotters::style::RGBColor;

/// Levels of a palette. Odd, so that the middle of a diverging ramp is a level: exactly 0 is exactly neutral.
pub const LEVELS: usize = 255;

/// Ten equal steps of viridis (van der Walt and Smith, matplotlib 1.5): lightness grows evenly, for every kind of colour vision.
/// The same in every theme, because its order is told by lightness and known by heart.
const VIRIDIS: [u32; 10] = [
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725,
];

/// Plum below, moss above, and the paper's own tone between: what is far from 0 is far from the paper.
/// Neither is the hue of an activation, and one is bluish and the other yellowish for every kind of colour vision.
/// On paper nothing is the paper itself.
const DIVERGING: [[u32; 7]; 3] = [
    [
        0x6b3d7a, 0xa37db2, 0xd9c9e1, 0xf6f5f3, 0xdcdfb2, 0xa6a954, 0x686b16,
    ],
    [
        0xcfa6e0, 0x845a97, 0x4a3554, 0x1c1d20, 0x454722, 0x82853c, 0xcacd6e,
    ],
    [
        0x542b63, 0x966ea6, 0xd3c0dc, 0xffffff, 0xd9dda6, 0x9da046, 0x595c0c,
    ],
];

/// Where the paper's own tone stands among the diverging colours.
const NEUTRAL: usize = 3;

/// The colours at equal steps from one end of a ramp to the other; between them they mix evenly.
fn stops(ramp: &Ramp, theme: Theme) -> &'static [u32] {
    match (ramp, theme) {
        (Ramp::Sequential { .. }, _) => &VIRIDIS,
        (Ramp::Diverging { .. }, theme) => &DIVERGING[diverging(theme)],
        (Ramp::Share, theme) => &DIVERGING[diverging(theme)][NEUTRAL..],
    }
}

/// The colour of one end of a diverging ramp: on white, on near-black, for a projector, on paper.
pub fn side(is_high: bool) -> [u32; 4] {
    let end = |row: usize| DIVERGING[row][if is_high { 2 * NEUTRAL } else { 0 }];
    [end(0), end(1), end(2), end(2)]
}

/// The row of a theme's ground.
fn diverging(theme: Theme) -> usize {
    match theme {
        Theme::Print => 2,
        theme => usize::from(theme.is_dark()),
    }
}

/// The colours of a ramp at [`LEVELS`] equal steps.
pub fn palette(ramp: &Ramp, theme: Theme) -> Vec<RGBColor> {
    let stops = stops(ramp, theme);
    let colour = |level: usize| {
        let at = level as f64 / (LEVELS - 1) as f64 * (stops.len() - 1) as f64;
        let from = (at as usize).min(stops.len() - 2);
        let channel = |shift: u32| {
            let part = |index: usize| f64::from((stops[index] >> shift) as u8);
            let mixed = part(from) + (at - from as f64) * (part(from + 1) - part(from));
            libm::round(mixed) as u8
        };
        RGBColor(channel(16), channel(8), channel(0))
    };
    (0..LEVELS).map(colour).collect()
}

/// The level of a value; none for a NaN.
pub fn level(ramp: &Ramp, value: f64) -> Option<usize> {
    let share = ramp.share(value);
    (!share.is_nan()).then(|| libm::round(share * (LEVELS - 1) as f64) as usize)
}

/// The colours of a ramp as CSS spells them, at equal steps: what a CSS gradient needs to look the same.
pub fn css_ramp(ramp: &Ramp, theme: Theme) -> Vec<String> {
    let css = |hex: &u32| format!("#{hex:06x}");
    stops(ramp, theme).iter().map(css).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::theme::luminance;

    const THEMES: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::Projector, Theme::Print];

    #[test]
    fn levels_clamp_and_a_nan_has_none() {
        let ramp = Ramp::Sequential { from: 1.0, to: 3.0 };
        let levels = [-5.0, 1.0, 2.0, 3.0, f64::INFINITY].map(|v| level(&ramp, v));
        assert_eq!(levels, [0, 0, 127, 254, 254].map(Some));
        assert_eq!(level(&ramp, f64::NAN), None);
        let flat = Ramp::Sequential { from: 2.0, to: 2.0 };
        assert_eq!(level(&flat, 7.0), Some(127));
    }

    /// matplotlib 3.9, `viridis(x, bytes=True)`; ten stops mixed evenly lie within 3/255 of its 256.
    #[test]
    fn sequential_is_viridis() {
        let colours = palette(&Ramp::Sequential { from: 0.0, to: 1.0 }, Theme::Dark);
        for (level, expected) in [
            (0, [68, 1, 84]),
            (64, [58, 82, 139]),
            (127, [33, 145, 140]),
            (191, [94, 201, 98]),
            (254, [253, 231, 37]),
        ] {
            let RGBColor(r, g, b) = colours[level];
            for (drawn, known) in [r, g, b].into_iter().zip(expected) {
                assert!(drawn.abs_diff(known) <= 3, "level {level}: {r} {g} {b}");
            }
        }
    }

    #[test]
    fn lightness_orders_the_values() {
        for theme in THEMES {
            let rises = |colours: &[RGBColor]| {
                let light: Vec<f64> = colours.iter().map(|&c| luminance(c)).collect();
                light.windows(2).all(|pair| pair[0] < pair[1])
            };
            // One level changes a colour by less than rounding does; every eighth does not.
            let thinned = |ramp: &Ramp| -> Vec<RGBColor> {
                palette(ramp, theme).into_iter().step_by(8).collect()
            };
            assert!(rises(&thinned(&Ramp::Sequential { from: 0.0, to: 1.0 })));
            let mut both = thinned(&Ramp::Diverging { reach: 1.0 });
            if theme == Theme::Dark {
                both.reverse();
                assert!(!rises(&both[..16]) && rises(&both[16..]));
                both.reverse();
                assert!(rises(&both[16..]));
            } else {
                assert!(rises(&both[..16]));
                both.reverse();
                assert!(rises(&both[..16]));
            }
        }
    }
}
