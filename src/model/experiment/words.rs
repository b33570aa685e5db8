//! Plans, questions and reports as lists of numbers, so that another thread, which shares no memory with this one, can do the work.
//!
//! A list is read only by the build that wrote it; it is no format to keep.

use super::report::{Histogram, LayerMoment, LayerState, Moment, Outcome, Plane, Report};
use super::{Arm, Experiment, Plan, Question};
use crate::model::activation::{Activation, Kind as ActivationKind};
use crate::model::dataset::Kind;
use crate::model::init::Init;
use crate::model::network::Address;
use crate::model::optimiser::Rule;
use crate::model::training::{Divergence, Losses, Origin};
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

/// A plan with a question about it.
pub fn request_words(plan: &Plan, question: Question) -> Vec<f64> {
    let mut words = Vec::new();
    let rule = index_of(&Rule::ALL, |rule| rule.id() == plan.rule.id());
    let data = index_of(&Kind::ALL, |kind| *kind == plan.data);
    words.extend([rule, data, plan.noise, plan.learning_rate]);
    words.extend([plan.depth, plan.width, plan.batch].map(|n| n as f64));
    words.extend([plan.seed, plan.branch].map(|n| n as f64));
    for arm in &plan.arms {
        words.push(index_of(ActivationKind::ALL, |kind| {
            *kind == arm.activation.kind()
        }));
        let parameters = arm.activation.kind().parameters().iter();
        words.extend(parameters.filter_map(|p| arm.activation.parameter(p.id)));
        words.push(index_of(&Init::ALL, |init| *init == arm.init));
        words.extend([arm.residual, arm.layer_norm].map(|on| f64::from(u8::from(on))));
    }
    words.extend([question.step as f64, question.layer as f64]);
    words.push(f64::from(u8::from(question.plane)));
    words
}

/// Works on a request, with what earlier requests left in `state`, until the answer is complete or `is_over`.
///
/// The reply begins with the number of steps that both runs have reached; the report follows when it is complete.
///
/// # Errors
/// [`WordsError`] if the request is not from [`request_words`].
pub fn answer_words(
    state: &mut Option<Experiment>,
    request: &[f64],
    is_over: &dyn Fn() -> bool,
) -> Result<Vec<f64>, WordsError> {
    let mut reader = Reader(request);
    let plan = reader.plan()?;
    let question = reader.question()?;
    let kept = state.take().filter(|kept| *kept.plan() == plan);
    let experiment = match kept {
        Some(kept) => state.insert(kept),
        None => state.insert(Experiment::new(plan).map_err(|_| WordsError)?),
    };
    let report = experiment.answer(question, is_over).map(write_report);
    let mut words = vec![experiment.reached() as f64];
    words.extend(report.unwrap_or_default());
    Ok(words)
}

/// The report of a reply, without the word before it.
///
/// # Errors
/// [`WordsError`] if it is not from [`answer_words`].
pub fn read_report(words: &[f64]) -> Result<Report, WordsError> {
    let mut reader = Reader(words);
    Ok(Report {
        question: reader.question()?,
        arms: [reader.outcome()?, reader.outcome()?],
    })
}

fn write_report(report: &Report) -> Vec<f64> {
    let question = report.question;
    let mut words = vec![question.step as f64, question.layer as f64];
    words.push(f64::from(u8::from(question.plane)));
    for arm in &report.arms {
        write_outcome(arm, &mut words);
    }
    words
}

