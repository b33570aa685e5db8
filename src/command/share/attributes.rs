//! What an element says beside its figure's controls: names of attributes, and what they are for. Editors are told of them.

mod en;

use activation_lab::figure::{SCENE_KEY, SHOWN_KEYS};
use activation_lab::language::Text;
use activation_lab::texts;
use serde_json::{Value, json};

texts! {
    const FIGURE, LINK, SCENE, PLOTS, CONTROLS, PARTS, LOCK, HIDE, THEME;
}

/// What the keys of a link are for that say what is shown, in their order.
const SHOWN: [Text; SHOWN_KEYS.len()] = [PLOTS, CONTROLS, PARTS, LOCK, HIDE];

/// All of them, in the order in which an element takes them in.
pub fn list() -> Value {
    let first = [("figure", FIGURE), ("link", LINK), (SCENE_KEY, SCENE)];
    let all = first.into_iter().chain(SHOWN_KEYS.into_iter().zip(SHOWN));
    let all = all.chain([("theme", THEME)]);
    all.map(|(name, says)| json!({ "name": name, "says": says }))
        .collect()
}
