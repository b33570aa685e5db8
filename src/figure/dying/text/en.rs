//! The sentences of `dying` in English.

use super::super::Scene;
use super::super::names::unit;
use super::super::verdict::{ALIKE, Cost, Lesson, Verdict, WINDOW};
use crate::view::number::{self, capitalised};

pub fn progress(reached: usize, wanted: usize) -> String {
    format!("Computing: step {reached} of {wanted}.")
}

pub fn summary(scene: &Scene) -> String {
    if let Some(divergence) = scene.population.divergence()
        && scene.step as u64 + 1 >= divergence.step
    {
        return format!(
            "The training stopped at step {}: its numbers left the range of f64.",
            divergence.step
        );
    }
    let verdict = Verdict::of(scene);
    let dead = dead(scene.step, verdict.dead[0], scene.population.plan().width);
    let cost = cost(&verdict, &other(scene), scene.step);
    let fate = capitalised(&fate(scene));
    if cost.is_empty() {
        return format!("{dead} {fate}");
    }
    format!("{dead} {cost} {fate}")
}

/// What the run is compared with.
fn other(scene: &Scene) -> String {
    match scene.twin.plan().activation.parameter("alpha") {
        Some(alpha) => format!(
            "with a leak of {} for all from the start",
            number::plain(alpha, 3)
        ),
        None => "as plain ReLU".to_owned(),
    }
}

/// What has become of the chosen unit.
fn fate(scene: &Scene) -> String {
    let (population, unit) = (scene.population, unit(scene.unit + 1));
    let active = population.moment(scene.step).active[scene.unit];
    let all = population.points().len();
    let learns = |unit: &str| lesson(unit, Lesson::of(scene), [active, all]);
    if let Some(step) = population.revival(scene.unit, scene.step) {
        return match active {
            // It may have fallen silent again, and its leak still reaches it.
            0 => format!(
                "{unit} came back to life at step {step}, through its leak, and has fallen silent again: {}",
                learns("it")
            ),
            _ => format!(
                "{unit} came back to life at step {step}, through its leak: it is on for {active} of {all} points."
            ),
        };
    }
    match population.death(scene.unit, scene.step) {
        Some(0) => {
            format!("{unit} was born dead: no point ever switched it on, so no step can move it.")
        }
        Some(step) => format!(
            "{unit} died at step {step}: no point switches it on any more, so no step can move it again."
        ),
        None => learns(&unit),
    }
}

/// How many units are dead.
fn dead(step: usize, dead: usize, width: usize) -> String {
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
fn cost(verdict: &Verdict, other: &str, step: usize) -> String {
    let the = match step.min(WINDOW) {
        0 | 1 => "he loss".to_owned(),
        some => format!("he loss (median of the last {some} steps)"),
    };
    let [own, twin, guess] = verdict.losses.map(|loss| number::plain(loss, 2));
    let of_guessing = format!("that of guessing is {guess}");
    let alike = format!("within a factor of {}", number::plain(ALIKE, 2));
    let now = now(verdict.late, other);
    // The cost is told from the side of the run that is shown.
    let here_more = verdict.dead[0] >= verdict.dead[1];
    match (verdict.cost, here_more) {
        (Cost::Stopped, _) => String::new(),
        (Cost::Nobody, _) => {
            format!("T{the} is {own}; {other} nobody is dead either, and it is {twin}.")
        }
        (Cost::Same, _) => {
            format!(
                "T{the} is {own}; {other} as many are dead, and it is {twin}: that shows nothing of what death costs."
            )
        }
        (Cost::Everything, true) if !now.is_empty() => {
            format!("T{the} is {own}, {of_guessing}; {other} it is {twin}.{now}")
        }
        (Cost::Everything, true) => {
            format!(
                "The layer learns nothing: t{the} is {own}, {of_guessing}; {other} it is {twin}."
            )
        }
        (Cost::Everything, false) if !now.is_empty() => {
            format!(
                "The layer learns: t{the} is {own}; {other} it is {twin}, with {} dead.{now}",
                verdict.dead[1]
            )
        }
        (Cost::Everything, false) => {
            format!(
                "The layer learns: t{the} is {own}; {other} it learns nothing, with {} dead ({twin}).",
                verdict.dead[1]
            )
        }
        (Cost::Unclear, _) if !now.is_empty() => {
            format!("T{the} is {own}, {of_guessing}; {other} it is {twin}.{now}")
        }
        (Cost::Unclear, _) => {
            format!(
                "T{the} is {own}, {of_guessing}; {other} it is {twin}: the layer has not learned by then either way."
            )
        }
        (Cost::Little, true) => {
            format!("T{the} is {own}; {other} it is {twin}, {alike}: here death costs little.")
        }
        (Cost::Little, false) => {
            format!(
                "T{the} is {own}; {other} it is {twin}, {alike}, with {} dead: here death costs little.",
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

/// Where the median says that nothing is learned and the loss of this step that something is: a sentence, after a blank.
fn now(late: [Option<f64>; 2], other: &str) -> String {
    let (loss, whose) = match late {
        [None, None] => return String::new(),
        [Some(own), _] => (own, String::new()),
        [None, Some(twin)] => (twin, format!(" {other}")),
    };
    format!(
        " But at this step the loss{whose} is {}: it has begun to learn, or does for a moment.",
        number::plain(loss, 3)
    )
}

/// How a living unit learns; `on` is on how many of all points it is on.
fn lesson(unit: &str, lesson: Lesson, [on, all]: [usize; 2]) -> String {
    let silent = match lesson {
        Lesson::On => {
            return format!("{unit} is on for {on} of {all} points, and learns from those.");
        }
        Lesson::Others => {
            return format!(
                "{unit} is on for {on} of {all} points, and learns from others too: its slope is not 0 there."
            );
        }
        Lesson::Moves => "its slope is not 0 there: it still moves",
        Lesson::TooSmall => {
            "its slope there is not 0, but too small for f64: here it does not move"
        }
        Lesson::Still => {
            "its slope there is not 0, but so small that the last steps have not moved it"
        }
    };
    format!("{unit} is not on for any point, but {silent}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twin_that_has_just_begun_is_not_said_to_learn_nothing() {
        let said = |cost, late| {
            let verdict = Verdict {
                cost,
                losses: [0.26, 0.68, 0.69],
                late,
                dead: [0, 3],
            };
            super::cost(&verdict, "as plain ReLU", 1000)
        };
        let begun = " But at this step the loss as plain ReLU is 0.4: it has begun to learn";
        for cost in [Cost::Everything, Cost::Unclear] {
            let late = said(cost, [None, Some(0.4)]);
            assert!(late.contains(begun), "{late}");
            assert!(!late.contains("learns nothing") && !late.contains("has not learned"));
            assert!(!said(cost, [None, None]).contains("begun"));
        }
    }
}
