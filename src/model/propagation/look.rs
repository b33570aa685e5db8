//! Where a search gets its moments from: straight away, or as long as there is time.
//!
//! A search is a pure function of the moments at the variances that it looks at.
//! One that was interrupted is simply begun again: what it has looked at is remembered, so that it soon stands where it stood, and its answer is the one of a search that took its time.

use super::critical::{self, CriticalPoint};
use super::moments::{Moments, Source};
use super::{Activation, Propagation, PropagationError, error};
use crate::work::{Budget, Pending, poll};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::task::Poll;

/// So many moments are remembered from one question to the next: about 2 MB.
const MOST: usize = 20_000;

/// Whoever is asked for moments during a search.
pub(super) trait Look {
    /// Why the search cannot go on.
    type Stop;

    fn moments(&mut self, source: &Source, q: f64) -> Result<Moments, Self::Stop>;
}

/// Works them out when asked, however long it takes.
pub(super) struct AtOnce;

impl Look for AtOnce {
    type Stop = Infallible;

    fn moments(&mut self, source: &Source, q: f64) -> Result<Moments, Infallible> {
        Ok(source.moments(q))
    }
}

/// Works out one more, at least, and then asks the budget.
struct Paced<'a> {
    known: &'a mut BTreeMap<u64, Moments>,
    budget: Budget,
}

impl Look for Paced<'_> {
    type Stop = Pending;

    fn moments(&mut self, source: &Source, q: f64) -> Result<Moments, Pending> {
        let place = q.to_bits();
        if let Some(moments) = self.known.get(&place) {
            return Ok(*moments);
        }
        let moments = source.moments(q);
        self.known.insert(place, moments);
        if self.budget.is_over() {
            return Err(Pending);
        }
        Ok(moments)
    }
}

/// What is known of an activation's moments, and the searches among them, which can be interrupted.
///
/// Each asks its budget after every variance that was not looked at before, and is pending when that is over.
/// Asked again, it goes on where it stood; the work between two questions is one pair of integrals.
#[derive(Clone, Debug)]
pub struct Known {
    source: Source,
    moments: BTreeMap<u64, Moments>,
}

impl Known {
    /// Nothing is known yet.
    pub fn new(activation: Activation) -> Known {
        Known {
            source: Source::new(activation),
            moments: BTreeMap::new(),
        }
    }

    /// The activation.
    pub fn activation(&self) -> Activation {
        self.source.activation
    }

    /// How many variances were looked at.
    pub fn len(&self) -> usize {
        self.moments.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.moments.is_empty()
    }

    /// To be called before a new question, so that the old ones do not fill the memory.
    pub fn tidy(&mut self) {
        if self.moments.len() > MOST {
            self.moments.clear();
        }
    }

    /// As [`Propagation::moments`].
    pub fn moments(&mut self, q: f64, budget: Budget) -> Poll<Moments> {
        let (mut look, source) = self.look(budget);
        poll(look.moments(source, q))
    }

    /// As [`Propagation::final_chi`].
    pub fn final_chi(
        &mut self,
        sigma_w: f64,
        sigma_b: f64,
        q0: f64,
        budget: Budget,
    ) -> Poll<Result<f64, PropagationError>> {
        let theory = Propagation {
            source: self.source.clone(),
            sigma_w: match error::sigma("sigma_w", sigma_w) {
                Ok(sigma) => sigma,
                Err(error) => return Poll::Ready(Err(error)),
            },
            sigma_b: match error::sigma("sigma_b", sigma_b) {
                Ok(sigma) => sigma,
                Err(error) => return Poll::Ready(Err(error)),
            },
        };
        match error::start(q0) {
            Ok(q0) => poll(theory.seek_chi(q0, &mut self.look(budget).0)).map(Ok),
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    /// As [`critical_gain`](super::critical_gain).
    pub fn critical_gain(
        &mut self,
        sigma_b: f64,
        budget: Budget,
    ) -> Poll<Result<Vec<f64>, PropagationError>> {
        match error::sigma("sigma_b", sigma_b) {
            Ok(sigma_b) => {
                let (mut look, source) = self.look(budget);
                poll(critical::seek_gains(source, sigma_b, &mut look)).map(Ok)
            }
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    /// As [`critical_line`](super::critical_line).
    pub fn critical_line(
        &mut self,
        range: (f64, f64),
        points: usize,
        budget: Budget,
    ) -> Poll<Result<Vec<Vec<CriticalPoint>>, PropagationError>> {
        match critical::checked(range) {
            Ok(range) => {
                let (mut look, source) = self.look(budget);
                poll(critical::seek_line(source, range, points, &mut look)).map(Ok)
            }
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    fn look(&mut self, budget: Budget) -> (Paced<'_>, &Source) {
        let known = &mut self.moments;
        (Paced { known, budget }, &self.source)
    }
}
