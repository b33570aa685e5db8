//! The programs that the command writes: Python works every measure of a figure out again, from the settings alone, and says whether it agrees.
//!
//! They share no line with this code: what they say of it is the word of another implementation.

mod python;
mod states;

use activation_lab::figure::find;
use python::{Tally, run};
use states::{State, states};

/// States of each figure beside its first one.
const STATES: usize = 50;

/// What the programs of a figure say of its first state and of random ones.
fn check(figure: &str) {
    let Some(python) = python::numpy() else {
        return;
    };
    let states: Vec<State> = states(find(figure).expect(figure), STATES);
    let said = run(&python, figure, "py", &states);
    let mut all = Tally::default();
    for (state, (tally, line)) in states.iter().zip(&said) {
        assert_eq!(tally.wrong, 0, "{}: {line}", state.link);
        assert!(tally.count > 0, "{}: {line}", state.link);
        all.add(tally);
    }
    // What rounding excuses must stay the exception, or the check would check nothing.
    assert!(all.rounding * 5 < all.count, "{figure}: {all:?}");
}

#[test]
fn neuron_agrees() {
    check("neuron");
}

#[test]
fn collapse_agrees() {
    check("collapse");
}

#[test]
fn curves_agrees() {
    check("curves");
}

#[test]
fn decay_agrees() {
    check("decay");
}

#[test]
fn layers_agrees() {
    check("layers");
}

#[test]
fn freeze_agrees() {
    check("freeze");
}

#[test]
fn dying_agrees() {
    check("dying");
}
