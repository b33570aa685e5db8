//! The formulas of `collapse`, with the present numbers in them.

use super::words::{percent, slope_and_height};
use super::{Net, Scene, State, text};
use crate::model::collapse::Affine;
use crate::model::math::{Math, call, index, indexed, joined, matrix, name, numeral};
use crate::view::number;
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let mut formulas = vec![mixture(scene), weights(&scene.plane)];
    formulas.extend(biases(&scene.plane));
    formulas.extend(at_x(scene));
    formulas
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
        text::BETWEEN_NOTHING.read()
    } else {
        text::between(&scene.style.name)
    };
    let mixture = call(index(name("f"), name("t")), name("z"));
    Formula {
        label,
        math: mixture.then("=", mixed),
    }
}

/// The product of the plane's matrices, or what there is instead of it.
fn weights(net: &Net) -> Formula {
    let (all, grid) = (Math::Bold("W"), grid(&net.single));
    let label = text::matrix(net.state, net.count, &percent(&net.miss));
    let math = match net.state {
        State::Same if net.count > 0 => {
            let factors = (1..=net.count).rev().map(|n| indexed("W", n));
            all.then("=", joined("", factors.collect())).then("=", grid)
        }
        State::Same | State::Constant => all.then("=", grid),
        State::Broken => all.then("=", numeral(&number::plain(f64::NAN, 3))),
        State::Linear | State::Straight | State::Bent => all.then("≈", grid),
    };
    Formula { label, math }
}

/// The shift of the plane: each layer's, sent through the layers behind it; none where it is no number.
fn biases(net: &Net) -> Option<Formula> {
    if net.state == State::Broken {
        return None;
    }
    let (all, column) = (Math::Bold("b"), column(&net.single.biases));
    if !matches!(net.state, State::Same) || net.count == 0 {
        let is_exact = net.count == 0 || net.state == State::Constant;
        let sign = if is_exact { "=" } else { "≈" };
        return Some(Formula {
            label: text::SHIFT.read(),
            math: all.then(sign, column),
        });
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
    Some(Formula {
        label: text::BIASES.read(),
        math: all.then("=", joined("+", terms)).then("=", column),
    })
}

/// Both networks of the line at x, to be compared; none where the numbers leave their range.
fn at_x(scene: &Scene) -> Option<Formula> {
    let net = &scene.line;
    if net.state == State::Broken {
        return None;
    }
    let [w, b] = slope_and_height(&net.single);
    let worked = number::worked_plain(&[w, scene.x, b], w * scene.x + b, 4, |x| x[0] * x[1] + x[2]);
    let deep = net.deep.run(&[scene.x]).first().copied();
    let deep = number::plain(deep.unwrap_or(f64::NAN), 4);
    let letters = name("w").then("", name("x")).then("+", name("b"));
    let product = worked.math(0).then("·", worked.math(1));
    Some(Formula {
        label: text::says(net.depth(), &deep),
        math: worked.end(letters.then("=", product.then("+", worked.math(2)))),
    })
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
