//! plotters-canvas with eighths of a pixel, dashes, pictures, and any device pixel ratio.

use super::draw::draw;
use super::pen::{Pen, Surface, UNITS};
use super::picture::Picture;
use super::theme::Theme;
use crate::figure::Plot;
use plotters::style::ShapeStyle;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use std::cell::OnceCell;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

thread_local! {
    /// Where a picture is laid down pixel by pixel before it is stretched; it never enters the document.
    static TRAY: OnceCell<HtmlCanvasElement> = const { OnceCell::new() };
}

/// Draws `plot` on a canvas that is shown `width` × `height` CSS pixels large on a screen of that device pixel ratio.
///
/// The backing store is resized only when its size changes, because resizing clears it.
pub fn draw_on_canvas(
    plot: &Plot,
    canvas: &HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
    theme: Theme,
) -> Result<(), String> {
    let pixels = |css: f64| (css * ratio).round().clamp(1.0, 16_384.0) as u32;
    if canvas.width() != pixels(width) {
        canvas.set_width(pixels(width));
    }
    if canvas.height() != pixels(height) {
        canvas.set_height(pixels(height));
    }
    let mut surface = SubPixel::new(canvas, width, height).ok_or("the canvas has no 2d context")?;
    // The store is a whole number of pixels, so its scale can differ a little from the ratio.
    let scale = |pixels: u32, css: f64| f64::from(pixels) / css / UNITS;
    let context = &surface.context;
    context
        .set_transform(
            scale(canvas.width(), width),
            0.0,
            0.0,
            scale(canvas.height(), height),
            0.0,
            0.0,
        )
        .map_err(|_| "the canvas refused its transform")?;
    context.set_line_join("round");
    let mut pen = Pen::new(&mut surface, theme, (0.0, 0.0));
    draw(plot, &mut pen, width, height).map_err(|error| error.to_string())
}

/// A canvas that says it is [`UNITS`] times larger than it is.
struct SubPixel {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    element: HtmlCanvasElement,
    size: (u32, u32),
}

impl SubPixel {
    fn new(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<SubPixel> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(SubPixel {
            canvas: CanvasBackend::with_canvas_object(canvas.clone())?,
            context,
            element: canvas.clone(),
            size: ((width * UNITS) as u32, (height * UNITS) as u32),
        })
    }
}

type Done = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for SubPixel {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Done {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Done {
        self.canvas.draw_pixel(point, colour)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.canvas.draw_path(path, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.canvas.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.canvas.fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.canvas.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.canvas.draw_text(text, style, at)
    }
}

impl Surface for SubPixel {
    const FONT_SCALE: f64 = 1.0;

    fn dashed_path(&mut self, path: &[BackendCoord], pattern: &[f64], style: &ShapeStyle) -> Done {
        let dash: js_sys::Array = pattern
            .iter()
            .map(|&part| wasm_bindgen::JsValue::from_f64(part))
            .collect();
        // A pattern of finite positive numbers is never refused.
        let _ = self.context.set_line_dash(&dash);
        let done = self.canvas.draw_path(path.iter().copied(), style);
        let _ = self.context.set_line_dash(&js_sys::Array::new());
        done
    }

    /// A canvas that cannot hold the picture leaves its place empty: the rest of the plot is still worth seeing.
    fn picture(&mut self, picture: &Picture, place: [i32; 4], visible: [i32; 4]) -> Done {
        let sides = |[left, top, right, bottom]: [i32; 4]| {
            [left, top, right - left, bottom - top].map(f64::from)
        };
        let ([x, y, w, h], [left, top, width, height]) = (sides(place), sides(visible));
        let context = &self.context;
        let _ = on_tray(&self.element, picture, |tray| {
            context.save();
            context.begin_path();
            context.rect(left, top, width, height);
            context.clip();
            context.set_image_smoothing_enabled(picture.blended);
            let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(tray, x, y, w, h);
            context.restore();
        });
        Ok(())
    }
}

/// Lays a picture on the tray, one pixel to each of its cells, and hands it on.
///
/// `putImageData` knows no transform, so it never touches the canvas that is seen: `drawImage` follows the transform at any device pixel ratio.
fn on_tray(
    beside: &HtmlCanvasElement,
    picture: &Picture,
    then: impl FnOnce(&HtmlCanvasElement),
) -> Option<()> {
    TRAY.with(|tray| {
        if tray.get().is_none() {
            let made = beside.owner_document()?.create_element("canvas").ok()?;
            tray.set(made.dyn_into().ok()?).ok()?;
        }
        let tray = tray.get()?;
        let (columns, rows) = (picture.columns as u32, picture.rows as u32);
        if (tray.width(), tray.height()) != (columns, rows) {
            tray.set_width(columns);
            tray.set_height(rows);
        }
        let context = tray.get_context("2d").ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        let pixels = picture.rgba();
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels), columns, rows);
        context.put_image_data(&image.ok()?, 0.0, 0.0).ok()?;
        then(tray);
        Some(())
    })
}
