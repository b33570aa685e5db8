//! Diagrams in words.

use super::super::Mark;
use super::{listed, written};

/// A diagram: what is written in it, its discs and what it connects, each in the order in which it is drawn.
pub fn diagram(marks: &[Mark]) -> Vec<String> {
    let disc = |mark: &Mark| match mark {
        Mark::Node { label, caption, .. } => {
            let words = [label.as_str(), caption.as_str()];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            (!words.is_empty()).then(|| words.join(", "))
        }
        _ => None,
    };
    let edge = |mark: &Mark| match mark {
        Mark::Edge { name, label, .. } if label.is_empty() => Some(name.clone()),
        Mark::Edge { name, label, .. } => Some(format!("{name} ({label})")),
        _ => None,
    };
    let discs: Vec<String> = marks.iter().filter_map(disc).collect();
    let edges: Vec<String> = marks.iter().filter_map(edge).collect();
    let mut said = vec!["A diagram.".to_owned()];
    said.extend(listed("Written in it", marks.iter().filter_map(written)));
    said.extend((!discs.is_empty()).then(|| format!("Discs: {}.", discs.join("; "))));
    said.extend((!edges.is_empty()).then(|| format!("Connections: {}.", edges.join("; "))));
    said
}

/// Discs in a row, which are told apart by how strongly they are filled.
pub fn row(marks: &[Mark]) -> Vec<String> {
    let fill = |mark: &Mark| match mark {
        Mark::Node { name, fill, .. } => Some((name.clone(), *fill)),
        _ => None,
    };
    let discs: Vec<(String, f64)> = marks.iter().filter_map(fill).collect();
    let by_fill = |a: &&(String, f64), b: &&(String, f64)| a.1.total_cmp(&b.1);
    let ends = [discs.iter().max_by(by_fill), discs.iter().min_by(by_fill)];
    match ends {
        [Some(strongest), Some(faintest)] => vec![
            format!("A row of {} discs, each joined to the next.", discs.len()),
            format!(
                "The strongest is {}, the faintest {}.",
                strongest.0, faintest.0
            ),
        ],
        _ => vec!["A line, as strong as what it carries.".to_owned()],
    }
}
