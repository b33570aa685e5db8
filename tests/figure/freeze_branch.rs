//! `freeze`: a B that branches off is measured by the steps that it took as B.

use crate::shown;
use activation_lab::figure::{Mark, Quantity, View};

fn view(pairs: &[(&str, &str)], step: u64) -> View {
    let step = step.to_string();
    shown::view("freeze", &[pairs, &[("step", &step)]].concat())
}

fn number(view: &View, name: &str) -> f64 {
    let found = view.measures.iter().find(|m| m.name() == name);
    match found.expect(name).value {
        Quantity::Number(x) => x,
        other => panic!("{name}: {other:?}"),
    }
}

fn note(view: &View) -> [String; 2] {
    let label = "B, layer 1, median step";
    let found = view.readouts.iter().find(|r| r.label == label);
    let found = found.expect(label);
    [found.value.clone(), found.note.clone()]
}

/// A stands still and B moves, or the other way round: a median that took in steps of A would say of B what is true of A.
#[test]
fn the_first_steps_of_a_branch_are_its_own() {
    let moves = |view: &View, name: &str| number(view, name) >= 1e-5;
    for (pairs, branch, b_moves) in [
        (
            &[
                ("branch", "100"),
                ("b_steps", "equal"),
                ("b_activation", "sigmoid"),
            ][..],
            100,
            true,
        ),
        (
            &[
                ("branch", "37"),
                ("b_steps", "equal"),
                ("b_activation", "sigmoid"),
                ("depth", "12"),
            ],
            37,
            true,
        ),
        (
            &[
                ("branch", "100"),
                ("steps", "equal"),
                ("b_steps", "raw"),
                ("b_activation", "sigmoid"),
            ],
            100,
            false,
        ),
    ] {
        for own in 1..=10 {
            let view = view(pairs, branch + own);
            assert_eq!(moves(&view, "a_relative_change_1"), !b_moves, "{own}");
            assert_eq!(moves(&view, "b_relative_change_1"), b_moves, "{own}");
            let [_, note] = note(&view);
            let word = if b_moves { "moving" } else { "frozen" };
            let steps = match own {
                1 => " in its first step;".to_owned(),
                9.. => ";".to_owned(),
                some => format!(" in its first {some} steps;"),
            };
            assert!(note.starts_with(&format!("{word}{steps}")), "{own}: {note}");
            let formula = view
                .formulas
                .iter()
                .find(|f| f.label.starts_with("B, layer 1 at step "));
            let label = &formula.expect("of B").label;
            let of = label.trim_start_matches("B, layer 1 at step ");
            let step: u64 = of
                .split(',')
                .next()
                .and_then(|n| n.parse().ok())
                .expect(label);
            assert!((branch + 1..=branch + own).contains(&step), "{label}");
            let counted = match own {
                1 => String::new(),
                9.. => ", the median of the last 9".to_owned(),
                some => format!(", the median of its first {some}"),
            };
            assert!(label.ends_with(&format!("{step}{counted}")), "{label}");
            if !b_moves {
                let said = &view.summary;
                let words = "are frozen in its first ";
                assert_eq!(said.contains(words), own < 9, "{said}");
            }
        }
    }
}

/// At its branch B has the weights of A and no step of its own: nothing of it has a pace, and nothing says so.
#[test]
fn a_branch_without_a_step_has_no_pace() {
    for (branch, more) in [
        ("100", ("depth", "8")),
        ("20", ("b_activation", "tanh")),
        ("7", ("rate", "1")),
    ] {
        let view = view(&[("branch", branch), more], branch.parse().expect(branch));
        let said = &view.summary;
        let words = ") has just branched off and has taken no step of its own: its loss is 0.";
        assert!(said.contains(words), "{said}");
        assert_eq!(note(&view), ["none yet", "B has just branched off"]);
        let frozen = view.measures.iter().find(|m| m.id == "b_frozen_layers");
        assert_eq!(frozen.expect("of B").value, Quantity::Count(0));
        let zeros = view.plots[0]
            .marks
            .iter()
            .find(|mark| matches!(mark, Mark::Zeros { name, .. } if name.starts_with('B')));
        assert!(zeros.is_none(), "{zeros:?}");
        assert!(!view.formulas.iter().any(|f| f.label.starts_with('B')));
    }
}

/// Two layers are not a range of layers.
#[test]
fn two_layers_are_said_with_and() {
    for (depth, held, words) in [
        ("8", "1", "and layer 1 is held as chance made it"),
        ("8", "2", "and layers 1 and 2 are held as chance made them"),
        ("2", "2", "and layers 1 and 2 are held as chance made them"),
        ("8", "3", "and layers 1 to 3 are held as chance made them"),
    ] {
        let view = view(&[("depth", depth), ("held", held)], 50);
        assert!(view.summary.contains(words), "{}", view.summary);
        let key = words.trim_start_matches("and ").split(" as").next();
        let key = key.map(|key| key.replace(" is ", " ").replace(" are ", " "));
        let ends = key.expect("words");
        let named = view.legend.iter().any(|key| key.name.ends_with(&ends));
        assert!(named, "{ends}");
        assert!(!view.summary.contains("1 to 2"), "{}", view.summary);
    }
}
