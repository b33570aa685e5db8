//! The picture that goes with a link to the site where links are shown as cards, drawn by the figure `decay`.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::child;

/// The file in the site.
const FILE: &str = "card.png";

/// Where a page's head ends.
const PLACE: &str = "</head>";

/// What is to be seen in a hurry: a chain whose units and bars fade.
const SCENE: &str = "depth=8&plots=network,gradient&parts=title";

/// The size that such cards have, halved: each pixel is drawn as four.
const SIZE: [&str; 2] = ["600", "315"];

/// The page with the picture's name in its head, and the file.
pub fn with_card(page: &str, native: &Path, site: &Path) -> Result<String> {
    let mut command = Command::new(native);
    command.args(["figure", "decay", "--format", "png", "--link", SCENE]);
    command.args(["--width", SIZE[0], "--height", SIZE[1], "--scale", "2"]);
    command.arg("--out").arg(site.join(FILE));
    child::capture(&mut command)?;
    named(page)
}

fn named(page: &str) -> Result<String> {
    ensure!(
        page.matches(PLACE).count() == 1,
        "the page has not one `{PLACE}`"
    );
    let lines = format!(
        "<meta property=\"og:image\" content=\"{FILE}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n{PLACE}"
    );
    Ok(page.replace(PLACE, &lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_stands_in_the_head() {
        let page = named("<head><title>a</title></head><body>").unwrap();
        let (head, _) = page.split_once(PLACE).unwrap();
        assert!(head.contains("og:image\" content=\"card.png\""), "{page}");
        assert!(named("<body>").is_err());
    }
}
