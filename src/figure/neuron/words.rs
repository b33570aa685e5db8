//! What `neuron` says: the numbers, the sentence, the table.

use super::super::number;
use super::super::view::*;
use super::{Scene, indexed};
use crate::model::scaled::Scaled;

const DIGITS: usize = 4;

/// a first: it is what a slider says to a listener.
pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let neuron = &scene.neuron;
    let mut list = vec![
        readout(
            "a",
            number::plain(neuron.a, DIGITS),
            scene.style.name.clone(),
            scene.style.ink,
        ),
        readout(
            "z",
            number::plain(neuron.z, DIGITS),
            "the sum".to_owned(),
            Ink::Text,
        ),
        readout(
            "f′(z) = ∂a/∂b",
            number::scaled(neuron.slope, DIGITS),
            "the slope".to_owned(),
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

fn readout(label: &str, value: String, note: String, ink: Ink) -> Readout {
    Readout {
        label: label.to_owned(),
        value,
        note,
        ink,
    }
}

/// What the activation does with z, and what a little more of the first weight would do.
pub fn summary(scene: &Scene) -> String {
    let neuron = &scene.neuron;
    let (name, z) = (scene.style.short, number::plain(neuron.z, 3));
    let a = number::plain(neuron.a, 3);
    let first = match (place(scene), neuron.a) {
        (Place::Kink, passed) => {
            return format!(
                "z = {z} is exactly at a corner of {name}, which passes {} on. Its slope there counts as 0, so no weight here gets any gradient.",
                passes(passed),
            );
        }
        (Place::Dead, passed) => {
            return format!(
                "z = {z} is {}: {name} passes {} on, and no weight here gets any gradient.",
                flat(scene),
                passes(passed),
            );
        }
        (Place::Saturated, _) => {
            format!("z = {z} is where {name} is nearly flat: it passes on a = {a}.")
        }
        (Place::Ordinary, passed) if passed == neuron.z => match bends_at_zero(scene) {
            true => format!(
                "z = {z} is {}: {name} passes it on unchanged, a = {a}.",
                beside_zero(neuron.z)
            ),
            false => format!("{name} passes z = {z} on unchanged: a = {a}."),
        },
        (Place::Ordinary, _) => format!("{name} turns z = {z} into a = {a}."),
    };
    format!(
        "{first} {}",
        answer(neuron.da_dw(0), matches!(place(scene), Place::Saturated))
    )
}

fn passes(a: f64) -> String {
    match a {
        0.0 => "nothing".to_owned(),
        _ => format!("a = {}", number::plain(a, 3)),
    }
}

/// Where z is when the curve is flat there: beside 0 where the flat part ends at 0.
fn flat(scene: &Scene) -> &'static str {
    let z = scene.neuron.z;
    let zones = scene.neuron.activation.dead_zones();
    let zone = zones.into_iter().find(|(from, to)| *from < z && z < *to);
    match zone {
        Some((from, to)) if from == 0.0 || to == 0.0 => beside_zero(z),
        _ => "where the curve is flat",
    }
}

fn bends_at_zero(scene: &Scene) -> bool {
    scene.neuron.activation.kinks().contains(&0.0)
}

fn beside_zero(z: f64) -> &'static str {
    match z {
        0.0 => "exactly 0",
        _ if z > 0.0 => "above 0",
        _ => "below 0",
    }
}

/// What raising w₁ does.
fn answer(gradient: Scaled, faintly: bool) -> String {
    let size = number::scaled(gradient, 3).replace('−', "");
    let only = if faintly { "only " } else { "" };
    match gradient.sign() {
        _ if gradient.is_zero() => "x₁ is 0, so a change of w₁ changes nothing.".to_owned(),
        sign if sign < 0.0 => {
            format!("Raising w₁ by a little lowers a by {only}{size} times as much.")
        }
        _ => format!("Raising w₁ by a little raises a by {only}{size} times as much."),
    }
}

/// How the activation treats the point where the neuron stands.
enum Place {
    /// A corner at which the slope counts as 0.
    Kink,
    /// The slope is exactly 0.
    Dead,
    /// The slope is below a tenth of the largest, or of 1 where there is no largest.
    Saturated,
    /// The slope is neither.
    Ordinary,
}

fn place(scene: &Scene) -> Place {
    let neuron = &scene.neuron;
    let limit = neuron.activation.flat_slope();
    match neuron.slope {
        slope if slope.is_zero() && neuron.activation.kinks().contains(&neuron.z) => Place::Kink,
        slope if slope.is_zero() => Place::Dead,
        slope if slope.to_f64().abs() < limit => Place::Saturated,
        _ => Place::Ordinary,
    }
}

/// Every number with its name.
pub fn table(scene: &Scene) -> Table {
    let neuron = &scene.neuron;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut add = |name: String, value: Cell| rows.push(vec![Cell::Text(name), value]);
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
        columns: ["name", "value"].map(str::to_owned).to_vec(),
        rows,
    }
}
