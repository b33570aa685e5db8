//! No call from the page exceeds its budget, at the limits of all controls too: what is told that the time is up asks no more and stops.
//!
//! The clock is the test's: it counts how often it is asked. What lies between two questions is bounded by itself, see the tests of each kind of work.

use crate::shown;
use activation_lab::figure::{
    Budget, Draft, FIGURES, Figure, Kind, Memory, Progress, Settings, Shown, find,
};
use activation_lab::model::activation::{Activation, Kind as ActivationKind};
use activation_lab::model::propagation::{Known, Propagation, critical_gain, critical_line};
use proptest::prelude::*;
use std::cell::Cell;
use std::task::Poll;

thread_local! {
    static ASKED: Cell<f64> = const { Cell::new(0.0) };
}

/// Goes on by 1 whenever somebody looks at it.
fn clock() -> f64 {
    ASKED.set(ASKED.get() + 1.0);
    ASKED.get()
}

/// A draft that may look at the clock so many times before its time is up, and how often it did so.
fn draft(figure: &Figure, settings: &Settings, memory: &mut Memory, time: f64) -> (Draft, f64) {
    memory.budget = Budget::of(clock, time);
    let before = ASKED.get();
    let draft = figure.draft(settings, &Shown::default(), memory);
    (draft, ASKED.get() - before)
}

/// After the answer that the time is up nobody goes on: at most as many more questions as there are kinds of work in a figure, each asked once to find it out.
const STRAGGLERS: f64 = 3.0;

/// Drafts that are cut off after a single question, then after more.
fn check(figure: &Figure, settings: &Settings) -> Result<(), String> {
    let mut memory = Memory::default();
    for time in [1.0, 1.0, 2.0, 1.0, 50.0, 1.0, 400.0, 7.0] {
        let (draft, asked) = draft(figure, settings, &mut memory, time);
        if asked > time + STRAGGLERS {
            return Err(format!(
                "{}: asked {asked} times in a time of {time}",
                figure.id
            ));
        }
        let Progress::Working(share) = draft.progress else {
            return Ok(());
        };
        if draft.view.summary.is_empty() || !(0.0..=1.0).contains(&share) {
            return Err(format!("{}: says nothing of its progress", figure.id));
        }
    }
    Ok(())
}

/// Links that took seconds in one call, and neighbours of theirs, as far as controls go.
const HEAVY: &[(&str, &[(&str, &str)])] = &[
    (
        "layers",
        &[
            ("activation", "silu(beta=100)"),
            ("depth", "100"),
            ("width", "1"),
            ("bias_std", "1.57"),
        ],
    ),
    (
        "layers",
        &[
            ("activation", "celu(alpha=0.001)"),
            ("depth", "100"),
            ("width", "1"),
            ("bias_std", "0.3"),
        ],
    ),
    (
        "layers",
        &[("activation", "selu(lambda=0.01)"), ("depth", "100")],
    ),
    (
        "layers",
        &[
            ("activation", "squareplus(b=1e-6)"),
            ("depth", "100"),
            ("residual", "true"),
        ],
    ),
    ("layers", &[("depth", "100"), ("width", "512")]),
    (
        "layers",
        &[
            ("show", "both"),
            ("activation", "silu(beta=100)"),
            ("depth", "100"),
            ("width", "1"),
            ("bias_std", "0.3"),
        ],
    ),
    (
        "freeze",
        &[("depth", "16"), ("width", "64"), ("batch", "100")],
    ),
    (
        "freeze",
        &[
            ("depth", "16"),
            ("width", "64"),
            ("step", "5000"),
            ("show", "boundary"),
        ],
    ),
];

