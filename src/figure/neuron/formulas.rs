//! The formulas of `neuron`, with the numbers plugged in.

use super::{Scene, text};
use crate::model::math::{Math, call, derivative, indexed, joined, name, numeral, prime};
use crate::model::scaled::Scaled;
use crate::view::Formula;
use crate::view::number::{self, Worked};

/// Digits of a number in a formula.
const DIGITS: usize = 4;

/// The sum, the activation, its slope, and how a answers to each number that goes in.
pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let neuron = &scene.neuron;
    let mut list = vec![sum(scene), activation(scene), slope(scene)];
    let gradients =
        |name: &'static str, other: &'static str, factors: &[f64], of: &dyn Fn(usize) -> Scaled| {
            let line = |(index, factor): (usize, &f64)| {
                let factors = [neuron.slope, Scaled::new(*factor)];
                let worked = number::worked_product(&factors, of(index), DIGITS);
                gradient((name, other), Some(index), &worked)
            };
            factors.iter().enumerate().map(line).collect::<Vec<_>>()
        };
    list.extend(gradients("w", "x", &neuron.inputs, &|index| {
        neuron.da_dw(index)
    }));
    let alone = number::worked_product(&[], neuron.slope, DIGITS);
    list.push(gradient(("b", ""), None, &Worked { sign: "=", ..alone }));
    list.extend(gradients("x", "w", &neuron.weights, &|index| {
        neuron.da_dx(index)
    }));
    list
}

/// `z = w₁·x₁ + … + b`, then the numbers, then the products, then the sum.
fn sum(scene: &Scene) -> Formula {
    let neuron = &scene.neuron;
    let products: Vec<f64> = (0..scene.count()).map(|i| neuron.product(i)).collect();
    let terms = [&products[..], &[neuron.bias]].concat();
    let total = number::worked_plain(&terms, neuron.z, DIGITS, |terms| {
        terms
            .iter()
            .copied()
            .reduce(|sum, term| sum + term)
            .unwrap_or(0.0)
    });
    // Each product with as many digits as the sum needs, and its factors with as many as that needs.
    let one = |i: usize| {
        let factors = [neuron.weights[i], neuron.inputs[i]];
        number::worked_plain(&factors, products[i], total.digits, |x| x[0] * x[1])
    };
    let each: Vec<Worked> = (0..scene.count()).map(one).collect();
    let nearly = each.iter().find(|product| product.sign != "=");
    let about = nearly.map_or("=", |product| product.sign);
    let line = |term: &dyn Fn(usize) -> Math, last: Math| {
        let terms = (0..scene.count()).map(term).chain([last]);
        joined("+", terms.collect())
    };
    let letters = |i: usize| indexed("w", i + 1).then("·", indexed("x", i + 1));
    let numbers = |i: usize| each[i].math(0).then("·", each[i].math(1));
    let bias = || total.math(scene.count());
    let formula = name("z")
        .then("=", line(&letters, name("b")))
        .then("=", line(&numbers, bias()))
        .then(about, line(&|i| numeral(&each[i].result), bias()));
    Formula {
        label: text::formula_of_sum(super::words::near(scene)),
        math: total.end(formula),
    }
}

fn activation(scene: &Scene) -> Formula {
    let [z, a] = [scene.neuron.z, scene.neuron.a].map(|x| numeral(&number::apart(x, DIGITS)));
    Formula {
        label: text::formula_of_output(&scene.style.name),
        math: name("a")
            .then("=", call(name("f"), name("z")))
            .then("=", call(name("f"), z))
            .then("=", a),
    }
}

fn slope(scene: &Scene) -> Formula {
    let slope = number::scaled(scene.neuron.slope, DIGITS);
    let z = number::plain(scene.neuron.z, DIGITS);
    Formula {
        label: text::FORMULA_OF_SLOPE.read(),
        math: slope_at(name("z"))
            .then("=", slope_at(numeral(&z)))
            .then("=", numeral(&slope)),
    }
}

fn slope_at(z: Math) -> Math {
    call(prime("f"), z)
}

/// `∂a/∂w₁ = f′(z)·x₁ = 1·0.5 = 0.5`; without an index and numbers `∂a/∂b = f′(z) = 1`.
fn gradient((letter, other): (&str, &str), index: Option<usize>, worked: &Worked) -> Formula {
    let at = |letter: &str| match index {
        Some(index) => indexed(letter, index + 1),
        None => name(letter),
    };
    let by = at(letter);
    let label = text::formula_of_answer(&by.plain());
    let left = derivative("a", by);
    let slope = slope_at(name("z"));
    let formula = match worked.numbers.is_empty() {
        true => left.then("=", slope),
        false => left
            .then("=", slope.then("·", at(other)))
            .then("=", worked.math(0).then("·", worked.math(1))),
    };
    Formula {
        label,
        math: worked.end(formula),
    }
}
