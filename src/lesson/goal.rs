//! Goals: conditions on measures, and the state that proves that they can be met.

use crate::document::{Document, bound};
use crate::lab::{Lab, Seen};
use crate::step::{Around, Fence, shown};
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
    for (line, text) in &fence.lines {
        match condition(text) {
            Some(condition) => conditions.push((*line, condition)),
            None => document.fault(
                *line,
                format!("'{text}' is not a condition: `measure < number`, or `measure - measure < number`, with <, <=, >, >= or ="),
            ),
        }
    }
    if fence.lines.is_empty() {
        document.fault(fence.line, "the goal has no condition");
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
        document.fault(
            fence.line,
            "the goal is reached already where the step begins",
        );
    }
    let is_impossible = fence.kind == "impossible";
    let (mut witness, mut impossible) = (None, None);
    match proof {
        Some((line, text)) if is_impossible => impossible = claimed(line, &text, document, lab),
        Some((line, text)) => witness = shows(line, &text, &conditions, around, document, lab),
        None => document.fault(fence.line, "the goal has no proof: a witness, or a claim"),
    }
    if is_impossible && around.why.is_empty() {
        document.fault(fence.line, "why it is impossible is not said: ### Why");
    }
    let conditions: Vec<Condition> = conditions.into_iter().map(|(_, c)| c).collect();
    let words = conditions.iter().map(|c| lab.words(&around.figure, c));
    let words = || words.collect::<Vec<_>>().join("; ");
    Goal {
        words: own.unwrap_or_else(words),
        conditions,
        witness,
        impossible,
        why: std::mem::take(&mut around.why),
    }
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
fn claimed(line: usize, text: &str, document: &mut Document, lab: &dyn Lab) -> Option<Impossible> {
    let Some(id) = text.strip_prefix("claim ") else {
        document.fault(line, "the last line of what is impossible is `claim ID`");
        return None;
    };
    let claim = id.trim().to_owned();
    if !lab.has_claim(&claim) {
        document.fault(line, format!("there is no claim '{claim}'"));
    }
    Some(Impossible { claim })
}

/// A state in which all of it holds.
fn shows(
    line: usize,
    text: &str,
    conditions: &[(usize, Condition)],
    around: &Around,
    document: &mut Document,
    lab: &mut dyn Lab,
) -> Option<String> {
    let link = text.trim().trim_start_matches('#').to_owned();
    if !link.contains("figure=") {
        document.fault(
            line,
            "the last line of a goal is its witness, a link in which it holds",
        );
        return None;
    }
    let place = Some((line, link.clone()));
    let (figure, seen) = shown(&place, document, lab);
    if !figure.is_empty() && !around.figure.is_empty() && figure != around.figure {
        let what = format!(
            "the witness is of '{figure}', the scene of '{}'",
            around.figure
        );
        document.fault(line, what);
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
        let value = |measure: &str| match seen.measures.get(measure).copied().flatten() {
            Some(x) => format!("{measure} is {x} there"),
            None => format!("{measure} has no value there"),
        };
        let values: Vec<String> = condition.measures().map(value).collect();
        let values = values.join(", ");
        document.fault(
            line,
            format!("the witness does not show {condition}: {values}"),
        );
    }
    Some(link)
}
