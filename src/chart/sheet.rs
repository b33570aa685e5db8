//! Where the parts of an SVG stand: title, legend, and the plots with their titles.

use super::draw::draw;
use super::pen::{Anchor, Drawn, Pen, Surface};
use super::svg::Document;
use super::swatch::{draw_key, key_height, key_width};
use super::wrap::wrapped;
use crate::view::{Framing, Ink, Layout, Plot, View};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

/// A plot narrower than this does not stand beside another, in CSS pixels.
const NARROWEST: f64 = 360.0;

/// From one line of a title to the next, in text heights.
const LEADING: f64 = 1.3;

/// The lowest plot that can be read, in text heights: its axis names, and room for two labels.
const LOWEST: f64 = 9.0;

/// The height of a row of discs, in CSS pixels.
const STRIP: f64 = 44.0;

/// Where the parts stand, in CSS pixels.
pub struct Sheet<'a> {
    document: &'a Document<'a>,
    title: Vec<String>,
    legend: Vec<(f64, f64)>,
    /// Where the first plots' titles begin.
    top: f64,
    /// Of the plots: all are drawn so many times as high as they would be.
    stretch: f64,
    plots: Places,
}

/// Left, top, width and height of each plot, from the top of the first; and what stands above each.
struct Places {
    titles: Vec<Vec<String>>,
    /// The height of the tallest title.
    header: f64,
    plots: Vec<[f64; 4]>,
}

impl<'a> Sheet<'a> {
    /// The places of a view's parts.
    pub fn new(view: &View, document: &'a Document<'a>) -> Sheet<'a> {
        let (width, text) = (document.width, document.theme.text());
        let title = match document.title {
            "" => Vec::new(),
            title => wrapped(title, width - text, text),
        };
        let above = match title.len() {
            0 => 0.4,
            lines => 2.6 + LEADING * (lines - 1) as f64,
        };
        let (mut x, mut y, mut row) = (0.5 * text, above * text, 0.0f64);
        let legend = view.legend.iter().map(|key| {
            let needed = key_width(key, text) + text;
            if x + needed > width && x > text {
                (x, y) = (0.5 * text, y + row.max(1.6 * text));
                row = 0.0;
            }
            row = row.max(key_height(key, width - text, text) + 0.4 * text);
            let at = (x, y);
            x += needed;
            at
        });
        let legend: Vec<(f64, f64)> = legend.collect();
        let mut sheet = Sheet {
            document,
            title,
            legend,
            top: y + row.max(1.6 * text) - 0.2 * text,
            stretch: 1.0,
            plots: Places::new(&view.plots, document, 1.0),
        };
        if let Some(height) = document.height {
            let (least, per_stretch) = sheet.limits(&view.plots);
            let wanted = 1.0 + (height - 1e-6 - sheet.natural_height()) / per_stretch;
            sheet.stretch = wanted.max(least);
            sheet.plots = Places::new(&view.plots, document, sheet.stretch);
        }
        sheet
    }

    /// The height of everything.
    pub fn height(&self) -> f64 {
        self.natural_height().ceil()
    }

    /// The height of everything where the lowest plot is as low as a plot can be.
    pub fn least_height(&self, view: &View) -> f64 {
        let (least, per_stretch) = self.limits(&view.plots);
        self.natural_height() + (least - self.stretch) * per_stretch
    }

    fn natural_height(&self) -> f64 {
        // Rounding would else make a pixel more of a height that was asked for.
        self.top + self.plots.height() + 0.4 * self.document.theme.text() - 1e-6
    }

    /// The smallest stretch, and by how much each unit of it makes the whole higher: every height is linear in it.
    fn limits(&self, plots: &[Plot]) -> (f64, f64) {
        let [one, two] = [1.0, 2.0].map(|stretch| Places::new(plots, self.document, stretch));
        let lowest = LOWEST * self.document.theme.text();
        // A row of discs is as high as it is.
        let stretches = |(one, two): &(&[f64; 4], &[f64; 4])| two[3] > one[3];
        let both = one.plots.iter().zip(&two.plots).filter(stretches);
        let least = both.map(|(one, two)| 1.0 - (one[3] - lowest) / (two[3] - one[3]));
        // A plot that is lower by its nature stays as it is.
        let least = least.fold(f64::NEG_INFINITY, f64::max).min(1.0);
        (least, two.height() - one.height())
    }

    /// Draws everything, back to front.
    pub fn draw<S: Surface>(&self, view: &View, surface: &mut S) -> Drawn<S> {
        let theme = self.document.theme;
        let text = theme.text();
        let size = (self.document.width, self.height());
        let mut page = Pen::new(surface, theme, (0.0, 0.0));
        if !self.document.transparent {
            page.rectangle((0.0, 0.0), size, theme.background().to_rgba())?;
        }
        lines(&mut page, &self.title, 1.1 * text)?;
        for (key, &at) in view.legend.iter().zip(&self.legend) {
            draw_key(&mut page, key, at, size.0 - 0.5 * text)?;
        }
        let header = self.plots.header;
        for (index, plot) in view.plots.iter().enumerate() {
            let [x, y, width, height] = self.plots.plots[index];
            let mut pen = Pen::new(surface, theme, (x, self.top + y + header));
            pen.alone = view.legend.is_empty();
            draw(plot, &mut pen, width, height)?;
            let mut pen = Pen::new(surface, theme, (x, self.top + y));
            let title = &self.plots.titles[index];
            // A title that has fewer lines than the others stands as near to its plot as they.
            let last = header - 0.9 * text;
            lines(
                &mut pen,
                title,
                last - LEADING * text * (title.len().max(1) - 1) as f64,
            )?;
        }
        Ok(())
    }
}

