//! Sentences and readouts of `layers` that once said what was not so: each with its neighbours.

use super::{figure, settings, view};
use activation_lab::figure::{Cell, Readout, View};
use std::f64::consts::SQRT_2;

fn said(pairs: &[(&str, &str)]) -> View {
    view(&settings(pairs))
}

fn readout<'a>(view: &'a View, label: &str) -> &'a Readout {
    let mut all = view.readouts.iter().chain(&view.deeper);
    all.find(|r| r.label.starts_with(label)).expect(label)
}

/// The theory's factors of the table, from each layer to the one before.
fn factors(view: &View) -> Vec<f64> {
    let at = view
        .table
        .columns
        .iter()
        .position(|c| c.id == "theory_factor");
    let at = at.expect("theory_factor");
    let number = |row: &Vec<Cell>| match &row[at] {
        Cell::Number(x) => Some(*x),
        _ => None,
    };
    view.table.rows.iter().filter_map(number).collect()
}

/// Two rays from the origin have one mean squared slope at every scale: ½·(1 + α²), and the critical gain is its root's inverse.
#[test]
fn where_the_factor_is_one_in_every_layer_none_is_nearer() {
    let leaky = (2.0f64 / 1.25).sqrt().to_string();
    for (activation, gain) in [
        ("relu", &*SQRT_2.to_string()),
        ("leaky_relu(alpha=0.5)", &leaky),
        ("identity", "1"),
    ] {
        for depth in ["2", "20", "100"] {
            let view = said(&[("activation", activation), ("gain", gain), ("depth", depth)]);
            assert!(factors(&view).iter().all(|f| (f - 1.0).abs() < 1e-12));
            assert!(
                view.summary.ends_with(
                    "This weight scale is critical: in theory that is 1 in every layer, however deep the network."
                ),
                "{activation} {depth}: {}",
                view.summary
            );
        }
    }
    // Where it only nears 1, that is said: tanh bends at every scale.
    for (activation, depth) in [("tanh", "2"), ("tanh", "100"), ("sin", "20")] {
        let view = said(&[("activation", activation), ("depth", depth)]);
        assert!(factors(&view).iter().all(|f| *f < 0.999));
        let nearer = "critical: the deeper the network, the nearer that is to 1.";
        assert!(view.summary.ends_with(nearer), "{}", view.summary);
    }
}

/// √(1 + g²·E[f′²]), with E[f′²] ½ for ReLU and 1 for the identity; what grows without end has the slopes of infinity: GELU's are ReLU's, the sine's cos² is ½ on average, and tanh's are 0.
#[test]
fn a_short_cut_leads_the_factor_where_it_goes() {
    for (activation, gain, words) in [
        ("relu", "1", "the factor is 1.22 in every layer"),
        ("relu", "3", "the factor is 2.35 in every layer"),
        ("identity", "1", "the factor is 1.41 in every layer"),
        ("step", "1", "the factor is 1 in every layer"),
        ("gelu", "1", "the factor nears 1.22, layer after layer"),
        ("sin", "1", "the factor nears 1.22, layer after layer"),
        ("tanh", "1", "the factor nears 1, layer after layer"),
        ("sigmoid", "3", "the factor nears 1, layer after layer"),
        ("squared_relu", "1", "the factor grows without end"),
    ] {
        for depth in ["1", "20"] {
            let view = said(&[
                ("activation", activation),
                ("gain", gain),
                ("depth", depth),
                ("residual", "true"),
            ]);
            let deeper = readout(&view, "Depth scale");
            let told = format!("with the short cut {words}");
            assert!(deeper.note.starts_with(&told), "{activation}: {deeper:?}");
            // A factor that stays has a scale: ξ = -1/ln χ.
            let is_fixed = words.ends_with("in every layer");
            assert_eq!(deeper.value != "no fixed one", is_fixed, "{deeper:?}");
        }
    }
    let relu = said(&[("activation", "relu"), ("residual", "true")]);
    // 1/ln 1.5.
    assert_eq!(readout(&relu, "Depth scale").value, "2.47 layers");
    // Layer norm divides by a variance that grows without end.
    let normed = [
        ("activation", "relu"),
        ("residual", "true"),
        ("layer_norm", "true"),
    ];
    let view = said(&normed);
    assert!(readout(&view, "Depth").note.contains("the factor nears 1,"));
}

/// Half a decade is 3.16 times, and the note beside a number says what a word means, not what comes through.
#[test]
fn the_limits_are_said_as_they_are() {
    for (state, verdict) in [
        (
            &[("activation", "sigmoid"), ("residual", "true")][..],
            "comes through",
        ),
        (&[("activation", "sigmoid")], "has all but vanished"),
        (&[], "fades"),
    ] {
        let view = said(state);
        let share = readout(&view, "Layer 1 receives");
        assert!(view.summary.contains(verdict), "{}", view.summary);
        assert_eq!(
            share.note,
            "of what arrives at layer 20, median over the inputs; “comes through” means from 0.32 to 3.2 times"
        );
    }
    // The example: between three times and 3.16.
    let view = said(&[("activation", "sigmoid"), ("residual", "true")]);
    assert_eq!(readout(&view, "Layer 1 receives").value, "310 %");
}

