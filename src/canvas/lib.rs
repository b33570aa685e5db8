//! plotters-canvas with eighths of a pixel, dashes, pictures, and any device pixel ratio.
//!
//! A redraw strokes many paths and writes many labels in few styles, and plotters-canvas spells each style anew as text for the browser to read.
//! So the adaptor strokes, fills and writes itself, and sets a style only when it changes; what is rare it leaves to plotters-canvas.

mod tray;

use activation_lab::chart::{Pen, Picture, Shared, Surface, Theme, UNITS, draw};
use activation_lab::figure::{Mark, Plot};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use tray::on_tray;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The largest canvas that every browser has (Safari on a phone): 4096 by 4096 pixels.
const MOST_PIXELS: f64 = 16_777_216.0;

/// What a picture owes to what stands around it.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// Which marks are pointed out, if some are: the others stand back.
    pub lit: Option<&'a dyn Fn(&Mark) -> bool>,
    /// Whether no legend says what the curves are called.
    pub alone: bool,
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
    around: Around,
) -> Result<(), String> {
    let ratio = ratio.min((MOST_PIXELS / (width * height)).sqrt());
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
    let mut surface = Shared::new(&mut surface);
    let mut pen = Pen::new(&mut surface, theme, (0.0, 0.0));
    pen.lit = around.lit;
    pen.alone = around.alone;
    pen.rectangle((0.0, 0.0), (width, height), theme.background().to_rgba())
        .and_then(|()| draw(plot, &mut pen, width, height))
        .map_err(|error| error.to_string())
}

/// A canvas that says it is [`UNITS`] times larger than it is.
struct SubPixel {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    style: Style,
}

/// What the context is set to; `None` where that is not known.
#[derive(Default)]
struct Style {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<u32>,
    align: Option<&'static str>,
    baseline: Option<&'static str>,
    font: Option<Font>,
}

/// A colour that can be compared.
type Colour = ((u8, u8, u8), f64);

/// Size, style and family of a font.
type Font = (f64, String, String);

/// Notes the new setting and says whether it is one.
fn changed<T: PartialEq>(setting: &mut Option<T>, new: T) -> bool {
    let changed = setting.as_ref() != Some(&new);
    if changed {
        *setting = Some(new);
    }
    changed
}

fn css((r, g, b): (u8, u8, u8), alpha: f64) -> String {
    let opacity = (alpha * 255.0).round() as u8;
    format!("#{r:02x}{g:02x}{b:02x}{opacity:02x}")
}

impl SubPixel {
    fn new(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<SubPixel> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(SubPixel {
            canvas: canvas.clone(),
            context,
            size: ((width * UNITS) as u32, (height * UNITS) as u32),
            style: Style::default(),
        })
    }

    /// Leaves something to plotters-canvas, which sets styles of its own.
    fn plotters_canvas(&mut self, draw: impl FnOnce(&mut CanvasBackend) -> Done) -> Done {
        self.style = Style::default();
        CanvasBackend::with_canvas_object(self.canvas.clone())
            .map_or(Ok(()), |mut canvas| draw(&mut canvas))
    }

    fn set_fill(&mut self, colour: BackendColor) {
        if changed(&mut self.style.fill, (colour.rgb, colour.alpha)) {
            self.context
                .set_fill_style_str(&css(colour.rgb, colour.alpha));
        }
    }

    fn set_stroke(&mut self, colour: BackendColor, width: u32) {
        if changed(&mut self.style.stroke, (colour.rgb, colour.alpha)) {
            self.context
                .set_stroke_style_str(&css(colour.rgb, colour.alpha));
        }
        if changed(&mut self.style.width, width) {
            self.context.set_line_width(f64::from(width));
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first `lineTo` of a path is its `moveTo`.
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }

    fn set_text(&mut self, style: &impl BackendTextStyle) {
        let anchor = style.anchor();
        let align = match anchor.h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        if changed(&mut self.style.align, align) {
            self.context.set_text_align(align);
        }
        let baseline = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        if changed(&mut self.style.baseline, baseline) {
            self.context.set_text_baseline(baseline);
        }
        let (size, slant, family) = (style.size(), style.style(), style.family());
        let same =
            |font: &Font| font.0 == size && font.1 == slant.as_str() && font.2 == family.as_str();
        if !self.style.font.as_ref().is_some_and(same) {
            let (slant, family) = (slant.as_str().to_owned(), family.as_str().to_owned());
            self.context.set_font(&format!("{slant} {size}px {family}"));
            self.style.font = Some((size, slant, family));
        }
    }
}

type Done = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for SubPixel {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

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
        self.plotters_canvas(|canvas| canvas.draw_pixel(point, colour))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_stroke(style.color(), style.stroke_width());
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let [x, y, right, bottom] =
            [upper_left.0, upper_left.1, bottom_right.0, bottom_right.1].map(f64::from);
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(x, y, right - x, bottom - y);
        } else {
            self.set_stroke(style.color(), style.stroke_width());
            self.context.stroke_rect(x, y, right - x, bottom - y);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_fill(style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.plotters_canvas(|canvas| canvas.draw_circle(center, radius, style, fill))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        self.set_fill(style.color());
        self.set_text(style);
        // Refused only where a number is not finite.
        let _ = self.context.fill_text(text, f64::from(x), f64::from(y));
        Ok(())
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
        let done = self.draw_path(path.iter().copied(), style);
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
        let _ = on_tray(&self.canvas, picture, |tray| {
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
