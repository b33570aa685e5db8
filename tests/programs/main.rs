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
    // In `collapse` the layers are one, and what is left between them and the one is rounding itself.
    let first = said[0].0.excused;
    assert!(first == 0 || figure == "collapse", "{}", said[0].1);
    let mut all = Tally::default();
    for (state, (tally, line)) in states.iter().zip(&said) {
        assert_eq!(tally.wrong, 0, "{}: {line}", state.link);
        assert!(tally.count > 0, "{}: {line}", state.link);
        all.add(tally);
    }
    all
}

/// A number that is off by 10⁻¹¹ of itself, one that is not known yet and one that there is not: each is caught, and named.
#[test]
fn a_false_number_is_not_excused() {
    let Some(python) = python::numpy() else {
        return;
    };
    let state = &states(find("neuron").expect("neuron"), 0)[0];
    let program = python::program(state, "py");
    for (from, to, says) in [
        (
            "\"z\": 0.48,",
            "\"z\": 0.4800000000048,",
            "z 0.48000000000479998 0.47999999999999998 1.0e-11 DIFFERS",
        ),
        (
            "\"z\": 0.48,",
            "\"z\": \"overflow\",",
            "z overflow 0.47999999999999998 inf DIFFERS",
        ),
        (
            "\"z\": 0.48,",
            "\"z\": \"pending\",",
            "has not known it yet",
        ),
        ("\"z\": 0.48,", "\"zz\": 0.48,", "not computed here"),
    ] {
        assert!(program.contains(from), "{program}");
        let (tally, line) = &python::run_texts(&python, "false", &[program.replace(from, to)])[0];
        assert_eq!((tally.count, tally.wrong), (9, 1), "{line}");
        assert!(line.contains(says), "{line}");
    }
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
