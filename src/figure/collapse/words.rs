//! What `collapse` says: the numbers beside the pictures, and the sentence.

use super::legend::layers;
use super::verdict::{Deformation, Saying};
use super::{Net, Scene, State};
use crate::model::collapse::{Affine, Miss};
use crate::view::number;
use crate::view::*;

/// The depths as words, from one layer on.
const COUNTS: [&str; 8] = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
];

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let (line, plane) = (&scene.line, &scene.plane);
    let [w, b] = slope_and_height(&line.single);
    let readout = |label: String, value: String, note: String| Readout {
        label,
        value,
        note,
        ink: Ink::Text,
    };
    let kind = |net: &Net| if net.is_one() { "" } else { ", the best" };
    let gap = |net: &Net| number::plain(net.miss.largest, 2);
    vec![
        readout(
            format!("single layer, plane{}", kind(plane)),
            format!("W = {}", matrix(&plane.single)),
            format!("b = {}", vector(&plane.single.biases)),
        ),
        readout(
            format!("single layer, line{}", kind(line)),
            format!("w = {}", number::plain(w, 3)),
            format!("b = {}", number::plain(b, 3)),
        ),
        readout(
            "largest |deep − single|".to_owned(),
            format!("plane {}, line {}", gap(plane), gap(line)),
            gap_note(plane, line),
        ),
        readout(
            "weights and biases, line".to_owned(),
            format!("{} in {}", line.deep.parameters(), layers(line.depth())),
            format!("{} in the single one", line.single.parameters()),
        ),
    ]
}

/// w and b of a map from numbers to numbers.
pub fn slope_and_height(map: &Affine) -> [f64; 2] {
    [&map.weights, &map.biases].map(|list| list.first().copied().unwrap_or(f64::NAN))
}

/// `(1, 2; 3, 4)`: rows end at the semicolon.
pub fn matrix(map: &Affine) -> String {
    let row = |row: &[f64]| {
        let numbers: Vec<String> = row.iter().map(|w| number::plain(*w, 3)).collect();
        numbers.join(", ")
    };
    let rows: Vec<String> = map.rows().map(row).collect();
    format!("({})", rows.join("; "))
}

/// `(1, 2)`.
pub fn vector(values: &[f64]) -> String {
    let numbers: Vec<String> = values.iter().map(|v| number::plain(*v, 3)).collect();
    format!("({})", numbers.join(", "))
}

/// Those whose names are parts of others.
const PEOPLE: [&str; 2] = ["Gaussian", "Heaviside"];

/// "tanh" for "Tanh", while "ReLU" stays what it is, and a person's name too.
pub fn in_a_sentence(name: &str) -> String {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    let mut letters = first.chars();
    let is_word = letters.next().is_some() && letters.all(char::is_lowercase);
    if is_word && !PEOPLE.contains(&first) {
        return first.to_lowercase() + &name[first.len()..];
    }
    name.to_owned()
}

fn gap_note(plane: &Net, line: &Net) -> String {
    let note = |net: &Net| match net.state {
        State::Same | State::Linear | State::Straight => "rounding only".to_owned(),
        State::Constant => "all outputs are one".to_owned(),
        State::Bent => format!("typically {} of the spread", percent(&net.miss)),
        State::Broken => "out of the range of numbers".to_owned(),
    };
    let (plane, line) = (note(plane), note(line));
    if plane == line {
        return plane;
    }
    format!("plane: {plane}; line: {line}")
}

/// The error of the best map as a share of the spread, as a percentage.
pub fn percent(miss: &Miss) -> String {
    number::percent(libm::log10(miss.share()))
}

pub fn summary(scene: &Scene) -> String {
    let (line, plane) = (&scene.line, &scene.plane);
    let name = in_a_sentence(&scene.style.name);
    let mixed = match scene.t {
        1.0 => format!("With {name} between the layers"),
        t => format!(
            "With {} of {name} mixed in (t = {})",
            number::percent(libm::log10(t)),
            number::plain(t, 3)
        ),
    };
    match Saying::of(scene) {
        Saying::Broken => format!(
            "With {name} between them, the layers leave the range of numbers; fewer layers or a smaller t bring them back."
        ),
        Saying::Before => format!(
            "This is the plane before the first layer{}. Move “plane after layer” on, and see what each layer does to the letter.",
            if super::crease::creases(plane).is_empty() { "" } else { ", and the lines along which it will be folded" }
        ),
        Saying::Single => "One layer is one matrix, and the grid stays straight. There is nothing between layers yet for an activation to bend or to fold.".to_owned(),
        Saying::Same => same(line, plane),
        Saying::Plane(deformation) => format!(
            "{mixed} {}, and no single matrix does that. The best one misses by {} of the spread in the plane{}.",
            match deformation {
                Deformation::Bends => "the lines bend",
                Deformation::Folds => "the plane is folded along straight creases",
                Deformation::FoldsAndBends => "the plane is folded and its lines bend",
                Deformation::Tears => "the plane is torn",
            },
            percent(&plane.miss),
            match line.state {
                State::Bent => format!(", and by {} on the line", percent(&line.miss)),
                State::Constant => "; the line has fallen onto one height".to_owned(),
                _ => String::new(),
            }
        ),
        Saying::PlaneToPoint => format!(
            "{mixed} the whole plane has fallen onto one point: what comes out of it no longer depends on what went in. On the line it still does."
        ),
        Saying::AllToPoint => format!(
            "{mixed} the whole plane has fallen onto one point, and the line onto one height. What comes out no longer depends on what went in."
        ),
        Saying::LineToPoint => format!(
            "{mixed} the line has fallen onto one height: what comes out of it no longer depends on x. The grid at this layer is still straight."
        ),
        Saying::Linear => format!(
            "{mixed} nothing bends, and nothing ever will: this activation is a straight line itself, and so the layers are one matrix, with any seed and at any depth."
        ),
        Saying::Line(deformation) => format!(
            "{mixed} the curve {}, and no straight line follows it: the best one misses by {} of the spread. The grid at this layer is still straight.",
            match deformation {
                Deformation::Bends => "bends",
                Deformation::Folds => "has corners",
                Deformation::FoldsAndBends => "has corners and bends",
                Deformation::Tears => "jumps",
            },
            percent(&line.miss)
        ),
        Saying::Straight(deformation) => format!(
            "{mixed} nothing {} yet: all these inputs meet it where it is straight. Another seed, or more layers, may show the difference.",
            match deformation {
                Deformation::Bends => "has bent",
                Deformation::Folds | Deformation::FoldsAndBends => "has folded",
                Deformation::Tears => "is torn",
            },
        ),
    }
}

/// The sentence for layers with nothing between them.
fn same(line: &Net, plane: &Net) -> String {
    let many = COUNTS.get(line.depth() - 1).copied().unwrap_or("Many");
    let gap = line.miss.largest.max(plane.miss.largest);
    let difference = if gap == 0.0 {
        "The two agree to the last digit.".to_owned()
    } else {
        format!(
            "The two differ by at most {}, which is rounding.",
            number::plain(gap, 2)
        )
    };
    let whole = if plane.count == plane.depth() {
        "the whole network is one matrix"
    } else {
        "so far the network is one matrix"
    };
    format!(
        "{many} layers, and the grid is still a grid of straight, parallel lines: {whole}. {difference}"
    )
}
