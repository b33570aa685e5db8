//! A picture on one page.

use super::super::words;
use activation_lab::figure::Origin;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, TextStr};
use resvg::usvg::Tree;
use std::collections::HashMap;
use std::error::Error;
use svg2pdf::ConversionOptions;

/// Points in a CSS pixel.
const POINTS: f32 = 72.0 / 96.0;

/// The bytes of the file; its text is text, in a part of the font that comes with it.
pub fn bytes(tree: &Tree, title: &str, origin: &Origin) -> Result<Vec<u8>, Box<dyn Error>> {
    let failed = |error: svg2pdf::ConversionError| words::no_pdf(&error.to_string());
    let (drawn, form) = svg2pdf::to_chunk(tree, ConversionOptions::default()).map_err(failed)?;
    let mut next = Ref::new(1);
    let [catalog, pages, page, content, info] = [(); 5].map(|()| next.bump());
    let mut numbers = HashMap::new();
    let drawn = drawn.renumber(|old| *numbers.entry(old).or_insert_with(|| next.bump()));
    let form = *numbers.get(&form).ok_or_else(|| words::PDF_EMPTY.read())?;
    let (width, height) = (POINTS * tree.size().width(), POINTS * tree.size().height());
    let name = Name(b"Figure");

    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages);
    pdf.pages(pages).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, width, height));
    sheet.parent(pages).contents(content);
    let mut group = sheet.group();
    group
        .transparency()
        .isolated(true)
        .color_space()
        .device_rgb();
    group.finish();
    sheet.resources().x_objects().pair(name, form);
    sheet.finish();
    let mut marks = Content::new();
    // The picture is a unit square.
    marks
        .transform([width, 0.0, 0.0, height, 0.0, 0.0])
        .x_object(name);
    pdf.stream(content, &marks.finish());
    pdf.extend(&drawn);

    let [(_, software), (_, figure), (_, settings), (_, link)] = origin.entries();
    let mut about = pdf.document_info(info);
    about.title(TextStr(title));
    about.creator(TextStr(&software));
    about.subject(TextStr(&format!("figure {figure}: {settings}")));
    about.keywords(TextStr(&link));
    about.finish();
    Ok(pdf.finish())
}
