//! A training step allocates nothing: the promise that keeps memory flat over an hour, and steps fast.
#![allow(unsafe_code)] // An allocator that counts cannot be written without.

use model::dataset::{Dataset, Recipe};
use model::network::Network;
use model::optimiser::{Optimiser, Rule};
use model::training::{Batch, Plan, Training};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(work: impl FnOnce()) -> usize {
    let before = COUNT.get();
    work();
    COUNT.get() - before
}

#[test]
fn a_step_allocates_nothing() {
    assert!(allocations(|| drop(vec![1])) > 0, "the counter counts");
    for rule in Rule::ALL {
        // 400 training points: full batches, and batches that come out uneven at the end of a round.
        for (batch, loss) in [(Batch::Full, "mse"), (Batch::Of(7), "softmax")] {
            let dataset = Dataset::new(&Recipe::new("moons".parse().expect("moons")));
            let loss = loss.parse().expect(loss);
            let outputs = dataset.outputs(loss);
            let [relu, gelu, identity] =
                ["relu", "gelu", "identity"].map(|name| name.parse().expect(name));
            let layers = [(8, relu), (8, gelu), (outputs, identity)];
            let mut network = Network::new(2, &layers).expect("units");
            network.initialise("he_normal".parse().expect("he"), 0.0, 1);
            network.set_unit_activation(0, 3, gelu).expect("a unit");
            let plan = Plan {
                loss,
                batch,
                seed: 1,
            };
            let optimiser = Optimiser::new(rule, 0.01);
            let training = Training::new(network, optimiser, dataset, plan);
            let mut training = training.expect("shapes that fit");
            training.step().expect("finite numbers");
            let count = allocations(|| {
                for _ in 0..130 {
                    training.step().expect("finite numbers");
                }
            });
            assert_eq!(count, 0, "{rule}, {batch:?}");
        }
    }
}