/// A step has no slope at all, and a factor of 0 or without bounds no scale.
#[test]
fn what_has_no_size_is_not_given_one() {
    let step = said(&[("activation", "step")]);
    let flat = &readout(&step, "Flat").note;
    assert!(flat.starts_with("f′ is 0 everywhere; dead"), "{flat}");
    for activation in ["tanh", "relu"] {
        let view = said(&[("activation", activation)]);
        assert!(
            readout(&view, "Flat")
                .note
                .starts_with("|f′| below 0.1; dead")
        );
    }
    for (activation, words) in [
        ("step", "in endless depth the factor is 0;"),
        ("tanh_shrink", "in endless depth the factor is 0;"),
        (
            "exponential",
            "in endless depth the factor grows beyond all bounds;",
        ),
    ] {
        let view = said(&[("activation", activation)]);
        let deeper = readout(&view, "Depth scale");
        assert_eq!(deeper.value, "none");
        assert!(deeper.note.starts_with(words), "{deeper:?}");
    }
}

/// "All" is only said of all inputs: with a median of 0 some gradients may be left, and the table counts them.
#[test]
fn all_is_said_of_all() {
    let zeros = |view: &View| {
        let at = view
            .table
            .columns
            .iter()
            .position(|c| c.id == "zero_gradient_share");
        match view.table.rows[0][at.expect("zero_gradient_share")] {
            Cell::Number(share) => share,
            _ => f64::NAN,
        }
    };
    for (state, value) in [
        (
            &[("depth", "1"), ("width", "1")][..],
            "0 for half of them or more",
        ),
        (
            &[("width", "1"), ("residual", "true")],
            "0 for half of them or more",
        ),
        (&[("width", "1"), ("depth", "40")], "nothing: all are 0"),
    ] {
        let view = said(&[state, &[("activation", "relu")]].concat());
        let is_half = value.starts_with("0 for half");
        let share = zeros(&view);
        assert!(share >= 0.5 && (share < 1.0) == is_half, "{share}");
        assert_eq!(readout(&view, "Layer 1 receives").value, value);
        assert_eq!(
            view.summary.starts_with("For half"),
            is_half,
            "{}",
            view.summary
        );
    }
    // The last layer of a residual network: nothing of half of the inputs is not nothing.
    let around = (1..200).find_map(|seed| {
        let view = said(&[
            ("activation", "relu"),
            ("residual", "true"),
            ("width", "1"),
            ("depth", "3"),
            ("seed", &seed.to_string()),
        ]);
        let half = "For half of the inputs or more, layer 3 lets nothing back itself";
        view.summary.starts_with(half).then_some(view)
    });
    assert_eq!(
        readout(&around.expect("one"), "Layer 1 receives").value,
        "—"
    );
}

/// "Receives 40 times" asks for what; and what rounds to ten times is no percentage any more.
#[test]
fn times_are_times_of_something() {
    for (state, begins, value) in [
        (
            &[("seed", "65")][..],
            "Layer 1 receives 10 times the gradient at layer 20:",
            "10 times",
        ),
        (
            &[("activation", "sin")],
            "Layer 1 receives 44 times the gradient at layer 20:",
            "44 times",
        ),
        (
            &[("activation", "sigmoid")],
            "Of the gradient at layer 20, layer 1 receives 310 %:",
            "310 %",
        ),
    ] {
        let view = said(&[state, &[("residual", "true")]].concat());
        assert!(view.summary.starts_with(begins), "{}", view.summary);
        assert_eq!(readout(&view, "Layer 1 receives").value, value);
    }
    let single = [("activation", "exponential"), ("depth", "1"), ("gain", "3")];
    let view = said(&single);
    let end = "behind the activation, the gradient is 111 times what arrives.";
    assert!(view.summary.ends_with(end), "{}", view.summary);
}

/// A single unit has no others to be compared with: with layer norm it is the network without one, in the theory and on the button, too.
#[test]
fn layer_norm_of_one_unit_promises_nothing() {
    let idle = " Layer norm does nothing here: a single unit has no others to be compared with.";
    for (activation, gain, bias) in [
        ("tanh", "1", "0"),
        ("tanh", "3", "0"),
        ("gelu", "1.5", "0"),
        ("sigmoid", "1", "0.5"),
    ] {
        let [plain, normed] = ["false", "true"].map(|norm| {
            settings(&[
                ("activation", activation),
                ("gain", gain),
                ("bias_std", bias),
                ("width", "1"),
                ("layer_norm", norm),
            ])
        });
        let label = figure().actions[0].label;
        let views = [view(&plain), view(&normed)];
        assert_eq!(label(&plain), label(&normed));
        let [plain, normed] = views;
        assert_eq!(plain.summary.clone() + idle, normed.summary);
        assert_eq!(plain.measures, normed.measures);
        assert_eq!(plain.readouts, normed.readouts);
        assert_eq!(plain.deeper, normed.deeper);
        assert_eq!(plain.table, normed.table);
    }
    // Two units are compared: then the scale does not matter, and nothing is said of idleness.
    let two = said(&[("width", "2"), ("layer_norm", "true")]);
    assert!(!two.summary.contains("does nothing"), "{}", two.summary);
    let note = &readout(&two, "Depth scale").note;
    assert!(
        note.ends_with("with layer norm the weight scale does not matter"),
        "{note}"
    );
}
