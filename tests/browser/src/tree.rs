//! What a page is to a screen reader: Chromium's accessibility tree, in reading order.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::Page;

/// One part of the page, as it is told.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What it is: `button`, `heading`, `StaticText`.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What is said of it besides.
    pub description: String,
    /// What it is set to, in words where it has some.
    pub value: String,
    /// Whether the keys go to it.
    pub focused: bool,
    /// How deep it lies.
    pub depth: usize,
}

/// All parts that are not passed over, in reading order.
pub struct Tree(pub Vec<Part>);

impl Page {
    /// The tree as it is now; in other engines the test is skipped.
    pub async fn tree(&self) -> Result<Tree> {
        let answer = self
            .answer("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = answer["nodes"].as_array().context("no tree")?;
        let by_id: HashMap<&str, &Value> = nodes
            .iter()
            .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
            .collect();
        let mut parts = Vec::new();
        if let Some(root) = nodes.first() {
            read(root, &by_id, 0, &mut parts);
        }
        Ok(Tree(parts))
    }
}

fn read(node: &Value, by_id: &HashMap<&str, &Value>, depth: usize, parts: &mut Vec<Part>) {
    let text = |value: &Value| match &value["value"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let property = |name: &str| {
        let mut all = node["properties"].as_array().into_iter().flatten();
        let found = all.find(|property| property["name"] == name);
        found.map(|property| text(&property["value"]))
    };
    let role = text(&node["role"]);
    let is_told = node["ignored"] != true && !matches!(role.as_str(), "none" | "InlineTextBox");
    if is_told {
        let spoken = property("valuetext").filter(|text| !text.is_empty());
        parts.push(Part {
            role,
            name: text(&node["name"]),
            description: text(&node["description"]),
            value: spoken.unwrap_or_else(|| text(&node["value"])),
            focused: property("focused").is_some_and(|value| value == "true"),
            depth,
        });
    }
    let below = depth + usize::from(is_told);
    let children = node["childIds"].as_array().into_iter().flatten();
    for child in children.filter_map(|id| by_id.get(id.as_str()?)) {
        read(child, by_id, below, parts);
    }
}

impl Tree {
    /// The part that the keys go to: the innermost that says so.
    pub fn focus(&self) -> Option<usize> {
        self.0.iter().rposition(|part| part.focused)
    }

    /// What lies in a part, itself included.
    pub fn within(&self, at: usize) -> &[Part] {
        let depth = self.0[at].depth;
        let rest = self.0[at + 1..].iter();
        let count = rest.take_while(|part| part.depth > depth).count();
        &self.0[at..=at + count]
    }

    /// All that is read of a part: names, values, descriptions and texts.
    pub fn read(&self, at: usize) -> String {
        let own = self.within(at).iter();
        let said = own.flat_map(|part| [&part.name, &part.value, &part.description]);
        let said: Vec<&str> = said
            .filter(|text| !text.is_empty())
            .map(String::as_str)
            .collect();
        said.join(" | ")
    }
}
