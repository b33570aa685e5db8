//! Errands and replies as lists of numbers, which another thread can be sent.
//!
//! A list is read only by the build that wrote it; it is no format to keep.

mod reader;

use super::report::{LayerMoment, Outcome, Report};
use super::{Arm, Errand, Reply};
use crate::activation::Kind as ActivationKind;
use crate::dataset::Kind;
use crate::init::Init;
use crate::network::Address;
use crate::optimiser::Rule;
use crate::spelling::Spelled;
use crate::training::{Divergence, Origin, Stride};
use reader::Reader;
use std::error::Error;
use std::fmt;

/// The list is not one that this build wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsError;

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these words are not from this build")
    }
}

impl Error for WordsError {}

pub(super) fn write_errand(errand: &Errand) -> Vec<f64> {
    let Errand { plan, question } = errand;
    let mut words = Vec::new();
    write_rule(plan.rule, &mut words);
    let data = index_of(&Kind::ALL, |kind| *kind == plan.data);
    words.extend([data, plan.noise, plan.learning_rate]);
    words.extend([plan.depth, plan.width, plan.batch, plan.shallow].map(|n| n as f64));
    words.extend([plan.seed, plan.branch].map(|n| n as f64));
    for arm in &plan.arms {
        write_arm(arm, &mut words);
    }
    words.extend([question.step as f64, question.layer as f64]);
    words.push(f64::from(u8::from(question.plane)));
    words
}

pub(super) fn read_errand(words: &[f64]) -> Result<Errand, WordsError> {
    let mut reader = Reader(words);
    Ok(Errand {
        plan: reader.plan()?,
        question: reader.question()?,
    })
}

pub(super) fn write_reply(reply: &Reply) -> Vec<f64> {
    let mut words = vec![reply.reached as f64];
    if let Some(report) = &reply.report {
        write_report(report, &mut words);
    }
    words
}

pub(super) fn read_reply(words: &[f64]) -> Result<Reply, WordsError> {
    let (reached, report) = words.split_first().ok_or(WordsError)?;
    let report = match report {
        [] => None,
        words => Some(read_report(words)?),
    };
    Ok(Reply {
        reached: *reached as u64,
        report,
    })
}

fn write_rule(rule: Rule, words: &mut Vec<f64>) {
    words.push(index_of(&Rule::ALL, |known| known.id() == rule.id()));
    words.extend(rule.parameters().iter().map(|(_, value)| value));
}

fn write_arm(arm: &Arm, words: &mut Vec<f64>) {
    words.push(index_of(ActivationKind::ALL, |kind| {
        *kind == arm.activation.kind()
    }));
    let parameters = arm.activation.kind().parameters().iter();
    words.extend(parameters.filter_map(|p| arm.activation.parameter(p.id)));
    words.push(index_of(&Init::ALL, |known| known.id() == arm.init.id()));
    words.extend(arm.init.parameters().iter().map(|(_, value)| value));
    words.extend([arm.residual, arm.layer_norm].map(|on| f64::from(u8::from(on))));
    words.extend([arm.gain, arm.bias_std]);
    words.push(index_of(&Stride::ALL, |known| *known == arm.stride));
    words.push(arm.held as f64);
}

fn read_report(words: &[f64]) -> Result<Report, WordsError> {
    let mut reader = Reader(words);
    Ok(Report {
        question: reader.question()?,
        guess: reader.word()?,
        arms: [reader.outcome()?, reader.outcome()?],
        shallow: match reader.flag()? {
            true => Some(reader.outcome()?),
            false => None,
        },
    })
}

fn write_report(report: &Report, words: &mut Vec<f64>) {
    let question = report.question;
    words.extend([question.step as f64, question.layer as f64]);
    words.extend([f64::from(u8::from(question.plane)), report.guess]);
    for arm in &report.arms {
        write_outcome(arm, words);
    }
    words.push(f64::from(u8::from(report.shallow.is_some())));
    if let Some(shallow) = &report.shallow {
        write_outcome(shallow, words);
    }
}

fn write_outcome(arm: &Outcome, words: &mut Vec<f64>) {
    words.push(arm.steps as f64);
    write_divergence(arm.divergence, words);
    words.extend([arm.trace.len(), arm.layers.len()].map(|n| n as f64));
    for moment in &arm.trace {
        // No batch has a negative loss, so that one stands for none.
        words.extend([moment.step as f64, moment.batch_loss.unwrap_or(-1.0)]);
        for layer in &moment.layers {
            write_layer(layer, words);
        }
    }
    for layer in &arm.layers {
        let (step, moment) = &layer.typical;
        words.extend([layer.relative_change, layer.drift, *step as f64]);
        write_layer(moment, words);
    }
    for signal in &arm.signals {
        words.extend([signal.difference, signal.gradient]);
    }
    words.push(arm.losses.len() as f64);
    for (step, losses) in &arm.losses {
        words.extend([*step as f64, losses.train, losses.test]);
    }
    let spread = &arm.spread;
    words.extend([spread.from, spread.to, spread.lost as f64]);
    words.push(spread.counts.len() as f64);
    words.extend(spread.counts.iter().map(|count| *count as f64));
    let plane = &arm.plane;
    words.extend(plane.reach);
    words.extend([plane.columns, plane.values.len()].map(|n| n as f64));
    words.extend(&plane.values);
}

fn write_layer(layer: &LayerMoment, words: &mut Vec<f64>) {
    words.extend([
        layer.gradient_norm,
        layer.relative_change,
        layer.weight_norm,
    ]);
}

fn write_divergence(divergence: Option<Divergence>, words: &mut Vec<f64>) {
    let Some(divergence) = divergence else {
        return words.push(0.0);
    };
    words.push(divergence.step as f64);
    let unit = |tag: f64, layer: usize, unit: usize| [tag, layer as f64, unit as f64];
    match divergence.origin {
        Origin::Loss => words.push(0.0),
        Origin::PreActivation { layer, unit: u } => words.extend(unit(1.0, layer, u)),
        Origin::Activation { layer, unit: u } => words.extend(unit(2.0, layer, u)),
        Origin::Gradient(address) => {
            words.push(3.0);
            write_address(Some(address), words);
        }
        Origin::Update(address) => {
            words.push(4.0);
            write_address(Some(address), words);
        }
    }
    write_address(divergence.parameter, words);
}

/// Layer, unit and input; -1 for one that there is not.
fn write_address(address: Option<Address>, words: &mut Vec<f64>) {
    let number = |n: Option<usize>| n.map_or(-1.0, |n| n as f64);
    words.extend([
        number(address.map(|a| a.layer)),
        number(address.map(|a| a.unit)),
        number(address.and_then(|a| a.input)),
    ]);
}

fn index_of<T>(list: &[T], is_it: impl Fn(&T) -> bool) -> f64 {
    list.iter().position(is_it).map_or(-1.0, |n| n as f64)
}
