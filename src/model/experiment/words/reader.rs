//! Reads what [`super`] writes.

use super::super::report::{Histogram, LayerMoment, LayerState, Moment, Outcome, Plane};
use super::super::{Arm, Plan, Question, Signal};
use super::WordsError;
use crate::activation::{Activation, Kind as ActivationKind};
use crate::dataset::Kind;
use crate::network::Address;
use crate::spelling::Spelled;
use crate::training::{Divergence, Losses, Origin, Stride};

/// What is left to read.
pub(super) struct Reader<'a>(pub(super) &'a [f64]);

impl Reader<'_> {
    pub(super) fn word(&mut self) -> Result<f64, WordsError> {
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

    pub(super) fn flag(&mut self) -> Result<bool, WordsError> {
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

    /// A choice of one of the model's lists, with its parameters.
    fn spelled<T: Spelled>(&mut self) -> Result<T, WordsError> {
        let mut choice = self.one_of(T::ALL)?;
        for index in 0..choice.parameters().len() {
            choice = choice.with(index, self.word()?).map_err(|_| WordsError)?;
        }
        Ok(choice)
    }

    pub(super) fn plan(&mut self) -> Result<Plan, WordsError> {
        Ok(Plan {
            rule: self.spelled()?,
            data: self.one_of(&Kind::ALL)?,
            noise: self.word()?,
            learning_rate: self.word()?,
            depth: self.count()?,
            width: self.count()?,
            batch: self.count()?,
            shallow: self.count()?,
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
            init: self.spelled()?,
            residual: self.flag()?,
            layer_norm: self.flag()?,
            gain: self.word()?,
            bias_std: self.word()?,
            stride: self.one_of(&Stride::ALL)?,
            held: self.count()?,
        })
    }

    pub(super) fn question(&mut self) -> Result<Question, WordsError> {
        Ok(Question {
            step: self.count()? as u64,
            layer: self.count()?,
            plane: self.flag()?,
        })
    }

    pub(super) fn outcome(&mut self) -> Result<Outcome, WordsError> {
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
                    drift: reader.word()?,
                    typical: (reader.count()? as u64, reader.layer_moment()?),
                })
            })?,
            signals: self.many(depth, |reader| {
                Ok(Signal {
                    difference: reader.word()?,
                    gradient: reader.word()?,
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
            weight_norm: self.word()?,
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