#[test]
fn heavy_links_stop_when_they_are_told() {
    for (figure, pairs) in HEAVY {
        let figure = find(figure).expect(figure);
        assert_eq!(
            check(figure, &shown::settings(figure.id, pairs)),
            Ok(()),
            "{pairs:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any corner of any figure.
    #[test]
    fn every_state_stops_when_it_is_told(
        which in 0..FIGURES.len(),
        shares in prop::collection::vec(prop::sample::select(vec![0.0, 0.3, 0.77, 1.0]), 24),
        activation in prop::sample::select(ActivationKind::ALL.to_vec()),
    ) {
        let figure = &FIGURES[which];
        let mut settings = Settings::defaults(figure.controls);
        for (control, share) in figure.controls.iter().zip(&shares) {
            match &control.kind {
                Kind::Number { .. } => {
                    let last = f64::from(settings.positions(control.id));
                    settings.set_position(control.id, (last * share) as u32);
                }
                Kind::Activations { .. } => settings.set(control.id, activation.id()).expect("an id"),
                Kind::Choice { options, .. } => {
                    let at = ((options.len() - 1) as f64 * share) as usize;
                    settings.set(control.id, options[at].0).expect("an option");
                }
                Kind::Switch { .. } => settings.set(control.id, if *share > 0.4 { "true" } else { "false" }).expect("a switch"),
            }
        }
        prop_assert_eq!(check(figure, &settings), Ok(()));
    }
}

/// Impatience only delays: in pieces the view of `layers` is the one that took its time.
#[test]
fn layers_in_pieces_are_the_same() {
    let figure = find("layers").expect("layers");
    for pairs in [
        &[("activation", "tanh"), ("bias_std", "0.3"), ("width", "8")][..],
        &[("show", "both"), ("depth", "6"), ("width", "8")],
        &[
            ("activation", "softplus"),
            ("residual", "true"),
            ("width", "8"),
        ],
        &[
            ("activation", "selu(lambda=0.01)"),
            ("depth", "3"),
            ("width", "2"),
        ],
    ] {
        let settings = shown::settings(figure.id, pairs);
        let mut told = 0;
        let view = figure.view_in_pieces(&settings, || Budget::of(clock, 40.0), |_| told += 1);
        assert!(told > 3, "{pairs:?} was done at once");
        // By its text: a cell of nothing is NaN, which does not equal itself.
        let at_once = format!("{:?}", figure.view(&settings));
        assert!(format!("{view:?}") == at_once, "{pairs:?}");
    }
}

/// Time for one piece.
fn spent() -> Budget {
    Budget::of(|| 0.0, 0.0)
}

/// How often a search that may look at one variance at a time has to be asked, and its answer; each time it looks at one more and no more.
#[track_caller]
fn in_pieces<T>(known: &mut Known, mut ask: impl FnMut(&mut Known, Budget) -> Poll<T>) -> T {
    loop {
        let before = known.len();
        match ask(known, spent()) {
            Poll::Ready(answer) => return answer,
            Poll::Pending => assert_eq!(known.len(), before + 1),
        }
    }
}

/// The searches for fixed points, critical gains and the critical line can stop after every variance, and come to what they find at once: the same bits, for every activation.
#[test]
fn a_search_in_pieces_finds_the_same() {
    for kind in ActivationKind::ALL {
        let activation = Activation::new(*kind);
        let mut known = Known::new(activation);
        for sigma_b in [0.0, 0.3] {
            let theory = Propagation::new(activation, 1.3, sigma_b).expect("in range");
            let chi = in_pieces(&mut known, |known, budget| {
                known.final_chi(1.3, sigma_b, 1.0, budget)
            });
            let same = |a: f64, b: f64| a.to_bits() == b.to_bits();
            let at_once = theory.final_chi(1.0).expect("a start");
            assert!(same(chi.expect("a start"), at_once), "{kind:?}");
            let gains = in_pieces(&mut known, |known, budget| {
                known.critical_gain(sigma_b, budget)
            });
            assert_eq!(gains, critical_gain(activation, sigma_b), "{kind:?}");
        }
        let line = in_pieces(&mut known, |known, budget| {
            known.critical_line((0.0, 10.0), 30, budget)
        });
        let at_once = critical_line(activation, (0.0, 10.0), 30);
        assert_eq!(line, at_once, "{kind:?}");
    }
}

/// What no control reaches any more can be asked of the model: a search among thousands of variances, each of which takes a millisecond, stops after every one.
#[test]
fn an_endless_search_stops_all_the_same() {
    for text in ["silu(beta=1e100)", "silu(beta=1e60)", "selu(lambda=1e-100)"] {
        let mut known = Known::new(text.parse().expect(text));
        let mut ask = |looked: usize| {
            let pending = known.critical_gain(1.57, spent()).is_pending();
            assert!(!pending || known.len() == looked, "{text}");
            pending
        };
        let asked = (1..100).take_while(|looked| ask(*looked)).count();
        assert!(asked == 99 || text.starts_with("selu"), "{text}: {asked}");
    }
}

/// Under a huge or a tiny scale V and q differ by hundreds of powers of ten nearly everywhere. There is no point there, and nobody looks for one: a sample for every half power of e of a double's whole range is 2,700, and twice that leaves room for the points themselves.
#[test]
fn a_scale_at_its_limit_is_no_longer_search() {
    for kind in ActivationKind::ALL {
        for (sigma_w, sigma_b) in [(1e100, 0.0), (1e50, 1e-100), (1e-100, 0.0), (1e-50, 0.0)] {
            let mut known = Known::new(Activation::new(*kind));
            let chi = known.final_chi(sigma_w, sigma_b, 1.0, Budget::default());
            assert!(matches!(chi, Poll::Ready(Ok(_))), "{kind:?}");
            let looked = known.len();
            assert!(
                looked < 5400,
                "{kind:?}, {sigma_w}, {sigma_b}: {looked} variances"
            );
        }
    }
}
