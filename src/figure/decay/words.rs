//! What stands beside the pictures of `decay`: the numbers, and the formulas with the numbers plugged in.

use super::Run;
use super::controls::Lenses;
use super::measures::{DecayMeasures, LayerMeasures};
use super::text;
use super::verdict::LensVerdict;
use crate::model::math::{absolute, call, derivative, indexed, numeral, prime};
use crate::view::Quantity;
use crate::view::number;
use crate::view::*;

/// The first layer's gradient in each chain, and what becomes of it in the formats that are chosen.
pub fn readouts(runs: &[Run], measures: &DecayMeasures, chosen: Lenses) -> Vec<Readout> {
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
            is_large: runs.len() <= 2,
        });
    let shown = measures.shown_lenses(chosen).into_iter();
    let cards = shown.map(|(format, lens)| {
        let verdict = LensVerdict::of(&lens, measures);
        Readout {
            label: text::in_format(format.id()),
            value: text::lens(verdict),
            note: String::new(),
            ink: match verdict {
                LensVerdict::Lost(_) | LensVerdict::Overflowed(_) => Ink::Alarm,
                _ => Ink::Muted,
            },
            is_large: false,
        }
    });
    chains.chain(cards).collect()
}

/// What arrives at the layer's output, times the layer's slope.
pub fn product_formula(layer: &LayerMeasures, number: usize) -> Formula {
    let product = number::worked_product(&[layer.slope, layer.back], layer.gradient, 3);
    let loss_by = |letter: &str| derivative("L", indexed(letter, number));
    let slope = call(prime("f"), numeral(&number::plain(layer.z, 4)));
    let formula = loss_by("z")
        .then("=", slope.then("·", loss_by("a")))
        .then("=", product.math(0).then("·", product.math(1)));
    Formula {
        label: text::formula_of_layer(number),
        math: product.end(formula),
    }
}

/// What weights and slopes contribute, in decades.
pub fn split_formula(layer: &LayerMeasures, number: usize) -> Formula {
    let parts = [layer.split.weights, layer.split.slopes];
    let sum = number::worked_decades(&parts, layer.gradient.log10_abs());
    let formula = indexed("log", 10)
        .then(" ", absolute(derivative("L", indexed("z", number))))
        .then("=", sum.math(0).then("+", sum.math(1)));
    Formula {
        label: text::FORMULA_OF_DECADES.read(),
        math: sum.end(formula),
    }
}
