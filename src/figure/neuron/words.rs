//! What stands beside the pictures of `neuron`: the numbers and the table.

use super::verdict::Verdict;
use super::{Scene, indexed, labels, text};
use crate::model::scaled::Scaled;
use crate::view::number;
use crate::view::*;
use std::rc::Rc;

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
    let mut add = |id: String, said: String, value: Cell| {
        let activation = Cell::Named(Rc::clone(&scene.style.column));
        rows.push(vec![
            Cell::Named(Rc::new(Name::new(id, said))),
            value,
            activation,
        ]);
    };
    for (index, x) in neuron.inputs.iter().enumerate() {
        let said = labels::row_of_input(&indexed("x", index));
        add(format!("x{}", index + 1), said, Cell::Number(*x));
    }
    for (index, w) in neuron.weights.iter().enumerate() {
        let said = labels::row_of_weight(&indexed("w", index));
        add(format!("w{}", index + 1), said, Cell::Number(*w));
    }
    for (id, said, value) in [
        ("b", labels::ROW_BIAS, Cell::Number(neuron.bias)),
        ("z", labels::ROW_SUM, Cell::Number(neuron.z)),
        ("a", labels::ROW_OUTPUT, Cell::Number(neuron.a)),
        ("f_prime", labels::ROW_SLOPE, Cell::Scaled(neuron.slope)),
    ] {
        add(id.to_owned(), said.read(), value);
    }
    for index in 0..scene.count() {
        let said = labels::row_of_answer(&indexed("w", index));
        add(
            format!("da_dw{}", index + 1),
            said,
            Cell::Scaled(neuron.da_dw(index)),
        );
    }
    add(
        "da_db".to_owned(),
        labels::row_of_answer("b"),
        Cell::Scaled(neuron.slope),
    );
    for index in 0..scene.count() {
        let said = labels::row_of_answer(&indexed("x", index));
        add(
            format!("da_dx{}", index + 1),
            said,
            Cell::Scaled(neuron.da_dx(index)),
        );
    }
    let names = [
        ("name", labels::HEAD_NAME),
        ("value", labels::HEAD_VALUE),
        ("activation", super::super::text::ACTIVATION),
    ];
    Table {
        columns: columns(&names),
        rows,
    }
}
