//! A lesson on paper: two pages, A4 or Letter, with room to answer; or the answers.
//!
//! A page of HTML without a script, which any browser prints.

mod fit;
mod html;
mod plot;

use super::words::*;
use activation_lab::figure::Scene;
use activation_lab::language::Text;
use activation_lab::view::number;
use fit::{Fit, LEADING, RULED};
pub use html::escaped;
use html::prose;
use lesson::{Asks, Goal, Lesson, Question, Step};

/// What is on the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Room to answer.
    Questions,
    /// What is so.
    Answers,
}

const STYLE: &str = include_str!("worksheet/worksheet.css");

/// The worksheet as one page.
pub fn worksheet(lesson: &Lesson, paper: Paper) -> Result<String, String> {
    let fit = Fit::of(lesson);
    let steps = lesson.steps.iter().enumerate();
    let steps = steps.map(|(index, step)| section(index + 1, step, paper, &fit));
    let steps = steps.collect::<Result<String, String>>()?;
    let title = escaped(&lesson.title);
    let (tag, size) = (&lesson.language, fit.size);
    let who = match paper {
        Paper::Questions => format!(
            "<p class=\"who\"><span>{}</span><span>{}</span></p>",
            NAME.read(),
            DATE.read()
        ),
        Paper::Answers => format!("<p class=\"who\">{}</p>", ANSWERS.read()),
    };
    Ok(format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body style=\"font-size: {size}pt; --leading: {LEADING}; --ruled: {RULED}\">\n<header>\n<h1>{title}</h1>\n{who}\n{lead}\n</header>\n<main>\n{steps}</main>\n</body>\n</html>\n",
        lead = prose(&lesson.lead),
    ))
}

/// A step: what it says, and what is asked or to be reached.
fn section(number: usize, step: &Step, paper: Paper, fit: &Fit) -> Result<String, String> {
    let mut inside = prose(&step.text);
    if let Some(question) = &step.question {
        inside.push_str(&prose(&question.ask));
        inside.push_str(&match paper {
            Paper::Questions => asked(step, question, fit)?,
            Paper::Answers => answered(step, question)?,
        });
    }
    if let Some(goal) = &step.goal {
        inside.push_str(&match paper {
            Paper::Questions => to_reach(goal, fit),
            Paper::Answers => reached(step, goal)?,
        });
    }
    let mut title = escaped(&step.title);
    // It may bring a number of its own.
    let is_number = |(first, _): (&str, &str)| first.bytes().all(|b| b.is_ascii_digit());
    if !title.split_once(". ").is_some_and(is_number) {
        title = format!("{number}. {title}");
    }
    Ok(format!("<section>\n<h2>{title}</h2>\n{inside}</section>\n"))
}

/// Boxes, or an empty plot, and lines to write on.
fn asked(step: &Step, question: &Question, fit: &Fit) -> Result<String, String> {
    let lines = ruled(BECAUSE, fit.lines);
    Ok(match question.asks {
        Asks::Choose => options(question, Paper::Questions) + &lines,
        Asks::Estimate => {
            let plot = plot::empty(step, question)?;
            format!("{plot}{}{lines}", ruled(ESTIMATE, 1))
        }
        Asks::Draw => plot::empty(step, question)? + &lines,
    })
}

/// The right ones, or the plot as it is.
fn answered(step: &Step, question: &Question) -> Result<String, String> {
    let so = match question.asks {
        Asks::Choose => options(question, Paper::Answers),
        Asks::Estimate => {
            let value = plot::value(step, question)?;
            let value = escaped(&number::plain(value, 3));
            format!(
                "<p class=\"so\">{value}</p>\n{}",
                plot::full(step, question)?
            )
        }
        Asks::Draw => plot::full(step, question)?,
    };
    Ok(so + &prose(&question.why))
}

fn options(question: &Question, paper: Paper) -> String {
    let item = |option: &lesson::Choice| {
        let mark = match paper == Paper::Answers && option.right {
            true => "☒",
            false => "☐",
        };
        format!("<li>{mark} {}</li>\n", prose(&option.text))
    };
    let items: String = question.options.iter().map(item).collect();
    format!("<ul class=\"options\">\n{items}</ul>\n")
}

/// A goal looks the same whether it can be reached or not.
fn to_reach(goal: &Goal, fit: &Fit) -> String {
    let words = escaped(&goal.words);
    let lines = ruled(CANNOT, fit.lines);
    format!(
        "<p class=\"goal\">{}: {words}</p>\n{}{lines}",
        GOAL.read(),
        ruled(REACHED, 1)
    )
}

/// What reaches it, as the controls that differ; or that nothing does.
fn reached(step: &Step, goal: &Goal) -> Result<String, String> {
    let so = match &goal.witness {
        Some(witness) => {
            let (from, to) = (Scene::linked(&step.scene)?, Scene::linked(witness)?);
            format!("{} {}", REACHED.read(), changes(&from, &to))
        }
        None => CANNOT_SO.read(),
    };
    let words = escaped(&goal.words);
    Ok(format!(
        "<p class=\"goal\">{}: {words}</p>\n<p class=\"so\">{}</p>\n{}",
        GOAL.read(),
        escaped(&so),
        prose(&goal.why)
    ))
}

/// The controls that differ between two scenes of a figure, with their values in the second.
fn changes(from: &Scene, to: &Scene) -> String {
    let controls = to.settings.controls().iter();
    let changed = controls.filter_map(|control| {
        let (before, after) = (from.settings.text(control.id), to.settings.text(control.id));
        let differs = before != after;
        let value = after.filter(|_| differs)?;
        Some(format!("{}: {value}", control.label))
    });
    changed.collect::<Vec<_>>().join("; ")
}

/// What is to be written, and lines to write it on.
fn ruled(words: Text, lines: usize) -> String {
    let more = "<p class=\"line\"></p>\n".repeat(lines.saturating_sub(1));
    format!("<p class=\"line\">{words}</p>\n{more}")
}
