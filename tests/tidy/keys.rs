//! Keys: one table of them feeds the listeners and the list that `?` opens.

use super::names;

/// Whatever listens to keys asks the table in www/keys.js, from which `?` makes its list. What a frame hands to the page around it is no key of ours.
pub fn have_one_table(path: &str, text: &str) -> Option<String> {
    let hands_on = ["www/keys.js", "www/messages.js", "www/host.js"].contains(&path);
    if !path.starts_with("www/") || !path.ends_with(".js") || hands_on {
        return None;
    }
    names(
        text,
        &[
            "event.key ",
            "event.key]",
            "event.key)",
            "({ key }",
            ".code ===",
        ],
    )
}
