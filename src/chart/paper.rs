//! plotters' SVG with pictures in it.

use super::patches::patches;
use super::pen::Surface;
use super::picture::Picture;
use super::png::data_uri;
use plotters::prelude::SVGBackend;
use plotters::style::ShapeStyle;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// The elements of an SVG document, in the order in which they were drawn.
///
/// plotters' backend keeps its text to itself until it is done, and its own pictures need a crate of image formats.
/// So each element is written on a sheet of its own, and a picture can stand between two of them.
pub struct Paper {
    size: (u32, u32),
    elements: String,
}

type Failure = <SVGBackend<'static> as DrawingBackend>::ErrorType;
type Done = Result<(), DrawingErrorKind<Failure>>;

impl Paper {
    /// Empty paper.
    pub fn new(size: (u32, u32)) -> Paper {
        Paper {
            size,
            elements: String::new(),
        }
    }

    /// The elements, without the document around them.
    pub fn into_elements(self) -> String {
        self.elements
    }

    fn write(&mut self, draw: impl FnOnce(&mut SVGBackend) -> Done) -> Done {
        let mut sheet = String::new();
        {
            let mut backend = SVGBackend::with_string(&mut sheet, self.size);
            draw(&mut backend)?;
            backend.present()?;
        }
        let inside = sheet.find(">\n").map_or("", |at| &sheet[at + 2..]);
        let inside = inside.strip_suffix("</svg>\n").unwrap_or(inside);
        // What every element would say of itself is said once or goes without saying. No text has quotes: they are escaped.
        let inside = inside.replace(" opacity=\"1\"", "");
        self.elements.push_str(&without(&inside, "font-family"));
        Ok(())
    }
}

/// An element without that attribute.
fn without(element: &str, name: &str) -> String {
    let start = format!(" {name}=\"");
    let cut = element.split_once(&start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once('"')?;
        Some(format!("{before}{after}"))
    });
    cut.unwrap_or_else(|| element.to_owned())
}

impl DrawingBackend for Paper {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Done {
        self.write(|svg| svg.draw_pixel(point, colour))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.write(|svg| svg.draw_path(path, style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.write(|svg| svg.draw_rect(upper_left, bottom_right, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.write(|svg| svg.fill_polygon(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.write(|svg| svg.draw_circle(center, radius, style, fill))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.write(|svg| svg.draw_text(text, style, at))
    }
}

impl Surface for Paper {
    /// plotters' SVG divides every font size by 1.24.
    const FONT_SCALE: f64 = 1.24;

    /// One element, however many strokes it has.
    fn dashed_path(&mut self, path: &[BackendCoord], pattern: &[f64], style: &ShapeStyle) -> Done {
        let whole = |part: &f64| part.round().to_string();
        let pattern: Vec<String> = pattern.iter().map(whole).collect();
        let start = self.elements.len();
        self.draw_path(path.iter().copied(), style)?;
        let drawn = self.elements.split_off(start);
        let dashed = format!("<polyline stroke-dasharray=\"{}\" ", pattern.join(" "));
        self.elements
            .push_str(&drawn.replacen("<polyline ", &dashed, 1));
        Ok(())
    }

    /// Cells that are counted are rectangles, because most programs that stretch an image smear its pixels into each other; samples are an `<image>`.
    ///
    /// It is cut by a `clip-path`: Inkscape does not cut at the edge of an inner `<svg>`.
    /// It has one more pixel on every side, which is cut off: CairoSVG lets the outermost half of a pixel fade away.
    fn picture(&mut self, picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> Done {
        if !picture.blended {
            self.elements.push_str(&patches(picture, place, visible));
            return Ok(());
        }
        let [left, top, right, bottom] = visible;
        // Where two pictures on one page share the name, they share the place too.
        let id = format!("cut-{left}-{top}-{right}-{bottom}");
        let cut = format!(
            "<clipPath id=\"{id}\"><path d=\"M{left} {top}H{right}V{bottom}H{left}Z\"/></clipPath>\n"
        );
        if !self.elements.contains(&cut) {
            self.elements.push_str(&cut);
        }
        let around = |from: i32, to: i32, count: usize| {
            let pixel = f64::from(to - from) / count.max(1) as f64;
            (
                rounded(f64::from(from) - pixel),
                rounded(f64::from(to - from) + 2.0 * pixel),
            )
        };
        let (x, width) = around(place[0], place[2], picture.columns);
        let (y, height) = around(place[1], place[3], picture.rows);
        // Every program reads this spelling of the address, the old and the new; twice it would be twice as long.
        self.elements.push_str(&format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" clip-path=\"url(#{id})\" preserveAspectRatio=\"none\" xlink:href=\"{}\"/>\n",
            data_uri(&picture.framed())
        ));
        Ok(())
    }
}

/// A hundredth of a backend unit is far below what can be seen.
fn rounded(units: f64) -> f64 {
    (100.0 * units).round() / 100.0
}
