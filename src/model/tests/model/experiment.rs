//! Experiments: the same answer however it is asked for. The oracle is a training loop written here, step by step, on the model's tested parts.

use crate::any_plan;
use crate::pieces::{asked, pieces};

use any_plan::{
    activation, answered, any_plan, ask, bits, check_plane, check_signals, question, start,
};
use model::dataset::Kind;
use model::experiment::{Arm, Errand, Experiment, LayerState, Outcome, Plan, Reply, WordsError};
use model::init::Init;
use model::network::Pass;
use model::work::Budget;
use proptest::prelude::*;

/// The middle of the finite numbers, the lower of two middles; 0 of none.
fn median(list: &[f64]) -> f64 {
    let mut list = list.to_vec();
    list.retain(|x| x.is_finite());
    list.sort_by(f64::total_cmp);
    let middle = list.len().saturating_sub(1) / 2;
    list.get(middle).copied().unwrap_or(0.0)
}

/// ‖y - x‖/‖x‖, the plain way.
fn moved(x: &[f64], y: &[f64]) -> f64 {
    let square = |list: &mut dyn Iterator<Item = f64>| list.map(|x| x * x).sum::<f64>();
    let change = square(&mut x.iter().zip(y).map(|(x, y)| y - x));
    (change / square(&mut x.iter().copied())).sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Forwards and backwards, interrupted at any call, the answer is that of a fresh experiment, to the bit.
    #[test]
    fn the_answer_does_not_depend_on_the_way(
        plan in any_plan(),
        steps in prop::collection::vec(0u64..150, 1..5),
        every in 1usize..6,
    ) {
        let mut experiment = Experiment::new(plan).expect("shapes that fit");
        for step in steps {
            let mut rounds = 0;
            while experiment.answer(question(step), pieces(every + 1)).is_pending() {
                rounds += 1;
                prop_assert!(rounds < 2000, "no progress");
            }
            let report = experiment.report().expect("answered");
            prop_assert_eq!(bits(report), bits(&ask(plan, step)));
        }
    }

    /// An experiment that is turned into another, of which it keeps what both have in common, answers like a fresh one.
    #[test]
    fn a_turned_experiment_forgets_nothing_and_keeps_nothing_wrong(
        plan in any_plan(),
        other in any_plan(),
        change in 0usize..6,
        steps in prop::collection::vec(0u64..90, 2),
    ) {
        let [first, second] = plan.arms;
        let turned = match change {
            0 => Plan { arms: [first, other.arms[1]], ..plan },
            1 => Plan { arms: [other.arms[0], second], ..plan },
            2 => Plan { arms: [second, first], ..plan },
            3 => Plan { branch: other.branch, ..plan },
            4 => Plan { depth: other.depth, shallow: other.shallow, ..plan },
            _ => Plan { seed: plan.seed + 1, ..plan },
        };
        let mut experiment = Experiment::new(plan).expect("shapes that fit");
        let _ = experiment.answer(question(steps[0]), Budget::default());
        let mut experiment = experiment.turn(turned).expect("shapes that fit");
        let report = answered(experiment.answer(question(steps[1]), Budget::default()));
        prop_assert_eq!(bits(report), bits(&ask(turned, steps[1])));
    }

    /// What goes through words comes out the same, from a state that was busy with something else.
    #[test]
    fn words_lose_nothing(plan in any_plan(), other in any_plan(), step in 0u64..60) {
        let mut state = Some(Experiment::new(other).expect("shapes that fit"));
        let errand = Errand { plan, question: question(step) };
        prop_assert_eq!(Errand::read(&errand.words()), Ok(errand));
        let reply = errand.work(&mut state, Budget::default()).expect("a plan that fits");
        let reply = Reply::read(&reply.words()).expect("our own words");
        let report = ask(plan, step);
        let all = report.arms.iter().chain(&report.shallow);
        let reached = all.map(|arm| arm.steps).min();
        prop_assert_eq!(Some(reply.reached), reached);
        prop_assert_eq!(bits(&reply.report.expect("all the time")), bits(&report));
    }

    /// Words that nobody wrote are refused, whatever they are.
    #[test]
    fn other_words_are_refused(mut words in prop::collection::vec(-3.0..300.0f64, 0..40), cut in 0usize..10) {
        // A reply of one word is one: so many steps are done.
        words.insert(0, 0.0);
        prop_assert!(words.len() == 1 || Reply::read(&words).is_err());
        words.truncate(cut);
        prop_assert_eq!(Errand::read(&words), Err(WordsError));
    }

    /// Losses, gradients, changes and drifts of a plain loop over [`Training::step`].
    #[test]
    fn a_report_is_what_a_plain_loop_computes(plan in any_plan(), step in 0u64..70) {
        let plan = Plan { branch: 0, ..plan };
        let report = ask(plan, step);
        let shallow = Plan { depth: plan.shallow, ..plan };
        let control = Arm { held: 0, ..plan.arms[0] };
        let mut all: Vec<_> = plan.arms.iter().map(|arm| (plan, *arm)).collect();
        all.extend((0 < plan.shallow && plan.shallow < plan.depth).then_some((shallow, control)));
        let outcomes: Vec<_> = report.arms.iter().chain(&report.shallow).collect();
        prop_assert_eq!(all.len(), outcomes.len());
        for (index, ((plan, arm), outcome)) in all.iter().zip(outcomes).enumerate() {
            let mut training = start(plan, arm);
            let first = training.network().clone();
            let mut changes: Vec<Vec<f64>> = vec![Vec::new(); plan.depth + 1];
            let mut pass = Pass::new(&first);
            for _ in 0..step {
                if training.step().is_err() {
                    break;
                }
                for (list, change) in changes.iter_mut().zip(training.relative_changes()) {
                    list.push(change);
                }
            }
            prop_assert_eq!(outcome.steps, training.steps());
            prop_assert_eq!(outcome.divergence, training.divergence());
            if training.divergence().is_some() {
                continue;
            }
            let losses = training.losses(&mut pass).expect("fits");
            prop_assert_eq!(outcome.losses.last(), Some(&(step, losses)));
            // The layer that was asked for; the shallowest have none of that number but their output.
            let z = pass.z(1);
            prop_assert_eq!(outcome.spread.counts.iter().sum::<u64>(), z.len() as u64);
            let ends = (outcome.spread.from, outcome.spread.to);
            prop_assert!(z.iter().all(|z| (ends.0..=ends.1).contains(z)));
            prop_assert_eq!(report.guess, training.guess());
            for (layer, state) in outcome.layers.iter().enumerate() {
                let last = &changes[layer][changes[layer].len().saturating_sub(LayerState::WINDOW)..];
                prop_assert_eq!(state.relative_change, median(last));
                let drift = moved(first.weights(layer), training.network().weights(layer));
                // The same sum in another order.
                prop_assert!((state.drift - drift).abs() <= 1e-13 * drift, "{} {drift}", state.drift);
                let (typical, moment) = &state.typical;
                prop_assert_eq!(moment.relative_change, state.relative_change);
                if *typical > 0 {
                    let there = &outcome.trace[*typical as usize].layers[layer];
                    prop_assert!(*typical <= step && *typical + 9 > step);
                    prop_assert!(there.relative_change.is_finite());
                }
            }
            let trace: Vec<u64> = outcome.trace.iter().map(|moment| moment.step).collect();
            prop_assert_eq!(trace, (0..=step).collect::<Vec<u64>>());
            check_signals(outcome, &training);
            if index < 2 {
                check_plane(plan, outcome, &training);
            }
        }
    }
}

