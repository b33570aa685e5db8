//! Numbers that stand in two places because neither can ask the other: here they are compared.

use super::root;
use std::fs;

/// What Share takes has the room around it that a frame gives a figure alone; the dialog, which is in pages of others too, cannot ask the page's style for it.
#[test]
fn a_framed_figure_has_one_margin() {
    let read = |file: &str| fs::read_to_string(root().join(file)).expect(file);
    let (style, dialog) = (read("www/places.css"), read("www/share/dialog.js"));
    let numbers = |text: &str, from: &str, to: &str| -> Vec<f64> {
        let (_, rest) = text.split_once(from).expect(from);
        let (inside, _) = rest.split_once(to).expect(to);
        let parts = inside.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    let least_share_most = numbers(&style, "padding: clamp(", ")");
    let most_least_share = numbers(&dialog, "Math.min(16", "Math.min(width");
    let [least, share, most] = least_share_most[..] else {
        panic!("{least_share_most:?}");
    };
    assert!(dialog.contains(&format!("Math.min({}, ", 16.0 * most)));
    // A rem is sixteen pixels, and vmin are hundredths.
    assert_eq!(most_least_share, [16.0 * least, share / 100.0]);
}
