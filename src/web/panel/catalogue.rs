//! What is always true of all figures and activations, as JSON.

use super::super::lab::PATIENCE_MS;
use super::super::object::object;
use super::super::shown::LINK_KEY;
use super::super::words::WORDS;
use activation_lab::chart::Theme;
use activation_lab::figure::{Figure, SCENE_KEY, SHOWN_KEYS, text};
use activation_lab::language;
use model::activation::{Activation, Kind as ActivationKind, Parameter};
use serde_json::{Value, json};

/// These figures with their controls, and all activations.
pub fn catalogue(figures: &[Figure]) -> Value {
    // A link comes first, and then a scene: what else is said is said of them.
    let shown = [&[LINK_KEY, SCENE_KEY], &SHOWN_KEYS[..]].concat();
    let figure = |figure: &Figure| {
        json!({
            "id": figure.id,
            "title": figure.title,
            "lead": figure.lead,
            "drawn": figure.draws.is_some(),
            "controls": figure.controls,
            "layout": figure.layout,
            "actions": figure.actions.iter().map(|action| json!({
                "id": action.id, "help": action.help,
            })).collect::<Vec<_>>(),
            "player": figure.player.as_ref().map(|player| json!({
                "step": player.step.name(), "speed": player.speed.name(),
            })),
        })
    };
    json!({
        "figures": figures.iter().map(figure).collect::<Vec<_>>(),
        "activations": ActivationKind::ALL.iter().map(|&kind| activation(kind)).collect::<Vec<_>>(),
        "language": language::current().tag(),
        "patience": PATIENCE_MS,
        "shown": shown,
        "themes": Theme::screens().collect::<Vec<_>>(),
        "words": object(WORDS.iter().map(|(name, text)| ((*name).to_owned(), json!(text)))),
    })
}

fn activation(kind: ActivationKind) -> Value {
    let parameter = |p: &Parameter| json!({ "id": p.id, "symbol": p.symbol, "default": p.default });
    let facts = text::facts(&Activation::new(kind)).map(Value::from);
    let facts = text::FACTS.map(str::to_owned).into_iter().zip(facts);
    json!({
        "id": kind.id(),
        "label": text::activation(kind),
        "parameters": kind.parameters().iter().map(parameter).collect::<Vec<_>>(),
        "facts": object(facts),
    })
}