#[test]
fn sigmoid_freezes_and_relu_does_not_from_every_seed() {
    for seed in 1..=12 {
        let plan = Plan {
            seed,
            ..Plan::default()
        };
        let [sigmoid, relu] = ask(plan, 300).arms;
        let [first, last] = [0, 8].map(|layer: usize| sigmoid.layers[layer]);
        assert!(
            first.relative_change < 1e-5 && first.drift < 1e-3,
            "{first:?}"
        );
        assert!(last.relative_change > 1e-4, "{last:?}");
        let paces = relu.layers.iter().map(|layer| layer.relative_change);
        assert!(
            paces.clone().all(|pace| pace > 1e-5),
            "{seed}: {:?}",
            paces.collect::<Vec<_>>()
        );
        let loss = |outcome: &Outcome| outcome.losses.last().expect("a loss").1.train;
        assert!(loss(&relu) < 0.6 * loss(&sigmoid), "{seed}");
    }
}

#[test]
fn a_branch_is_the_first_run_up_to_its_step() {
    let [a, _] = Plan::default().arms;
    let b = Arm {
        activation: activation("relu"),
        residual: true,
        ..a
    };
    let plan = Plan {
        arms: [a, b],
        branch: 20,
        ..Plan::default()
    };
    let before = ask(plan, 19);
    assert_eq!(
        format!("{:?}", before.arms[0]),
        format!("{:?}", before.arms[1])
    );
    let after = ask(plan, 40);
    let [first, second] = &after.arms;
    assert_eq!(first.trace[..=20], second.trace[..=20]);
    assert_ne!(first.trace[21], second.trace[21]);
    // The weights are those of A: they moved less between steps 20 and 21 than ReLU's own start is away.
    assert!(second.layers[0].drift < 0.5, "{:?}", second.layers[0]);
}

