//! Long work in pieces: whoever wants an answer brings a budget, and is told the answer or that it is pending.
//!
//! All that may take longer than a frame of a page is done so: it asks its budget after each piece of work, of which none takes more than a few milliseconds, stops where that is over, and goes on from there the next time.
//! What has its question in itself is [`Work`]; what is asked different questions takes them as arguments before the budget, and answers with a [`Poll`] too.
//!
//! ```
//! use model::spread::{Plan, Spread};
//! use model::work::{Budget, Work};
//!
//! let mut spread = Spread::new(Plan::new("tanh".parse()?));
//! // A clock that stands still, and no time: one piece.
//! assert!(spread.advance(Budget::of(|| 0.0, 0.0)).is_pending());
//! assert!(spread.advance(Budget::default()).is_ready());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::task::Poll;

/// How long some work may take before it is to stop; the default is without end.
///
/// Mathematics has no clock: whoever asks for something brings one.
/// A clock that counts how often it is asked makes a budget of so many pieces.
#[derive(Clone, Copy, Debug, Default)]
pub struct Budget(Option<(fn() -> f64, f64)>);

impl Budget {
    /// Until that clock has gone on by so much.
    pub fn of(clock: fn() -> f64, time: f64) -> Budget {
        Budget(Some((clock, clock() + time)))
    }

    /// Whether it is spent; without a clock it never is.
    pub fn is_over(self) -> bool {
        self.0.is_some_and(|(clock, end)| clock() >= end)
    }
}

/// Work that may be interrupted.
pub trait Work {
    /// What comes of it.
    type Answer;

    /// Works until the answer is known, or the budget is spent, which is asked after each piece; at least one piece is done.
    fn advance(&mut self, budget: Budget) -> Poll<Self::Answer>;

    /// Works until the answer is known.
    fn finish(&mut self) -> Self::Answer {
        loop {
            if let Poll::Ready(answer) = self.advance(Budget::default()) {
                return answer;
            }
        }
    }
}

/// A piece of work that was given up for now.
pub(crate) struct Pending;

/// What is known of an answer.
pub(crate) fn poll<T>(found: Result<T, Pending>) -> Poll<T> {
    match found {
        Ok(answer) => Poll::Ready(answer),
        Err(Pending) => Poll::Pending,
    }
}

/// Ready where everything is done.
pub fn done(is_done: bool) -> Poll<()> {
    match is_done {
        true => Poll::Ready(()),
        false => Poll::Pending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_when_its_clock_says_so() {
        assert!(!Budget::default().is_over());
        assert!(!Budget::of(|| 5.0, 1.0).is_over());
        assert!(Budget::of(|| 5.0, 0.0).is_over());
    }
}
