//! Pictures of single marks, and what can be read back from them.

use activation_lab::chart::{Theme, svg};
use activation_lab::figure::{Axis, Cells, Field, Framing, Layout, Mark, Plot, Ramp, Scale, View};

/// Every theme.
pub const THEMES: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::Projector, Theme::Print];

fn axis(min: f64, max: f64) -> Axis {
    Axis {
        label: "axis".to_owned(),
        min,
        max,
        scale: Scale::Linear,
    }
}

/// A plot of 10 by 5 units.
pub fn plot(framing: Framing, marks: Vec<Mark>) -> Plot {
    Plot {
        id: "plot",
        title: "plot".to_owned(),
        x: axis(0.0, 10.0),
        y: axis(0.0, 5.0),
        framing,
        marks,
        gestures: Vec::new(),
        weight: 3.0,
    }
}

/// The picture of one plot, 480 pixels wide.
pub fn drawn(plot: Plot, theme: Theme) -> String {
    let view = View {
        plots: vec![plot],
        ..View::default()
    };
    svg(&view, "title", Layout::Beside, 480.0, theme)
}

/// The value of an attribute in the first element that has `mark` in it.
pub fn attribute(picture: &str, mark: &str, name: &str) -> String {
    let element = picture.split('<').find(|e| e.contains(mark)).expect(mark);
    let start = format!(" {name}=\"");
    let (_, rest) = element.split_once(start.as_str()).expect(name);
    rest.split('"').next().expect(name).to_owned()
}

/// The position of a text, in CSS pixels, and the way it is anchored.
pub fn text_at(picture: &str, text: &str) -> Option<(f64, f64, String)> {
    let line = format!("\n{text}\n");
    let element = picture
        .split("<text ")
        .find(|e| e.contains(line.as_str()))
        .map(|e| format!("<text {e}"))?;
    let number = |name: &str| attribute(&element, "text-anchor", name).parse::<f64>().ok();
    let anchor = attribute(&element, "text-anchor", "text-anchor");
    Some((number("x")? / 8.0, number("y")? / 8.0, anchor))
}

fn base64(text: &str) -> Vec<u8> {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = text
        .chars()
        .filter_map(|c| digits.find(c))
        .flat_map(|digit| (0..6).rev().map(move |bit| (digit >> bit & 1) as u8));
    let bits: Vec<u8> = bits.collect();
    let byte = |eight: &[u8]| eight.iter().fold(0, |byte, bit| byte << 1 | bit);
    bits.chunks_exact(8).map(byte).collect()
}

/// Width, height and RGBA rows from the top of the picture's PNG, by an independent decoder, without the frame of one pixel that repeats its edge and is cut off.
pub fn pixels(picture: &str) -> (usize, usize, Vec<[u8; 4]>) {
    let (width, height, all) = framed_pixels(picture);
    let at = |x: usize, y: usize| all[y * width + x];
    let inside = |x: usize, y: usize| at(x.clamp(1, width - 2), y.clamp(1, height - 2));
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        assert_eq!(at(x, y), inside(x, y), "the frame at {x}, {y}");
    }
    let rows = (1..height - 1).flat_map(|y| (1..width - 1).map(move |x| (x, y)));
    let rows = rows.map(|(x, y)| at(x, y)).collect();
    (width - 2, height - 2, rows)
}

fn framed_pixels(picture: &str) -> (usize, usize, Vec<[u8; 4]>) {
    let uri = attribute(picture, "data:image/png", "xlink:href");
    let data = base64(uri.strip_prefix("data:image/png;base64,").expect("a PNG"));
    let mut decoder = png::Decoder::new(std::io::Cursor::new(data));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("a header");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("checksums that hold");
    let pixel = |p: &[u8]| [p[0], p[1], p[2], p[3]];
    let pixels = bytes[..info.buffer_size()].chunks_exact(4).map(pixel);
    (info.width as usize, info.height as usize, pixels.collect())
}

/// A heat mark.
pub fn heat(field: Field, ramp: Ramp, cells: Cells) -> Mark {
    Mark::Heat {
        name: "heat".to_owned(),
        field,
        ramp,
        cells,
    }
}

/// 0 at the lower left, 5 at the upper right, no value at the upper left.
pub fn corners() -> Field {
    Field {
        x: [0.0, 10.0],
        y: [0.0, 5.0],
        columns: 3,
        values: vec![0.0, 1.0, 2.0, f64::NAN, 9.0, 5.0],
    }
}
