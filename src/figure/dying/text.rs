//! The sentences of `dying`.

use super::verdict::{Cost, Verdict, WINDOW};
use crate::view::number;

/// How many units are dead.
pub fn dead(step: usize, dead: usize, width: usize) -> String {
    match (dead, width) {
        (0, 1) => format!("At step {step}, the only unit is alive."),
        (0, _) => format!("At step {step}, all {width} units are alive."),
        (1, 1) => format!("At step {step}, the only unit is dead."),
        (1, _) => format!("At step {step}, 1 of {width} units is dead."),
        _ if dead == width => format!("At step {step}, all {width} units are dead."),
        _ => format!("At step {step}, {dead} of {width} units are dead."),
    }
}

/// What the dead cost: `other` says what the run is compared with, such as `with a leak for all from the start`.
pub fn cost(verdict: &Verdict, other: &str, step: usize) -> String {
    let the = match step.min(WINDOW) {
        0 | 1 => "he loss".to_owned(),
        some => format!("he loss (median of the last {some} steps)"),
    };
    let [own, twin, guess] = verdict.losses.map(|loss| number::plain(loss, 2));
    let of_guessing = format!("that of guessing is {guess}");
    // The cost is told from the side of the run that is shown.
    let here_more = verdict.dead[0] >= verdict.dead[1];
    match (verdict.cost, here_more) {
        (Cost::Stopped, _) => String::new(),
        (Cost::Nobody, _) => {
            format!("T{the} is {own}; {other} nobody is dead either, and it is {twin}.")
        }
        (Cost::Everything, true) => {
            format!(
                "The layer learns nothing: t{the} is {own}, {of_guessing}; {other} it is {twin}."
            )
        }
        (Cost::Everything, false) => {
            format!(
                "The layer learns: t{the} is {own}; {other} it learns nothing, with {} dead ({twin}).",
                verdict.dead[1]
            )
        }
        (Cost::Unclear, _) => {
            format!(
                "T{the} is {own}, {of_guessing}; {other} it is {twin}: the layer has not learned by then either way."
            )
        }
        (Cost::Little, true) => {
            format!("T{the} is {own}; {other} it is {twin}: here death costs little.")
        }
        (Cost::Little, false) => {
            format!(
                "T{the} is {own}; {other} it is {twin}, with {} dead: here death costs little.",
                verdict.dead[1]
            )
        }
        (Cost::Some, true) => format!("T{the} is {own}; {other} it is only {twin}."),
        (Cost::Some, false) => {
            format!(
                "T{the} is {own}; {other} it is {twin}, with {} dead.",
                verdict.dead[1]
            )
        }
        (Cost::Negative, true) => {
            format!(
                "T{the} is {own}; {other} it is {twin}: here the cure is worse than the deaths."
            )
        }
        (Cost::Negative, false) => {
            format!(
                "T{the} is {own}; {other} it is {twin}, with {} dead: here the cure is worse than the deaths.",
                verdict.dead[1]
            )
        }
    }
}
