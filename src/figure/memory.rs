//! What a figure keeps from one view to the next.

use std::any::Any;

/// Something that took time to compute and may be of use again: a training run, of which the next view needs one more step.
///
/// A view never depends on it. The same settings give the same view with a fresh memory, only later.
#[derive(Default)]
pub struct Memory(Option<Box<dyn Any>>);

impl Memory {
    /// Gives `show` what is kept, if it `is_of_use`, and otherwise what `make` makes; keeps it afterwards.
    pub fn with<T: 'static, R>(
        &mut self,
        is_of_use: impl FnOnce(&T) -> bool,
        make: impl FnOnce() -> T,
        show: impl FnOnce(&mut T) -> R,
    ) -> R {
        let kept = self.0.take().and_then(|kept| kept.downcast::<T>().ok());
        let mut kept = kept
            .filter(|kept| is_of_use(kept))
            .unwrap_or_else(|| Box::new(make()));
        let answer = show(&mut kept);
        self.0 = Some(kept);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
