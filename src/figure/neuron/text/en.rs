//! The words of `neuron` in English.

use super::super::super::curves::text as curves;
use super::super::super::curves::verdict::{Corner, Passing};
use super::super::super::style::Styled;
use super::super::verdict::{Answer, Passed, Side, Verdict};
use crate::model::neuron::Neuron;
use crate::view::number::{self, capitalised};

pub const WEIGH: &str = "Weigh, add up, pass on";
pub const TURNS: &str = "f turns z into a";
pub const FOR_ONE: &str = "a for every x₁";
pub const FOR_ALL: &str = "a for every x₁ and x₂";
pub const TANGENT: &str = "tangent";
pub const OUTPUT: &str = "output";
pub const ABOVE: &str = "z > 0 all over";
pub const BELOW: &str = "z < 0 all over";
pub const BIAS: &str = "bias";
pub const BIAS_TO_SUM: &str = "bias to the sum";
pub const SUM: &str = "sum";
pub const SUM_Z: &str = "sum z";
pub const ACTIVATION: &str = "activation";
pub const SUM_TO_ACTIVATION: &str = "sum to activation";
pub const ACTIVATION_TO_OUTPUT: &str = "activation to output";
pub const THE_SLOPE: &str = "the slope";
pub const FORMULA_OF_SLOPE: &str = "Its slope there";

pub fn the_sum(near: Option<f64>) -> String {
    match near {
        Some(at) => format!("the sum, {}", but_for_rounding(at)),
        None => "the sum".to_owned(),
    }
}

pub fn formula_of_sum(near: Option<f64>) -> String {
    capitalised(&the_sum(near))
}

pub fn to_the_sum(input: &str) -> String {
    format!("{input} to the sum")
}

pub fn held(others: &[String]) -> String {
    format!("a at {}", others.join(", "))
}

pub fn constant(z: &str) -> [String; 2] {
    ["w₁ = w₂ = 0:".to_owned(), format!("z = {z} all over")]
}

pub fn formula_of_output(name: &str) -> String {
    format!("The output, f = {name}")
}

pub fn formula_of_answer(letter: &str) -> String {
    format!("How a answers to {letter}")
}

/// What the activation does with z, and what a little more of the first weight would do.
pub fn summary(verdict: &Verdict, neuron: &Neuron, style: &Styled) -> String {
    let (name, z) = (style.short.as_str(), number::plain(neuron.z, 3));
    let a = number::plain(neuron.a, 3);
    if let Some(corner) = &verdict.gate.corner {
        return self::corner(verdict, corner, neuron, name);
    }
    if let Some((at, corner)) = verdict.near.and_then(|near| Some((near.at, near.corner?))) {
        return beside(verdict, at, &corner, neuron, name);
    }
    let z = match verdict.near {
        // What follows says it.
        Some(_) if verdict.side == Some(Side::Near) => z,
        Some(near) => format!("{z}, {},", but_for_rounding(near.at)),
        None => z,
    };
    let place = match verdict.side {
        Some(Side::Above) => "above 0",
        Some(Side::Below) => "below 0",
        Some(Side::At) => "exactly 0",
        Some(Side::Near) => "0 but for rounding",
        None => "where the curve is flat",
    };
    let first = match (verdict.gate.passing, verdict.passed) {
        (Passing::Nothing, passed) => {
            return format!(
                "z = {z} is {place}: {name} passes {} on, and no weight here gets any gradient.",
                passes(passed, neuron.a)
            );
        }
        (Passing::Saturated, Passed::TooSmall) => format!(
            "z = {z} is where {name} is nearly flat: what it passes on is so small that f64 has only 0 for it"
        ),
        (Passing::Saturated, _) => {
            format!("z = {z} is where {name} is nearly flat: it passes on a = {a}")
        }
        (_, Passed::Unchanged) => match verdict.side {
            Some(_) => format!("z = {z} is {place}: {name} passes it on unchanged, a = {a}"),
            None => format!("{name} passes z = {z} on unchanged: a = {a}"),
        },
        (_, Passed::TooSmall) => {
            format!("{name} turns z = {z} into a number so small that f64 has only 0 for it")
        }
        (_, Passed::Nothing | Passed::Changed) => {
            format!("{name} turns z = {z} into a = {a}")
        }
    };
    first + &small(verdict, neuron) + &answer(verdict.answer)
}

