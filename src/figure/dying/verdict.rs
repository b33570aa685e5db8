//! What can be said of the layer of `dying`, as values: what its dead cost, judged by the same layer with a cure, or without one.

use super::super::learning::LEARNS;
use super::Scene;
use crate::model::population::{Moment, Population};

/// Losses closer than this factor are called alike.
pub const ALIKE: f64 = 1.5;

/// Steps whose median loss is compared: at large rates a single step says little.
pub const WINDOW: usize = 100;

/// What has become of the layer by the step that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// One of both runs has left the range of numbers: there is nothing to compare.
    Stopped,
    /// No unit is dead, here or in the twin.
    Nobody,
    /// As many are dead here as in the twin, as where its leak is 0: nothing is shown of what they cost.
    Same,
    /// The layer has not learned, and the other one, of which fewer are dead, has.
    Everything,
    /// Neither has learned.
    Unclear,
    /// Both have, with losses within a factor of [`ALIKE`].
    Little,
    /// Both have, and the one with fewer dead has the smaller loss.
    Some,
    /// The one with fewer dead has learned less, or not at all: here the cure is worse.
    Negative,
}

/// Of two runs the one with more dead, and the other; what the death of those costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// What the dead cost.
    pub cost: Cost,
    /// The median loss of the last steps of the run that is shown, of its twin, and the loss of guessing.
    pub losses: [f64; 3],
    /// The loss after this very step of both runs, where the median says that nothing is learned and this loss says that something is.
    pub late: [Option<f64>; 2],
    /// The dead of the run that is shown, and of its twin.
    pub dead: [usize; 2],
}

/// What a unit that is not dead learns from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// From the points that it is on for.
    On,
    /// From others too: its slope is not 0 there.
    Others,
    /// It is on for none, and moves all the same.
    Moves,
    /// It is on for none, and its slopes are below the range of f64: it gets no gradient.
    TooSmall,
    /// It is on for none, and its slopes are so small that the last steps have not changed a bit of it.
    Still,
}

impl Lesson {
    pub fn of(scene: &Scene) -> Lesson {
        let (population, unit) = (scene.population, scene.unit);
        let z = population.pre_activations(unit, scene.step);
        let activation = population.activation(unit, scene.step);
        let mut off = z.iter().filter(|z| **z <= 0.0);
        let reached = off.any(|z| activation.derivative(*z) != 0.0);
        let is_on = population.moment(scene.step).active[unit] > 0;
        match (is_on, reached) {
            (true, false) => Lesson::On,
            (true, true) => Lesson::Others,
            (false, false) => Lesson::TooSmall,
            (false, true) if is_still(scene) => Lesson::Still,
            (false, true) => Lesson::Moves,
        }
    }
}

/// Whether there were steps, and the last of them have left the unit's weights and bias as they were.
fn is_still(scene: &Scene) -> bool {
    let moments = scene.population.moments(scene.step);
    let last = &moments[moments.len().saturating_sub(WINDOW + 1)..];
    let own = |moment: &Moment| {
        let unit = moment.unit(scene.unit);
        (unit.weights, unit.bias)
    };
    let moved = |pair: &[Moment]| own(&pair[0]) != own(&pair[1]);
    last.len() > 1 && !last.windows(2).any(moved)
}

impl Verdict {
    pub fn of(scene: &Scene) -> Verdict {
        let both = [scene.population, scene.twin];
        let [own, twin] = both.map(|run| median_loss(run, scene.step));
        let late = [(own, scene.population), (twin, scene.twin)].map(|(median, run)| {
            let now = run.moment(scene.step).loss;
            let learns = |loss: f64| loss < LEARNS * run.guess();
            (!learns(median) && learns(now)).then_some(now)
        });
        let dead = both.map(|run| run.moment(scene.step).dead_units());
        let stopped = |run: &Population| {
            let ends = run.divergence().map(|end| end.step);
            ends.is_some_and(|end| scene.step as u64 + 1 >= end)
        };
        let guess = scene.population.guess();
        // Whichever has more dead is the one whose dead are counted as a cost.
        let [more, fewer] = if dead[0] >= dead[1] {
            [own, twin]
        } else {
            [twin, own]
        };
        let cost = match both.into_iter().any(stopped) {
            true => Cost::Stopped,
            false if dead == [0, 0] => Cost::Nobody,
            false if dead[0] == dead[1] => Cost::Same,
            false => cost(more, fewer, guess),
        };
        Verdict {
            cost,
            losses: [own, twin, guess],
            late,
            dead,
        }
    }
}

/// The median over the last steps, the lower of two middles; the start counts only where there is no step yet.
fn median_loss(run: &Population, step: usize) -> f64 {
    let moments = run.moments(step);
    let first = moments.len().saturating_sub(WINDOW).max(1);
    let last = moments.get(first..).filter(|last| !last.is_empty());
    let mut losses: Vec<f64> = last.unwrap_or(moments).iter().map(|m| m.loss).collect();
    losses.sort_by(f64::total_cmp);
    losses[(losses.len() - 1) / 2]
}

/// What the dead cost, from the loss with more of them, with fewer, and of guessing.
fn cost(more: f64, fewer: f64, guess: f64) -> Cost {
    let learns = |loss: f64| loss < LEARNS * guess;
    match (learns(more), learns(fewer)) {
        (false, true) => Cost::Everything,
        (false, false) => Cost::Unclear,
        (true, false) => Cost::Negative,
        _ if fewer > ALIKE * more => Cost::Negative,
        _ if more > ALIKE * fewer => Cost::Some,
        _ => Cost::Little,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_is_what_both_losses_say() {
        let of = |more, fewer| cost(more, fewer, 0.69);
        assert_eq!(of(0.69, 0.3), Cost::Everything);
        assert_eq!(of(0.69, 0.68), Cost::Unclear);
        assert_eq!(of(0.04, 1.01), Cost::Negative);
        assert_eq!(of(0.04, 0.1), Cost::Negative);
        assert_eq!(of(0.04, 0.05), Cost::Little);
        assert_eq!(of(0.4, 0.1), Cost::Some);
    }
}
