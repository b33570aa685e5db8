//! A whole view as one standalone SVG.

use super::draw::draw;
use super::paper::Paper;
use super::pen::{Anchor, Drawn, Pen, Surface, UNITS};
use super::swatch::{draw_key, key_width};
use super::theme::Theme;
use crate::figure::{Ink, Plot, View};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// The view with title, legend and one picture below the other; on a wide sheet plots of equal weight stand side by side.
pub fn svg(view: &View, title: &str, width: f64, theme: Theme) -> String {
    let sheet = Sheet::new(view, width, theme);
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
    fn new(view: &View, width: f64, theme: Theme) -> Sheet {
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
        let mut top = y + 1.4 * text;
        let equal = view
            .plots
            .windows(2)
            .all(|pair| pair[0].weight == pair[1].weight);
        let count = view.plots.len().max(1) as f64;
        let mut plots = Vec::new();
        if equal && width >= 360.0 * count {
            let each = width / count;
            let height = (0.8 * each).min(420.0);
            plots.extend((0..view.plots.len()).map(|i| [i as f64 * each, top, each, height]));
            top += height + 2.0 * text;
        } else {
            for plot in &view.plots {
                let height = plot_height(plot, width);
                plots.push([0.0, top, width, height]);
                top += height + 2.0 * text;
            }
        }
        Sheet {
            theme,
            width,
            height: top.ceil(),
            legend,
            plots,
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

fn plot_height(plot: &Plot, width: f64) -> f64 {
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
