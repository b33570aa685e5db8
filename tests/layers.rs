//! `layers`: what it says follows from its settings, at once or piece by piece.

use activation_lab::figure::{Memory, Patience, Settings, View, find};

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::defaults(find("layers").expect("layers").controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    settings
}

fn view(pairs: &[(&str, &str)]) -> View {
    find("layers").expect("layers").view(&settings(pairs))
}

const HE: &str = "1.4142135623730951";

/// The factor per layer, as the second readout says it.
fn factor(view: &View) -> f64 {
    let text = view.readouts[1].value.replace("× ", "");
    text.parse().expect("a factor")
}

#[test]
fn the_start_shows_a_gradient_that_vanishes() {
    let view = view(&[]);
    assert!(view.summary.contains("would not learn"), "{}", view.summary);
    assert!((factor(&view) - 0.23).abs() < 0.01);
    assert_eq!(view.table.rows.len(), 20);
    assert!(!view.pending);
}

/// Erratum 5 of the notes: the two states that the article links to show what it says.
#[test]
fn gelu_keeps_less_than_relu_at_the_scale_of_he() {
    let of = |activation| factor(&view(&[("activation", activation), ("gain", HE)]));
    assert!((0.8..0.9).contains(&of("gelu")) && of("relu") > 0.96);
}

/// Without time a view is pending, says so, and the next one is nearer to the end; what it ends with is the view itself.
#[test]
fn it_is_finished_piece_by_piece() {
    let figure = find("layers").expect("layers");
    let mut memory = Memory::default();
    for pairs in [
        &[("depth", "5")][..],
        &[("depth", "5"), ("gain", "2")],
        &[("layer_norm", "true"), ("depth", "3")],
    ] {
        let settings = settings(pairs);
        let mut drafts = 0;
        loop {
            memory.patience = Patience::of(|| 0.0, 0.0);
            let draft = (figure.draft)(&settings, &mut memory);
            drafts += 1;
            if !draft.pending {
                // Written out, because cells without a value are NaN.
                let written = |view: &View| format!("{view:?}");
                assert!(
                    written(&draft) == written(&figure.view(&settings)),
                    "{pairs:?}"
                );
                break;
            }
            assert!(drafts < 2000, "{pairs:?}: no end");
        }
        assert!(drafts > 100, "only {drafts} portions");
    }
}

#[test]
fn it_can_be_made_critical_where_there_is_a_scale() {
    let action = &find("layers").expect("layers").actions[0];
    for (activation, critical) in [("tanh", "1"), ("relu", HE)] {
        let mut settings = settings(&[("activation", activation), ("gain", "0.5")]);
        assert!((action.is_open)(&settings));
        (action.act)(&mut settings);
        let wanted: f64 = critical.parse().expect("a number");
        // The theory's critical gain is good to nine digits.
        assert!((settings.number("gain") - wanted).abs() < 1e-9);
        assert!(!(action.is_open)(&settings));
    }
    for pairs in [
        &[("activation", "sigmoid")][..],
        &[("activation", "tanh"), ("residual", "true")],
    ] {
        let settings = settings(pairs);
        assert!(!(action.is_open)(&settings));
        assert!((action.label)(&settings).contains("No weight scale"));
    }
}

#[test]
fn what_is_left_out_is_said() {
    let said = view(&[("width", "512"), ("depth", "12"), ("batch", "64")]).summary;
    assert!(
        said.contains("10 inputs were tried instead of 64"),
        "{said}"
    );
}
