//! What `decay` says: the numbers beside the pictures, the formulas with the numbers plugged in, the sentence.

use super::super::number;
use super::super::view::*;
use super::Run;
use crate::model::chain::{Lens, Precision};

pub fn readouts(runs: &[Run], lenses: &[(Precision, Lens)]) -> Vec<Readout> {
    let mut list: Vec<Readout> = runs
        .iter()
        .filter_map(|run| {
            let layer = run.chain.layers.first()?;
            Some(Readout {
                label: format!("{}: ∂L/∂z₁", run.style.name),
                value: number::scaled(layer.dl_dz, 3),
                note: rate(run),
                ink: run.style.ink,
            })
        })
        .collect();
    list.extend(lenses.iter().map(|(precision, lens)| {
        let value = match (lens.zero_at, lens.infinite_at) {
            (Some(at), _) => format!("0 from layer {at} down"),
            (None, Some(at)) => format!("∞ from layer {at} down"),
            (None, None) => "survives to layer 1".to_owned(),
        };
        Readout {
            label: format!("in {}", precision.id()),
            value,
            note: String::new(),
            ink: Ink::Alarm,
        }
    }));
    list
}

/// The geometric mean of the factors, which is the honest "per layer".
fn rate(run: &Run) -> String {
    let layers = &run.chain.layers;
    let log10 = layers.first().map_or(f64::NAN, |l| l.dl_dz.log10_abs());
    if !log10.is_finite() {
        return String::new();
    }
    let mean = libm::pow(10.0, log10 / layers.len() as f64);
    format!("on average × {} per layer", number::plain(mean, 3))
}

pub fn product_formula(run: &Run, number: usize) -> Formula {
    let layer = &run.chain.layers[number - 1];
    let (slope, back) = (
        number::scaled(layer.slope, 3),
        number::scaled(run.chain.dl_da(number - 1), 3),
    );
    let result = number::scaled(layer.dl_dz, 3);
    let z = number::plain(layer.z, 4);
    let n = number.to_string();
    Formula {
        label: format!("Layer {number}, with its numbers"),
        mathml: format!(
            "<math>{dz}<mo>=</mo><msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mn>{z}</mn><mo stretchy=\"false\">)</mo><mo>·</mo>{da}<mo>=</mo><mn>{slope}</mn><mo>·</mo><mn>{back}</mn><mo>=</mo><mn>{result}</mn></math>",
            dz = partial("z", &n),
            da = partial("a", &n),
        ),
        text: format!("∂L/∂z_{n} = f′({z}) · ∂L/∂a_{n} = {slope} · {back} = {result}"),
    }
}

pub fn split_formula(run: &Run, number: usize) -> Formula {
    let splits = run.chain.splits();
    let split = splits[number - 1];
    let total = run.chain.layers[number - 1].dl_dz.log10_abs();
    let (weights, slopes) = (
        number::decades(split.weights),
        number::decades(split.slopes),
    );
    let total = number::decades(total);
    Formula {
        label: "In decades: weights + slopes = all".to_owned(),
        mathml: format!(
            "<math><msub><mi>log</mi><mn>10</mn></msub><mo>|</mo>{}<mo>|</mo><mo>=</mo><mo stretchy=\"false\">(</mo><mn>{weights}</mn><mo stretchy=\"false\">)</mo><mo>+</mo><mo stretchy=\"false\">(</mo><mn>{slopes}</mn><mo stretchy=\"false\">)</mo><mo>=</mo><mn>{total}</mn></math>",
            partial("z", &number.to_string()),
        ),
        text: format!("log10|∂L/∂z_{number}| = ({weights}) + ({slopes}) = {total}"),
    }
}

fn partial(name: &str, index: &str) -> String {
    format!(
        "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><msub><mi>{name}</mi><mn>{index}</mn></msub></mrow></mfrac>"
    )
}

pub fn summary(run: &Run) -> String {
    let chain = &run.chain;
    let name = &run.style.name;
    let Some(first) = chain.layers.first() else {
        return String::new();
    };
    if let Some(index) = chain.layers.iter().rposition(|l| l.dl_dz.is_zero()) {
        let number = index + 1;
        let culprit = if chain.layers[index].slope.is_zero() {
            format!(
                "{name} has slope 0 at z = {}",
                number::plain(chain.layers[index].z, 3)
            )
        } else {
            "the weight is 0".to_owned()
        };
        return format!(
            "The gradient is exactly 0 from layer {number} down: {culprit}. 0 times anything stays 0."
        );
    }
    let log10 = first.dl_dz.log10_abs();
    if !first.dl_dz.is_finite() {
        return format!("The {name} chain overflows: its values have left the range of f64.");
    }
    let verdict = match log10 {
        _ if log10 < -6.0 => "it has stopped learning",
        _ if log10 < -3.0 => "it all but stands still",
        _ if log10 < -1.0 => "it learns slowly",
        _ if log10 <= 1.0 => "it learns about as fast as the output",
        _ if log10 <= 3.0 => "the gradient grows on its way",
        _ => "the gradient explodes",
    };
    let split = chain.splits()[0];
    format!(
        "Layer 1 receives {} of the output’s gradient: {verdict}. Slopes contribute {} decades, weights {}.",
        number::percent(log10),
        number::decades(split.slopes),
        number::decades(split.weights),
    )
}