fn write_outcome(arm: &Outcome, words: &mut Vec<f64>) {
    words.push(arm.steps as f64);
    write_divergence(arm.divergence, words);
    words.extend([arm.trace.len(), arm.layers.len()].map(|n| n as f64));
    for moment in &arm.trace {
        // No batch has a negative loss, so that one stands for none.
        words.extend([moment.step as f64, moment.batch_loss.unwrap_or(-1.0)]);
        for layer in &moment.layers {
            words.extend([layer.gradient_norm, layer.relative_change]);
        }
    }
    for layer in &arm.layers {
        words.push(layer.relative_change);
        words.extend([layer.last.gradient_norm, layer.last.relative_change]);
        words.extend([layer.weight_norm, layer.drift]);
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

/// What is left to read.
struct Reader<'a>(&'a [f64]);

impl Reader<'_> {
    fn word(&mut self) -> Result<f64, WordsError> {
        let (first, rest) = self.0.split_first().ok_or(WordsError)?;
        self.0 = rest;
        Ok(*first)
    }

    fn count(&mut self) -> Result<usize, WordsError> {
        self.optional()?.ok_or(WordsError)
    }

    /// A whole number, or -1 for none.
    fn optional(&mut self) -> Result<Option<usize>, WordsError> {
        match self.word()? {
            -1.0 => Ok(None),
            x if x >= 0.0 && x <= f64::from(u32::MAX) => Ok(Some(x as usize)),
            _ => Err(WordsError),
        }
    }

    fn flag(&mut self) -> Result<bool, WordsError> {
        Ok(self.word()? != 0.0)
    }

    fn many<T>(
        &mut self,
        count: usize,
        read: impl Fn(&mut Self) -> Result<T, WordsError>,
    ) -> Result<Vec<T>, WordsError> {
        // Every item takes at least a word: a count that is not from this build is noticed before room is made for it.
        if count > self.0.len() {
            return Err(WordsError);
        }
        (0..count).map(|_| read(self)).collect()
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> Result<T, WordsError> {
        list.get(self.count()?).copied().ok_or(WordsError)
    }

    fn plan(&mut self) -> Result<Plan, WordsError> {
        Ok(Plan {
            rule: self.one_of(&Rule::ALL)?,
            data: self.one_of(&Kind::ALL)?,
            noise: self.word()?,
            learning_rate: self.word()?,
            depth: self.count()?,
            width: self.count()?,
            batch: self.count()?,
            seed: self.count()? as u64,
            branch: self.count()? as u64,
            arms: [self.arm()?, self.arm()?],
        })
    }

    fn arm(&mut self) -> Result<Arm, WordsError> {
        let kind = self.one_of(ActivationKind::ALL)?;
        let mut activation = Activation::new(kind);
        for parameter in kind.parameters() {
            let value = self.word()?;
            activation = activation
                .with(parameter.id, value)
                .map_err(|_| WordsError)?;
        }
        Ok(Arm {
            activation,
            init: self.one_of(&Init::ALL)?,
            residual: self.flag()?,
            layer_norm: self.flag()?,
        })
    }

    fn question(&mut self) -> Result<Question, WordsError> {
        Ok(Question {
            step: self.count()? as u64,
            layer: self.count()?,
            plane: self.flag()?,
        })
    }

    fn outcome(&mut self) -> Result<Outcome, WordsError> {
        let steps = self.count()? as u64;
        let divergence = self.divergence()?;
        let (moments, depth) = (self.count()?, self.count()?);
        Ok(Outcome {
            steps,
            divergence,
            trace: self.many(moments, |reader| reader.moment(depth))?,
            layers: self.many(depth, |reader| {
                Ok(LayerState {
                    relative_change: reader.word()?,
                    last: reader.layer_moment()?,
                    weight_norm: reader.word()?,
                    drift: reader.word()?,
                })
            })?,
            losses: {
                let count = self.count()?;
                self.many(count, |reader| {
                    let step = reader.count()? as u64;
                    let (train, test) = (reader.word()?, reader.word()?);
                    Ok((step, Losses { train, test }))
                })?
            },
            spread: self.histogram()?,
            plane: self.plane()?,
        })
    }

    fn moment(&mut self, depth: usize) -> Result<Moment, WordsError> {
        Ok(Moment {
            step: self.count()? as u64,
            batch_loss: Some(self.word()?).filter(|loss| *loss != -1.0),
            layers: self.many(depth, Reader::layer_moment)?,
        })
    }

    fn layer_moment(&mut self) -> Result<LayerMoment, WordsError> {
        Ok(LayerMoment {
            gradient_norm: self.word()?,
            relative_change: self.word()?,
        })
    }

    fn histogram(&mut self) -> Result<Histogram, WordsError> {
        let (from, to) = (self.word()?, self.word()?);
        let (lost, bins) = (self.count()? as u64, self.count()?);
        Ok(Histogram {
            from,
            to,
            lost,
            counts: self.many(bins, |reader| Ok(reader.count()? as u64))?,
        })
    }

    fn plane(&mut self) -> Result<Plane, WordsError> {
        let reach = [self.word()?, self.word()?];
        let (columns, values) = (self.count()?, self.count()?);
        Ok(Plane {
            reach,
            columns,
            values: self.many(values, Reader::word)?,
        })
    }

    fn divergence(&mut self) -> Result<Option<Divergence>, WordsError> {
        let step = self.count()? as u64;
        if step == 0 {
            return Ok(None);
        }
        let origin = match self.count()? {
            0 => Origin::Loss,
            1 => Origin::PreActivation {
                layer: self.count()?,
                unit: self.count()?,
            },
            2 => Origin::Activation {
                layer: self.count()?,
                unit: self.count()?,
            },
            3 => Origin::Gradient(self.address()?.ok_or(WordsError)?),
            4 => Origin::Update(self.address()?.ok_or(WordsError)?),
            _ => return Err(WordsError),
        };
        Ok(Some(Divergence {
            step,
            origin,
            parameter: self.address()?,
        }))
    }

    fn address(&mut self) -> Result<Option<Address>, WordsError> {
        let (layer, unit, input) = (self.optional()?, self.optional()?, self.optional()?);
        let place = layer.zip(unit);
        Ok(place.map(|(layer, unit)| Address { layer, unit, input }))
    }
}
