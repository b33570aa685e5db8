//! Questions: which answers there are, and where they are given.

use crate::document::Document;
use crate::lab::Lab;
use crate::step::{Around, Fence};
use crate::types::{Asks, Choice, Question};

/// Reads the block of a question.
pub(crate) fn read(
    fence: Fence,
    around: &mut Around,
    document: &mut Document,
    lab: &mut dyn Lab,
) -> Question {
    let asks = match fence.kind.as_str() {
        "choose" => Asks::Choose,
        "estimate" => Asks::Estimate,
        _ => Asks::Draw,
    };
    let [ask, why] = [&mut around.ask, &mut around.why].map(std::mem::take);
    let mut question = Question::new(asks, ask, why);
    question.reveal.clone_from(&around.reveal);
    match asks {
        Asks::Choose => question.options = options(&fence, document),
        _ => {
            for (line, text) in &fence.lines {
                if let Err(what) = set(&mut question, text) {
                    document.fault(*line, what);
                }
            }
            check(&question, &fence, around, document, lab);
        }
    }
    question
}

/// The items of a task list; what is indented goes on with the one before.
fn options(fence: &Fence, document: &mut Document) -> Vec<Choice> {
    let mut items: Vec<(usize, bool, String)> = Vec::new();
    for (line, text) in &fence.lines {
        let item = [("- [x] ", true), ("- [X] ", true), ("- [ ] ", false)]
            .into_iter()
            .find_map(|(mark, right)| Some((right, text.strip_prefix(mark)?)));
        match (item, items.last_mut()) {
            (Some((right, said)), _) => items.push((*line, right, said.to_owned())),
            (None, Some((_, _, said))) if text.starts_with(' ') => {
                said.push(' ');
                said.push_str(text.trim());
            }
            _ => document.fault(
                *line,
                format!("'{text}' is not an answer, `- [ ]` or `- [x]`"),
            ),
        }
    }
    if !items.iter().any(|(_, right, _)| *right) {
        document.fault(fence.line, "no answer is right: one has `- [x]`");
    }
    if items.len() < 2 || items.len() > 9 {
        let what = "a question has two answers or more, and nine at most, one for each digit";
        document.fault(fence.line, what);
    }
    let read = |(line, right, said): (usize, bool, String)| Choice {
        text: document.inline(line, &said),
        right,
    };
    items.into_iter().map(read).collect()
}

/// A line such as `plot gradient`.
fn set(question: &mut Question, line: &str) -> Result<(), String> {
    let estimates = question.asks == Asks::Estimate;
    let (key, text) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
    let text = text.trim();
    let number = || {
        let number = text.parse().ok().filter(|x: &f64| x.is_finite());
        number.ok_or_else(|| format!("'{text}' is not a number"))
    };
    match key {
        "plot" => question.plot = Some(text.to_owned()),
        "measure" if estimates => question.measure = Some(text.to_owned()),
        "from" if estimates => question.from = Some(number()?),
        "to" if estimates => question.to = Some(number()?),
        "series" if !estimates => {
            let series = text.parse().ok().filter(|n| *n > 0);
            let no = || format!("'{text}' is not a number of a curve, counted from 1");
            question.series = Some(series.ok_or_else(no)?);
        }
        _ => {
            let known = match estimates {
                true => "measure, plot, from, to",
                false => "plot, series",
            };
            return Err(format!("there is no '{key}' here; there are: {known}"));
        }
    }
    Ok(())
}

/// Whether the figure has what is asked for.
fn check(
    question: &Question,
    fence: &Fence,
    around: &Around,
    document: &mut Document,
    lab: &mut dyn Lab,
) {
    // The line that names it, or the fence.
    let at = |key: &str| {
        let found = fence.lines.iter().find(|(_, text)| text.starts_with(key));
        found.map_or(fence.line, |(line, _)| *line)
    };
    if question.asks == Asks::Estimate {
        match &question.measure {
            None => document.fault(fence.line, "which `measure` is estimated is not said"),
            Some(name) => {
                if let Err(what) = measured(name, around, lab) {
                    document.fault(at("measure"), what);
                }
            }
        }
    }
    if let (Some(from), Some(to)) = (question.from, question.to)
        && from >= to
    {
        document.fault(at("from"), format!("the axis goes from {from} to {to}"));
    }
    let Some(id) = &question.plot else {
        document.fault(fence.line, "which `plot` it is about is not said");
        return;
    };
    for (seen, which) in [(&around.scene, "scene"), (&around.answer, "reveal")] {
        let Some(seen) = seen else { continue };
        let line = at("plot");
        let Some(plot) = seen.plot(id) else {
            let known: Vec<&str> = seen.plots.iter().map(|plot| plot.id.as_str()).collect();
            let known = known.join(", ");
            document.fault(
                line,
                format!("the {which} shows no plot '{id}'; it shows: {known}"),
            );
            return;
        };
        if question.asks == Asks::Estimate && !plot.has_axes {
            document.fault(line, format!("the plot '{id}' has no axes to answer on"));
            return;
        }
        let series = question.series.unwrap_or(1);
        if question.asks == Asks::Draw && series > plot.series {
            let what = format!(
                "the plot '{id}' of the {which} has {} curves and rows of bars, so none has the number {series}",
                plot.series
            );
            document.fault(at("series"), what);
            return;
        }
    }
}

/// Whether a measure has a value with the answer.
fn measured(name: &str, around: &Around, lab: &mut dyn Lab) -> Result<(), String> {
    if around.figure.is_empty() {
        return Ok(());
    }
    lab.measure(&around.figure, name)?;
    match &around.answer {
        Some(seen) if seen.value(name).is_nan() => {
            Err(format!("'{name}' has no value where the answer is shown"))
        }
        _ => Ok(()),
    }
}
