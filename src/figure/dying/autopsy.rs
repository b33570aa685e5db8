//! The formulas of `dying`: the update that killed the chosen unit, with its numbers, or the last one that it got.

use super::{Scene, names, words};
use crate::model::math::{derivative, indexed, name, numeral};
use crate::view::number;
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let death = scene.population.death(scene.unit, scene.step);
    let unit = scene.unit + 1;
    match death {
        Some(0) => vec![reach(scene, 0, names::at_start(unit))],
        Some(step) => {
            let mut lines = update(scene, step, |part| names::step_of(step, true, unit, part));
            lines.push(reach(scene, step - 1, names::BEFORE_IT.read()));
            lines.push(reach(scene, step, names::AFTER_IT.read()));
            lines
        }
        None if scene.step == 0 => vec![reach(scene, 0, names::at_start(unit))],
        None => {
            let step = scene.step;
            let mut lines = update(scene, step, |part| names::step_of(step, false, unit, part));
            lines.push(reach(scene, step, names::AFTER_IT.read()));
            lines
        }
    }
}

/// The step from `step - 1` to `step` for each of the unit's own parameters: new = old - η·gradient.
fn update(scene: &Scene, step: usize, label: impl Fn(&str) -> String) -> Vec<Formula> {
    let (before, after) = (
        scene.population.moment(step - 1).unit(scene.unit),
        scene.population.moment(step).unit(scene.unit),
    );
    let gradient = scene.population.moment(step).gradient(scene.unit);
    let rate = scene.population.plan().learning_rate;
    let parts = [
        (
            Some(1),
            before.weights[0],
            gradient.weights[0],
            after.weights[0],
        ),
        (
            Some(2),
            before.weights[1],
            gradient.weights[1],
            after.weights[1],
        ),
        (None, before.bias, gradient.bias, after.bias),
    ];
    let line = |(weight, old, slope, new): (Option<usize>, f64, f64, f64)| {
        let symbol = || match weight {
            Some(number) => indexed("w", number),
            None => name("b"),
        };
        let worked = number::worked_plain(&[old, rate, slope], new, 4, |x| x[0] - x[1] * x[2]);
        let label = label(&symbol().plain());
        let step = name("η").then("·", derivative("L", symbol()));
        let plugged = worked.math(1).then("·", worked.math(2));
        let formula = symbol()
            .then("-", step)
            .then("=", worked.math(0).then("-", plugged));
        Formula {
            label,
            math: worked.end(formula),
        }
    };
    parts.into_iter().map(line).collect()
}

/// The largest z on any training point.
fn reach(scene: &Scene, step: usize, label: String) -> Formula {
    let z = number::plain(words::largest(scene, step), 4);
    Formula {
        label,
        math: name("max").then(" ", name("z")).then("=", numeral(&z)),
    }
}