/// A median behind the branch is one of steps behind it, and so in the trace; at the branch there is none.
#[test]
fn a_branch_has_its_own_steps() {
    let [a, b] = Plan::default().arms;
    let plan = Plan {
        arms: [a, Arm { init: a.init, ..b }],
        branch: 20,
        ..Plan::default()
    };
    assert_eq!(
        [19, 20, 27].map(|step| plan.own_steps(0, step)),
        [19, 20, 27]
    );
    assert_eq!([19, 20, 27].map(|step| plan.own_steps(1, step)), [19, 0, 7]);
    let none = ask(plan, 20).arms[1].layers[0];
    assert_eq!((none.relative_change, none.typical.0), (0.0, 0));
    let mut single: Vec<f64> = Vec::new();
    for own in 1..=12u64 {
        let second = &ask(plan, 20 + own).arms[1];
        let state = second.layers[0];
        let (step, moment) = state.typical;
        assert!((21..=20 + own).contains(&step), "{own}: {step}");
        assert_eq!(moment.relative_change, state.relative_change);
        let last = second.trace.last().expect("a moment");
        assert_eq!(last.layers[0].relative_change, state.relative_change);
        // The first step alone, the lower of two, the middle of three.
        match own {
            1 => single.push(state.relative_change),
            2 => assert!(state.relative_change <= single[0]),
            _ => {}
        }
        // Sigmoid's steps are a thousand times as short as those of ReLU.
        assert!(state.relative_change > 1e-5, "{own}: {state:?}");
    }
    assert!(ask(plan, 20).arms[0].layers[0].relative_change < 1e-6);
}

#[test]
fn a_run_that_diverges_stops_and_its_past_stays() {
    let plan = Plan {
        data: Kind::Sine,
        learning_rate: 3.0,
        arms: [Arm::new(activation("identity"), Init::HeNormal); 2],
        ..Plan::default()
    };
    let end = ask(plan, 500);
    for arm in &end.arms {
        let stop = arm.divergence.expect("far too long steps");
        assert_eq!(arm.steps, stop.step);
        assert_eq!(arm.trace.last().map(|moment| moment.step), Some(stop.step));
        let before = ask(plan, stop.step - 1);
        assert_eq!(before.arms[0].divergence, None);
        let last = before.arms[0].trace.last().expect("a moment");
        assert!(last.batch_loss.expect("a step").is_finite());
    }
}

/// What a change of one network leaves alone is not trained again: the clock is looked at once per piece of work.
#[test]
fn a_turn_trains_only_what_is_new() {
    let pieces = |experiment: &mut Experiment| {
        let ask = || {
            experiment
                .answer(question(60), pieces(usize::MAX))
                .is_ready()
        };
        let (is_ready, looks) = asked(ask);
        assert!(is_ready, "no limit");
        looks
    };
    let plan = Plan::default();
    let other = Arm::new(activation("tanh"), Init::XavierNormal);
    let turned = Plan {
        arms: [plan.arms[0], other],
        ..plan
    };
    let mut experiment = Experiment::new(plan).expect("fits");
    let all = pieces(&mut experiment);
    let some = pieces(&mut experiment.turn(turned).expect("fits"));
    let fresh = pieces(&mut Experiment::new(turned).expect("fits"));
    // One run of three.
    assert!(all == fresh && 2 * some < fresh, "{all}, {some}, {fresh}");
}
