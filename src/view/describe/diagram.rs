//! Diagrams in words.

use super::super::{Mark, text};
use super::texts;

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
        Mark::Edge { name, label, .. } => Some(text::connection(name, label)),
        _ => None,
    };
    let discs: Vec<String> = marks.iter().filter_map(disc).collect();
    let edges: Vec<String> = marks.iter().filter_map(edge).collect();
    let mut said = vec![text::DIAGRAM.read()];
    said.extend(texts(marks));
    said.extend((!discs.is_empty()).then(|| text::discs(&discs)));
    said.extend((!edges.is_empty()).then(|| text::connections(&edges)));
    said
}

/// Discs in a frame with axes, if there are any.
pub fn grid(marks: &[Mark]) -> Vec<String> {
    let discs = discs(marks);
    let edges = marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Edge { .. }));
    let head = text::grid(discs.len(), edges.count());
    let ends = ends(&discs);
    ends.into_iter()
        .flat_map(|ends| [head.clone(), ends])
        .collect()
}

/// Discs in a row, which are told apart by how strongly they are filled.
pub fn row(marks: &[Mark]) -> Vec<String> {
    let discs = discs(marks);
    match ends(&discs) {
        Some(ends) => vec![text::row(discs.len()), ends],
        None => vec![text::FLOW.read()],
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
    Some(text::fills(strongest, faintest))
}
