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

/// Discs in a frame with axes, if there are any.
pub fn grid(marks: &[Mark]) -> Vec<String> {
    let discs = discs(marks);
    let edges = marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Edge { .. }));
    let joined = match edges.count() {
        0 => String::new(),
        count => format!(", joined by {count} lines"),
    };
    let head = format!("{} discs{joined}.", discs.len());
    let ends = ends(&discs);
    ends.into_iter()
        .flat_map(|ends| [head.clone(), ends])
        .collect()
}

/// Discs in a row, which are told apart by how strongly they are filled.
pub fn row(marks: &[Mark]) -> Vec<String> {
    let discs = discs(marks);
    match ends(&discs) {
        Some(ends) => vec![
            format!("A row of {} discs, each joined to the next.", discs.len()),
            ends,
        ],
        None => vec!["A line, as strong as what it carries.".to_owned()],
    }
}

/// Each disc's name and fill.
fn discs(marks: &[Mark]) -> Vec<(&str, f64)> {
    let fill = |mark| match mark {
        &Mark::Node { ref name, fill, .. } => Some((name.as_str(), fill)),
        _ => None,
    };
    marks.iter().filter_map(fill).collect()
}

fn ends(discs: &[(&str, f64)]) -> Option<String> {
    let by_fill = |a: &&(&str, f64), b: &&(&str, f64)| a.1.total_cmp(&b.1);
    let (strongest, _) = discs.iter().max_by(by_fill)?;
    let (faintest, _) = discs.iter().min_by(by_fill)?;
    Some(format!(
        "The strongest is {strongest}, the faintest {faintest}."
    ))
}
