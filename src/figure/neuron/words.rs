//! What stands beside the pictures of `neuron`: the numbers and the table.

use super::verdict::Verdict;
use super::{Scene, indexed, text};
use crate::model::scaled::Scaled;
use crate::view::number;
use crate::view::*;

const DIGITS: usize = 4;

/// a first: it is what a slider says to a listener.
pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let neuron = &scene.neuron;
    let mut list = vec![
        Readout {
            is_large: true,
            ..readout(
                "a",
                number::apart(neuron.a, DIGITS),
                scene.style.name.clone(),
                scene.style.ink,
            )
        },
        readout(
            "z",
            number::plain(neuron.z, DIGITS),
            text::the_sum(near(scene)),
            Ink::Text,
        ),
        readout(
            "f′(z) = ∂a/∂b",
            number::scaled(neuron.slope, DIGITS),
            text::THE_SLOPE.read(),
            Ink::Slope,
        ),
    ];
    let gradient = |name: &str, other: &str, ink, index: usize, value: Scaled| {
        readout(
            &format!("∂a/∂{}", indexed(name, index)),
            number::scaled(value, DIGITS),
            format!("f′(z)·{}", indexed(other, index)),
            ink,
        )
    };
    let count = scene.count();
    list.extend((0..count).map(|i| gradient("w", "x", Ink::Weight, i, neuron.da_dw(i))));
    list.extend((0..count).map(|i| gradient("x", "w", Ink::Muted, i, neuron.da_dx(i))));
    list
}

/// Where the sum would be but for rounding, where that matters.
pub fn near(scene: &Scene) -> Option<f64> {
    Verdict::of(&scene.neuron).near.map(|near| near.at)
}

fn readout(label: &str, value: String, note: String, ink: Ink) -> Readout {
    Readout {
        label: label.to_owned(),
        value,
        note,
        ink,
        is_large: false,
    }
}

/// Every number with its name.
pub fn table(scene: &Scene) -> Table {
    let neuron = &scene.neuron;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let activation = || Cell::Text(scene.style.column.clone());
    let mut add =
        |name: String, value: Cell| rows.push(vec![Cell::Text(name), value, activation()]);
    let of_range = Cell::Scaled;
    let numbers = 1..=scene.count();
    for (number, x) in numbers.clone().zip(&neuron.inputs) {
        add(format!("x{number}"), Cell::Number(*x));
    }
    for (number, w) in numbers.clone().zip(&neuron.weights) {
        add(format!("w{number}"), Cell::Number(*w));
    }
    add("b".to_owned(), Cell::Number(neuron.bias));
    add("z".to_owned(), Cell::Number(neuron.z));
    add("a".to_owned(), Cell::Number(neuron.a));
    add("f_prime".to_owned(), of_range(neuron.slope));
    for number in numbers.clone() {
        add(format!("da_dw{number}"), of_range(neuron.da_dw(number - 1)));
    }
    add("da_db".to_owned(), of_range(neuron.slope));
    for number in numbers {
        add(format!("da_dx{number}"), of_range(neuron.da_dx(number - 1)));
    }
    Table {
        columns: ["name", "value", "activation"].map(str::to_owned).to_vec(),
        rows,
    }
}
