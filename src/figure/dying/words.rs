//! What stands beside the pictures of `dying`: the numbers and the table.

use super::super::style::Called;
use super::{Scene, labels, names};
use crate::model::population::Moment;
use crate::view::number;
use crate::view::*;

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let moment = scene.population.moment(scene.step);
    let width = scene.population.plan().width;
    vec![
        Readout {
            label: names::COUNT_OF_DEAD.read(),
            value: names::of_all(moment.dead_units(), width),
            note: names::SLOPE_IS_ZERO.read(),
            ink: match moment.dead_units() {
                0 => Ink::Muted,
                _ => Ink::Alarm,
            },
            is_large: true,
        },
        Readout {
            label: names::card_of(scene.unit + 1),
            value: names::on_for(moment.active[scene.unit], scene.population.points().len()),
            note: names::largest(&number::plain(largest(scene, scene.step), 3)),
            ink: Ink::Handle,
            is_large: false,
        },
        Readout {
            label: names::LOSS.read(),
            value: number::plain(moment.loss, 3),
            note: names::MEAN_LOSS.read(),
            ink: Ink::Text,
            is_large: false,
        },
    ]
}

/// The largest z of the chosen unit on any training point.
pub fn largest(scene: &Scene, step: usize) -> f64 {
    let z = scene.population.pre_activations(scene.unit, step);
    z.into_iter().fold(f64::NEG_INFINITY, f64::max)
}

/// One row per step, from the start to the step that is shown, with the chosen unit's numbers.
pub fn table(scene: &Scene) -> Table {
    let mut activations = Called::default();
    let moments = scene.population.moments(scene.step).iter().enumerate();
    let row = |(step, moment): (usize, &Moment)| {
        let unit = moment.unit(scene.unit);
        let numbers = [unit.weights[0], unit.weights[1], unit.bias, unit.outgoing];
        let mut cells = vec![
            Cell::Text(step.to_string()),
            activations.cell(scene.population.activation(scene.unit, step)),
            Cell::Number(moment.loss),
            Cell::Text(moment.dead_units().to_string()),
        ];
        cells.extend(numbers.map(Cell::Number));
        cells.push(Cell::Text(moment.active[scene.unit].to_string()));
        cells.push(Cell::Number(largest(scene, step)));
        cells
    };
    Table {
        columns: columns(scene.unit + 1),
        rows: moments.map(row).collect(),
    }
}

fn columns(unit: usize) -> Vec<Name> {
    [
        ("step", labels::HEAD_STEP.read()),
        ("activation", labels::head_of_activation(unit)),
        ("loss", labels::HEAD_LOSS.read()),
        ("dead_units", labels::HEAD_DEAD_UNITS.read()),
        ("w1", labels::head_of_first_weight(unit)),
        ("w2", labels::head_of_second_weight(unit)),
        ("b", labels::head_of_bias(unit)),
        ("outgoing_weight", labels::head_of_outgoing_weight(unit)),
        ("points_on", labels::head_of_points_on(unit)),
        ("largest_z", labels::head_of_largest_z(unit)),
    ]
    .map(|(id, head)| Name::new(id, head))
    .to_vec()
}
