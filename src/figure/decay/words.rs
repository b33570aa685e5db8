//! What stands beside the pictures of `decay`: the numbers, and the formulas with the numbers plugged in.

use super::Run;
use super::measures::{DecayMeasures, LayerMeasures};
use super::text;
use super::verdict::LensVerdict;
use crate::view::Quantity;
use crate::view::number;
use crate::view::*;

/// The first layer's gradient in each chain, and what becomes of it in the formats of the lens that `precision` names.
pub fn readouts(runs: &[Run], measures: &DecayMeasures, precision: &str) -> Vec<Readout> {
    let chains = runs
        .iter()
        .zip(&measures.series)
        .map(|(run, chain)| Readout {
            label: format!("{}: ∂L/∂z₁", run.style.name),
            value: number::scaled(chain.first, 3),
            note: match chain.factor {
                Quantity::Number(factor) => text::rate(factor),
                _ => String::new(),
            },
            ink: run.style.ink,
        });
    let shown = measures.shown_lenses(precision).into_iter();
    let cards = shown.map(|(format, lens)| {
        let verdict = LensVerdict::of(&lens, measures);
        Readout {
            label: format!("in {}", format.id()),
            value: text::lens(verdict),
            note: String::new(),
            ink: match verdict {
                LensVerdict::Lost(_) | LensVerdict::Overflowed(_) => Ink::Alarm,
                _ => Ink::Muted,
            },
        }
    });
    chains.chain(cards).collect()
}

/// What arrives at the layer's output, times the layer's slope.
pub fn product_formula(layer: &LayerMeasures, number: usize) -> Formula {
    let product = number::worked_product(&[layer.slope, layer.back], layer.gradient, 3);
    let [slope, back] = [&product.numbers[0], &product.numbers[1]];
    let (sign, result) = (product.sign, &product.result);
    let z = number::plain(layer.z, 4);
    let n = number.to_string();
    Formula {
        label: format!("Layer {number}, with its numbers"),
        mathml: format!(
            "<math>{dz}<mo>=</mo><msup><mi>f</mi><mo>′</mo></msup><mo stretchy=\"false\">(</mo><mn>{z}</mn><mo stretchy=\"false\">)</mo><mo>·</mo>{da}<mo>=</mo><mn>{slope}</mn><mo>·</mo><mn>{back}</mn><mo>{sign}</mo><mn>{result}</mn></math>",
            dz = partial("z", &n),
            da = partial("a", &n),
        ),
        text: format!("∂L/∂z_{n} = f′({z}) · ∂L/∂a_{n} = {slope} · {back} {sign} {result}"),
    }
}

/// What weights and slopes contribute, in decades.
pub fn split_formula(layer: &LayerMeasures, number: usize) -> Formula {
    let parts = [layer.split.weights, layer.split.slopes];
    let sum = number::worked_decades(&parts, layer.gradient.log10_abs());
    let [weights, slopes] = [&sum.numbers[0], &sum.numbers[1]];
    let (sign, total) = (sum.sign, &sum.result);
    Formula {
        label: "In decades: weights + slopes = all".to_owned(),
        mathml: format!(
            "<math><msub><mi>log</mi><mn>10</mn></msub><mo>|</mo>{}<mo>|</mo><mo>=</mo><mo stretchy=\"false\">(</mo><mn>{weights}</mn><mo stretchy=\"false\">)</mo><mo>+</mo><mo stretchy=\"false\">(</mo><mn>{slopes}</mn><mo stretchy=\"false\">)</mo><mo>{sign}</mo><mn>{total}</mn></math>",
            partial("z", &number.to_string()),
        ),
        text: format!("log10|∂L/∂z_{number}| = ({weights}) + ({slopes}) {sign} {total}"),
    }
}

fn partial(name: &str, index: &str) -> String {
    format!(
        "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><msub><mi>{name}</mi><mn>{index}</mn></msub></mrow></mfrac>"
    )
}
