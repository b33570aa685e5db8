//! The controls of a figure, as JSON.

use super::State;
use activation_lab::chart;
use activation_lab::figure::{
    Control, Dash, Draft, Figure, Ink, Kind, Role, Settings, Written, number, pair, second_pair,
    styled, text,
};
use activation_lab::language::Text;
use model::activation::Parameter;
use model::number::spelled;
use serde_json::{Value, json};

/// A control as it stands: its value, what of its range is of use, and whether the reader has it.
pub fn control(control: &Control, state: &State, draft: &Draft) -> Value {
    let State {
        figure,
        settings,
        shown,
        around,
        theme,
        ..
    } = *state;
    let text = settings.acting(control.id).unwrap_or_default();
    let mut answer = json!({
        "id": control.id,
        "text": text,
        "here": (control.acts)(settings) && around.has_control(shown, control.id),
        "locked": around.is_locked(shown, control.id),
    });
    match &control.kind {
        Kind::Number { marks, .. } => {
            answer["held"] = json!(settings.held(control.id));
            answer["position"] = json!(settings.position(control.id));
            answer["positions"] = json!(settings.positions(control.id));
            answer["valuetext"] = json!(spoken(&text, draft));
            let marks = marks
                .iter()
                .filter_map(|mark| marked(settings, control.id, mark));
            answer["marks"] = marks.collect();
        }
        Kind::Activations { .. } => {
            let written = settings.activations(control.id).iter();
            // The first chooser may hold one activation twice, told apart by their strokes.
            let looks: Vec<(Ink, Dash)> = match control.role {
                Role::Series => styled(settings).iter().map(|s| (s.ink, s.dash)).collect(),
                _ => {
                    let first = settings.series().first();
                    let pair = |w: &Written| match first {
                        Some(first) => second_pair(first.activation.kind(), w.activation.kind()),
                        None => pair(w.activation.kind()),
                    };
                    written.clone().map(pair).collect()
                }
            };
            let items = written.zip(looks).map(|(written, (ink, dash))| {
                json!({
                    "label": text::activation(written.activation.kind()),
                    "parameters": parameters(figure, written),
                    "colour": chart::css_colour(ink, theme),
                    "dash": chart::dash_pattern(dash),
                })
            });
            answer["items"] = items.collect();
        }
        Kind::Choice { .. } | Kind::Switch { .. } => {}
    }
    answer
}

/// The parameters that a chosen activation has of its own, with their present values.
fn parameters(figure: &Figure, written: &Written) -> Vec<Value> {
    let slider = figure.controls.iter().any(|c| c.role == Role::Leak);
    if slider && written.follows {
        return Vec::new();
    }
    let chosen = written.activation;
    let parameter = |p: &Parameter| {
        json!({
            "id": p.id,
            "symbol": p.symbol,
            "meaning": text::parameter(chosen.kind(), p),
            "signed": p.min < 0.0,
            "text": chosen.parameter(p.id).map(spelled),
        })
    };
    chosen.kind().parameters().iter().map(parameter).collect()
}

/// What a slider says to a listener: its value, and the first thing that it changed, once that is known.
fn spoken(text: &str, draft: &Draft) -> String {
    let text = number::marked(text.to_owned());
    match draft.view.readouts.first().filter(|_| draft.is_done()) {
        Some(readout) => format!("{text}; {}: {}", readout.label, readout.value),
        None => text,
    }
}

/// Where a mark stands on the slider; none where the slider's present range does not reach it.
fn marked(settings: &Settings, id: &str, &(value, label): &(f64, Text)) -> Option<Value> {
    let mut there = settings.clone();
    there.set(id, &spelled(value)).ok()?;
    (there.number(id) == value)
        .then(|| json!({ "position": there.position(id), "text": there.text(id), "label": label }))
}

/// How many activations a control takes.
pub fn most(figure: &Figure, id: &str) -> usize {
    let control = figure.controls.iter().find(|control| control.id == id);
    match control.map(|control| &control.kind) {
        Some(Kind::Activations { most, .. }) => *most,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::{Progress, Readout, View};

    #[test]
    fn a_slider_does_not_pair_its_value_with_an_older_result() {
        let readout = |value: &str| Readout {
            label: "Layer 1 receives".to_owned(),
            value: value.to_owned(),
            note: String::new(),
            ink: Ink::Text,
            is_large: false,
        };
        let draft = |progress: Progress| Draft {
            view: View {
                readouts: vec![readout("100 %")],
                ..View::default()
            },
            progress,
            halt: None,
        };
        let done = draft(Progress::Done);
        let working = draft(Progress::Working(0.5));
        assert_eq!(spoken("12", &done), "12; Layer 1 receives: 100 %");
        assert_eq!(spoken("12", &working), "12");
        assert_eq!(spoken("12", &Draft::default()), "12");
    }
}
