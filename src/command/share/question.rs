//! What is asked before something is seen: the texts around a question, and the questions of the article.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;
use serde_json::{Value, json};

texts! {
    const
        APART, AXIS, CHOSEN, COMMIT, COVERED, DECADES, DRAG, DRAW, FORGET, GIVE, GUESS, HEIGHT, KEEP, KEPT, LEAVE,
        NEAR, NEAR_DRAWN, NONE, NOT_ZERO, OPTION, PLACE, DRAWN_AXIS, DRAWN_DECADES, REFUSED, REVEAL, RIGHT, SKIP, SKIPPED, TRUTH, TYPED,
        UNSHOWN, WHY, WHY_HELP, WRONG, ZERO,
        CURVES_ASK, CURVES_WHY, DECAY_ASK, DECAY_WHY, DYING_ASK, DYING_BACK, DYING_SOME, DYING_ALL, DYING_WHY;
}

/// Names and texts.
pub const WORDS: &[(&str, Text)] = &[
    ("apart", APART),
    ("axis", AXIS),
    ("chosen", CHOSEN),
    ("commit", COMMIT),
    ("covered", COVERED),
    ("decades", DECADES),
    ("drag", DRAG),
    ("draw", DRAW),
    ("drawnAxis", DRAWN_AXIS),
    ("drawnDecades", DRAWN_DECADES),
    ("forget", FORGET),
    ("give", GIVE),
    ("guess", GUESS),
    ("height", HEIGHT),
    ("keep", KEEP),
    ("kept", KEPT),
    ("leave", LEAVE),
    ("near", NEAR),
    ("nearDrawn", NEAR_DRAWN),
    ("none", NONE),
    ("notZero", NOT_ZERO),
    ("option", OPTION),
    ("place", PLACE),
    ("refused", REFUSED),
    ("reveal", REVEAL),
    ("right", RIGHT),
    ("skip", SKIP),
    ("skipped", SKIPPED),
    ("truth", TRUTH),
    ("typed", TYPED),
    ("unshown", UNSHOWN),
    ("why", WHY),
    ("whyHelp", WHY_HELP),
    ("wrong", WRONG),
    ("zero", ZERO),
];

/// The questions of the article, by the figure that answers them: what stands there when it is asked, and what is asked.
pub fn article() -> Value {
    let none = Value::Null;
    json!({
        "curves": {
            "scene": "figure=curves&v=2",
            "kind": "draw",
            "ask": said(CURVES_ASK),
            "options": [],
            "measure": none, "plot": "slopes", "series": 1, "from": 0, "to": 1,
            "reveal": none,
            "why": said(CURVES_WHY),
        },
        "decay": {
            "scene": "figure=decay&v=2&depth=20&view=log",
            "kind": "estimate",
            "ask": said(DECAY_ASK),
            "options": [],
            "measure": "first_gradient_1", "plot": "gradient", "series": none, "from": none, "to": none,
            "reveal": none,
            "why": said(DECAY_WHY),
        },
        "dying": {
            "scene": "figure=dying&v=2",
            "kind": "choose",
            "ask": said(DYING_ASK),
            "options": [
                { "text": [DYING_BACK], "right": false },
                { "text": [DYING_SOME], "right": false },
                { "text": [DYING_ALL], "right": true },
            ],
            "measure": none, "plot": none, "series": none, "from": none, "to": none,
            "reveal": none,
            "why": said(DYING_WHY),
        },
    })
}

/// A paragraph of that text.
fn said(text: Text) -> Value {
    json!([{ "tag": "p", "children": [text] }])
}
