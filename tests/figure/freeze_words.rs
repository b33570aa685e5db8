//! `freeze`: what it says of its networks is what their numbers say.

use crate::shown;
use activation_lab::figure::View;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("freeze", pairs)
}

/// The shallow network holds none of its layers: where A holds some, the two differ in more than depth.
#[test]
fn held_layers_are_not_called_depth() {
    let early = [("depth", "3"), ("step", "1000")];
    let xor = [
        ("data", "xor"),
        ("activation", "tanh"),
        ("depth", "3"),
        ("held", "3"),
        ("step", "2000"),
    ];
    for (pairs, alone) in [
        (
            &[("depth", "3"), ("step", "3000"), ("held", "2")][..],
            false,
        ),
        (&[("depth", "3"), ("step", "3000"), ("held", "3")], false),
        (&xor, false),
        (&early, true),
    ] {
        let said = view(pairs).summary;
        let (depth, both) = (
            "learns it by then (loss 0.",
            "it is the depth that holds A back",
        );
        assert!(said.contains(depth), "{pairs:?}: {said}");
        assert_eq!(said.contains(both), alone, "{pairs:?}: {said}");
        let two = ", none of them held, learns it by then";
        assert_eq!(said.contains(two), !alone, "{pairs:?}: {said}");
    }
}

/// A B that branches off has the weights of A: its own start has no effect, and is not named.
#[test]
fn a_branch_has_no_start_of_its_own() {
    let base = [
        ("branch", "100"),
        ("step", "120"),
        ("b_activation", "sigmoid"),
        ("b_residual", "true"),
    ];
    for own in [
        ("b_init", "he_normal"),
        ("b_gain", "2"),
        ("b_bias_std", "0.5"),
    ] {
        let names = |branch: &str| {
            let mut pairs = base.to_vec();
            pairs.extend([own, ("branch", branch)]);
            let view = view(&pairs);
            let keys = view.legend.iter().map(|key| key.name.as_str());
            let names: Vec<&str> = keys.filter(|name| name.contains(": ")).collect();
            format!("{} {}", view.summary, names.join("; "))
        };
        let branched = names("100");
        assert!(
            branched.contains("B (Sigmoid, residual) "),
            "{own:?}: {branched}"
        );
        for word in ["start", "gain", "biases"] {
            assert!(!branched.contains(word), "{own:?}: {branched}");
        }
        // From the first step on its start tells B from A.
        let apart = names("0");
        assert!(
            !apart.contains("B (Sigmoid, residual) "),
            "{own:?}: {apart}"
        );
    }
}

/// A pace is a median: single steps may be shorter.
#[test]
fn thrashing_is_said_of_a_typical_step() {
    for (rate, step) in [("0.5", "3"), ("0.5", "9"), ("1", "5")] {
        let said = view(&[("rate", rate), ("step", step)]).summary;
        assert!(!said.contains("every step"), "{rate}, {step}: {said}");
        if said.contains("thrash") {
            assert!(
                said.contains("a typical step replaces a tenth of "),
                "{said}"
            );
        }
    }
    // Of one step there is no typical one.
    for pairs in [
        &[][..],
        &[("data", "sine"), ("rate", "3")],
        &[("rate", "0.5")],
    ] {
        let said = view(&[&[("step", "1")], pairs].concat()).summary;
        assert!(said.contains(": this step replaces a tenth of "), "{said}");
    }
    let said = view(&[("rate", "0.5"), ("step", "3")]).summary;
    assert!(
        said.contains("one layer thrashes: a typical step"),
        "{said}"
    );
}

/// The shallow network has one name.
#[test]
fn one_hidden_layer_is_one_layer() {
    for (shallow, name) in [
        ("1", "A with one hidden layer"),
        ("2", "A with 2 hidden layers"),
    ] {
        let view = view(&[("step", "5"), ("shallow", shallow)]);
        let drawn = format!("{:?}", view.plots);
        assert!(drawn.contains(&format!("{name}, train")), "{shallow}");
        assert!(view.legend.iter().any(|key| key.name == name), "{shallow}");
    }
}

/// A share of its size, or so many times its size; and what has not moved has not moved by 0.
#[test]
fn a_drift_is_said_in_words_that_fit_its_number() {
    let adam = [("optimiser", "adam"), ("rate", "1"), ("step", "2000")];
    let momentum = [("optimiser", "momentum"), ("rate", "1"), ("step", "100")];
    let mut seen = [false; 3];
    for pairs in [&adam[..], &momentum, &[("step", "100")]] {
        let view = view(pairs);
        assert!(!view.summary.contains(" 0 of its size"), "{}", view.summary);
        for readout in &view.readouts {
            let Some((_, by)) = readout.note.split_once("have moved it by ") else {
                continue;
            };
            let is_share = by.ends_with(" of its size");
            let number = by.split(' ').next().and_then(|n| n.parse::<f64>().ok());
            let is_large = number.is_some_and(|n| n > 1.0) && !by.contains(['%', '⁻']);
            assert_eq!(is_share, !is_large, "{by}");
            assert_eq!(by.ends_with(" times its size"), is_large, "{by}");
            seen[0] |= is_share;
            seen[1] |= is_large;
        }
        seen[2] |= view.summary.contains("does not move in a typical step");
    }
    assert_eq!(seen, [true; 3]);
}

/// What was learned of the training points alone is not called learned without a word of the others.
#[test]
fn worse_than_guessing_on_new_points_is_said() {
    for (noise, worse) in [
        ("0.1", false),
        ("0.4", true),
        ("0.45", false),
        ("0.5", true),
    ] {
        let view = view(&[("noise", noise)]);
        let test = view.readouts.iter().find(|r| r.label == "B, loss");
        let test = test.and_then(|r| r.note.rsplit(' ').next()?.parse::<f64>().ok());
        // A tenth above ln 2, the loss of guessing between two classes alike.
        let is_worse = test.expect("a loss") > 1.1 * std::f64::consts::LN_2;
        let words = "; on points that it has not seen it is worse than guessing (";
        assert_eq!(view.summary.contains(words), is_worse, "{}", view.summary);
        assert_eq!(is_worse, worse, "{noise}: {test:?}");
    }
}

/// One frozen layer is named once, and its only step is no typical one.
#[test]
fn one_frozen_layer_is_named_once() {
    for (pairs, words) in [
        (
            &[("depth", "3"), ("rate", "0.003"), ("step", "20")][..],
            "; layer 1 is frozen: it moves by ",
        ),
        (
            &[("depth", "5"), ("held", "1"), ("step", "20")],
            "; layer 2 is frozen: it moves by ",
        ),
        (
            &[("activation", "step"), ("depth", "1"), ("step", "1")],
            "; layer 1 is frozen in its first step: it does not move.",
        ),
        (
            &[
                ("activation", "step"),
                ("depth", "1"),
                ("step", "20"),
                ("data", "xor"),
            ],
            "; layer 1 is frozen: it does not move in a typical step",
        ),
        (
            &[("depth", "4"), ("rate", "0.004"), ("step", "20")],
            "; layers 1 and 2 are frozen, layer 1 moves by ",
        ),
    ] {
        let said = view(pairs).summary;
        assert!(said.contains(words), "{words}: {said}");
    }
}
