//! The sentences of `freeze` in English.

use super::super::names::{first_steps, hidden, layers_from};
use super::super::verdict::{Control, Fate, Learning, Motion};
use super::Said;
use crate::model::network::Address;
use crate::model::training::{Divergence, Origin};
use crate::view::number::{self, capitalised};

/// Before the first step.
pub const START: &str = "Before the first step nothing has moved: all networks have the same points and the same random numbers. Press Play.";

/// What is said while an answer is worked out.
pub fn progress(reached: u64, wanted: u64) -> String {
    if reached == wanted {
        return format!("Looking at all networks after step {wanted}.");
    }
    format!("Computing: step {reached} of {wanted}.")
}

pub fn summary(said: &Said) -> String {
    let [(a, of_a), (b, of_b)] = &said.arms;
    let first = fate(a, of_a, said.guess);
    let second = match said.are_twins {
        true => format!("{b} is set like A, and does the same."),
        false => capitalised(&fate(b, of_b, said.guess)),
    };
    let steps = match said.step {
        1 => "one step".to_owned(),
        some => format!("{some} steps"),
    };
    let mut text = format!("After {steps}, {first} {second}");
    if let Some(control) = control(said) {
        text.push(' ');
        text.push_str(&control);
    }
    text
}

/// What the shallow network says about the depth of A.
fn control(said: &Said) -> Option<String> {
    let (layers, loss) = said.shallow;
    let of = hidden(layers);
    let loss = number::plain(loss, 2);
    Some(match said.control {
        Control::None => return None,
        Control::Depth => {
            format!(
                "A with {of} learns it by then (loss {loss}): it is the depth that holds A back."
            )
        }
        Control::DepthAndHeld => format!(
            "A with {of}, none of them held, learns it by then (loss {loss}): two things differ, so depth is not shown to be the cause."
        ),
        Control::Neither => format!(
            "A with {of} has not learned by then either (loss {loss}): so depth is not shown to be the cause."
        ),
        Control::Both => format!("A with {of} learns too (loss {loss})."),
        Control::OnlyDeep => {
            format!("A with {of} has not learned by then (loss {loss}): here depth helps.")
        }
    })
}

/// What has become of one network.
fn fate(name: &str, fate: &Fate, guess: f64) -> String {
    let loss = number::plain(fate.loss, 2);
    let guess = number::plain(guess, 2);
    let held = held(fate.motion);
    let unseen = fate.unseen.map_or(String::new(), |test| {
        let test = number::plain(test, 2);
        format!("; on points that it has not seen it is worse than guessing ({test})")
    });
    match fate.learning {
        Learning::Stopped(stop) => stopped(name, &stop),
        _ if fate.of == 0 => format!(
            "{name} has just branched off and has taken no step of its own: its loss is {loss}, that of guessing {guess}."
        ),
        Learning::Lost => {
            format!("{name} is about to run out of range: its loss is no longer a number.")
        }
        Learning::Learned => format!("{name} has learned its task (loss {loss}){held}{unseen}."),
        Learning::Learns => {
            format!("{name} learns: its loss is {loss}, that of guessing {guess}{held}{unseen}.")
        }
        Learning::Worse => format!(
            "{name} learns nothing: its loss is {loss}, worse than guessing ({guess}){}.",
            layers(fate)
        ),
        Learning::Nothing if fate.motion.is_still() => format!(
            "{name} stands still in every layer{} and learns nothing: its loss is {loss}, that of guessing {guess}{held}.",
            first_steps(fate.of)
        ),
        Learning::Nothing => format!(
            "{name} moves and learns nothing: its loss is {loss}, that of guessing {guess}{}.",
            layers(fate)
        ),
    }
}

/// A network that learns, learns without the layers that are held.
fn held(motion: Motion) -> String {
    match motion.held {
        0 => String::new(),
        some => format!(
            ", and {} held as chance made {}",
            up_to(1, some),
            them(some)
        ),
    }
}

/// Which layers are held, frozen and thrashing, in a network that learns nothing.
fn layers(fate: &Fate) -> String {
    let motion = fate.motion;
    let mut text = held(motion);
    let first = motion.held + 1;
    if motion.frozen > 0 {
        let pace = match fate.first {
            0.0 if fate.of == 1 => "does not move".to_owned(),
            0.0 => "does not move in a typical step".to_owned(),
            pace => format!("moves by {} of its size per step", number::plain(pace, 2)),
        };
        let whose = match motion.frozen {
            1 => ": it".to_owned(),
            _ => format!(", layer {first}"),
        };
        text.push_str(&format!(
            "; {} frozen{}{whose} {pace}",
            up_to(first, motion.held + motion.frozen),
            first_steps(fate.of)
        ));
    }
    let step = match fate.of {
        1 => "this step",
        _ => "a typical step",
    };
    match motion.thrashing {
        0 => {}
        1 => text.push_str(&format!(
            "; one layer thrashes: {step} replaces a tenth of it or more"
        )),
        some => text.push_str(&format!(
            "; {some} layers thrash: {step} replaces a tenth of each or more"
        )),
    }
    text
}

/// `layer 1 is`, `layers 1 and 2 are`, `layers 1 to 4 are`.
fn up_to(first: usize, last: usize) -> String {
    let is = if first == last { "is" } else { "are" };
    format!("{} {is}", layers_from(first, last))
}

fn them(count: usize) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

fn stopped(name: &str, stop: &Divergence) -> String {
    let lost = stop
        .parameter
        .filter(|lost| stop.origin != Origin::Update(*lost));
    let lost = lost.map_or(String::new(), |lost| {
        format!(", and with it {}", address(lost))
    });
    format!(
        "{name} has stopped: at step {} its numbers ran out of range, first {}{lost}.",
        stop.step,
        origin(stop.origin)
    )
}

/// The number that was the first out of range.
fn origin(origin: Origin) -> String {
    match origin {
        Origin::PreActivation { layer, unit } => {
            format!("z of unit {} in layer {}", unit + 1, layer + 1)
        }
        Origin::Activation { layer, unit } => {
            format!("a of unit {} in layer {}", unit + 1, layer + 1)
        }
        Origin::Loss => "the loss".to_owned(),
        Origin::Gradient(of) => format!("the gradient of {}", address(of)),
        Origin::Update(of) => address(of),
    }
}

/// A weight of a unit, or its bias.
fn address(Address { layer, unit, input }: Address) -> String {
    let what = match input {
        Some(input) => format!("weight {}", input + 1),
        None => "the bias".to_owned(),
    };
    format!("{what} of unit {} in layer {}", unit + 1, layer + 1)
}
