//! What was typed into a field and refused: the message stands at its control until that control changes, whoever changes it.

use activation_lab::figure::Settings;
use serde_json::{Value, json};

/// Messages by control; a field of a chooser has its activation's index and its parameter besides.
#[derive(Default)]
pub struct Refusals(Vec<Refusal>);

struct Refusal {
    id: String,
    part: Option<(usize, String)>,
    message: String,
}

impl Refusals {
    /// Takes in how typing ended: with what is wrong, if anything is. Returns whether nothing is.
    pub fn keep(&mut self, id: &str, part: Option<(usize, &str)>, message: Option<String>) -> bool {
        self.forget(id);
        let taken = message.is_none();
        self.0.extend(message.map(|message| Refusal {
            id: id.to_owned(),
            part: part.map(|(index, name)| (index, name.to_owned())),
            message,
        }));
        taken
    }

    /// Of this control nothing is refused any more.
    pub fn forget(&mut self, id: &str) {
        self.0.retain(|refusal| refusal.id != id);
    }

    /// Drops what was said of controls that are different now.
    pub fn follow(&mut self, before: &Settings, after: &Settings) {
        self.0
            .retain(|refusal| before.text(&refusal.id) == after.text(&refusal.id));
    }

    /// Writes each message to its control in a panel.
    pub fn tell(&self, panel: &mut Value) {
        let Some(controls) = panel["controls"].as_array_mut() else {
            return;
        };
        for control in controls {
            let of_control = self.0.iter().find(|r| control["id"] == r.id.as_str());
            if let Some(Refusal { part, message, .. }) = of_control {
                control["refused"] = json!({
                    "message": message,
                    "index": part.as_ref().map(|(index, _)| index),
                    "parameter": part.as_ref().map(|(_, name)| name),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::find;

    fn told(refusals: &Refusals) -> Value {
        let mut panel = json!({ "controls": [{ "id": "depth" }, { "id": "weight" }] });
        refusals.tell(&mut panel);
        panel["controls"].take()
    }

    #[test]
    fn a_message_stands_until_its_own_control_changes() {
        let mut refusals = Refusals::default();
        refusals.keep("depth", None, Some("no".to_owned()));
        let before = Settings::defaults(find("decay").unwrap().controls);
        let mut after = before.clone();
        after.set("weight", "2").unwrap();
        refusals.follow(&before, &after);
        let controls = told(&refusals);
        assert_eq!(controls[0]["refused"]["message"], "no");
        assert!(controls[1]["refused"].is_null());
        after.set("depth", "11").unwrap();
        refusals.follow(&before, &after);
        assert!(told(&refusals)[0]["refused"].is_null());
    }

    #[test]
    fn a_valid_text_takes_the_message_away_though_it_changes_nothing() {
        let mut refusals = Refusals::default();
        refusals.keep("depth", Some((1, "alpha")), Some("no".to_owned()));
        assert_eq!(told(&refusals)[0]["refused"]["index"], 1);
        refusals.keep("depth", None, None);
        assert!(told(&refusals)[0]["refused"].is_null());
    }
}
