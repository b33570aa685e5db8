//! The page's icon: three layers of a chain, each fainter than the one behind it, as the figure `decay` draws them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::child;

/// What stands in the article where the icon goes: a page without one is asked for a file.
const PLACE: &str = r#"<link rel="icon" href="data:,">"#;

/// The scene that is small enough for an icon and still fades.
const SCENE: &str = "activation=tanh&depth=3&plots=network&parts=none";

/// The page with its icon, which is part of it: nothing has to be fetched.
pub fn with_icon(page: &str, native: &Path) -> Result<String> {
    ensure!(page.contains(PLACE), "the page has no `{PLACE}`");
    let mut command = Command::new(native);
    command.args([
        "figure", "decay", "--format", "svg", "--out", "-", "--link", SCENE,
    ]);
    command.args(["--width", "200", "--height", "200", "--transparent"]);
    let svg = String::from_utf8(child::capture(&mut command)?).context("the icon is not text")?;
    let link = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml,{}\">",
        in_address(bare(&svg))
    );
    Ok(page.replace(PLACE, &link))
}

/// The SVG without what says where it comes from.
fn bare(svg: &str) -> String {
    let (before, rest) = svg.split_once("<metadata>").unwrap_or((svg, ""));
    let after = rest
        .split_once("</metadata>")
        .map_or(rest, |(_, after)| after);
    format!("{before}{after}")
}

/// Text in an address within an attribute.
fn in_address(text: String) -> String {
    let spelled = |c: char| match c {
        '%' | '#' | '"' | '<' | '>' | '&' | '\n' => format!("%{:02X}", u32::from(c)),
        other => other.to_string(),
    };
    text.trim().chars().map(spelled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_one_attribute_without_its_origin() {
        let svg = "<svg a=\"1\">\n<metadata>\nlink: #x&amp;\n</metadata>\n<circle fill=\"#FFF\"/></svg>\n";
        let text = in_address(bare(svg));
        assert!(!text.contains(['"', '<', '>', '#', '&', '\n']), "{text}");
        assert!(!text.contains("link"), "{text}");
        assert!(text.contains("circle fill=%22%23FFF%22"), "{text}");
    }
}