/// The lines of a title, the first at that middle height.
fn lines<S: Surface>(pen: &mut Pen<S>, lines: &[String], y: f64) -> Drawn<S> {
    let (text, ink) = (pen.theme.text(), pen.theme.ink(Ink::Text));
    let start = Anchor(HPos::Left, VPos::Center);
    lines.iter().enumerate().try_for_each(|(index, line)| {
        let at = (0.5 * text, y + LEADING * text * index as f64);
        pen.text(line, at, start, ink)
    })
}

impl Places {
    /// Every plot `stretch` times as high as it would be.
    fn new(plots: &[Plot], document: &Document, stretch: f64) -> Places {
        let (width, text) = (document.width, document.theme.text());
        // How wide a plot is does not depend on what stands above it.
        let narrow = places(plots, document.layout, width, 0.0, stretch);
        let titles: Vec<Vec<String>> = plots
            .iter()
            .zip(&narrow)
            .map(|(plot, place)| wrapped(&plot.title, place[2] - text, text))
            .collect();
        let most = titles.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let more = LEADING * text * (most - 1) as f64;
        let is_untitled = plots.iter().all(|plot| plot.title.is_empty());
        Places {
            titles,
            header: match is_untitled {
                true => 0.0,
                false => 1.6 * text + more,
            },
            plots: places(plots, document.layout, width, 2.0 * text + more, stretch),
        }
    }

    /// From the top of the first title to the foot of the lowest plot.
    fn height(&self) -> f64 {
        let feet = self.plots.iter().map(|[_, y, _, height]| y + height);
        feet.fold(0.0, f64::max) + self.header
    }
}

/// Left, top, width and height of each plot, from the top of the first; `gap` is what one above another leaves for its title.
fn places(plots: &[Plot], layout: Layout, width: f64, gap: f64, stretch: f64) -> Vec<[f64; 4]> {
    let count = plots.len().max(1) as f64;
    let each = width / count;
    match layout {
        Layout::Beside if each >= NARROWEST => {
            let height = stretch * (0.8 * each).min(420.0);
            let place = |index: usize| [index as f64 * each, 0.0, each, height];
            (0..plots.len()).map(place).collect()
        }
        Layout::Quad if 0.5 * width >= NARROWEST => {
            let half = 0.5 * width;
            let height = stretch * (0.6 * half).min(420.0);
            let place = |index: usize| {
                let (column, row) = ((index % 2) as f64, (index / 2) as f64);
                [column * half, row * (height + gap), half, height]
            };
            (0..plots.len()).map(place).collect()
        }
        Layout::Aside if 0.5 * width >= NARROWEST && plots.len() > 1 => {
            let half = 0.5 * width;
            let lead = stretch * half;
            // A title's height is all that keeps the plots at the side apart.
            let height = (lead - gap * (count - 2.0)) / (count - 1.0);
            let beside =
                (0..plots.len() - 1).map(|i| [half, i as f64 * (height + gap), half, height]);
            [[0.0, 0.0, half, lead]].into_iter().chain(beside).collect()
        }
        Layout::Lead if width >= NARROWEST * (count - 1.0) && plots.len() > 2 => {
            let lead = stretch * height(&plots[0], width);
            let each = width / (count - 1.0);
            let below = stretch * (0.8 * each).min(420.0);
            let beneath = (0..plots.len() - 1).map(|i| [i as f64 * each, lead + gap, each, below]);
            [[0.0, 0.0, width, lead]]
                .into_iter()
                .chain(beneath)
                .collect()
        }
        _ => {
            let mut top = 0.0;
            let mut place = |plot: &Plot| {
                let height = match plot.framing {
                    Framing::Strip => STRIP,
                    _ => stretch * height(plot, width),
                };
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
