//! The formulas of `layers`, with the numbers of the layer that is looked at.

use super::Scene;
use crate::model::scaled::Scaled;
use crate::view::number::{self, Worked};
use crate::view::*;

pub fn formulas(scene: &Scene) -> Vec<Formula> {
    [spread(scene), factor(scene), share(scene)]
        .into_iter()
        .flatten()
        .collect()
}

/// How widely what the activation is fed is spread, measured and expected.
fn spread(scene: &Scene) -> Option<Formula> {
    let measured = scene.spread().layers().get(scene.layer)?.z_moments().std;
    let expected = scene.answer.expected.get(scene.layer)?.q.sqrt();
    if !measured.is_finite() || !expected.is_finite() {
        return None;
    }
    let n = scene.layer + 1;
    let (measured, expected) = (number::plain(measured, 3), number::plain(expected, 3));
    let (what, symbol, letter) = match scene.is_fed_the_sums() {
        true => ("z", "<mi>z</mi>", "z"),
        false => (
            "the normalised z",
            "<mover><mi>z</mi><mo>^</mo></mover>",
            "ẑ",
        ),
    };
    Some(Formula {
        label: format!("Layer {n}: the spread of {what}, measured, and √q in theory"),
        mathml: format!(
            "<math><mi>std</mi><mo stretchy=\"false\">(</mo><msub>{symbol}<mn>{n}</mn></msub><mo stretchy=\"false\">)</mo><mo>=</mo><mn>{measured}</mn><mo>,</mo><msqrt><msub><mi>q</mi><mn>{n}</mn></msub></msqrt><mo>=</mo><mn>{expected}</mn></math>"
        ),
        text: format!("std({letter}_{n}) = {measured}, √q_{n} = {expected}"),
    })
}

/// The theory's factor of a layer: of ‖∂L/∂z‖, or in a residual network of ‖∂L/∂a‖.
fn factor(scene: &Scene) -> Option<Formula> {
    let plan = scene.plan();
    let here = scene.answer.expected.get(scene.layer)?;
    let carried = if plan.residual { 1.0 } else { 0.0 };
    let square = carried + plan.gain * plan.gain * here.slope_square / here.divisor;
    if !square.is_finite() {
        return None;
    }
    let n = scene.layer + 1;
    let factors = [plan.gain, here.slope_square, here.divisor];
    let worked = number::worked_plain(&factors, square.sqrt(), 3, |x| {
        (carried + x[0] * x[0] * x[1] / x[2]).sqrt()
    });
    let [gain, slopes, divisor] = [0, 1, 2].map(|index| worked.numbers[index].as_str());
    let (one, over, by) = match (plan.residual, plan.layer_norm) {
        (false, false) => ("", "", String::new()),
        (false, true) => ("", "/var z", format!("/{divisor}")),
        (true, false) => ("1 + ", "", String::new()),
        (true, true) => ("1 + ", "/var z", format!("/{divisor}")),
    };
    Some(Formula {
        label: format!("Layer {n}, in theory: by what it multiplies the gradient"),
        mathml: mathml(
            plan.residual,
            plan.layer_norm,
            [gain, slopes, divisor],
            &worked,
        ),
        text: format!(
            "√({one}g²·E[f′²]{over}) = √({one}{gain}²·{slopes}{by}) {} {}",
            worked.sign, worked.result
        ),
    })
}

fn mathml(
    residual: bool,
    layer_norm: bool,
    [gain, slopes, divisor]: [&str; 3],
    worked: &Worked,
) -> String {
    let (sign, root) = (worked.sign, &worked.result);
    let one = if residual { "<mn>1</mn><mo>+</mo>" } else { "" };
    let over = |top: String, bottom: &str| match layer_norm {
        true => format!("<mfrac><mrow>{top}</mrow><mrow>{bottom}</mrow></mfrac>"),
        false => top,
    };
    let letters = over(
        "<msup><mi>g</mi><mn>2</mn></msup><mo>·</mo><mi>E</mi><mo stretchy=\"false\">[</mo><msup><mrow><mi>f</mi><mo>′</mo></mrow><mn>2</mn></msup><mo stretchy=\"false\">]</mo>".to_owned(),
        "<mi>var</mi><mi>z</mi>",
    );
    let numbers = over(
        format!("<msup><mn>{gain}</mn><mn>2</mn></msup><mo>·</mo><mn>{slopes}</mn>"),
        &format!("<mn>{divisor}</mn>"),
    );
    format!(
        "<math><msqrt><mrow>{one}{letters}</mrow></msqrt><mo>=</mo><msqrt><mrow>{one}{numbers}</mrow></msqrt><mo>{sign}</mo><mn>{root}</mn></math>"
    )
}

/// How the first layer's share is made of the layers' factors.
fn share(scene: &Scene) -> Option<Formula> {
    let share = scene.measured_share();
    let factor = scene.per_layer(share);
    if !factor.is_finite() || !share.is_finite() {
        return None;
    }
    let steps = scene.plan().depth - 1;
    let power = |log10: f64| Scaled::from_logarithm(1.0, log10 * std::f64::consts::LN_10);
    let worked = number::worked(&[Scaled::new(factor)], power(share), 3, |factor| {
        power(steps as f64 * factor[0].log10_abs())
    });
    let (factor, sign, share) = (&worked.numbers[0], worked.sign, &worked.result);
    let norm = |index: &str| {
        format!(
            "<mo>‖</mo><mo>∂</mo><mi>L</mi><mo>/</mo><mo>∂</mo><msub><mi>z</mi><mn>{index}</mn></msub><mo>‖</mo>"
        )
    };
    let last = scene.plan().depth.to_string();
    Some(Formula {
        label: "Measured: the first layer’s share is the factor per layer, again and again"
            .to_owned(),
        mathml: format!(
            "<math><mfrac><mrow>{}</mrow><mrow>{}</mrow></mfrac><mo>=</mo><msup><mn>{factor}</mn><mn>{steps}</mn></msup><mo>{sign}</mo><mn>{share}</mn></math>",
            norm("1"),
            norm(&last),
        ),
        text: format!("‖∂L/∂z_1‖ / ‖∂L/∂z_{last}‖ = {factor}^{steps} {sign} {share}"),
    })
}
