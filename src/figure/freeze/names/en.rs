//! What stands in the pictures of `freeze` and beside them, in English.

use super::super::super::learning::{LEARNED, LEARNS};
use super::super::super::text::short;
use super::super::state::{FROZEN, GUIDE, Pace, THRASHING};
use super::Trait;
use crate::model::activation::Kind;
use crate::model::experiment::LayerState;
use crate::view::number;

pub const USUAL: &str = "usual";
pub const NOTHING_MOVED: &str = "nothing has moved yet";
pub const METER: &str = "How far a step moves each layer";
pub const PER_STEP: &str = "‖ΔW‖/‖W‖ per step";
pub const STEP: &str = "step";
pub const SHALLOW: &str = "A, shallow";
pub const OUTPUT_LAYER: &str = "output layer";
pub const BRANCHES_OFF: &str = "B branches off";
pub const LEANING: &str = "leaning towards class 1";
pub const TRAINING_POINTS: &str = "training points";
pub const HOW_OFTEN: &str = "how often";
pub const NO_NUMBERS: &str = "no numbers any more";
pub const TRAIN: &str = "train";
pub const TEST: &str = "test";
pub const STOPPED: &str = "stopped";
pub const NONE_YET: &str = "none yet";
pub const NO_NUMBER: &str = "no number";

pub fn described(activation: Kind, traits: &[Trait]) -> String {
    let own = |x: f64| number::marked(x.to_string());
    let said = |it: &Trait| match it {
        Trait::Residual => "residual".to_owned(),
        Trait::LayerNorm => "layer norm".to_owned(),
        Trait::EqualSteps => "equal steps".to_owned(),
        Trait::Start(start) => format!("{start} start"),
        Trait::Gain(gain) => format!("gain {}", own(*gain)),
        Trait::Biases(std) => format!("biases ±{}", own(*std)),
    };
    let parts: Vec<String> = [short(activation)]
        .into_iter()
        .chain(traits.iter().map(said))
        .collect();
    parts.join(", ")
}

pub fn network(letter: &str, described: &str, held: usize) -> String {
    match held {
        0 => format!("{letter}: {described}"),
        some => format!("{letter}: {described}, {} held", layers_from(1, some)),
    }
}

pub fn said(letter: &str, described: &str) -> String {
    format!("{letter} ({described})")
}

pub fn pace(pace: Pace) -> String {
    match pace {
        Pace::Frozen => "frozen",
        Pace::Moving => "moving",
        Pace::Thrashing => "thrashing",
    }
    .to_owned()
}

pub fn step(share: &str, pace: Pace) -> String {
    format!("{share}, {}", self::pace(pace))
}

pub fn no_step(zero: &str) -> String {
    format!("{zero}, at rest")
}

pub fn layer(number: usize) -> String {
    format!("layer {number}")
}

pub fn layers_from(first: usize, last: usize) -> String {
    match last.saturating_sub(first) {
        0 => format!("layer {first}"),
        1 => format!("layers {first} and {last}"),
        _ => format!("layers {first} to {last}"),
    }
}

pub fn hidden(layers: usize) -> String {
    match layers {
        1 => "one hidden layer".to_owned(),
        _ => format!("{layers} hidden layers"),
    }
}

pub fn first_steps(of: usize) -> String {
    match of {
        1 => " in its first step".to_owned(),
        some if some < LayerState::WINDOW => format!(" in its first {some} steps"),
        _ => String::new(),
    }
}

pub fn still(letter: &str) -> String {
    format!("{letter}: exactly 0")
}

pub fn on_training(name: &str) -> String {
    format!("{name}, train")
}

pub fn on_test(name: &str) -> String {
    format!("{name}, test")
}

pub fn training_of(letter: &str) -> String {
    format!("{letter} train")
}

pub fn shallow(layers: usize) -> String {
    format!("A with {}", hidden(layers))
}

pub fn training_of_shallow(layers: usize) -> String {
    format!("A with {}, train", hidden(layers))
}

pub fn gradients(letter: &str) -> String {
    format!("{letter}: gradient of each layer")
}

pub fn median_gradient(window: usize) -> String {
    format!("‖∂L/∂W‖, median of up to {window} steps")
}

pub fn has_stopped(letter: &str) -> String {
    format!("{letter} stopped")
}

pub fn class(number: usize) -> String {
    format!("class {number}")
}

