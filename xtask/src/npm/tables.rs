//! What the tables of controls say to editors: types, and the manifest of the element.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::child;
use crate::pack::replace_once;

/// Controls whose names every element has a use for: they are attributes, but no properties.
const TAKEN: [&str; 1] = ["after"];

/// Attributes that the declarations speak of by themselves: their values are more than text.
const OWN: [&str; 3] = ["figure", "link", "theme"];

/// Figures, and controls with what each figure says of them.
pub struct Tables {
    figures: Vec<String>,
    /// What every figure has beside its controls: names of attributes, and what they say.
    shared: Vec<(String, String)>,
    controls: BTreeMap<String, Vec<String>>,
}

/// Asks the native command.
pub fn read(native: &Path) -> Result<Tables> {
    let told = |arguments: &[&str]| -> Result<Value> {
        let told = child::capture(Command::new(native).args(arguments))?;
        Ok(serde_json::from_slice(&told)?)
    };
    let (listed, shared) = (told(&["list", "--json"])?, told(&["share", "attributes"])?);
    tables(&listed, &shared).context("what `activation-lab` lists has another form")
}

fn tables(listed: &Value, shared: &Value) -> Option<Tables> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let shared = shared.as_array()?.iter();
    let shared = shared.map(|row| Some((text(&row["name"])?, text(&row["says"])?)));
    let shared = shared.collect::<Option<_>>()?;
    let mut figures = Vec::new();
    let mut controls: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for figure in listed["figures"].as_array()? {
        let id = figure["id"].as_str()?;
        figures.push(id.to_owned());
        for control in figure["controls"].as_array()? {
            let [takes, default] = ["takes", "default"].map(|key| control[key].as_str());
            let said = format!("{id}: {}, {}", takes?, default?);
            controls
                .entry(control["id"].as_str()?.to_owned())
                .or_default()
                .push(said);
        }
    }
    Some(Tables {
        figures,
        shared,
        controls,
    })
}

/// The declarations of the element, with a property and an attribute for each control.
pub fn declared(template: &str, tables: &Tables) -> Result<String> {
    let figures: Vec<_> = tables.figures.iter().map(|id| format!("'{id}'")).collect();
    let [mut properties, mut attributes] = [String::new(), String::new()];
    for (id, said) in &tables.controls {
        let doc = format!("/** {} */", said.join("; ").replace("*/", "* /"));
        if !TAKEN.contains(&id.as_str()) {
            properties +=
                &format!("{doc}\n  get {id}(): string | null;\n  set {id}(value: Value);\n  ");
        }
        attributes += &format!("{doc}\n  {id}?: string | number | boolean;\n  ");
    }
    let [mut shown, mut written] = [String::new(), String::new()];
    let shared = tables.shared.iter();
    for (name, says) in shared.filter(|(name, _)| !OWN.contains(&name.as_str())) {
        let doc = format!("/** {says} */");
        shown += &format!("{doc}\n  get {name}(): string | null;\n  set {name}(text: Value);\n  ");
        written += &format!("{doc}\n  {name}?: string;\n  ");
    }
    let text = replace_once(template, "/* FIGURES */", &figures.join(" | "))?;
    let text = replace_once(&text, "// SHOWN AS PROPERTIES", shown.trim_end())?;
    let text = replace_once(&text, "// SHOWN AS ATTRIBUTES", written.trim_end())?;
    let text = replace_once(&text, "// CONTROLS", properties.trim_end())?;
    replace_once(&text, "// ATTRIBUTES", attributes.trim_end())
}

/// The manifest that editors read, in the form `custom-elements-manifest` 1.0.0.
pub fn manifest(tables: &Tables) -> Value {
    let shared = tables.shared.iter().cloned();
    let controls = tables
        .controls
        .iter()
        .map(|(id, said)| (id.clone(), said.join("; ")));
    let attributes: Vec<Value> = shared
        .chain(controls)
        .map(|(name, description)| json!({ "name": name, "description": description }))
        .collect();
    let method = |name: &str| json!({ "kind": "method", "name": name });
    let field =
        |name: &str, text: &str| json!({ "kind": "field", "name": name, "type": { "text": text } });
    let declared = json!({
        "kind": "class",
        "customElement": true,
        "name": "ActivationLabElement",
        "tagName": "activation-lab",
        "attributes": attributes,
        "members": [
            field("state", "string"), field("measures", "Measure[]"), field("notes", "string[]"),
            method("load"), method("reset"), method("play"), method("pause"), method("whenDrawn"),
        ],
        "events": [{
            "name": "activation-lab-change",
            "type": { "text": "CustomEvent<Change>" },
            "description": "What is shown, once nobody has changed it for a quarter of a second; it bubbles.",
        }],
        "slots": [{ "name": "", "description": "What stands in the figure's place until it is drawn." }],
    });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "define.js",
            "declarations": [declared],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "activation-lab",
                "declaration": { "name": "ActivationLabElement", "module": "define.js" },
            }],
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Tables {
        let control = |id: &str| json!({ "id": id, "takes": "a number", "default": "1" });
        let figure = |id: &str, controls: Value| json!({ "id": id, "controls": controls });
        let listed = json!({ "figures": [
            figure("decay", json!([control("depth"), control("after")])),
            figure("freeze", json!([control("depth")])),
        ] });
        let shared = json!([
            { "name": "figure", "says": "Which." },
            { "name": "plots", "says": "What is seen." },
        ]);
        tables(&listed, &shared).unwrap()
    }

    #[test]
    fn a_control_is_a_property_and_an_attribute() {
        let template = "/* FIGURES */\n  // SHOWN AS PROPERTIES\n  // CONTROLS\n  // SHOWN AS ATTRIBUTES\n  // ATTRIBUTES\n";
        let text = declared(template, &two()).unwrap();
        let doc = "/** decay: a number, 1; freeze: a number, 1 */";
        for part in [
            "'decay' | 'freeze'",
            &format!("  {doc}\n  get depth(): string | null;\n  set depth(value: Value);\n"),
            &format!("  {doc}\n  depth?: string | number | boolean;\n"),
            "  after?: string",
            "  /** What is seen. */\n  get plots(): string | null;\n",
            "  plots?: string;",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(
            !text.contains("get after") && !text.contains("get figure"),
            "{text}"
        );
        assert!(declared("", &two()).is_err());
    }

    #[test]
    fn the_manifest_has_every_attribute() {
        let manifest = manifest(&two());
        let attributes = &manifest["modules"][0]["declarations"][0]["attributes"];
        let names: Vec<_> = attributes
            .as_array()
            .unwrap()
            .iter()
            .map(|a| &a["name"])
            .collect();
        assert_eq!(names.len(), 4);
        assert!(names.contains(&&json!("depth")) && names.contains(&&json!("figure")));
    }
}
