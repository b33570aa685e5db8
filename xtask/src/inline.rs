//! Scripts and bytes as elements inside a page.

use std::io::Write;

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A script that does nothing until another one runs its text.
pub fn asleep(id: &str, text: &str) -> String {
    element(&format!(" type=\"text/plain\" id=\"{id}\""), text)
}

/// Bytes, such as a module, as an element that does nothing by itself.
pub fn packed(id: &str, module: &[u8]) -> Result<String> {
    Ok(format!(
        "<script type=\"application/wasm-deflate-base64\" id=\"{id}\" data-size=\"{}\">{}</script>",
        module.len(),
        base64(&deflated(module)?)
    ))
}

/// Packed before it becomes text, the module takes less than half the room on a disk and a quarter less of a transfer.
pub fn deflated(module: &[u8]) -> Result<Vec<u8>> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(module)?;
    Ok(packed.finish()?)
}

/// Bytes as letters.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// An inline script whose text cannot end it, nor open a comment that hides its end.
pub fn script(text: &str) -> String {
    element("", text)
}

fn element(attributes: &str, text: &str) -> String {
    let text = text
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--");
    format!("<script{attributes}>\n{}\n</script>", text.trim_end())
}
