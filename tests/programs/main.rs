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

/// The programs for NumPy.
fn check(figure: &str) {
    if let Some(python) = python::numpy() {
        let all = sum(&python, figure, "py", STATES);
        // What is excused must stay the exception, or the check would check nothing.
        assert!(all.excused * 5 < all.count, "{figure}: {all:?}");
    }
}

/// The programs for PyTorch, which takes the gradients itself. Its formulas lose digits that ours keep: what is excused may be more.
fn check_torch(figure: &str) {
    if let Some(python) = python::torch() {
        let all = sum(&python, figure, "torch", STATES / 2);
        assert!(all.excused * 2 < all.count, "{figure}: {all:?}");
    }
}

/// What the programs of a figure say of its first state and of random ones.
fn sum(python: &str, figure: &str, format: &str, count: usize) -> Tally {
    let states: Vec<State> = states(find(figure).expect(figure), count);
    let said = run(python, figure, format, &states);
    let mut all = Tally::default();
    for (state, (tally, line)) in states.iter().zip(&said) {
        assert_eq!(tally.wrong, 0, "{}: {line}", state.link);
        assert!(tally.count > 0, "{}: {line}", state.link);
        all.add(tally);
    }
    all
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

#[test]
#[ignore = "`cargo xtask test torch` brings PyTorch"]
fn neuron_agrees_in_torch() {
    check_torch("neuron");
}

#[test]
#[ignore = "`cargo xtask test torch` brings PyTorch"]
fn decay_agrees_in_torch() {
    check_torch("decay");
}

#[test]
#[ignore = "`cargo xtask test torch` brings PyTorch"]
fn layers_agrees_in_torch() {
    check_torch("layers");
}

#[test]
#[ignore = "`cargo xtask test torch` brings PyTorch"]
fn freeze_agrees_in_torch() {
    check_torch("freeze");
}

#[test]
#[ignore = "`cargo xtask test torch` brings PyTorch"]
fn dying_agrees_in_torch() {
    check_torch("dying");
}
