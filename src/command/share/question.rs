//! What is asked before something is seen: the texts around a question, and the questions of the article.

mod en;

use activation_lab::language::Text;
use activation_lab::texts;
use lesson::{Asks, Choice, Node, Question, Tag};
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
    json!({
        "curves": asked("figure=curves&v=2", Question {
            plot: Some("slopes".to_owned()),
            series: Some(1),
            from: Some(0.0),
            to: Some(1.0),
            ..plain(Asks::Draw, CURVES_ASK, CURVES_WHY)
        }),
        "decay": asked("figure=decay&v=2&depth=20&view=log", Question {
            measure: Some("first_gradient_1".to_owned()),
            plot: Some("gradient".to_owned()),
            ..plain(Asks::Estimate, DECAY_ASK, DECAY_WHY)
        }),
        "dying": asked("figure=dying&v=2", Question {
            options: [(DYING_BACK, false), (DYING_SOME, false), (DYING_ALL, true)].map(choice).into(),
            ..plain(Asks::Choose, DYING_ASK, DYING_WHY)
        }),
    })
}

/// A question over a scene, as the page reads it.
fn asked(scene: &str, question: Question) -> Value {
    let mut value = json!(question);
    value["scene"] = scene.into();
    value
}

/// One with nothing but its texts.
fn plain(asks: Asks, ask: Text, why: Text) -> Question {
    let said = |text: Text| vec![Node::element(Tag::P, vec![Node::Text(text.read())])];
    Question::new(asks, said(ask), said(why))
}

fn choice((text, right): (Text, bool)) -> Choice {
    Choice {
        text: vec![Node::Text(text.read())],
        right,
    }
}
