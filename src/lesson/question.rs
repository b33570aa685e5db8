//! Questions: which answers there are, and where they are given.

use crate::document::Document;
use crate::lab::Lab;
use crate::step::{Around, Fence};
use crate::text;
use crate::types::{Asks, Choice, Question};
use model::number::ascii;

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
            for (line, said) in &fence.lines {
                if let Err(what) = set(&mut question, said) {
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
    for (line, row) in &fence.lines {
        let item = [("- [x] ", true), ("- [X] ", true), ("- [ ] ", false)]
            .into_iter()
            .find_map(|(mark, right)| Some((right, row.strip_prefix(mark)?)));
        match (item, items.last_mut()) {
            (Some((right, said)), _) => items.push((*line, right, said.to_owned())),
            (None, Some((_, _, said))) if row.starts_with(' ') => {
                said.push(' ');
                said.push_str(row.trim());
            }
            _ => document.fault(*line, text::not_an_answer(row)),
        }
    }
    if !items.iter().any(|(_, right, _)| *right) {
        document.fault(fence.line, text::RIGHT_NONE);
    }
    if items.len() < 2 || items.len() > 9 {
        document.fault(fence.line, text::OPTIONS);
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
    let (key, said) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
    let said = said.trim();
    let number = || ascii(said).ok_or_else(|| text::not_a_number(said));
    match key {
        "plot" => question.plot = Some(said.to_owned()),
        "measure" if estimates => question.measure = Some(said.to_owned()),
        "from" if estimates => question.from = Some(number()?),
        "to" if estimates => question.to = Some(number()?),
        "series" if !estimates => {
            let series = said.parse().ok().filter(|n| *n > 0);
            question.series = Some(series.ok_or_else(|| text::not_a_series(said))?);
        }
        _ => {
            let known = match estimates {
                true => "measure, plot, from, to",
                false => "plot, series",
            };
            return Err(text::no_key(key, known));
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
            None => document.fault(fence.line, text::MEASURE_NONE),
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
        document.fault(at("from"), text::no_range(from, to));
    }
    let Some(id) = &question.plot else {
        document.fault(fence.line, text::PLOT_NONE);
        return;
    };
    for (seen, with_answer) in [(&around.scene, false), (&around.answer, true)] {
        let Some(seen) = seen else { continue };
        let line = at("plot");
        let Some(plot) = seen.plot(id) else {
            let known: Vec<&str> = seen.plots.iter().map(|plot| plot.id.as_str()).collect();
            let known = known.join(", ");
            document.fault(line, text::no_plot(id, with_answer, &known));
            return;
        };
        if question.asks == Asks::Estimate && !plot.has_axes {
            document.fault(line, text::no_axes(id));
            return;
        }
        let series = question.series.unwrap_or(1);
        if question.asks == Asks::Draw && series > plot.series {
            let what = text::no_series(id, with_answer, plot.series, series);
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
        Some(seen) if seen.value(name).is_nan() => Err(text::no_value(name)),
        _ => Ok(()),
    }
}
