//! What `layers` says while it is at work.

use super::{figure, settings};
use activation_lab::figure::{Budget, Memory, Progress, Shown};
use std::cell::Cell;

thread_local! {
    static ASKED: Cell<f64> = const { Cell::new(0.0) };
}

/// A clock that goes on by one whenever it is looked at.
fn clock() -> f64 {
    ASKED.set(ASKED.get() + 1.0);
    ASKED.get()
}

/// What is said on the way, a look at the clock at a time.
fn on_the_way(pairs: &[(&str, &str)]) -> String {
    let (settings, mut memory) = (settings(pairs), Memory::default());
    let mut said = Vec::new();
    for _ in 0..10_000 {
        memory.budget = Budget::of(clock, 1.0);
        let draft = figure().draft(&settings, &Shown::default(), &mut memory);
        said.push(draft.view.summary);
        if draft.progress == Progress::Done {
            return said.join("\n");
        }
    }
    panic!("it does not end");
}

/// One of something is no plural.
#[test]
fn one_is_singular() {
    for (depth, width, words) in [
        ("1", "1", "Computing 1 layer of 1 unit:"),
        ("1", "8", "Computing 1 layer of 8 units:"),
        ("3", "1", "Computing 3 layers of 1 unit:"),
        ("3", "8", "Computing 3 layers of 8 units:"),
    ] {
        let said = on_the_way(&[("depth", depth), ("width", width), ("batch", "2")]);
        assert!(said.contains(words), "{said}");
        assert!(said.contains(": 1 variance is looked at."), "{said}");
        assert!(said.contains(": 2 variances are looked at."), "{said}");
    }
}
