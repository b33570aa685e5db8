//! What `freeze` says: the numbers beside the pictures, the sentence, the formulas.

use super::super::number::{self, capitalised};
use super::super::view::{Look as KeyLook, *};
use super::state::{LEARNED, Pace};
use super::{Look, Scene};
use crate::model::experiment::{LayerState, Outcome};
use crate::model::optimiser::Rule;
use crate::model::training::Origin;

/// What is said while an answer is worked out.
pub fn progress(reached: u64, wanted: u64) -> String {
    if reached == wanted {
        return format!("Looking at both networks after step {wanted}.");
    }
    format!("Computing: step {reached} of {wanted}.")
}

pub fn readouts(scene: &Scene) -> Vec<Readout> {
    let layer = |(look, outcome): (&Look, &Outcome)| {
        if let Some(stop) = outcome.divergence {
            return Some(Readout {
                label: format!("{}, layer 1, per step", look.letter),
                value: "stopped".to_owned(),
                note: format!("at step {}", stop.step),
                ink: Ink::Alarm,
            });
        }
        let first = outcome.layers.first()?;
        let moves = number::percent(libm::log10(first.relative_change));
        Some(Readout {
            label: format!("{}, layer 1, per step", look.letter),
            value: moves,
            note: format!(
                "{}; in all it has moved by {} of its size",
                pace(first, scene.step()),
                number::percent(libm::log10(first.drift))
            ),
            ink: look.ink,
        })
    };
    let loss = |(look, outcome): (&Look, &Outcome)| {
        let (_, losses) = outcome.losses.last()?;
        Some(Readout {
            label: format!("{}, loss", look.letter),
            value: number::plain(losses.train, 3),
            note: format!("on the test points {}", number::plain(losses.test, 3)),
            ink: look.ink,
        })
    };
    let layers = scene.arms().filter_map(layer);
    layers.chain(scene.arms().filter_map(loss)).collect()
}

fn pace(layer: &LayerState, step: u64) -> &'static str {
    if step == 0 {
        return "at rest";
    }
    Pace::of(layer.relative_change).word()
}

pub fn summary(scene: &Scene) -> String {
    if scene.step() == 0 {
        return "Before the first step nothing has moved: both networks have the same points and the same random numbers. Press Play.".to_owned();
    }
    let [a, b] = &scene.report.arms;
    let [of_a, of_b] = &scene.looks;
    format!(
        "After {} steps, {} {}",
        scene.step(),
        verdict(of_a, a),
        capitalised(&verdict(of_b, b))
    )
}

/// One sentence on one network.
fn verdict(look: &Look, outcome: &Outcome) -> String {
    let name = &look.said;
    if let Some(stop) = outcome.divergence {
        let lost = stop
            .parameter
            .filter(|lost| stop.origin != Origin::Update(*lost));
        let lost = lost.map_or(String::new(), |lost| format!(", and with it {lost}"));
        return format!(
            "{name} has stopped: at step {} its numbers ran out of range, first {}{lost}.",
            stop.step, stop.origin
        );
    }
    let loss = outcome
        .losses
        .last()
        .map_or(f64::NAN, |losses| losses.1.train);
    let paces: Vec<Pace> = outcome
        .layers
        .iter()
        .map(|layer| Pace::of(layer.relative_change))
        .collect();
    let frozen = paces
        .iter()
        .take_while(|pace| **pace == Pace::Frozen)
        .count();
    let thrashing = paces
        .iter()
        .filter(|pace| **pace == Pace::Thrashing)
        .count();
    match (frozen, thrashing) {
        _ if loss < LEARNED => format!(
            "{name} has learned its task (loss {}).",
            number::plain(loss, 2)
        ),
        (0, 0) => format!("{name} learns in every layer."),
        (0, some) => format!(
            "{name} thrashes: {} replaced by a tenth or more in every step.",
            layers(some)
        ),
        (all, _) if all == paces.len() => format!("{name} is frozen as a whole."),
        (some, _) => {
            let first = outcome
                .layers
                .first()
                .map_or(0.0, |layer| layer.relative_change);
            format!(
                "in {name} {} frozen: layer 1 moves by {} of its size per step{}.",
                match some {
                    1 => "layer 1 is".to_owned(),
                    _ => format!("layers 1 to {some} are"),
                },
                number::percent(libm::log10(first)),
                match paces.last() {
                    Some(Pace::Learning) if some + 1 == paces.len() => {
                        ", while the output layer learns"
                    }
                    Some(Pace::Learning) => ", while the last layers learn",
                    _ => "",
                }
            )
        }
    }
}

fn layers(count: usize) -> String {
    match count {
        1 => "one layer is".to_owned(),
        _ => format!("{count} layers are"),
    }
}

/// The pace of layer 1 with its numbers: for SGD a step is the learning rate times the gradient.
pub fn formulas(scene: &Scene) -> Vec<Formula> {
    let one = |(look, outcome): (&Look, &Outcome)| {
        let state = outcome
            .layers
            .first()
            .filter(|_| outcome.steps > 0 && outcome.divergence.is_none())?;
        let layer = state.last;
        let ratio = number::plain(layer.relative_change, 3);
        let symbols = "<mfrac><mrow><mo>‖</mo><mi>Δ</mi><msub><mi>W</mi><mn>1</mn></msub><mo>‖</mo></mrow><mrow><mo>‖</mo><msub><mi>W</mi><mn>1</mn></msub><mo>‖</mo></mrow></mfrac>";
        let label = format!("{}, layer 1 at step {}", look.letter, outcome.steps);
        if scene.plan.rule != Rule::Sgd {
            return Some(Formula {
                label,
                mathml: format!(
                    "<math displaystyle=\"true\">{symbols}<mo>=</mo><mn>{ratio}</mn></math>"
                ),
                text: format!("‖ΔW1‖/‖W1‖ = {ratio}"),
            });
        }
        let [rate, slope, norm] = [
            scene.plan.learning_rate,
            layer.gradient_norm,
            state.weight_norm,
        ]
        .map(|x| number::plain(x, 3));
        Some(Formula {
            label,
            mathml: format!(
                "<math displaystyle=\"true\">{symbols}<mo>=</mo><mfrac><mrow><mi>η</mi><mo>·</mo><mo>‖</mo><mo>∂</mo><mi>L</mi><mo>/</mo><mo>∂</mo><msub><mi>W</mi><mn>1</mn></msub><mo>‖</mo></mrow><mrow><mo>‖</mo><msub><mi>W</mi><mn>1</mn></msub><mo>‖</mo></mrow></mfrac><mo>=</mo><mfrac><mrow><mn>{rate}</mn><mo>·</mo><mn>{slope}</mn></mrow><mn>{norm}</mn></mfrac><mo>=</mo><mn>{ratio}</mn></math>"
            ),
            text: format!("‖ΔW1‖/‖W1‖ = η·‖∂L/∂W1‖/‖W1‖ = {rate}·{slope}/{norm} = {ratio}"),
        })
    };
    scene.arms().filter_map(one).collect()
}

/// What the strokes and shapes mean.
pub fn legend(scene: &Scene) -> Vec<Key> {
    let mut keys: Vec<Key> = scene
        .looks
        .iter()
        .map(|look| Key {
            name: look.name.clone(),
            look: KeyLook::Point {
                ink: look.ink,
                shape: look.shape,
                hollow: false,
            },
        })
        .collect();
    keys.push(Key::stroke("train", Ink::Text, Dash::Solid));
    keys.push(Key::stroke("test", Ink::Text, Dash::Dotted));
    keys
}
