//! Snapshots over time that stay few: when there are too many, every second one goes.

/// Entries by step, ascending.
#[derive(Clone, Debug)]
pub(super) struct Sparse<T> {
    every: u64,
    most: usize,
    kept: Vec<(u64, T)>,
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

    /// Whether an entry of this step would be kept and is not there yet.
    pub(super) fn wants(&self, step: u64) -> bool {
        let last = self.kept.last().map(|kept| kept.0);
        step.is_multiple_of(self.every) && last.is_none_or(|last| last < step)
    }

    /// Adds an entry; steps never go back.
    pub(super) fn add(&mut self, step: u64, entry: T) {
        self.kept.push((step, entry));
        while self.kept.len() > self.most && self.every < u64::MAX / 2 {
            self.every *= 2;
            let every = self.every;
            self.kept.retain(|kept| kept.0.is_multiple_of(every));
        }
    }

    /// The last entry at or before a step.
    pub(super) fn before(&self, step: u64) -> Option<&T> {
        let end = self.kept.partition_point(|kept| kept.0 <= step);
        self.kept[..end].last().map(|kept| &kept.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_list_drops_every_second_entry() {
        let mut list = Sparse::new(2, 4);
        for step in 0..=20 {
            if list.wants(step) {
                list.add(step, step);
            }
            assert!(!list.wants(step), "twice");
        }
        let steps: Vec<u64> = list.kept.iter().map(|kept| kept.0).collect();
        assert_eq!(steps, [0, 8, 16]);
        assert_eq!(list.before(15), Some(&8));
        assert_eq!(list.before(16), Some(&16));
    }
}
