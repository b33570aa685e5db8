//! A whole view as one standalone SVG.

use super::draw::draw;
use super::paper::Paper;
use super::pen::{Anchor, Drawn, Pen, Surface, UNITS};
use super::swatch::{draw_key, key_width};
use super::theme::Theme;
use crate::figure::{Framing, Ink, Layout, Plot, View};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// A plot narrower than this does not stand beside another, in CSS pixels.
const NARROWEST: f64 = 360.0;

/// The view with title, legend and pictures, which stand as `layout` says where the sheet is wide enough.
pub fn svg(view: &View, title: &str, layout: Layout, width: f64, theme: Theme) -> String {
    let sheet = Sheet::new(view, layout, width, theme);
    let size = ((width * UNITS) as u32, (sheet.height * UNITS) as u32);
    let mut paper = Paper::new(size);
    // Writing into a string cannot fail.
    let _ = sheet.draw(view, title, &mut paper);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {w} {h}\" role=\"img\" stroke-linejoin=\"round\" font-variant-numeric=\"tabular-nums\">\n<title>{title}</title>\n<desc>{words}</desc>\n{inside}</svg>\n",
        height = sheet.height,
        w = width * UNITS,
        h = sheet.height * UNITS,
        title = escaped(title),
        words = escaped(&view.summary),
        inside = paper.into_elements(),
    )
}

/// Where the parts stand.
struct Sheet {
    theme: Theme,
    width: f64,
    height: f64,
    legend: Vec<(f64, f64)>,
    plots: Vec<[f64; 4]>,
}

impl Sheet {
    fn new(view: &View, layout: Layout, width: f64, theme: Theme) -> Sheet {
        let text = theme.text();
        let (mut x, mut y) = (0.5 * text, 2.6 * text);
        let legend = view.legend.iter().map(|key| {
            let needed = key_width(key, text) + text;
            if x + needed > width && x > text {
                (x, y) = (0.5 * text, y + 1.6 * text);
            }
            let at = (x, y);
            x += needed;
            at
        });
        let legend: Vec<(f64, f64)> = legend.collect();
        let plots = places(&view.plots, layout, width, text);
        let top = y + 1.4 * text;
        let lowest = plots.iter().map(|[_, y, _, height]| y + height);
        let height = top + lowest.fold(0.0, f64::max) + 2.0 * text;
        let down = |[x, y, width, height]: [f64; 4]| [x, top + y, width, height];
        Sheet {
            theme,
            width,
            height: height.ceil(),
            legend,
            plots: plots.into_iter().map(down).collect(),
        }
    }

    fn draw<S: Surface>(&self, view: &View, title: &str, surface: &mut S) -> Drawn<S> {
        let text = self.theme.text();
        let ink = self.theme.ink(Ink::Text);
        let start = Anchor(HPos::Left, VPos::Center);
        let mut page = Pen::new(surface, self.theme, (0.0, 0.0));
        page.rectangle(
            (0.0, 0.0),
            (self.width, self.height),
            self.theme.background().to_rgba(),
        )?;
        page.text(title, (0.5 * text, 1.1 * text), start, ink)?;
        for (key, &at) in view.legend.iter().zip(&self.legend) {
            draw_key(&mut page, key, at)?;
        }
        for (plot, &[x, y, width, height]) in view.plots.iter().zip(&self.plots) {
            let mut pen = Pen::new(surface, self.theme, (x, y + 1.6 * text));
            draw(plot, &mut pen, width, height)?;
            let mut pen = Pen::new(surface, self.theme, (x, y));
            pen.text(&plot.title, (0.5 * text, 0.7 * text), start, ink)?;
        }
        Ok(())
    }
}

/// Left, top, width and height of each plot, from the top of the first; a title stands above each.
fn places(plots: &[Plot], layout: Layout, width: f64, text: f64) -> Vec<[f64; 4]> {
    let (count, gap) = (plots.len().max(1) as f64, 2.0 * text);
    let each = width / count;
    match layout {
        Layout::Beside if each >= NARROWEST => {
            let height = (0.8 * each).min(420.0);
            let place = |index: usize| [index as f64 * each, 0.0, each, height];
            (0..plots.len()).map(place).collect()
        }
        Layout::Quad if 0.5 * width >= NARROWEST => {
            let half = 0.5 * width;
            let height = (0.6 * half).min(420.0);
            let place = |index: usize| {
                let (column, row) = ((index % 2) as f64, (index / 2) as f64);
                [column * half, row * (height + gap), half, height]
            };
            (0..plots.len()).map(place).collect()
        }
        Layout::Aside if 0.5 * width >= NARROWEST && plots.len() > 1 => {
            let half = 0.5 * width;
            // A title's height is all that keeps the plots at the side apart.
            let height = (half - gap * (count - 2.0)) / (count - 1.0);
            let beside =
                (0..plots.len() - 1).map(|i| [half, i as f64 * (height + gap), half, height]);
            [[0.0, 0.0, half, half]].into_iter().chain(beside).collect()
        }
        Layout::Lead if width >= NARROWEST * (count - 1.0) && plots.len() > 2 => {
            let (lead, each) = (height(&plots[0], width), width / (count - 1.0));
            let below = (0.8 * each).min(420.0);
            let beneath = (0..plots.len() - 1).map(|i| [i as f64 * each, lead + gap, each, below]);
            [[0.0, 0.0, width, lead]]
                .into_iter()
                .chain(beneath)
                .collect()
        }
        _ => {
            let mut top = 0.0;
            let mut place = |plot: &Plot| {
                let height = height(plot, width);
                let place = [0.0, top, width, height];
                top += height + gap;
                place
            };
            plots.iter().map(&mut place).collect()
        }
    }
}

/// The height of a plot that has the sheet's width to itself.
fn height(plot: &Plot, width: f64) -> f64 {
    if plot.framing == Framing::Equal {
        return width.min(420.0);
    }
    let share = 0.14 * plot.weight.max(1.0);
    (share * width)
        .clamp(150.0, 420.0)
        .max(220.0 * (plot.weight / 3.0).min(1.0))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
