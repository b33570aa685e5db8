//! What a figure keeps from one view to the next, and how long the next may take.

use crate::model::experiment::{Errand, Reply};
use crate::model::work::Budget;
use std::any::Any;

/// Something that took time to compute and may be of use again: a training run, of which the next view needs one more step.
///
/// A view never depends on it, unless its draft says that there was [no time to finish it](super::Progress): the same settings give the same view with a fresh memory, only later.
#[derive(Default)]
pub struct Memory {
    kept: Option<Box<dyn Any>>,
    /// How long the next view may take.
    pub budget: Budget,
    /// Somebody else who does the long work, if there is one.
    pub helper: Option<Helper>,
}

/// A helper that computes elsewhere, in another thread.
#[derive(Clone, Debug, Default)]
pub struct Helper {
    /// What the last view would like to know.
    pub errand: Option<Errand>,
    /// The answer to that errand, as far as it has come.
    pub answer: Option<Reply>,
}

impl Helper {
    /// Asks for something, once; the answer so far, if it has been asked before.
    pub fn ask(&mut self, errand: Errand) -> Option<Reply> {
        if self.errand == Some(errand) {
            return self.answer.take();
        }
        self.errand = Some(errand);
        self.answer = None;
        None
    }
}

impl Memory {
    /// Gives `show` what is kept, if it `is_of_use`, and otherwise what `make` makes; keeps it afterwards.
    pub fn with<T: 'static, R>(
        &mut self,
        is_of_use: impl FnOnce(&T) -> bool,
        make: impl FnOnce() -> T,
        show: impl FnOnce(&mut T) -> R,
    ) -> R {
        let kept = self.kept.take().and_then(|kept| kept.downcast::<T>().ok());
        let mut kept = kept
            .filter(|kept| is_of_use(kept))
            .unwrap_or_else(|| Box::new(make()));
        let answer = show(&mut kept);
        self.kept = Some(kept);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::experiment::{Plan, Question};

    #[test]
    fn what_is_of_use_is_kept_and_what_is_not_is_made_anew() {
        let mut memory = Memory::default();
        let mut ask = |wanted: u8| {
            memory.with(
                |kept: &(u8, u32)| kept.0 == wanted,
                || (wanted, 0),
                |kept| {
                    kept.1 += 1;
                    kept.1
                },
            )
        };
        assert_eq!([ask(1), ask(1), ask(2), ask(1)], [1, 2, 1, 1]);
    }

    #[test]
    fn an_answer_belongs_to_its_errand() {
        let [first, second] = [1, 2].map(|step| Errand {
            plan: Plan::default(),
            question: Question {
                step,
                layer: 0,
                plane: false,
            },
        });
        let reply = |reached| Reply {
            reached,
            report: None,
        };
        let mut helper = Helper::default();
        assert!(helper.ask(first).is_none());
        helper.answer = Some(reply(5));
        assert!(helper.ask(second).is_none());
        helper.answer = Some(reply(6));
        assert_eq!(helper.ask(second).map(|reply| reply.reached), Some(6));
        assert_eq!(helper.errand, Some(second));
    }
}
