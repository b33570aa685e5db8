//! The same in English.

use crate::types::Condition;
use comparison::Order;

pub const CLAIM_LAST: &str = "the last line of what is impossible is `claim ID`";
pub const CODE: &str = "an indented line is code in Markdown; a lesson has none";
pub const CONDITIONS_NONE: &str = "the goal has no condition";
pub const FENCE_WITHIN: &str = "a fenced block within a list or a quotation";
pub const HEADING_WITHIN: &str = "a heading within a list or a quotation";
pub const HEADINGS: &str = "a step has no heading but one `### Why`; the next step begins with ##";
pub const HEAD: &str =
    "before the first step, a heading of level 2, stand the title, the lead and a block `lesson`";
pub const HTML: &str = "HTML: a lesson is Markdown alone";
pub const LEAD_NONE: &str = "the lesson has no lead: what one will know at the end";
pub const MEASURE_NONE: &str = "which `measure` is estimated is not said";
pub const MINUTES_NONE: &str =
    "how long the lesson takes is not said: a block `lesson` with `minutes NUMBER`";
pub const NOTHING_ASKED: &str = "nothing is asked before these answers";
pub const OPTIONS: &str =
    "a question has two answers or more, and nine at most, one for each digit";
pub const PICTURE: &str = "a picture: a step shows the figure of its scene";
pub const PLOT_NONE: &str = "which `plot` it is about is not said";
pub const PROOF_NONE: &str = "the goal has no proof: a witness, or a claim";
pub const QUOTATION_WITHIN: &str = "a quotation within a list or a quotation";
pub const REACHED: &str = "the goal is reached already where the step begins";
pub const REVEAL_ALONE: &str = "a reveal without a question";
pub const RIGHT_NONE: &str = "no answer is right: one has `- [x]`";
pub const RULE: &str = "a rule: steps are told apart by their headings";
pub const SCENE_NONE: &str = "the step has no block `scene`";
pub const STEPS_NONE: &str = "the lesson has no steps, headings of level 2";
pub const TEXT_AFTER: &str = "a text after the question: it belongs before it, or under ### Why";
pub const TITLE_NONE: &str = "the lesson has no title, a heading of level 1";
pub const TWICE: &str = "a step has one scene, one reveal, one question and one goal at most";
pub const WHY_ALONE: &str = "a ### Why without a question and without a goal";
pub const WHY_IMPOSSIBLE: &str = "why it is impossible is not said: ### Why";
pub const WITNESS_LAST: &str = "the last line of a goal is its witness, a link in which it holds";

pub fn not_a_line(text: &str) -> String {
    format!("“{text}” is not one line of text")
}

pub fn not_a_condition(text: &str) -> String {
    format!(
        "'{text}' is not a condition: `measure < number`, or `measure - measure < number`, with <, <=, >, >= or ="
    )
}

pub fn not_minutes(text: &str) -> String {
    format!("'{text}' is not `minutes NUMBER`")
}

pub fn not_an_answer(text: &str) -> String {
    format!("'{text}' is not an answer, `- [ ]` or `- [x]`")
}

pub fn not_a_number(text: &str) -> String {
    format!("'{text}' is not a number")
}

pub fn not_a_series(text: &str) -> String {
    format!("'{text}' is not a number of a curve, counted from 1")
}

pub fn not_a_link(link: &str) -> String {
    format!(
        "the link '{link}' is neither a state, which begins with #figure=, nor an address, which begins with https://"
    )
}

pub fn not_one_link(block: &str) -> String {
    format!("a block `{block}` holds one line, a link")
}

pub fn no_block(block: &str, known: &str) -> String {
    format!("there is no block `{block}`; there are: {known}")
}

pub fn no_key(key: &str, known: &str) -> String {
    format!("there is no '{key}' here; there are: {known}")
}

pub fn no_claim(id: &str) -> String {
    format!("there is no claim '{id}'")
}

pub fn no_name(title: &str) -> String {
    format!("“{title}” gives the step no name of its own")
}

pub fn no_value(measure: &str) -> String {
    format!("'{measure}' has no value where the answer is shown")
}

pub fn no_plot(plot: &str, with_answer: bool, known: &str) -> String {
    let which = which(with_answer);
    format!("the {which} shows no plot '{plot}'; it shows: {known}")
}

pub fn no_axes(plot: &str) -> String {
    format!("the plot '{plot}' has no axes to answer on")
}

pub fn no_series(plot: &str, with_answer: bool, series: usize, wanted: usize) -> String {
    let which = which(with_answer);
    format!(
        "the plot '{plot}' of the {which} has {series} curves and rows of bars, so none has the number {wanted}"
    )
}

pub fn no_range(from: f64, to: f64) -> String {
    format!("the axis goes from {from} to {to}")
}

pub fn other_minutes(sum: f64, said: f64) -> String {
    format!("the steps take {sum} minutes, not {said}")
}

pub fn other_reveal(reveal: &str, scene: &str) -> String {
    format!("the reveal is of '{reveal}', the scene of '{scene}'")
}

pub fn other_witness(witness: &str, scene: &str) -> String {
    format!("the witness is of '{witness}', the scene of '{scene}'")
}

pub fn not_shown(condition: &Condition, values: &[(&str, Option<f64>)]) -> String {
    let value = |(measure, value): &(&str, Option<f64>)| match value {
        Some(x) => format!("{measure} is {x} there"),
        None => format!("{measure} has no value there"),
    };
    let values: Vec<String> = values.iter().map(value).collect();
    let values = values.join(", ");
    format!("the witness does not show {condition}: {values}")
}

pub fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String {
    let lies = match is {
        Order::Below => "below",
        Order::Above => "above",
        Order::AtMost => "at most",
        Order::AtLeast => "at least",
        Order::Equal => "equal to",
    };
    let right = right.to_string().replace('-', "−");
    match minus {
        None => format!("{measure}: {lies} {right}"),
        Some(minus) => format!("{measure}, less {minus}: {lies} {right}"),
    }
}

fn which(with_answer: bool) -> &'static str {
    match with_answer {
        true => "reveal",
        false => "scene",
    }
}
