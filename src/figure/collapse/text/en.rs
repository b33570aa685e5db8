//! The words of `collapse` in English.

use super::super::crease::creases;
use super::super::verdict::{Deformation, Saying};
use super::super::words::percent;
use super::super::{Net, Scene, State};
use crate::view::number;

pub const CREASE: &str = "crease of layer 1";
pub const POINT: &str = "the whole plane, on one point";
pub const GAP: &str = "gap";
pub const LINE: &str = "One number in, one out";
pub const CROSSINGS: &str = "crossings of the grid";
const BEFORE: &str = "The plane: a grid and a letter";
pub const LETTER: &str = "the letter F";
pub const ONE_LAYER: &str = "one layer";
pub const BEST: &str = "best single layer";
pub const LARGEST: &str = "largest |deep − single|";
pub const PARAMETERS: &str = "weights and biases, line";
pub const BETWEEN_NOTHING: &str = "Between two layers: nothing";
pub const SHIFT: &str = "Its shift";
pub const BIASES: &str = "All the biases, each sent through the layers behind it";

/// The depths as words, from one layer on.
const COUNTS: [&str; 8] = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
];

pub fn summary(scene: &Scene, saying: Saying) -> String {
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
    match saying {
        Saying::Broken => format!(
            "With {name} between them, the layers leave the range of numbers; fewer layers or a smaller t bring them back."
        ),
        Saying::Before => format!(
            "This is the plane before the first layer{}. Move “plane after layer” on, and see what each layer does to the letter.",
            if creases(plane).is_empty() { "" } else { ", and the lines along which it will be folded" }
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

pub fn layers(count: usize) -> String {
    let noun = if count == 1 { "layer" } else { "layers" };
    format!("{count} {noun}")
}

pub fn plane(count: usize, depth: usize) -> String {
    match count {
        0 => BEFORE.to_owned(),
        count if count == depth => format!("The plane after {}", layers(count)),
        count => format!("The plane after layer {count} of {depth}"),
    }
}

pub fn along(axis: &str) -> String {
    format!("along {axis}")
}

pub fn of_plane(is_one: bool) -> String {
    format!("single layer, plane{}", the_best(is_one))
}

pub fn of_line(is_one: bool) -> String {
    format!("single layer, line{}", the_best(is_one))
}

fn the_best(is_one: bool) -> &'static str {
    if is_one { "" } else { ", the best" }
}

pub fn gaps(plane: &str, line: &str) -> String {
    format!("plane {plane}, line {line}")
}

pub fn about_gaps(plane: State, line: State, shares: [&str; 2]) -> String {
    let note = |state: State, share: &str| match state {
        State::Same | State::Linear | State::Straight => "rounding only".to_owned(),
        State::Constant => "all outputs are one".to_owned(),
        State::Bent => format!("typically {share} of the spread"),
        State::Broken => "out of the range of numbers".to_owned(),
    };
    let (plane, line) = (note(plane, shares[0]), note(line, shares[1]));
    if plane == line {
        return plane;
    }
    format!("plane: {plane}; line: {line}")
}

pub fn parameters(count: usize, depth: usize) -> String {
    format!("{count} in {}", layers(depth))
}

pub fn of_single(count: usize) -> String {
    format!("{count} in the single one")
}

pub fn between(name: &str) -> String {
    format!("Between two layers, f = {}", in_a_sentence(name))
}

pub fn matrix(state: State, count: usize, share: &str) -> String {
    match state {
        State::Same if count == 0 => "Before the first layer nothing has happened".to_owned(),
        State::Same => "All the matrices, multiplied".to_owned(),
        State::Constant => "All inputs give one output: W is 0".to_owned(),
        State::Linear => "One W does this, as f is a straight line".to_owned(),
        State::Straight => "On these inputs one W does this, up to rounding".to_owned(),
        State::Bent => {
            format!("No single W does this: the best one is off by {share} of the spread")
        }
        State::Broken => "There is no telling a W: the numbers leave their range".to_owned(),
    }
}

pub fn says(depth: usize, value: &str) -> String {
    let deep = match depth {
        1 => "1 layer says".to_owned(),
        depth => format!("{} say", layers(depth)),
    };
    format!("The single layer of the line at x; {deep} {value}")
}

pub fn bend(straight: bool) -> String {
    match straight {
        true => "Put tanh between the layers",
        false => "Take the activation out",
    }
    .to_owned()
}

/// Those whose names are parts of others.
const PEOPLE: [&str; 2] = ["Gaussian", "Heaviside"];

/// "tanh" for "Tanh", while "ReLU" stays what it is, and a person's name too.
fn in_a_sentence(name: &str) -> String {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    let mut letters = first.chars();
    let is_word = letters.next().is_some() && letters.all(char::is_lowercase);
    if is_word && !PEOPLE.contains(&first) {
        return first.to_lowercase() + &name[first.len()..];
    }
    name.to_owned()
}
