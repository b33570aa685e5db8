//! What stands beside the pictures of `freeze`: the numbers, the sentence, the formulas, the legend.

use super::text::{self, Said};
use super::verdict::{self, Control, Fate, loss};
use super::{Look, Scene, names};
use crate::model::experiment::Outcome;
use crate::model::math::{Math, fraction, indexed, name, norm, numeral, partial};
use crate::model::optimiser::Rule;
use crate::model::training::Stride;
use crate::view::number;
use crate::view::{Look as KeyLook, *};

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let arms = || scene.arms().enumerate();
    let layer = |(arm, (look, outcome)): (usize, (&Look, &Outcome))| {
        let index = scene.free_layer(arm);
        let label = names::card_of_layer(look.letter, index + 1);
        if let Some(stop) = outcome.divergence {
            return Some(Readout {
                label,
                value: names::STOPPED.read(),
                note: names::at_step(stop.step),
                ink: Ink::Alarm,
                is_large: true,
            });
        }
        let first = outcome.layers.get(index)?;
        let of = verdict::steps(scene.plan, outcome, arm);
        Some(Readout {
            label,
            value: match of {
                0 if scene.step() > 0 => names::NONE_YET.read(),
                _ => number::plain(first.relative_change, 3),
            },
            note: names::moves(first, scene.step(), of),
            ink: look.ink,
            is_large: true,
        })
    };
    let loss = |(_, (look, outcome)): (usize, (&Look, &Outcome))| {
        let (_, losses) = outcome.losses.last()?;
        Some(Readout {
            label: names::card_of_loss(look.letter),
            value: spelled(losses.train),
            note: names::test_loss(&spelled(losses.test)),
            ink: look.ink,
            is_large: false,
        })
    };
    let layers = arms().filter_map(layer);
    layers.chain(arms().filter_map(loss)).collect()
}

pub fn summary(scene: &Scene) -> String {
    if scene.step() == 0 {
        return text::START.read();
    }
    let fate = |arm: usize| {
        let name = scene.looks[arm].said.as_str();
        (name, Fate::of(scene.plan, scene.report, arm))
    };
    let shallow = scene.report.shallow.as_ref();
    text::summary(&Said {
        step: scene.step(),
        arms: [fate(0), fate(1)],
        are_twins: verdict::are_twins(scene.plan),
        control: Control::of(scene.plan, scene.report),
        shallow: (scene.plan.shallow, shallow.map_or(f64::NAN, loss)),
        guess: scene.report.guess,
    })
}

/// A loss; where the numbers have run out of range there is none.
fn spelled(loss: f64) -> String {
    match loss.is_finite() {
        true => number::plain(loss, 3),
        false => names::NO_NUMBER.read(),
    }
}

/// The pace of the first layer that may move, at the step that is its median, with its numbers: for plain SGD a step is the learning rate times the gradient.
pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let one = |(arm, (look, outcome)): (usize, (&Look, &Outcome))| {
        let index = scene.free_layer(arm);
        let state = outcome
            .layers
            .get(index)
            .filter(|state| state.typical.0 > 0 && outcome.divergence.is_none())?;
        let (step, layer) = state.typical;
        let n = index + 1;
        let weights = || indexed("W", n);
        let change = Math::Prefix("Δ", Box::new(weights()));
        let symbols = fraction(norm(change), norm(weights()));
        let of = verdict::steps(scene.plan, outcome, arm);
        let label = names::formula_of_layer(look.letter, n, step, of);
        let stride = scene.plan.acting(arm, step).stride;
        let math = if scene.plan.rule != Rule::Sgd || stride != Stride::Raw {
            symbols.then("=", numeral(&number::plain(layer.relative_change, 3)))
        } else {
            let numbers = [
                scene.plan.learning_rate,
                layer.gradient_norm,
                layer.weight_norm,
            ];
            let worked =
                number::worked_plain(&numbers, layer.relative_change, 3, |x| x[0] * x[1] / x[2]);
            let slope = norm(partial(name("L")).then("/", partial(weights())));
            let pace = fraction(name("η").then("·", slope), norm(weights()));
            let product = worked.math(0).then("·", worked.math(1));
            let plugged = fraction(product, worked.math(2));
            worked.end(symbols.then("=", pace).then("=", plugged))
        };
        Some(Formula {
            label,
            math: Math::Display(Box::new(math)),
        })
    };
    scene.arms().enumerate().filter_map(one).collect()
}

/// What the strokes and shapes mean.
pub fn legend(scene: &Scene) -> Vec<Key> {
    let mut keys: Vec<Key> = scene
        .looks
        .iter()
        .enumerate()
        .map(|(arm, look)| {
            let point = KeyLook::Point {
                ink: look.ink,
                shape: look.shape,
                hollow: false,
            };
            Key::new(&look.name, point).called(["a", "b"][arm.min(1)])
        })
        .collect();
    if scene.report.shallow.is_some() {
        let name = names::shallow(scene.plan.shallow);
        keys.push(Key::stroke(&name, scene.looks[0].ink, Dash::Dashed).called("shallow"));
    }
    keys.push(Key::stroke(names::TRAIN, Ink::Text, Dash::Solid));
    keys.push(Key::stroke(names::TEST, Ink::Text, Dash::Dotted));
    keys
}
