//! What `curves` says: numbers, formulas, the sentence, the tables.

use super::super::style::Styled;
use super::super::text as shared;
use super::Scene;
use super::labels;
use super::measures;
use super::sample::{Order, band};
use super::text;
use crate::model::activation::Activation;
use crate::view::number;
use crate::view::*;

/// Rows of the data table and the CSV: spaced evenly over the visible range.
const TABLE_ROWS: usize = 241;

pub fn readouts(scene: &Scene, second: bool) -> Vec<Readout> {
    let readout = |curve: &Styled| {
        let at = |order: Order| number::apart(order.of(&curve.activation, scene.x), 4);
        let (a, x) = (&curve.activation, scene.x);
        let slope = number::scaled(a.slope(x), 4) + &sides(a.slopes_around(x), is_corner(a, x));
        let (left, right) = a.curvatures_around(x);
        let bend = left != right || is_corner(a, x);
        let curvature = at(Order::Curvature) + &sides((left, right), bend);
        let curvature = if second {
            format!(", f″ = {curvature}")
        } else {
            String::new()
        };
        Readout {
            label: curve.name.clone(),
            value: format!("f = {}", at(Order::Value)),
            note: format!("f′ = {slope}{curvature}"),
            ink: curve.ink,
            is_large: scene.curves.len() == 1,
        }
    };
    scene.curves.iter().map(readout).collect()
}

/// Whether f has no slope at x.
fn is_corner(activation: &Activation, x: f64) -> bool {
    activation.kinks().contains(&x)
}

/// What stands beside a value that is a convention.
fn sides((left, right): (f64, f64), is_convention: bool) -> String {
    if !is_convention {
        return String::new();
    }
    let [left, right] = [left, right].map(|side| number::plain(side, 4));
    text::sides(&left, &right)
}

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let both = |curve: &Styled| {
        let a = &curve.activation;
        [
            Formula {
                label: curve.name.clone(),
                math: a.formula(),
            },
            Formula {
                label: text::formula_of_slope(&curve.name),
                math: a.derivative_formula(),
            },
        ]
    };
    scene.curves.iter().flat_map(both).collect()
}

pub fn summary(scene: &Scene) -> String {
    let mut text = text::sentence(&scene.verdict, &scene.curves[0], scene.x);
    if let Some(sigma) = scene.inputs {
        text.push(' ');
        text.push_str(&landing(scene, sigma));
    }
    text.push_str(&waves(scene));
    text
}

/// Which curves are not drawn as curves.
fn waves(scene: &Scene) -> String {
    let range = (scene.from, scene.to);
    let fast = |curve: &&Styled| band(&curve.activation, Order::Value, range).is_some();
    let names = scene.curves.iter().filter(fast);
    let names: Vec<&str> = names.map(|curve| curve.name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(" {}", text::waves(&names)),
    }
}

/// How much of N(0, σ²) lands where nearly nothing, or nothing, comes back.
fn landing(scene: &Scene, sigma: f64) -> String {
    let [flat, dead] =
        measures::landing(scene, sigma).map(|share| number::percent(libm::log10(share)));
    text::landing(sigma, &flat, &dead)
}

pub fn table(scene: &Scene) -> Table {
    let mut columns = vec![Name::new("x", "x")];
    for curve in &scene.curves {
        let Name { id, said } = &*curve.column;
        columns.push(Name::new(id, labels::head_of_value(said)));
        let derivative = format!("{id} derivative");
        columns.push(Name::new(derivative, labels::head_of_slope(said)));
        let second = format!("{id} second_derivative");
        columns.push(Name::new(second, labels::head_of_second(said)));
    }
    let step = (scene.to - scene.from) / (TABLE_ROWS - 1) as f64;
    let row = |index: usize| {
        let x = scene.from + step * index as f64;
        let of = |curve: &Styled| {
            let a = &curve.activation;
            [
                Cell::Number(a.value(x)),
                Cell::Scaled(a.slope(x)),
                Cell::Number(a.second_derivative(x)),
            ]
        };
        let mut cells = vec![Cell::Number(x)];
        cells.extend(scene.curves.iter().flat_map(of));
        cells
    };
    Table {
        columns,
        rows: (0..TABLE_ROWS).map(row).collect(),
    }
}

pub fn facts(scene: &Scene) -> Grid {
    let row = |curve: &Styled| {
        let mut row = vec![curve.name.clone()];
        row.extend(shared::facts(&curve.activation));
        row
    };
    Grid {
        columns: text::properties().to_vec(),
        rows: scene.curves.iter().map(row).collect(),
    }
}
