//! A view as text: one line for each thing that is said or drawn, and for long lists their ends, their length and a number that any change of them changes.

use activation_lab::figure::View;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// As many values of a list stand there themselves.
const SHORT: usize = 8;

/// All that is shown.
pub fn snapshot(view: &View) -> String {
    let mut text = String::new();
    let value = serde_json::to_value(view).expect("plain data");
    write(&mut text, "", &sorted(value));
    text
}

/// With the members of all objects by name: whether serde_json keeps another order is a feature that other packages choose.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members: BTreeMap<String, Value> = members.into_iter().collect();
            let members = members
                .into_iter()
                .map(|(name, member)| (name, sorted(member)));
            Value::Object(members.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        leaf => leaf,
    }
}

fn write(text: &mut String, path: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                write(text, &below(path, name), member);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            // Of many, such as the units of a deep network, the ends tell what they are.
            let ends = |at: usize| at < SHORT || at + 2 >= items.len();
            for (at, item) in items.iter().enumerate().filter(|(at, _)| ends(*at)) {
                write(text, &below(path, &at.to_string()), item);
            }
            if items.len() > SHORT + 2 {
                line(text, path, &summary(value));
            }
        }
        Value::Array(_) if leaves(value).len() > SHORT => line(text, path, &summary(value)),
        Value::String(said) => line(text, path, said),
        _ => line(text, path, &value.to_string()),
    }
}

fn line(text: &mut String, path: &str, said: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}", format!("{path}: {said}").trim_end());
}

fn below(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        _ => format!("{path}.{name}"),
    }
}

/// The ends of all that stands in a list, its length, and its sum.
fn summary(value: &Value) -> String {
    let leaves = leaves(value);
    let end = |leaf: Option<&&Value>| leaf.map_or(String::new(), |leaf| leaf.to_string());
    let (first, last) = (end(leaves.first()), end(leaves.last()));
    let sum = checksum(value.to_string().as_bytes());
    format!("{first} … {last}, {} values, {sum:016x}", leaves.len())
}

fn leaves(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(leaves).collect(),
        Value::Object(members) => members.values().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// FNV-1a, 64 bits (Fowler, Noll & Vo 1991): the same on every machine.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// From the table of the algorithm's authors.
#[test]
fn checksums_are_those_of_fnv() {
    assert_eq!(checksum(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(checksum(b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(checksum(b"foobar"), 0x8594_4171_f739_67e8);
}

/// A word, a number in a long list, and the order of a list each change the text.
#[test]
fn a_changed_view_has_another_text() {
    use activation_lab::figure::{Mark, Settings, find};
    let figure = find("neuron").expect("neuron");
    let view = figure.view(&Settings::defaults(figure.controls));
    let before = snapshot(&view);
    assert!(before.lines().count() < 400, "{}", before.lines().count());
    let mut said = view.clone();
    said.summary.push('!');
    let changed: Vec<(&str, String)> = vec![("a word", snapshot(&said))];
    let mut drawn = view.clone();
    let field = drawn.plots.iter_mut().flat_map(|plot| &mut plot.marks);
    for mark in field {
        if let Mark::Heat { field, .. } = mark {
            let middle = field.values.len() / 2;
            field.values[middle] += 1e-9;
        }
    }
    let changed = [changed, vec![("a cell", snapshot(&drawn))]].concat();
    for (what, after) in changed {
        let lines = before.lines().zip(after.lines());
        let moved = lines.filter(|(old, new)| old != new).count();
        assert_eq!(moved, 1, "{what}");
    }
}
