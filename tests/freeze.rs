//! `freeze` as a figure: what it says follows from the settings, whoever computes it and however often it is interrupted.

use activation_lab::figure::{Helper, Memory, Patience, Settings, View, find};
use activation_lab::model::experiment::answer_words;
use std::sync::atomic::{AtomicU32, Ordering};

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::defaults(find("freeze").expect("freeze").controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    settings
}

fn view(pairs: &[(&str, &str)]) -> View {
    find("freeze").expect("freeze").view(&settings(pairs))
}

fn draft(pairs: &[(&str, &str)], memory: &mut Memory) -> View {
    (find("freeze").expect("freeze").draft)(&settings(pairs), memory)
}

/// The claim of the figure, in its first state and ten seconds of Play later.
#[test]
fn the_first_layers_of_a_are_frozen_and_b_learns() {
    for step in ["300", "2000"] {
        let said = view(&[("step", step)]).summary;
        let frozen = "in A (Sigmoid) layers 1 to 4 are frozen: layer 1 moves by 0.00000";
        assert!(said.contains(frozen), "{said}");
        assert!(said.contains("while the last layers learn"), "{said}");
        assert!(said.contains("B (ReLU) learns in every layer"), "{said}");
    }
    let start = view(&[("step", "0")]).summary;
    assert!(start.starts_with("Before the first step"), "{start}");
}

/// One switch at a time, and what it does.
#[test]
fn remedies_are_told_apart() {
    let figure = find("freeze").expect("freeze");
    let after = |action: &str| {
        let mut settings = settings(&[("step", "300"), ("rate", "0.01")]);
        let action = figure.actions.iter().find(|a| a.id == action);
        (action.expect("an action").act)(&mut settings);
        (settings.changed(), figure.view(&settings).summary)
    };
    let (changed, residual) = after("with_residual");
    let changed: Vec<&str> = changed.iter().map(|(id, _)| *id).collect();
    assert_eq!(changed, ["b_activation", "b_init", "b_residual", "rate"]);
    assert!(
        residual.contains("B (Sigmoid, residual) learns in every layer"),
        "{residual}"
    );
    let (_, norm) = after("with_norm");
    assert!(
        norm.contains("In B (Sigmoid, layer norm) layers 1 to"),
        "{norm}"
    );
    let (_, orthogonal) = after("with_orthogonal");
    assert!(
        orthogonal.contains("In B (Sigmoid) layers 1 to"),
        "{orthogonal}"
    );
    let (_, relu) = after("with_relu");
    assert!(relu.contains("B (ReLU) learns in every layer"), "{relu}");
}

#[test]
fn a_branch_begins_where_the_student_stands() {
    let figure = find("freeze").expect("freeze");
    let mut settings = settings(&[("step", "120")]);
    let press = |settings: &mut Settings, id: &str| {
        let action = figure.actions.iter().find(|action| action.id == id);
        let action = action.expect(id);
        assert!((action.is_open)(settings), "{id} is closed");
        (action.act)(settings);
        assert!(!(action.is_open)(settings), "{id} is still open");
    };
    press(&mut settings, "branch_here");
    assert_eq!(settings.number("branch"), 120.0);
    let shown = |id| (figure.shown)(&settings, id);
    assert!(!shown("b_init") && shown("b_activation"));
    let at_branch = figure.view(&settings);
    // Both losses over the past are the same numbers.
    let losses = |network: &str, view: &View| -> Vec<String> {
        let rows = view.table.rows.iter();
        let own = rows.filter(|row| row[0].spelled() == network);
        own.map(|row| row[3].spelled()).collect()
    };
    let (a, b) = (losses("A", &at_branch), losses("B", &at_branch));
    assert_eq!(a[..a.len() - 1], b[..b.len() - 1]);
    press(&mut settings, "no_branch");
    assert_eq!(settings.number("branch"), 0.0);
}

/// Layer, weight and step, in words.
#[test]
fn a_run_that_runs_away_says_where() {
    let far = [
        ("data", "sine"),
        ("rate", "3"),
        ("activation", "identity"),
        ("init", "he_normal"),
    ];
    let at = |step: u64| {
        let step = step.to_string();
        let mut pairs = far.to_vec();
        pairs.push(("step", &step));
        view(&pairs)
    };
    // Play would pause at the first step that has an end in it.
    let halt = (0..50).find(|step| at(*step).halt.is_some());
    let halt = halt.expect("far too long steps");
    let stopped = at(halt);
    assert_eq!(stopped.halt, Some(halt));
    let words = [
        &format!(
            "A (Identity) has stopped: at step {halt} its numbers ran out of range, first z of unit"
        ),
        "and with it weight 1 of unit 1 in layer 1",
    ];
    for words in words {
        assert!(stopped.summary.contains(words), "{}", stopped.summary);
    }
    // The replay begins before the end, slowly.
    let figure = find("freeze").expect("freeze");
    let mut settings = settings(&[("step", "300")]);
    let player = figure.player.as_ref().expect("a player");
    player.replay(&mut settings, 250);
    assert_eq!(
        (settings.number("step"), settings.choice("speed")),
        (240.0, "2")
    );
}

/// A clock that moves on by one whenever it is read.
fn ticks() -> f64 {
    static TICKS: AtomicU32 = AtomicU32::new(0);
    f64::from(TICKS.fetch_add(1, Ordering::Relaxed))
}

/// In a memory that is short of time, what was last complete stays in sight, and in the end the view is that of a fresh memory.
#[test]
fn impatience_only_delays() {
    let mut memory = Memory::default();
    let mut shown: Option<View> = None;
    for pairs in [
        &[("step", "60")][..],
        &[("step", "20"), ("show", "boundary")],
        &[("step", "40"), ("rate", "0.2"), ("show", "inputs")],
    ] {
        let mut rounds = 0;
        let done = loop {
            memory.patience = Patience::of(ticks, 4.0);
            let view = draft(pairs, &mut memory);
            if !view.pending {
                break view;
            }
            assert!(
                view.summary.starts_with("Computing: step") || view.summary.starts_with("Looking"),
                "{}",
                view.summary
            );
            assert_eq!(view.plots.is_empty(), shown.is_none());
            rounds += 1;
        };
        assert!(rounds > 1, "it was never pending");
        assert!(done == self::view(pairs), "{pairs:?}");
        shown = Some(done);
    }
}

/// A helper that knows nothing but words gives the same view; an answer to an older question is not taken for the new one's.
#[test]
fn a_helper_changes_nothing() {
    let mut memory = Memory::default();
    memory.helper = Some(Helper::default());
    let mut state = None;
    for pairs in [
        &[("step", "60")][..],
        &[("step", "30"), ("show", "boundary")],
    ] {
        assert!(draft(pairs, &mut memory).pending);
        let helper = memory.helper.as_mut().expect("a helper");
        let errand = helper.errand.clone().expect("an errand");
        // First as far as it gets in no time, then to the end.
        let partly = answer_words(&mut state, &errand, &|| true).expect("our own words");
        assert_eq!(partly.len(), 1);
        helper.answer = Some(partly);
        assert!(draft(pairs, &mut memory).pending);
        let helper = memory.helper.as_mut().expect("a helper");
        helper.answer = Some(answer_words(&mut state, &errand, &|| false).expect("our own words"));
        assert!(draft(pairs, &mut memory) == view(pairs));
        let helper = memory.helper.as_ref().expect("a helper");
        assert_eq!(helper.errand, None);
    }
}
