//! `freeze` as a figure: what it says follows from the settings, whoever computes it and however often it is interrupted.

use crate::shown;
use activation_lab::figure::{Budget, Draft, Memory, Settings, Shown, View, find};
use std::sync::atomic::{AtomicU32, Ordering};

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("freeze", pairs)
}

fn draft(pairs: &[(&str, &str)], memory: &mut Memory) -> Draft {
    find("freeze").expect("freeze").draft(
        &shown::settings("freeze", pairs),
        &Shown::default(),
        memory,
    )
}

/// The claim of the figure, in its first state.
#[test]
fn the_first_state_says_what_the_section_claims() {
    let said = view(&[]).summary;
    for part in [
        "After 2000 steps, A (Sigmoid) moves and learns nothing: its loss is 0.69, that of guessing 0.69; layers 1 to 4 are frozen, layer 1 moves by ",
        " B (ReLU) has learned its task (loss 0.03",
        " A with 2 hidden layers learns it by then (loss 0.28): it is the depth that holds A back.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let start = view(&[("step", "0")]).summary;
    assert!(start.starts_with("Before the first step"), "{start}");
}

/// Where the shallow network does not learn either, nothing is said to be the fault of depth.
#[test]
fn a_task_that_the_shallow_network_does_not_learn_proves_nothing() {
    for data in ["circles", "xor", "spiral"] {
        let said = view(&[("data", data)]).summary;
        assert!(said.contains("not shown to be the cause"), "{data}: {said}");
        assert!(!said.contains("holds A back"), "{data}: {said}");
    }
    // A network that is no deeper has nothing to be compared with.
    let said = view(&[("depth", "2")]).summary;
    assert!(!said.contains("A with"), "{said}");
    let view = view(&[("depth", "2")]);
    assert!(
        view.legend
            .iter()
            .all(|key| !key.name.contains("hidden layer"))
    );
}

/// Each button changes B and nothing else: the rate, the points and A stay.
#[test]
fn every_button_is_one_difference() {
    let figure = find("freeze").expect("freeze");
    let b_only = |id: &str| id.starts_with("b_");
    for (id, said) in [
        ("with_equal_steps", "B (Sigmoid, equal steps) learns"),
        (
            "with_equal_steps_held",
            "B (Sigmoid, equal steps) moves and learns nothing: its loss is 0.69, that of guessing 0.69, and layers 1 to 4 are held as chance made them",
        ),
        ("with_relu", "B (ReLU) has learned"),
        ("with_relu_held", "B (ReLU) has learned its task (loss 0.04"),
        ("with_residual", "B (Sigmoid, residual) learns"),
        ("with_both", "B (Sigmoid, residual, layer norm) learns"),
    ] {
        let mut settings = shown::settings("freeze", &[]);
        let action = figure.actions.iter().find(|action| action.id == id);
        let action = action.expect(id);
        assert!((action.is_open)(&settings), "{id}");
        (action.act)(&mut settings);
        let changed = settings.changed();
        assert!(changed.iter().all(|(id, _)| b_only(id)), "{changed:?}");
        let summary = figure.view(&settings).summary;
        assert!(summary.contains(said), "{id}: {summary}");
        assert!(!(action.label)(&settings).is_empty());
    }
}

/// Nothing is called by what it does not have: before its branch B is A, one unit has no norm, one layer no way around.
#[test]
fn names_say_what_acts() {
    let said = |pairs: &[(&str, &str)]| {
        let view = view(pairs);
        let legend: Vec<&str> = view.legend.iter().map(|key| key.name.as_str()).collect();
        format!("{} {}", view.summary, legend.join(" "))
    };
    let before = said(&[("branch", "30"), ("step", "29")]);
    assert!(!before.contains("ReLU"), "{before}");
    let after = said(&[("branch", "30"), ("step", "30")]);
    assert!(after.contains("B (ReLU)"), "{after}");
    let narrow = said(&[
        ("step", "5"),
        ("width", "1"),
        ("layer_norm", "true"),
        ("b_layer_norm", "true"),
    ]);
    assert!(!narrow.contains("norm"), "{narrow}");
    let flat = said(&[("step", "5"), ("depth", "1"), ("residual", "true")]);
    assert!(!flat.contains("residual"), "{flat}");
    let wired = said(&[("step", "5"), ("residual", "true"), ("layer_norm", "true")]);
    assert!(
        wired.contains("A (Sigmoid, residual, layer norm)"),
        "{wired}"
    );
}

/// Where nothing differs all numbers are the same, and that is what is said of B; one difference, and B is spoken of for itself.
#[test]
fn a_network_set_like_the_other_does_the_same() {
    let like = [
        ("b_activation", "sigmoid"),
        ("b_init", "xavier_normal"),
        ("step", "40"),
    ];
    let twin = view(&like);
    assert!(
        twin.summary
            .contains(" B (Sigmoid) is set like A, and does the same."),
        "{}",
        twin.summary
    );
    let values: Vec<&str> = twin.readouts.iter().map(|one| one.value.as_str()).collect();
    assert_eq!((values[0], values[2]), (values[1], values[3]));
    for difference in [("b_held", "1"), ("b_residual", "true"), ("b_gain", "1.1")] {
        let said = view(&[&like[..], &[difference]].concat()).summary;
        assert!(!said.contains("set like A"), "{difference:?}: {said}");
    }
}

/// η·‖∂L/∂W‖/‖W‖ from the printed digits is the printed result, and that is the number of the readout.
#[test]
fn the_formula_is_that_of_the_readout() {
    let read = |text: &str| {
        let plain = text.trim_matches(['(', ')']);
        let plain = plain.replace(" × 10", "e").replace('−', "-");
        let digits = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip("-0123456789".chars());
        let plain = digits.fold(plain, |text, (from, to)| {
            text.replace(from, &to.to_string())
        });
        plain.parse::<f64>().expect(text)
    };
    for pairs in [
        &[][..],
        &[("step", "1")],
        &[("step", "77"), ("rate", "0.3")],
        &[("held", "3"), ("b_held", "1")],
    ] {
        let view = view(pairs);
        for (formula, readout) in view.formulas.iter().zip(&view.readouts) {
            let formula = formula.math.plain();
            let mut parts = formula.rsplit(" = ");
            let result = read(parts.next().expect("a result"));
            let (above, below) = parts
                .next()
                .expect("a quotient")
                .split_once('/')
                .expect("a quotient");
            let (rate, slope) = above.split_once('·').expect("a product");
            let again = read(rate) * read(slope) / read(below);
            // Two factors of three digits each, half a unit of the third off at most.
            assert!((again / result - 1.0).abs() < 0.012, "{formula}");
            let shown = read(&readout.value);
            assert!(
                (shown / result - 1.0).abs() < 0.051,
                "{} {formula}",
                readout.value
            );
        }
    }
}

#[test]
fn a_branch_begins_where_the_student_stands() {
    let figure = find("freeze").expect("freeze");
    let mut settings = shown::settings("freeze", &[("step", "120")]);
    let press = |settings: &mut Settings, id: &str| {
        let action = figure.actions.iter().find(|action| action.id == id);
        let action = action.expect(id);
        assert!((action.is_open)(settings), "{id} is closed");
        (action.act)(settings);
        assert!(!(action.is_open)(settings), "{id} is still open");
    };
    press(&mut settings, "branch_here");
    assert_eq!(settings.number("branch"), 120.0);
    let acts = |id: &str| {
        let mut controls = figure.controls.iter();
        controls.any(|c| c.id == id && (c.acts)(&settings))
    };
    assert!(!acts("b_init") && acts("b_activation"));
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
        draft(&pairs, &mut Memory::default())
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
        let said = &stopped.view.summary;
        assert!(said.contains(words), "{said}");
    }
    // The replay begins before the end, slowly.
    let figure = find("freeze").expect("freeze");
    let mut settings = shown::settings("freeze", &[("step", "300")]);
    let player = figure.player.as_ref().expect("a player");
    player.replay(&mut settings, 250);
    assert_eq!(
        (settings.number("step"), settings.text("speed").as_deref()),
        (240.0, Some("2"))
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
            memory.budget = Budget::of(ticks, 4.0);
            let draft = draft(pairs, &mut memory);
            let done = draft.is_done();
            let view = draft.view;
            if done {
                break view;
            }
            assert!(
                view.summary.starts_with("Computing: step")
                    || view.summary.starts_with("Looking at all"),
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

/// Where a network has stopped, its loss is said to be no number, and no more is made of it.
#[test]
fn a_loss_that_is_no_number_is_called_that() {
    for change in [("rate", "3"), ("b_gain", "10")] {
        let view = view(&[change]);
        let loss = view
            .readouts
            .iter()
            .find(|readout| readout.label == "B, loss");
        let loss = loss.expect("the loss of B");
        assert!(
            view.summary.contains("B (ReLU) has stopped"),
            "{}",
            view.summary
        );
        assert_eq!(
            (loss.value.as_str(), loss.note.as_str()),
            ("no number", "on the test points no number")
        );
    }
}
