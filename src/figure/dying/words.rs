//! What `dying` says: the numbers beside the pictures, the sentence, the table.

use super::verdict::{Lesson, Verdict};
use super::{Scene, name, text};
use crate::model::population::Moment;
use crate::view::number::{self, capitalised};
use crate::view::*;

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let moment = scene.population.moment(scene.step);
    let width = scene.population.plan().width;
    vec![
        Readout {
            label: "Dead units".to_owned(),
            value: format!("{} of {width}", moment.dead_units()),
            note: "f′(z) is exactly 0 on every point".to_owned(),
            ink: Ink::Alarm,
        },
        Readout {
            label: capitalised(&name(scene.unit)),
            value: format!(
                "on for {} of {} points",
                moment.active[scene.unit],
                scene.population.points().len()
            ),
            note: format!(
                "largest z: {}",
                number::plain(largest(scene, scene.step), 3)
            ),
            ink: Ink::Handle,
        },
        Readout {
            label: "Loss".to_owned(),
            value: number::plain(moment.loss, 3),
            note: "mean over all points".to_owned(),
            ink: Ink::Text,
        },
    ]
}

/// How far the run has come.
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
    let dead = text::dead(scene.step, verdict.dead[0], scene.population.plan().width);
    let cost = text::cost(&verdict, &other(scene), scene.step);
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
    let (population, unit) = (scene.population, name(scene.unit));
    let active = population.moment(scene.step).active[scene.unit];
    let all = population.points().len();
    let learns = |unit: &str| text::lesson(unit, Lesson::of(scene), [active, all]);
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

/// The largest z of the chosen unit on any training point.
pub fn largest(scene: &Scene, step: usize) -> f64 {
    let z = scene.population.pre_activations(scene.unit, step);
    z.into_iter().fold(f64::NEG_INFINITY, f64::max)
}

/// One row per step, from the start to the step that is shown, with the chosen unit's numbers.
pub fn table(scene: &Scene) -> Table {
    let columns = "step,activation,loss,dead_units,w1,w2,b,outgoing_weight,points_on,largest_z";
    let moments = scene.population.moments(scene.step).iter().enumerate();
    let row = |(step, moment): (usize, &Moment)| {
        let unit = moment.unit(scene.unit);
        let numbers = [unit.weights[0], unit.weights[1], unit.bias, unit.outgoing];
        let mut cells = vec![
            Cell::Text(step.to_string()),
            Cell::Text(scene.population.activation(scene.unit, step).to_string()),
            Cell::Number(moment.loss),
            Cell::Text(moment.dead_units().to_string()),
        ];
        cells.extend(numbers.map(Cell::Number));
        cells.push(Cell::Text(moment.active[scene.unit].to_string()));
        cells.push(Cell::Number(largest(scene, step)));
        cells
    };
    Table {
        columns: columns.split(',').map(str::to_owned).collect(),
        rows: moments.map(row).collect(),
    }
}