pub fn boundary(letter: &str) -> String {
    format!("{letter}: which class it sees where")
}

pub fn curve(letter: &str) -> String {
    format!("{letter}: its curve")
}

pub fn given(letter: &str, layer: usize) -> String {
    format!("{letter}: what layer {layer} is given")
}

pub fn signal(letter: &str) -> String {
    format!("{letter}: what arrives, forwards and backwards")
}

pub fn card_of_layer(letter: &str, layer: usize) -> String {
    format!("{letter}, layer {layer}, median step")
}

pub fn at_step(step: u64) -> String {
    format!("at step {step}")
}

pub fn card_of_loss(letter: &str) -> String {
    format!("{letter}, loss")
}

pub fn test_loss(loss: &str) -> String {
    format!("on the test points {loss}")
}

/// `frozen; all steps together have moved it by 2 % of its size`.
pub fn moves(layer: &LayerState, step: u64, of: usize) -> String {
    if step == 0 {
        return "at rest".to_owned();
    }
    if of == 0 {
        return "B has just branched off".to_owned();
    }
    let word = pace(Pace::of(layer.relative_change));
    let word = format!("{word}{}", first_steps(of));
    if !layer.drift.is_finite() {
        return format!("{word}; it began at 0");
    }
    if layer.drift == 0.0 {
        return format!("{word}; all steps together have not moved it");
    }
    let drift = number::percent(libm::log10(layer.drift));
    let of = match layer.drift > 1.0 && !drift.ends_with('%') {
        true => "times",
        false => "of",
    };
    format!("{word}; all steps together have moved it by {drift} {of} its size")
}

pub fn formula_of_layer(letter: &str, layer: usize, step: u64, of: usize) -> String {
    let median = match of {
        1 => String::new(),
        some if some < LayerState::WINDOW => format!(", the median of its first {some}"),
        some => format!(", the median of the last {some}"),
    };
    format!("{letter}, layer {layer} at step {step}{median}")
}

pub fn columns() -> [String; 3] {
    ["word", "by numbers", "meaning"].map(str::to_owned)
}

pub fn words() -> Vec<[String; 3]> {
    let [frozen, thrashing, guide] =
        [FROZEN, THRASHING, GUIDE].map(|limit| number::plain(limit, 2));
    let [learns, learned] = [LEARNS, LEARNED].map(|part| number::percent(libm::log10(part)));
    let pace = format!(
        "‖ΔW‖/‖W‖ per step, median of its last {} steps,",
        LayerState::WINDOW
    );
    vec![
        [
            "a layer is frozen".to_owned(),
            format!("{pace} below {frozen}"),
            "a thousand steps straight ahead would move it by a hundredth of its size".to_owned(),
        ],
        [
            "a layer moves".to_owned(),
            format!("{pace} up to {thrashing}"),
            format!("around {guide}, the dashed line, is usual in training that goes well"),
        ],
        [
            "a layer thrashes".to_owned(),
            format!("{pace} above {thrashing}"),
            "a typical step replaces a tenth of it or more".to_owned(),
        ],
        [
            "the loss of guessing".to_owned(),
            "that of the best constant answer".to_owned(),
            "what one loses who knows how often each answer is right, and nothing of the point"
                .to_owned(),
        ],
        [
            "a network learns".to_owned(),
            format!("loss below {learns} of that of guessing"),
            "it has found out something about the points".to_owned(),
        ],
        [
            "a network moves and learns nothing".to_owned(),
            format!("a layer moves, the loss is not below {learns} of that of guessing"),
            "its weights go somewhere, and it is no wiser for it".to_owned(),
        ],
        [
            "a network has learned".to_owned(),
            format!("loss below {learned} of that of guessing"),
            "standing still is no fault then".to_owned(),
        ],
    ]
}

pub fn equal_steps_held(half: usize) -> String {
    format!("B = A, equal steps, {} held", first_half(half))
}

pub fn relu_held(half: usize) -> String {
    format!("B = A with ReLU, {} held", first_half(half))
}

fn first_half(half: usize) -> String {
    match half {
        0 | 1 => "layer 1".to_owned(),
        2 => "1 and 2".to_owned(),
        half => format!("1 to {half}"),
    }
}

pub fn branch_at(step: u64) -> String {
    format!("Branch B off at step {step}")
}
