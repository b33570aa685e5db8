//! A list over time that stays short: when it is full, every second entry goes.

/// Entries by step, ascending.
#[derive(Clone, Debug)]
pub(super) struct Sparse<T> {
    every: u64,
    most: usize,
    kept: Vec<Kept<T>>,
}

#[derive(Clone, Debug)]
struct Kept<T> {
    step: u64,
    /// Whether it stays whatever happens.
    pinned: bool,
    entry: T,
}

impl<T> Sparse<T> {
    /// Keeps the steps that are multiples of `every`; when there are more than `most`, `every` doubles.
    pub(super) fn new(every: u64, most: usize) -> Sparse<T> {
        Sparse {
            every: every.max(1),
            most: most.max(1),
            kept: Vec::new(),
        }
    }

    /// Whether an entry of this step would be kept.
    pub(super) fn wants(&self, step: u64) -> bool {
        step.is_multiple_of(self.every)
    }

    /// Adds an entry, in place of one of the same step; steps never go back.
    pub(super) fn add(&mut self, step: u64, pinned: bool, entry: T) {
        let replaced = self.kept.pop_if(|last| last.step == step);
        self.kept.push(Kept {
            step,
            pinned: pinned || replaced.is_some_and(|old| old.pinned),
            entry,
        });
        while self.kept.iter().filter(|kept| !kept.pinned).count() > self.most {
            self.every = self.every.saturating_mul(2);
            let every = self.every;
            self.kept
                .retain(|kept| kept.pinned || kept.step.is_multiple_of(every));
            if every == u64::MAX {
                break;
            }
        }
    }

    /// The last entry at or before a step.
    pub(super) fn before(&self, step: u64) -> Option<&T> {
        let end = self.kept.partition_point(|kept| kept.step <= step);
        self.kept[..end].last().map(|kept| &kept.entry)
    }

    /// Drops what came after a step.
    pub(super) fn truncate(&mut self, step: u64) {
        self.kept.retain(|kept| kept.step <= step);
    }

    /// All entries, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &T> {
        self.kept.iter().map(|kept| &kept.entry)
    }
}
