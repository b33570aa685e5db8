//! The numbers behind `collapse`: both maps, the layers that make the plane's, and every point that was compared.

use super::{Net, Scene};
use crate::model::collapse::Affine;
use crate::view::*;

/// What a row is, the activation with its share t, its inputs, its outputs, the single layer's outputs, and a row of W with its bias.
const COLUMNS: &str = "part,activation,t,x1,x2,y1,y2,single1,single2,w1,w2,b";

pub fn table(scene: &Scene) -> Table {
    let mut rows = map("line single", &scene.line.single);
    rows.extend(map("plane single", &scene.plane.single));
    let layers = scene.plane.deep.layers.iter().take(scene.plane.count);
    for (index, layer) in layers.enumerate() {
        rows.extend(map(&format!("plane layer {}", index + 1), layer));
    }
    rows.extend(points("line", &scene.line));
    rows.extend(points("plane", &scene.plane));
    // All layers have the same activation.
    for row in &mut rows {
        let name = Cell::Text(scene.style.column.clone());
        row.splice(1..1, [name, Cell::Number(scene.t)]);
    }
    Table {
        columns: COLUMNS.split(',').map(str::to_owned).collect(),
        rows,
    }
}

/// The rows of W with their biases.
fn map(part: &str, map: &Affine) -> Vec<Vec<Cell>> {
    let row = |(weights, bias): (&[f64], &f64)| {
        let mut row = vec![Cell::Text(part.to_owned())];
        row.extend(pair(&[]).into_iter().cycle().take(6));
        row.extend(pair(weights));
        row.push(Cell::Number(*bias));
        row
    };
    map.rows().zip(&map.biases).map(row).collect()
}

fn points(part: &'static str, net: &Net) -> impl Iterator<Item = Vec<Cell>> {
    net.inputs.iter().zip(&net.outputs).map(move |(x, y)| {
        let mut row = vec![Cell::Text(part.to_owned())];
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
