//! Fields of samples in a PDF, whose readers show each pixel of an image as an even square.

use png::{BitDepth, ColorType, Decoder, Encoder, Transformations};
use resvg::usvg::{ImageHrefResolver, ImageKind};
use std::error::Error;
use std::io::{self, Cursor};
use std::sync::Arc;

/// Pixels of the longer side after smoothing, about: four for each point of a page's width are finer than a printer's screen.
const FINE: usize = 1024;

/// Reads every image of an SVG of ours, enlarged with colours that run into each other, as a browser shows them.
pub fn smooth() -> ImageHrefResolver<'static> {
    ImageHrefResolver {
        // What cannot be read is left out, as usvg does.
        resolve_data: Box::new(|_, data, _| enlarged(&data).ok().map(ImageKind::PNG)),
        ..ImageHrefResolver::default()
    }
}

fn enlarged(file: &[u8]) -> Result<Arc<Vec<u8>>, Box<dyn Error>> {
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::EXPAND | Transformations::ALPHA);
    let mut reader = decoder.read_info()?;
    let too_large = io::Error::from(io::ErrorKind::FileTooLarge);
    let mut bytes = vec![0; reader.output_buffer_size().ok_or(too_large)?];
    let info = reader.next_frame(&mut bytes)?;
    let size = [info.width as usize, info.height as usize];
    let times = (FINE / size[0].max(size[1]).max(1)).max(1);
    // A strip of one row has nothing to blend with above it.
    let large = size.map(|side| if side == 1 { 1 } else { side * times });
    let mut data = Vec::with_capacity(4 * large[0] * large[1]);
    for y in 0..large[1] {
        for x in 0..large[0] {
            data.extend(blend(&bytes, size, [x, y].map(|at| middle(at, times))));
        }
    }
    let mut larger = Vec::new();
    let mut encoder = Encoder::new(&mut larger, large[0] as u32, large[1] as u32);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&data)?;
    Ok(Arc::new(larger))
}

/// Where the middle of an enlarged pixel lies, in pixels from the middle of the first.
fn middle(at: usize, times: usize) -> f64 {
    (at as f64 + 0.5) / times as f64 - 0.5
}

/// The colour between the four nearest pixels; at the edges the outermost go on.
fn blend(pixels: &[u8], [width, height]: [usize; 2], [x, y]: [f64; 2]) -> [u8; 4] {
    let near = |at: f64, count: usize| {
        let low = at.floor();
        let clamped = |v: f64| v.clamp(0.0, (count - 1) as f64) as usize;
        [
            (clamped(low), 1.0 - (at - low)),
            (clamped(low + 1.0), at - low),
        ]
    };
    let mut sum = [0.0f64; 4];
    for (row, tall) in near(y, height) {
        for (column, wide) in near(x, width) {
            let start = 4 * (row * width + column);
            let pixel = pixels.get(start..start + 4).unwrap_or(&[0; 4]);
            let opacity = f64::from(pixel[3]) / 255.0 * tall * wide;
            for (sum, colour) in sum.iter_mut().zip(&pixel[..3]) {
                *sum += opacity * f64::from(*colour);
            }
            sum[3] += opacity;
        }
    }
    let opacity = sum[3];
    let colour = |sum: f64| {
        if opacity > 0.0 {
            (sum / opacity).round() as u8
        } else {
            0
        }
    };
    [
        colour(sum[0]),
        colour(sum[1]),
        colour(sum[2]),
        (255.0 * opacity).round() as u8,
    ]
}
