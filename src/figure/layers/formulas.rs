//! The formulas of `layers`, with the numbers of the layer that is looked at.

use super::{Scene, names};
use crate::model::math::{
    Math, call, fraction, index, indexed, name, norm, numeral, partial, power, prime, root,
};
use crate::model::scaled::Scaled;
use crate::view::number;
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
    let [measured, expected] = [measured, expected].map(|std| numeral(&number::plain(std, 3)));
    let letter = match scene.is_fed_the_sums() {
        true => name("z"),
        false => Math::Hat(Box::new(name("z"))),
    };
    let spread = call(name("std"), index(letter, numeral(&n.to_string())));
    let theory = root(indexed("q", n)).then("=", expected);
    Some(Formula {
        label: names::formula_of_spread(n, scene.is_fed_the_sums()),
        math: spread.then("=", measured).then(",", theory),
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
    let mean = Math::Fence(["[", "]"], Box::new(power(prime("f"), numeral("2"))));
    let letters = whole(
        plan.residual,
        [name("g"), call(name("E"), mean)],
        plan.layer_norm.then(|| name("var").then(" ", name("z"))),
    );
    let numbers = whole(
        plan.residual,
        [worked.math(0), worked.math(1)],
        plan.layer_norm.then(|| worked.math(2)),
    );
    Some(Formula {
        label: names::formula_of_factor(n),
        math: worked.end(letters.then("=", numbers)),
    })
}

/// The root of the gain's square times the mean square of the slopes, with what the plan adds to it and divides it by.
fn whole(residual: bool, [gain, slopes]: [Math; 2], divisor: Option<Math>) -> Math {
    let product = power(gain, numeral("2")).then("·", slopes);
    let part = match divisor {
        Some(divisor) => fraction(product, divisor),
        None => product,
    };
    root(match residual {
        true => numeral("1").then("+", part),
        false => part,
    })
}

/// How the first layer's share is made of the layers' factors.
fn share(scene: &Scene) -> Option<Formula> {
    let share = scene.measured_share();
    let factor = scene.per_layer(share);
    if !factor.is_finite() || !share.is_finite() {
        return None;
    }
    let steps = scene.plan().depth - 1;
    let size = |log10: f64| Scaled::from_logarithm(1.0, log10 * std::f64::consts::LN_10);
    let worked = number::worked(&[Scaled::new(factor)], size(share), 3, |factor| {
        size(steps as f64 * factor[0].log10_abs())
    });
    let length = |layer: usize| {
        let slope = partial(name("L")).then("/", partial(indexed("z", layer)));
        norm(slope)
    };
    let ratio = fraction(length(1), length(scene.plan().depth));
    let repeated = power(worked.math(0), numeral(&steps.to_string()));
    Some(Formula {
        label: names::FORMULA_OF_SHARE.read(),
        math: worked.end(ratio.then("=", repeated)),
    })
}
