//! What is known of activations, and why a text names none, as a person reads it.

use activation_lab::figure::text;
use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::number;
use activation_lab::state::text as said;
use std::collections::HashSet;

/// A fact of an activation, by its key.
fn fact(name: &str, key: &str) -> String {
    let activation: Activation = name.parse().expect(name);
    let at = text::FACTS.iter().position(|known| *known == key);
    text::facts(&activation)[at.expect(key)].clone()
}

/// Facts as a table shows them.
#[test]
fn facts_in_words() {
    for (name, key, words) in [
        ("sigmoid", "range", "(0, 1)"),
        ("sigmoid", "monotone", "yes"),
        ("sigmoid", "zero_centred", "no: never negative"),
        ("sigmoid", "largest_slope", "0.25"),
        (
            "sigmoid",
            "saturates",
            "towards 0 as x → −∞, towards 1 as x → +∞",
        ),
        ("sigmoid", "can_die", "no: f′ is never 0 on an interval"),
        ("sigmoid", "year", "—"),
        ("relu", "range", "[0, ∞)"),
        ("relu", "year", "2010"),
        ("relu", "paper", "Nair & Hinton"),
        ("relu", "saturates", "at 0 as x → −∞"),
        ("relu", "can_die", "yes: f′ is exactly 0 for x < 0"),
        (
            "leaky_relu(alpha=0)",
            "can_die",
            "yes: f′ is exactly 0 for x < 0",
        ),
        ("leaky_relu", "can_die", "no: f′ is never 0 on an interval"),
        ("silu", "range", "[−0.27846, ∞)"),
        (
            "silu",
            "monotone",
            "no: falls to −0.27846 at x = −1.2785, then rises",
        ),
        ("silu", "largest_slope", "1.0998"),
        ("gelu", "largest_slope", "1.1289"),
        ("squared_relu", "largest_slope", "∞"),
        (
            "hard_silu",
            "monotone",
            "no: falls to −0.375 at x = −1.5, then rises",
        ),
        ("step", "range", "{0, 1}"),
        ("step", "smoothness", "discontinuous (f jumps)"),
        (
            "step",
            "can_die",
            "yes: f′ is 0 everywhere, so nothing can be learned through it",
        ),
        (
            "hard_tanh",
            "can_die",
            "yes: f′ is exactly 0 for x < −1 and x > 1",
        ),
        ("hard_shrink", "range", "(−∞, −0.5), {0} and (0.5, ∞)"),
        ("threshold_relu", "range", "{0} and (1, ∞)"),
        ("relu6", "smoothness", "C⁰ (continuous, f′ jumps)"),
        ("celu", "smoothness", "C¹ (f′ continuous, f″ jumps)"),
        ("elu(alpha=0.5)", "smoothness", "C⁰ (continuous, f′ jumps)"),
        ("tanh", "zero_centred", "yes: f(−x) = −f(x)"),
    ] {
        assert_eq!(fact(name, key), words, "{name}: {key}");
    }
}

/// Activations have names of their own, and each of their parameters is explained.
#[test]
fn activations_and_parameters_have_words() {
    let names: HashSet<String> = Kind::ALL.iter().map(|k| text::activation(*k)).collect();
    assert_eq!(names.len(), Kind::ALL.len());
    assert_eq!(text::short(Kind::Silu), "SiLU");
    for kind in Kind::ALL {
        for parameter in kind.parameters() {
            let said = text::parameter(*kind, parameter);
            assert_ne!(said, parameter.symbol, "{}", kind.id());
        }
    }
}

/// Each refusal names the culprit and what there is instead.
#[test]
fn refusals_of_activations_name_the_culprit() {
    let rows = [
        (
            "rleu",
            "unknown activation `rleu`; known: identity, step, sigmoid",
        ),
        (
            "relu(alpha=1)",
            "relu has no parameter `alpha`: it has no parameters",
        ),
        (
            "selu(beta=1)",
            "selu has no parameter `beta`; it has: alpha, lambda",
        ),
        ("elu(alpha=big)", "alpha: 'big' is not a number"),
        (
            "elu(alpha=-1)",
            "alpha = -1 is out of range: it must lie between 0 and 1e100",
        ),
        ("elu(alpha=nan)", "alpha: 'nan' is not a number"),
        (
            "snake(a=0)",
            "a = 0 is out of range: it must lie between 1e-100 and 1e100",
        ),
        ("elu(alpha=1, alpha=2)", "alpha is given twice"),
        ("elu(alpha=1", "cannot read `elu(alpha=1`"),
        ("elu(1)", "cannot read `elu(1)`"),
        (
            "elu(alpha=0,1)",
            "a comma separates parameters, so a decimal needs a point: alpha=0.1",
        ),
        ("elu(alpha=1,)", "cannot read `elu(alpha=1,)`"),
        ("", "cannot read ``"),
    ];
    for (text, message) in rows {
        let error = text.parse::<Activation>().expect_err(text);
        let said = said::no_activation(&error);
        assert!(said.starts_with(message), "{text}: {said}");
    }
}

#[test]
fn refusals_of_numbers_say_what_was_probably_meant() {
    for (text, message) in [
        ("big", "'big' is not a number"),
        ("1,000", "'1,000' can mean 1000 or 1; write one of these"),
        (
            "1 000",
            "'1 000' can be one number or several; if it is one, write 1000",
        ),
        ("½", "'½' is a fraction; write it as a decimal, such as 0.5"),
        (
            "1e400",
            "'1e400' is larger than any double, which end at 1.797e308",
        ),
        (
            "1e-400",
            "'1e-400' is not 0, but nearer to it than any double, which end at 4.94e-324",
        ),
    ] {
        let error = number::read(text).expect_err(text);
        assert_eq!(said::no_number(&error), message);
    }
}
