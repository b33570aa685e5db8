//! What stands beside the pictures of `dying`: the numbers and the table.

use super::{Scene, names};
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
