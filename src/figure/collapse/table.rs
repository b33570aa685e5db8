//! The numbers behind `collapse`: both maps, the layers that make the plane's, and every point that was compared.

use super::{Net, Scene, labels};
use crate::language::Text;
use crate::model::collapse::Affine;
use crate::view::*;
use std::rc::Rc;

/// What a row is, the activation with its share t, its inputs, its outputs, the single layer's outputs, and a row of W with its bias.
const COLUMNS: [(&str, Text); 12] = [
    ("part", labels::HEAD_PART),
    ("activation", super::super::text::ACTIVATION),
    ("t", labels::HEAD_T),
    ("x1", labels::HEAD_X1),
    ("x2", labels::HEAD_X2),
    ("y1", labels::HEAD_Y1),
    ("y2", labels::HEAD_Y2),
    ("single1", labels::HEAD_SINGLE1),
    ("single2", labels::HEAD_SINGLE2),
    ("w1", labels::HEAD_W1),
    ("w2", labels::HEAD_W2),
    ("b", labels::HEAD_B),
];

pub fn table(scene: &Scene) -> Table {
    let part = |id: &str, said: Text| Rc::new(Name::new(id, said));
    let mut rows = map(
        part("line single", labels::ROW_LINE_SINGLE),
        &scene.line.single,
    );
    let single = part("plane single", labels::ROW_PLANE_SINGLE);
    rows.extend(map(single, &scene.plane.single));
    let layers = scene.plane.deep.layers.iter().take(scene.plane.count);
    for (layer, number) in layers.zip(1..) {
        let name = Name::new(
            format!("plane layer {number}"),
            labels::row_of_layer(number),
        );
        rows.extend(map(Rc::new(name), layer));
    }
    rows.extend(points(part("line", labels::ROW_LINE), &scene.line));
    rows.extend(points(part("plane", labels::ROW_PLANE), &scene.plane));
    // All layers have the same activation.
    for row in &mut rows {
        let name = Cell::Named(Rc::clone(&scene.style.column));
        row.splice(1..1, [name, Cell::Number(scene.t)]);
    }
    Table {
        columns: columns(&COLUMNS),
        rows,
    }
}

/// The rows of W with their biases.
fn map(part: Rc<Name>, map: &Affine) -> Vec<Vec<Cell>> {
    let row = |(weights, bias): (&[f64], &f64)| {
        let mut row = vec![Cell::Named(Rc::clone(&part))];
        row.extend(pair(&[]).into_iter().cycle().take(6));
        row.extend(pair(weights));
        row.push(Cell::Number(*bias));
        row
    };
    map.rows().zip(&map.biases).map(row).collect()
}

fn points(part: Rc<Name>, net: &Net) -> impl Iterator<Item = Vec<Cell>> {
    net.inputs.iter().zip(&net.outputs).map(move |(x, y)| {
        let mut row = vec![Cell::Named(Rc::clone(&part))];
        row.extend(
            [x, y, &net.single.apply(x)]
                .into_iter()
                .flat_map(|v| pair(v)),
        );
        row.extend(pair(&[]));
        row.push(Cell::Text(String::new()));
        row
    })
}

/// Two cells; empty where there is no such coordinate.
fn pair(values: &[f64]) -> [Cell; 2] {
    let cell = |index: usize| {
        let value = values.get(index);
        value.map_or_else(|| Cell::Text(String::new()), |&value| Cell::Number(value))
    };
    [cell(0), cell(1)]
}
