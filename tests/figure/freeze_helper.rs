//! `freeze` with a helper in another thread: what is lent, what is told meanwhile, and that the view is the same.

use crate::shown;
use activation_lab::figure::{Budget, Draft, Helper, Memory, Shown, find};
use activation_lab::model::experiment::{Errand, Reply};

fn complete(pairs: &[(&str, &str)]) -> Draft {
    draft(pairs, &mut Memory::default())
}

fn draft(pairs: &[(&str, &str)], memory: &mut Memory) -> Draft {
    find("freeze").expect("freeze").draft(
        &shown::settings("freeze", pairs),
        &Shown::default(),
        memory,
    )
}

/// A helper that knows nothing but words gives the same view; an answer to an older question is not taken for the new one's.
#[test]
fn a_helper_changes_nothing() {
    let mut memory = Memory::default();
    memory.helper = Some(Helper::default());
    let mut state = None;
    // A small first picture waits for nobody.
    assert!(draft(&[("step", "5")], &mut memory) == complete(&[("step", "5")]));
    assert_eq!(memory.helper.as_ref().expect("a helper").errand, None);
    for pairs in [
        &[("step", "60")][..],
        &[("step", "30"), ("show", "boundary")],
    ] {
        assert!(!draft(pairs, &mut memory).is_done());
        let errand = errand(&memory);
        // First as far as it gets in no time, then to the end.
        let partly = errand
            .work(&mut state, Budget::of(|| 0.0, 0.0))
            .expect("a plan that fits");
        assert!(partly.report.is_none());
        reply(&mut memory, partly);
        assert!(!draft(pairs, &mut memory).is_done());
        let answer = errand
            .work(&mut state, Budget::default())
            .expect("a plan that fits");
        reply(&mut memory, answer);
        assert!(draft(pairs, &mut memory) == complete(pairs));
        let helper = memory.helper.as_ref().expect("a helper");
        assert_eq!(helper.errand, None);
    }
}

fn errand(memory: &Memory) -> Errand {
    let helper = memory.helper.as_ref().expect("a helper");
    helper.errand.expect("an errand")
}

fn reply(memory: &mut Memory, reply: Reply) {
    memory.helper.as_mut().expect("a helper").answer = Some(reply);
}

/// Where the first picture alone would take seconds it is the helper's from the start: here nothing is computed, not even the networks are made.
#[test]
fn heavy_work_is_lent_at_once() {
    let widest = [("width", "64"), ("batch", "100")];
    for (pairs, lent) in [
        (&[("step", "100")][..], false),
        (&[], true),
        (
            &[("step", "0"), widest[0], widest[1], ("depth", "16")],
            false,
        ),
        (
            &[("step", "300"), widest[0], widest[1], ("depth", "16")],
            true,
        ),
        (&[("step", "5000"), widest[0]], true),
    ] {
        let mut memory = Memory::default();
        memory.helper = Some(Helper::default());
        memory.budget = Budget::of(|| 0.0, 0.0);
        let draft = draft(pairs, &mut memory);
        assert!(!draft.is_done() && draft.view.plots.is_empty(), "{pairs:?}");
        let helper = memory.helper.expect("a helper");
        assert_eq!(helper.errand.is_some(), lent, "{pairs:?}");
    }
}

/// While a helper is behind, the step that is told does not fall back to 0: not without news, and not for a later step of the same run.
#[test]
fn what_is_told_of_a_helper_never_flickers() {
    let base = [("width", "64"), ("depth", "16"), ("batch", "100")];
    let mut memory = Memory::default();
    memory.helper = Some(Helper::default());
    let mut told = |step: &str, news: Option<u64>| {
        if let Some(reached) = news {
            let report = None;
            reply(&mut memory, Reply { reached, report });
        }
        let pairs = [base[0], base[1], base[2], ("step", step)];
        draft(&pairs, &mut memory).view.summary
    };
    let computing = |reached: u64, of: u64| format!("Computing: step {reached} of {of}.");
    assert_eq!(told("300", None), computing(0, 300));
    assert_eq!(told("300", Some(40)), computing(40, 300));
    assert_eq!(told("300", None), computing(40, 300));
    assert_eq!(told("301", None), computing(40, 301));
    assert_eq!(told("301", Some(56)), computing(56, 301));
    // On the way back no more is told than was asked for; and another experiment begins at its beginning.
    assert_eq!(told("50", None), "Looking at all networks after step 50.");
    let pairs = [base[0], base[1], ("batch", "99"), ("step", "301")];
    assert_eq!(draft(&pairs, &mut memory).view.summary, computing(0, 301));
}
