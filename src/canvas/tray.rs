//! Pictures on a canvas.

use activation_lab::chart::Picture;
use std::cell::OnceCell;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

thread_local! {
    /// Where a picture is laid down pixel by pixel before it is stretched; it never enters the document.
    static TRAY: OnceCell<HtmlCanvasElement> = const { OnceCell::new() };
}

/// Lays a picture on the tray, one pixel to each of its cells, and hands it on.
///
/// `putImageData` knows no transform, so it never touches the canvas that is seen: `drawImage` follows the transform at any device pixel ratio.
pub fn on_tray(
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
