//! A picture of pixels.

use super::super::words;
use activation_lab::figure::Origin;
use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::error::Error;

/// More pixels than that are a mistake: 400 MB before they are packed.
const MOST_PIXELS: f32 = 1e8;

/// CSS pixels in a metre.
const PER_METRE: f32 = 96.0 / 0.0254;

/// The bytes of the file, with `scale` pixels for each of CSS.
pub fn bytes(
    tree: &Tree,
    scale: f32,
    title: &str,
    origin: &Origin,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let [width, height] =
        [tree.size().width(), tree.size().height()].map(|side| (side * scale).round().max(1.0));
    if width * height > MOST_PIXELS {
        let [width, height] = [width, height].map(|side| side.to_string());
        return Err(words::too_many_pixels(&width, &height).into());
    }
    let (width, height) = (width as u32, height as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| words::NO_SIZE.read())?;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    let opaque = pixels.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
    let data = pixels.pixels().iter().flat_map(|pixel| {
        let plain = pixel.demultiply();
        let all = [plain.red(), plain.green(), plain.blue(), plain.alpha()];
        all.into_iter().take(if opaque { 3 } else { 4 })
    });
    let data: Vec<u8> = data.collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(if opaque {
        ColorType::Rgb
    } else {
        ColorType::Rgba
    });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let per_metre = (PER_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), title.to_owned())?;
    for (name, text) in origin.entries() {
        encoder.add_text_chunk(capital(name), text)?;
    }
    encoder.write_header()?.write_image_data(&data)?;
    Ok(file)
}

/// PNG's own keywords begin so.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