/// What stands where the slope is small although f does not level off.
fn small(verdict: &Verdict, neuron: &Neuron) -> String {
    if verdict.gate.passing != Passing::Small {
        return String::new();
    }
    format!(
        ". Its slope there is {}: small, {}, but not 0",
        number::scaled(verdict.gate.slope, 3),
        curves::flat(&neuron.activation)
    )
}

/// A place without a slope: what the two sides have, what is taken, and what that makes of the first weight.
fn corner(verdict: &Verdict, corner: &Corner, neuron: &Neuron, name: &str) -> String {
    let number = |x: f64| number::plain(x, 3);
    let passes = passes(verdict.passed, neuron.a);
    let place = match corner.jump {
        Some((below, above)) => format!(
            "where {name} jumps from {} to {}, and it passes {passes} on",
            number(below),
            number(above)
        ),
        None => format!("at a corner of {name}, which passes {passes} on"),
    };
    let (left, right) = corner.slopes;
    format!(
        "z = {} is exactly {place}. The slope is {} on the left and {} on the right; taken is {}{}{}",
        number(neuron.z),
        number(left),
        number(right),
        number::scaled(verdict.gate.slope, 3),
        curves::convention(corner.convention),
        answer(verdict.answer),
    )
}

/// A sum that only rounding keeps from a place without a slope: on which side it has come out, and what is so there.
fn beside(verdict: &Verdict, at: f64, corner: &Corner, neuron: &Neuron, name: &str) -> String {
    let number = |x: f64| number::plain(x, 3);
    let place = match corner.jump {
        Some((below, above)) => format!(
            "where {name} jumps from {} to {}",
            number(below),
            number(above)
        ),
        None => format!("a corner of {name}"),
    };
    let (left, right) = corner.slopes;
    format!(
        "z = {} is {}, {place}, with a slope of {} on the left and {} on the right. It has come out on the {}, where {name} passes {} on{}",
        number(neuron.z),
        but_for_rounding(at),
        number(left),
        number(right),
        if neuron.z < at { "left" } else { "right" },
        passes(verdict.passed, neuron.a),
        answer(verdict.answer),
    )
}

/// `0 but for rounding`: where a sum would be if nothing were rounded.
fn but_for_rounding(at: f64) -> String {
    format!("{} but for rounding", number::plain(at, 3))
}

fn passes(passed: Passed, a: f64) -> String {
    match passed {
        Passed::Nothing | Passed::TooSmall => "nothing".to_owned(),
        Passed::Unchanged | Passed::Changed => format!("a = {}", number::plain(a, 3)),
    }
}

/// How a answers to the first weight: the end of a sentence, or one more.
fn answer(answer: Answer) -> String {
    match answer {
        Answer::Nothing => ", so no weight here gets any gradient.".to_owned(),
        Answer::Counted(by) => format!(", so the gradient of w₁ is {}.", number::scaled(by, 3)),
        Answer::Unheard => ". x₁ is 0, so a change of w₁ changes nothing.".to_owned(),
        Answer::Moves { by, faintly } => {
            let times = number::scaled(by, 3).replace('−', "");
            let much = match times.as_str() {
                "1" => "as much".to_owned(),
                _ if faintly => format!("only {times} times as much"),
                _ => format!("{times} times as much"),
            };
            let moves = if by.sign() < 0.0 { "lowers" } else { "raises" };
            format!(". Raising w₁ by a little {moves} a by {much}.")
        }
    }
}
