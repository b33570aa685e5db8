//! Where a file comes from: what it carries with it so that it can be drawn again.

use super::Scene;
use crate::state::Kind;
use serde_json::{Map, Value, json};

/// This program as files name it, with its version.
pub const SOFTWARE: &str = concat!("activation-lab ", env!("CARGO_PKG_VERSION"));

/// A scene, as it is told to whoever reads the file later.
pub struct Origin<'a>(&'a Scene);

impl<'a> Origin<'a> {
    /// Of what this scene shows.
    pub fn new(scene: &'a Scene) -> Origin<'a> {
        Origin(scene)
    }

    /// What the page and the command read: the figure, what differs from its factory state, and what of it is shown.
    pub fn link(&self) -> String {
        format!("#{}", self.0.link())
    }

    /// Names and values: program, figure, every setting in one line, link.
    pub fn entries(&self) -> [(&'static str, String); 4] {
        let controls = self.0.settings.controls().iter();
        let pairs =
            controls.filter_map(|c| Some(format!("{}={}", c.id, self.0.settings.text(c.id)?)));
        [
            ("software", SOFTWARE.to_owned()),
            ("figure", self.0.figure.id.to_owned()),
            ("settings", pairs.collect::<Vec<_>>().join(" ")),
            ("link", self.link()),
        ]
    }

    /// The entries, one a line, each after `before`.
    pub fn lines(&self, before: &str) -> String {
        let line = |(name, value)| format!("{before}{name}: {value}\n");
        self.entries().map(line).concat()
    }

    /// The same as members of a JSON object; settings are numbers, switches and texts.
    pub fn members(&self) -> Map<String, Value> {
        let value = |id: &str, kind: &Kind| {
            let text = self.0.settings.text(id)?;
            Some(match kind {
                Kind::Number { .. } => json!(text.parse::<f64>().ok()?),
                Kind::Switch { .. } => json!(text == "true"),
                _ => json!(text),
            })
        };
        let controls = self.0.settings.controls().iter();
        let settings: Map<String, Value> = controls
            .filter_map(|c| Some((c.id.to_owned(), value(c.id, &c.kind)?)))
            .collect();
        let [software, figure, _, link] = self.entries();
        let mut members = Map::new();
        for (name, text) in [software, figure, link] {
            members.insert(name.to_owned(), Value::from(text));
        }
        members.insert("title".to_owned(), Value::from(self.0.figure.title.read()));
        members.insert("settings".to_owned(), Value::from(settings));
        members
    }
}
