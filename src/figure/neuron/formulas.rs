//! The formulas of `neuron`, with the numbers plugged in.

use super::{Scene, indexed};
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
                gradient(scene, (name, other), Some(index), &worked)
            };
            factors.iter().enumerate().map(line).collect::<Vec<_>>()
        };
    list.extend(gradients("w", "x", &neuron.inputs, &|index| {
        neuron.da_dw(index)
    }));
    let alone = number::worked_product(&[], neuron.slope, DIGITS);
    list.push(gradient(
        scene,
        ("b", ""),
        None,
        &Worked { sign: "=", ..alone },
    ));
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
    let (about, sign, z) = (
        nearly.map_or("=", |product| product.sign),
        total.sign,
        &total.result,
    );
    let bias = total.numbers.last().cloned().unwrap_or_default();
    let line = |show: &dyn Fn(usize) -> Vec<String>, last: &str| {
        let mut terms: Vec<Vec<String>> = (0..scene.count()).map(show).collect();
        terms.push(vec![last.to_owned()]);
        Line(terms)
    };
    let names = line(&|i| vec![indexed("w", i), indexed("x", i)], "b");
    let numbers = line(&|i| each[i].numbers.clone(), &bias);
    let products = line(&|i| vec![each[i].result.clone()], &bias);
    Formula {
        label: "The sum".to_owned(),
        mathml: format!(
            "<math><mi>z</mi>{EQUALS}{}{EQUALS}{}<mo>{about}</mo>{}<mo>{sign}</mo><mn>{z}</mn></math>",
            names.mathml(),
            numbers.mathml(),
            products.mathml(),
        ),
        text: format!(
            "z = {} = {} {about} {} {sign} {z}",
            names.text(),
            numbers.text(),
            products.text()
        ),
    }
}

fn activation(scene: &Scene) -> Formula {
    let (z, a) = (
        number::plain(scene.neuron.z, DIGITS),
        number::plain(scene.neuron.a, DIGITS),
    );
    Formula {
        label: format!("The output, f = {}", scene.style.name),
        mathml: format!(
            "<math><mi>a</mi>{EQUALS}<mi>f</mi>{}{EQUALS}<mi>f</mi>{}{EQUALS}<mn>{a}</mn></math>",
            called("<mi>z</mi>"),
            called(&format!("<mn>{z}</mn>")),
        ),
        text: format!("a = f(z) = f({z}) = {a}"),
    }
}

fn slope(scene: &Scene) -> Formula {
    let slope = number::scaled(scene.neuron.slope, DIGITS);
    let z = number::plain(scene.neuron.z, DIGITS);
    Formula {
        label: "Its slope there".to_owned(),
        mathml: format!(
            "<math>{PRIME}{}{EQUALS}{PRIME}{}{EQUALS}<mn>{slope}</mn></math>",
            called("<mi>z</mi>"),
            called(&format!("<mn>{z}</mn>")),
        ),
        text: format!("f′(z) = f′({z}) = {slope}"),
    }
}

/// `∂a/∂w₁ = f′(z)·x₁ = 1·0.5 = 0.5`; without an index and numbers `∂a/∂b = f′(z) = 1`.
fn gradient(
    scene: &Scene,
    (name, other): (&str, &str),
    index: Option<usize>,
    worked: &Worked,
) -> Formula {
    let (sign, value) = (worked.sign, &worked.result);
    let at = |name: &str| index.map_or(name.to_owned(), |index| indexed(name, index));
    let symbol = |name: &str| match index {
        Some(index) => format!("<msub><mi>{name}</mi><mn>{}</mn></msub>", index + 1),
        None => format!("<mi>{name}</mi>"),
    };
    let (mut mathml, mut text) = (
        format!(
            "<mfrac><mrow><mo>∂</mo><mi>a</mi></mrow><mrow><mo>∂</mo>{}</mrow></mfrac>{EQUALS}{PRIME}{}",
            symbol(name),
            called("<mi>z</mi>"),
        ),
        format!("∂a/∂{} = f′(z)", at(name)),
    );
    if !worked.numbers.is_empty() {
        let plugged = Line(vec![worked.numbers.clone()]);
        mathml += &format!("{TIMES}{}{EQUALS}{}", symbol(other), plugged.mathml());
        text += &format!(" · {} = {}", at(other), plugged.text());
    }
    Formula {
        label: match scene.count() {
            _ if name == "b" => "How a answers to b".to_owned(),
            _ => format!("How a answers to {}", at(name)),
        },
        mathml: format!("<math>{mathml}<mo>{sign}</mo><mn>{value}</mn></math>"),
        text: format!("{text} {sign} {value}"),
    }
}

const EQUALS: &str = "<mo>=</mo>";
const TIMES: &str = "<mo>·</mo>";
const PRIME: &str = "<msup><mi>f</mi><mo>′</mo></msup>";

fn called(inside: &str) -> String {
    format!("<mo stretchy=\"false\">(</mo>{inside}<mo stretchy=\"false\">)</mo>")
}

/// A sum of products of names and numbers; a negative number that follows another sign stands in parentheses.
struct Line(Vec<Vec<String>>);

impl Line {
    fn text(&self) -> String {
        self.written(" + ", "·", |part, wrapped| match wrapped {
            true => format!("({part})"),
            false => part.to_owned(),
        })
    }

    fn mathml(&self) -> String {
        self.written("<mo>+</mo>", TIMES, |part, wrapped| {
            let one = match part.chars().next() {
                Some(c) if c.is_alphabetic() => letter(part),
                _ => format!("<mn>{part}</mn>"),
            };
            if wrapped { called(&one) } else { one }
        })
    }

    fn written(&self, plus: &str, times: &str, write: impl Fn(&str, bool) -> String) -> String {
        let mut parts = self.0.iter().enumerate().map(|(place, factors)| {
            let factor = |(index, part): (usize, &String)| {
                let negative = part.starts_with('−') && (place > 0 || index > 0);
                let product = factors.len() > 1 && part.contains('×');
                write(part, negative || product)
            };
            let factors: Vec<String> = factors.iter().enumerate().map(factor).collect();
            factors.join(times)
        });
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |line, part| line + plus + &part)
    }
}

/// `w₁` as a letter with its index.
fn letter(name: &str) -> String {
    let mut parts = name.chars();
    let (letter, index) = (parts.next().unwrap_or_default(), parts.next());
    let digit = index.and_then(|c| (c as u32).checked_sub('₀' as u32));
    match digit {
        Some(digit) => format!("<msub><mi>{letter}</mi><mn>{digit}</mn></msub>"),
        None => format!("<mi>{letter}</mi>"),
    }
}
