//! Drawing, compiled once: whatever draws sees each surface through one pointer.

use super::pen::Surface;
use super::picture::Picture;
use plotters::style::text_anchor::Pos;
use plotters::style::{FontDesc, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::error::Error;
use std::fmt;

/// A surface that leaves everything to another one.
///
/// All that draws is generic and would be compiled for a canvas and for SVG, twice the same. On this it is compiled once.
pub struct Shared<'a>(&'a mut dyn Ground);

impl<'a> Shared<'a> {
    /// What is drawn here is drawn there.
    pub fn new<S: Surface>(surface: &'a mut S) -> Shared<'a> {
        Shared(surface)
    }
}

/// Why a surface did not draw, in its own words.
#[derive(Debug)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Refused {}

type Done = Result<(), DrawingErrorKind<Refused>>;

/// A [`Surface`] without type parameters.
trait Ground {
    fn size(&self) -> (u32, u32);
    fn path(&mut self, path: Vec<BackendCoord>, style: &ShapeStyle) -> Done;
    fn dashes(&mut self, path: &[BackendCoord], pattern: &[f64], style: &ShapeStyle) -> Done;
    fn rectangle(&mut self, corners: [BackendCoord; 2], style: &ShapeStyle, fill: bool) -> Done;
    fn polygon(&mut self, path: Vec<BackendCoord>, style: &ShapeStyle) -> Done;
    fn circle(&mut self, centre: BackendCoord, size: u32, style: &ShapeStyle, fill: bool) -> Done;
    fn words(&mut self, text: &str, style: &TextStyle, at: BackendCoord) -> Done;
    fn stretch(&mut self, picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> Done;
}

impl<S: Surface> Ground for S {
    fn size(&self) -> (u32, u32) {
        self.get_size()
    }

    fn path(&mut self, path: Vec<BackendCoord>, style: &ShapeStyle) -> Done {
        told(self.draw_path(path, style))
    }

    fn dashes(&mut self, path: &[BackendCoord], pattern: &[f64], style: &ShapeStyle) -> Done {
        told(self.dashed_path(path, pattern, style))
    }

    fn rectangle(&mut self, [a, b]: [BackendCoord; 2], style: &ShapeStyle, fill: bool) -> Done {
        told(self.draw_rect(a, b, style, fill))
    }

    fn polygon(&mut self, path: Vec<BackendCoord>, style: &ShapeStyle) -> Done {
        told(self.fill_polygon(path, style))
    }

    fn circle(&mut self, centre: BackendCoord, size: u32, style: &ShapeStyle, fill: bool) -> Done {
        told(self.draw_circle(centre, size, style, fill))
    }

    fn words(&mut self, text: &str, style: &TextStyle, at: BackendCoord) -> Done {
        let font = style.font.resize(style.font.get_size() * S::FONT_SCALE);
        let style = TextStyle {
            font,
            ..style.clone()
        };
        told(self.draw_text(text, &style, at))
    }

    fn stretch(&mut self, picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> Done {
        told(self.picture(picture, place, visible))
    }
}

fn told<E: Error + Send + Sync>(done: Result<(), DrawingErrorKind<E>>) -> Done {
    done.map_err(|error| DrawingErrorKind::DrawingError(Refused(error.to_string())))
}

fn shape(style: &impl BackendStyle, filled: bool) -> ShapeStyle {
    let BackendColor {
        alpha,
        rgb: (red, green, blue),
    } = style.color();
    ShapeStyle {
        color: RGBAColor(red, green, blue, alpha),
        filled,
        stroke_width: style.stroke_width(),
    }
}

impl DrawingBackend for Shared<'_> {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.0.size()
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Done {
        let next = (point.0 + 1, point.1 + 1);
        self.draw_rect(point, next, &colour, true)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.0
            .path(path.into_iter().collect(), &shape(style, false))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let corners = [upper_left, bottom_right];
        self.0.rectangle(corners, &shape(style, fill), fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.0
            .polygon(path.into_iter().collect(), &shape(style, true))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.0.circle(center, radius, &shape(style, fill), fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let anchor = style.anchor();
        let style = TextStyle {
            font: FontDesc::new(style.family(), style.size(), style.style()),
            color: style.color(),
            pos: Pos::new(anchor.h_pos, anchor.v_pos),
        };
        self.0.words(text, &style, at)
    }
}

impl Surface for Shared<'_> {
    /// The surface behind it has its own.
    const FONT_SCALE: f64 = 1.0;

    fn dashed_path(&mut self, path: &[BackendCoord], pattern: &[f64], style: &ShapeStyle) -> Done {
        self.0.dashes(path, pattern, style)
    }

    fn picture(&mut self, picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> Done {
        self.0.stretch(picture, place, visible)
    }
}
