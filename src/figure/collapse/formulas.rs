//! The formulas of `collapse`, with the present numbers in them.

use super::words::{in_a_sentence, percent, slope_and_height};
use super::{Net, Scene, State};
use crate::model::collapse::Affine;
use crate::model::math::{Math, call, index, indexed, joined, matrix, name, numeral};
use crate::view::number;
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    vec![
        mixture(scene),
        weights(&scene.plane),
        biases(&scene.plane),
        at_x(scene),
    ]
}

/// `f_t` with t plugged in.
fn mixture(scene: &Scene) -> Formula {
    let bend = scene.line.deep.bend;
    let [t, rest] = [bend.t, 1.0 - bend.t].map(|share| numeral(&number::plain(share, 3)));
    let bent = || call(name("f"), name("z"));
    let mixed = match bend.t {
        _ if bend.is_identity() => name("z"),
        1.0 => bent(),
        _ => {
            let straight = rest.then("·", name("z"));
            straight.then("+", t.then("·", bent()))
        }
    };
    let label = if bend.is_identity() {
        "Between two layers: nothing".to_owned()
    } else {
        format!(
            "Between two layers, f = {}",
            in_a_sentence(&scene.style.name)
        )
    };
    let mixture = call(index(name("f"), name("t")), name("z"));
    Formula {
        label,
        math: mixture.then("=", mixed),
    }
}

/// The product of the plane's matrices, or that there is none.
fn weights(net: &Net) -> Formula {
    let (all, grid) = (Math::Bold("W"), grid(&net.single));
    if !matches!(net.state, State::Same) {
        let miss = percent(&net.miss);
        return Formula {
            label: format!("No single W does this: the best one is off by {miss} of the spread"),
            math: all.then("≈", grid),
        };
    }
    if net.count == 0 {
        return Formula {
            label: "Before the first layer nothing has happened".to_owned(),
            math: all.then("=", grid),
        };
    }
    let factors = (1..=net.count).rev().map(|n| indexed("W", n));
    Formula {
        label: "All the matrices, multiplied".to_owned(),
        math: all.then("=", joined("", factors.collect())).then("=", grid),
    }
}

/// The shift of the plane: each layer's, sent through the layers behind it.
fn biases(net: &Net) -> Formula {
    let (all, column) = (Math::Bold("b"), column(&net.single.biases));
    if !matches!(net.state, State::Same) || net.count == 0 {
        let sign = if net.count == 0 { "=" } else { "≈" };
        return Formula {
            label: "Its shift".to_owned(),
            math: all.then(sign, column),
        };
    }
    let last = net.count;
    let mut terms = vec![indexed("b", last)];
    if last > 1 {
        terms.push(indexed("W", last).then("", indexed("b", last - 1)));
    }
    if last > 3 {
        terms.push(Math::Dots);
    }
    if last > 2 {
        let sign = if last > 3 { "⋯" } else { "" };
        let behind = indexed("W", last).then(sign, indexed("W", 2));
        terms.push(behind.then("", indexed("b", 1)));
    }
    Formula {
        label: "All the biases, each sent through the layers behind it".to_owned(),
        math: all.then("=", joined("+", terms)).then("=", column),
    }
}

/// Both networks of the line at x, to be compared.
fn at_x(scene: &Scene) -> Formula {
    let net = &scene.line;
    let [w, b] = slope_and_height(&net.single);
    let worked = number::worked_plain(&[w, scene.x, b], w * scene.x + b, 4, |x| x[0] * x[1] + x[2]);
    let deep = net.deep.run(&[scene.x]).first().copied();
    let deep = number::plain(deep.unwrap_or(f64::NAN), 4);
    let letters = name("w").then("", name("x")).then("+", name("b"));
    let product = worked.math(0).then("·", worked.math(1));
    Formula {
        label: format!(
            "The single layer of the line at x; {} say {deep}",
            super::plots::layers(net.depth())
        ),
        math: worked.end(letters.then("=", product.then("+", worked.math(2)))),
    }
}

/// W between parentheses.
fn grid(map: &Affine) -> Math {
    let cells = |row: &[f64]| row.iter().map(cell).collect();
    matrix(map.rows().map(cells).collect())
}

/// A column between parentheses.
fn column(values: &[f64]) -> Math {
    matrix(values.iter().map(|value| vec![cell(value)]).collect())
}

fn cell(value: &f64) -> Math {
    numeral(&number::plain(*value, 3))
}
