//! A whole view as one standalone SVG.

use super::paper::Paper;
use super::pen::{FAMILY, UNITS};
use super::shared::Shared;
use super::sheet::Sheet;
use super::theme::Theme;
use crate::view::{Layout, View};

/// What an SVG is to be, beside what it shows.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is called where it cannot be seen.
    pub name: &'a str,
    /// Says what to see; nothing is written there where it is empty.
    pub title: &'a str,
    /// How the plots stand where the sheet is wide enough.
    pub layout: Layout,
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels; what the plots need where there is none. Never less than [`Document::least_height`].
    pub height: Option<f64>,
    /// Colours and sizes.
    pub theme: Theme,
    /// The family that is tried before the system's own.
    pub font: Option<&'a str>,
    /// Whether what lies behind the picture shows through.
    pub transparent: bool,
    /// Where the picture comes from, in lines; may be empty.
    pub origin: &'a str,
}

/// The view with title, legend and pictures, in the plain form of a [`Document`].
pub fn svg(view: &View, title: &str, layout: Layout, width: f64, theme: Theme) -> String {
    Document::new(title, layout, width, theme).svg(view)
}

impl<'a> Document<'a> {
    /// Of the height that its plots need, on the theme's ground, in the system's font, and silent about its origin.
    pub fn new(title: &'a str, layout: Layout, width: f64, theme: Theme) -> Document<'a> {
        Document {
            name: title,
            title,
            layout,
            width,
            height: None,
            theme,
            font: None,
            transparent: false,
            origin: "",
        }
    }

    /// The smallest height at which every plot can still be read, in CSS pixels.
    pub fn least_height(&self, view: &View) -> f64 {
        Sheet::new(view, self).least_height(view).ceil()
    }

    /// The text of the SVG.
    pub fn svg(&self, view: &View) -> String {
        let sheet = Sheet::new(view, self);
        let (width, height) = (self.width, sheet.height());
        let (w, h) = (width * UNITS, height * UNITS);
        let mut paper = Paper::new((w as u32, h as u32));
        // Writing into a string cannot fail.
        let _ = sheet.draw(view, &mut Shared::new(&mut paper));
        let named = self.font.map_or(String::new(), |name| {
            let name: String = name.chars().filter(|c| !"'\\".contains(*c)).collect();
            format!("'{}', ", escaped(&name))
        });
        let origin = match self.origin {
            "" => String::new(),
            lines => format!("<metadata>\n{}</metadata>\n", escaped(lines)),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {w} {h}\" role=\"img\" stroke-linejoin=\"round\" font-family=\"{named}{FAMILY}\" font-variant-numeric=\"tabular-nums\">\n<title>{title}</title>\n<desc>{words}</desc>\n{origin}{inside}</svg>\n",
            title = escaped(self.name),
            words = escaped(&view.summary),
            inside = paper.into_elements(),
        )
    }
}

/// Text as XML holds it: control characters have no place there, not even escaped.
fn escaped(text: &str) -> String {
    let held = |c: &char| {
        let is_text = !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
        is_text || matches!(c, '\n' | '\t')
    };
    let held: String = text.chars().filter(held).collect();
    held.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
