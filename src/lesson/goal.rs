//! Goals: conditions on measures, and the state that proves that they can be met.

use crate::document::{Document, bound};
use crate::lab::{Lab, Seen};
use crate::step::{Around, Fence, shown};
use crate::text;
use crate::types::{Condition, Goal, Impossible};
use comparison::{Atom, Comparison, Factor, Sum, name};
use std::rc::Rc;

/// Reads the block of a goal.
pub(crate) fn read(
    mut fence: Fence,
    around: &mut Around,
    document: &mut Document,
    lab: &mut dyn Lab,
) -> Goal {
    let proof = fence.lines.pop();
    let own = own_words(&mut fence);
    let mut conditions = Vec::new();
    for (line, said) in &fence.lines {
        match condition(said) {
            Some(condition) => conditions.push((*line, condition)),
            None => document.fault(*line, text::not_a_condition(said)),
        }
    }
    if fence.lines.is_empty() {
        document.fault(fence.line, text::CONDITIONS_NONE);
    }
    for (line, condition) in &conditions {
        for name in condition.measures() {
            if !around.figure.is_empty()
                && let Err(what) = lab.measure(&around.figure, name)
            {
                document.fault(*line, what);
            }
        }
    }
    let hold = |seen: &Seen| conditions.iter().all(|(_, c)| c.holds(|m| seen.value(m)));
    if let Some(scene) = &around.scene
        && !conditions.is_empty()
        && hold(scene)
    {
        document.fault(fence.line, text::REACHED);
    }
    let is_impossible = fence.kind == "impossible";
    let (mut witness, mut impossible) = (None, None);
    match proof {
        Some((line, said)) if is_impossible => impossible = claimed(line, &said, document, lab),
        Some((line, said)) => witness = shows(line, &said, &conditions, around, document, lab),
        None => document.fault(fence.line, text::PROOF_NONE),
    }
    if is_impossible && around.why.is_empty() {
        document.fault(fence.line, text::WHY_IMPOSSIBLE);
    }
    let conditions: Vec<Condition> = conditions.into_iter().map(|(_, c)| c).collect();
    let words = conditions.iter().map(|c| worded(&around.figure, c, lab));
    let words = || words.collect::<Vec<_>>().join("; ");
    Goal {
        words: own.unwrap_or_else(words),
        conditions,
        witness,
        impossible,
        why: std::mem::take(&mut around.why),
    }
}

/// A condition in words, in which a measure that is not known has its name.
fn worded(figure: &str, condition: &Condition, lab: &dyn Lab) -> String {
    let said = |name: &str| {
        let known = lab.measure(figure, name);
        known.unwrap_or_else(|_| name.to_owned())
    };
    let minus = condition.minus.as_deref().map(said);
    let left = said(&condition.left);
    text::condition(&left, minus.as_deref(), condition.is, condition.right)
}

/// What the lesson itself calls the goal: the rest of a line that begins with `goal`.
fn own_words(fence: &mut Fence) -> Option<String> {
    let said = |(_, line): &(usize, String)| line.strip_prefix("goal ").map(bound);
    let (at, words) =
        (fence.lines.iter().enumerate()).find_map(|(at, line)| Some((at, said(line)?)))?;
    fence.lines.remove(at);
    Some(words)
}

/// A comparison of a measure, or of the difference of two, with a number.
fn condition(text: &str) -> Option<Condition> {
    let read = Comparison::read(text, name)?;
    let (left, minus) = match read.left.0.as_slice() {
        [left] => (measure(left, 1.0)?, None),
        [left, minus] => (measure(left, 1.0)?, Some(measure(minus, -1.0)?)),
        _ => return None,
    };
    Some(Condition {
        left: left.to_owned(),
        minus: minus.map(str::to_owned),
        is: read.order,
        right: number(&read.right)?,
    })
}

/// The measure of a term that is one, with this sign.
fn measure<'a>(term: &(f64, Vec<Factor<&'a str>>), sign: f64) -> Option<&'a str> {
    match term {
        (own, factors) if *own == sign => alone(factors),
        _ => None,
    }
}

/// The measure that stands for itself.
fn alone<'a>(factors: &[Factor<&'a str>]) -> Option<&'a str> {
    match factors {
        [
            Factor {
                atom: Atom::Measure(name),
                below: false,
            },
        ] => Some(name),
        _ => None,
    }
}

/// The same of a number.
fn number(sum: &Sum<&str>) -> Option<f64> {
    match sum.0.as_slice() {
        [(sign, factors)] if *sign == 1.0 => match factors.as_slice() {
            [
                Factor {
                    atom: Atom::Number(x),
                    below: false,
                },
            ] => Some(*x).filter(|x| x.is_finite()),
            _ => None,
        },
        _ => None,
    }
}

/// `claim ID`.
fn claimed(line: usize, said: &str, document: &mut Document, lab: &dyn Lab) -> Option<Impossible> {
    let Some(id) = said.strip_prefix("claim ") else {
        document.fault(line, text::CLAIM_LAST);
        return None;
    };
    let claim = id.trim().to_owned();
    if !lab.has_claim(&claim) {
        document.fault(line, text::no_claim(&claim));
    }
    Some(Impossible { claim })
}

/// A state in which all of it holds.
fn shows(
    line: usize,
    said: &str,
    conditions: &[(usize, Condition)],
    around: &Around,
    document: &mut Document,
    lab: &mut dyn Lab,
) -> Option<String> {
    let link = said.trim().trim_start_matches('#').to_owned();
    if !link.contains("figure=") {
        document.fault(line, text::WITNESS_LAST);
        return None;
    }
    let place = Some((line, link.clone()));
    let (figure, seen) = shown(&place, document, lab);
    if !figure.is_empty() && !around.figure.is_empty() && figure != around.figure {
        document.fault(line, text::other_witness(&figure, &around.figure));
        return None;
    }
    let seen: Rc<Seen> = match seen {
        Some(seen) => seen,
        None => return Some(link),
    };
    for (_, condition) in conditions {
        if condition.holds(|measure| seen.value(measure)) {
            continue;
        }
        let value = |name| (name, seen.measures.get(name).copied().flatten());
        let values: Vec<(&str, Option<f64>)> = condition.measures().map(value).collect();
        document.fault(line, text::not_shown(condition, &values));
    }
    Some(link)
}
