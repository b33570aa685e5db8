//! A picture as a PNG in a data URI, so that an SVG stays one file.
//!
//! Nothing is compressed: one byte a cell is small already, and the smallest deflating crate would add 25 kB to every page for the few that save a picture.

use super::picture::Picture;
use plotters::style::RGBColor;

/// `data:image/png;base64,…`
pub fn data_uri(picture: &Picture) -> String {
    format!("data:image/png;base64,{}", base64(&png(picture)))
}

/// An eight-bit palette PNG whose first colour is transparent.
fn png(picture: &Picture) -> Vec<u8> {
    let mut header = Vec::new();
    for side in [picture.columns, picture.rows] {
        header.extend((side as u32).to_be_bytes());
    }
    // Eight bits, palette, deflate, adaptive filters, not interlaced.
    header.extend([8, 3, 0, 0, 0]);
    let colours = picture
        .colours
        .iter()
        .flat_map(|&RGBColor(r, g, b)| [r, g, b]);
    let palette: Vec<u8> = [0, 0, 0].into_iter().chain(colours).collect();
    let rows = picture.pixels.chunks_exact(picture.columns.max(1));
    // Each row begins with the name of its filter: none.
    let lines: Vec<u8> = rows
        .flat_map(|row| [0].iter().chain(row))
        .copied()
        .collect();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"PLTE", &palette);
    chunk(&mut file, b"tRNS", &[0]);
    chunk(&mut file, b"IDAT", &stored(&lines));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend(name);
    file.extend(data);
    let check = crc(&file[start..]);
    file.extend(check.to_be_bytes());
}

/// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4).
fn stored(bytes: &[u8]) -> Vec<u8> {
    const LONGEST: usize = 0xffff;
    let mut stream = vec![0x78, 0x01];
    let blocks = bytes.len().div_ceil(LONGEST);
    for (index, block) in bytes.chunks(LONGEST).enumerate() {
        let length = block.len() as u16;
        stream.push(u8::from(index + 1 == blocks));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let step = |(a, b): (u32, u32), &byte: &u8| {
        let a = (a + u32::from(byte)) % 65_521;
        (a, (b + a) % 65_521)
    };
    let (a, b) = bytes.iter().fold((1, 0), step);
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

/// CRC-32 as PNG's annex D has it, bit by bit: a few kilobytes need no table.
fn crc(bytes: &[u8]) -> u32 {
    let turn = |rest: u32, _| (rest >> 1) ^ (0xedb8_8320 * (rest & 1));
    let step = |rest: u32, &byte: &u8| (0..8).fold(rest ^ u32::from(byte), turn);
    !bytes.iter().fold(!0, step)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let shown = digit <= group.len();
            let value = (bits >> (18 - 6 * digit)) as usize & 63;
            text.push(if shown {
                char::from(DIGITS[value])
            } else {
                '='
            });
        }
    }
    text
}
