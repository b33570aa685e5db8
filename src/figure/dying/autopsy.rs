//! The formulas of `dying`: the update that killed the chosen unit, with its numbers, or the last one that it got.

use super::{Scene, name, words};
use crate::view::number;
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let death = scene.population.death(scene.unit, scene.step);
    let unit = name(scene.unit);
    match death {
        Some(0) => vec![reach(
            scene,
            0,
            format!("At the start, over all points, {unit}"),
        )],
        Some(step) => {
            let mut lines = update(scene, step, |part| {
                format!("Step {step} killed {unit}: {part}")
            });
            lines.push(reach(
                scene,
                step - 1,
                "Before it, over all points".to_owned(),
            ));
            lines.push(reach(scene, step, "After it, over all points".to_owned()));
            lines
        }
        None if scene.step == 0 => vec![reach(
            scene,
            0,
            format!("At the start, over all points, {unit}"),
        )],
        None => {
            let step = scene.step;
            let mut lines = update(scene, step, |part| {
                format!("Step {step} moved {unit}: {part}")
            });
            lines.push(reach(scene, step, "After it, over all points".to_owned()));
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
            "w",
            "1",
            before.weights[0],
            gradient.weights[0],
            after.weights[0],
        ),
        (
            "w",
            "2",
            before.weights[1],
            gradient.weights[1],
            after.weights[1],
        ),
        ("b", "", before.bias, gradient.bias, after.bias),
    ];
    let line = |(letter, index, old, slope, new): (&str, &str, f64, f64, f64)| {
        let worked = number::worked_plain(&[old, rate, slope], new, 4, |x| x[0] - x[1] * x[2]);
        let [old, rate, slope] = [0, 1, 2].map(|index| worked.numbers[index].as_str());
        let (sign, new) = (worked.sign, &worked.result);
        let symbol = match index {
            "" => format!("<mi>{letter}</mi>"),
            _ => format!("<msub><mi>{letter}</mi><mn>{index}</mn></msub>"),
        };
        Formula {
            label: label(&format!("{letter}{}", subscript(index))),
            mathml: format!(
                "<math>{symbol}<mo>−</mo><mi>η</mi><mo>·</mo><mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo>{symbol}</mrow></mfrac><mo>=</mo><mn>{old}</mn><mo>−</mo><mn>{rate}</mn><mo>·</mo><mo stretchy=\"false\">(</mo><mn>{slope}</mn><mo stretchy=\"false\">)</mo><mo>{sign}</mo><mn>{new}</mn></math>"
            ),
            text: format!(
                "{letter}{index} - η·∂L/∂{letter}{index} = {old} - {rate}·({slope}) {sign} {new}"
            ),
        }
    };
    parts.into_iter().map(line).collect()
}

/// The largest z on any training point.
fn reach(scene: &Scene, step: usize, label: String) -> Formula {
    let z = number::plain(words::largest(scene, step), 4);
    Formula {
        label,
        mathml: format!(
            "<math><mi>max</mi><mspace width=\"0.2em\"/><mi>z</mi><mo>=</mo><mn>{z}</mn></math>"
        ),
        text: format!("max z = {z}"),
    }
}

fn subscript(index: &str) -> &'static str {
    match index {
        "1" => "₁",
        "2" => "₂",
        _ => "",
    }
}
