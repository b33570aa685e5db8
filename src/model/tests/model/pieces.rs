//! Budgets of so many pieces: the clock counts how often it is asked.

use model::activation::Activation;
use model::spread::forecast::Theory;
use model::spread::{Plan, Spread};
use model::work::{Budget, Work};
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

/// So many pieces, if nobody goes on after the last.
pub fn pieces(count: usize) -> Budget {
    Budget::of(clock, count as f64)
}

/// How often budgets are asked meanwhile; the first look is that of a budget which is made there.
pub fn asked<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = ASKED.get();
    let answer = work();
    (answer, (ASKED.get() - before) as usize)
}

/// Advances with budgets of every small size: none is asked again once it was spent, and the work comes to its end.
#[track_caller]
fn keeps_its_budgets<W: Work>(mut work: W) -> W {
    for (round, size) in (1..8).cycle().take(100_000).enumerate() {
        let (answer, asked) = asked(|| work.advance(pieces(size)));
        assert!(asked <= size + 1, "asked {asked} times in {size} pieces");
        match answer {
            Poll::Ready(_) => {
                assert!(round > 0, "it was never pending");
                return work;
            }
            Poll::Pending => assert_eq!(asked, size + 1, "gave up before"),
        }
    }
    panic!("it never ends");
}

fn plan(activation: &str) -> Plan {
    let activation: Activation = activation.parse().expect(activation);
    Plan {
        gain: 1.3,
        bias_std: 0.3,
        depth: 5,
        width: 9,
        ..Plan::new(activation)
    }
}

/// What was done in pieces of any size is what is done at once.
#[test]
fn no_work_exceeds_its_budget() {
    for activation in ["tanh", "relu", "silu(beta=3)", "elu(alpha=0.1)"] {
        for (residual, layer_norm) in [(false, false), (true, false), (false, true)] {
            let plan = Plan {
                residual,
                layer_norm,
                ..plan(activation)
            };
            let theory = keeps_its_budgets(Theory::new(plan));
            let mut at_once = Theory::new(plan);
            at_once.finish();
            assert_eq!(theory.critical_gains(), at_once.critical_gains());
            assert_eq!(theory.expected(), at_once.expected());
            let spread = keeps_its_budgets(Spread::new(plan));
            let mut at_once = Spread::new(plan);
            at_once.finish();
            for layer in 0..plan.depth {
                assert_eq!(spread.layer(layer).z(), at_once.layer(layer).z());
            }
        }
    }
}

/// The test can fail: work that does not look at its budget is found out, and so is work that looks at it too often.
#[test]
#[should_panic(expected = "times in 1 pieces")]
fn what_goes_on_is_found_out() {
    struct Stubborn;
    impl Work for Stubborn {
        type Answer = ();

        fn advance(&mut self, budget: Budget) -> Poll<()> {
            for _ in 0..3 {
                let _ = budget.is_over();
            }
            Poll::Pending
        }
    }
    keeps_its_budgets(Stubborn);
}
