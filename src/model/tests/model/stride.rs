//! Equal steps and held layers, held against the update written out by hand from the gradient of the step.

use model::dataset::{Dataset, Recipe};
use model::network::Network;
use model::optimiser::Optimiser;
use model::training::{Batch, Plan, Stride, Training};
use proptest::prelude::*;

const RATE: f64 = 0.05;

fn training(activation: &str, depth: usize, rule: &str, seed: u64) -> Training {
    let hidden = (5, activation.parse().expect(activation));
    let mut layers = vec![hidden; depth];
    layers.push((1, "identity".parse().expect("identity")));
    let mut network = Network::new(2, &layers).expect("units");
    network.initialise("xavier_normal".parse().expect("xavier"), 0.1, seed);
    Training::new(
        network,
        Optimiser::new(rule.parse().expect(rule), RATE),
        Dataset::new(&Recipe::new("moons".parse().expect("moons"))),
        Plan {
            loss: "logistic".parse().expect("logistic"),
            batch: Batch::Of(10),
            seed,
        },
    )
    .expect("shapes that fit")
}

/// All parameters of one layer: W, then b.
fn part(training: &Training, layer: usize) -> Vec<f64> {
    let network = training.network();
    [network.weights(layer), network.biases(layer)].concat()
}

fn gradient(training: &Training, layer: usize) -> Vec<f64> {
    let pass = training.pass();
    [pass.dl_dw(layer), pass.dl_db(layer)].concat()
}

fn length(list: &[f64]) -> f64 {
    let largest = list.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    if largest == 0.0 {
        return 0.0;
    }
    let squares = list.iter().map(|x| (x / largest) * (x / largest));
    largest * squares.sum::<f64>().sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// w ← w - η·g·‖g of the output layer‖/‖g‖, layer by layer; what is held keeps every bit.
    #[test]
    fn a_step_is_what_the_gradient_says(
        activation in prop::sample::select(vec!["sigmoid", "tanh", "relu", "gelu"]),
        depth in 1usize..9,
        held in 0usize..5,
        equal in any::<bool>(),
        seed in 1u64..1000,
    ) {
        let mut training = training(activation, depth, "sgd", seed);
        if equal {
            training.set_stride(Stride::Equal);
        }
        training.hold(held);
        for _ in 0..4 {
            let before: Vec<Vec<f64>> = (0..=depth).map(|layer| part(&training, layer)).collect();
            training.step().expect("small steps");
            let wanted = length(&gradient(&training, depth));
            for (layer, before) in before.iter().enumerate() {
                let g = gradient(&training, layer);
                let own = length(&g);
                let scale = if equal && layer < depth && own > 0.0 { wanted / own } else { 1.0 };
                for ((w, g), after) in before.iter().zip(&g).zip(part(&training, layer)) {
                    let there = if layer < held { *w } else { w - RATE * g * scale };
                    // A product of four numbers, rounded in another order, beside w.
                    let near = 1e-15 * w.abs() + 1e-14 * (RATE * g * scale).abs();
                    prop_assert!((after - there).abs() <= near, "{layer}: {after} {there}");
                    prop_assert!(layer >= held || after == *w);
                }
            }
        }
    }
}

/// Whatever the optimiser remembers, a layer that is held does not move, and one that is let go does.
#[test]
fn every_rule_holds_still() {
    for rule in ["sgd", "momentum", "adam", "adam(epsilon=0)"] {
        let mut training = training("tanh", 3, rule, 7);
        training.hold(2);
        let start = [0, 1, 2].map(|layer| part(&training, layer));
        for _ in 0..5 {
            training.step().expect("small steps");
        }
        assert_eq!(part(&training, 0), start[0], "{rule}");
        assert_eq!(part(&training, 1), start[1], "{rule}");
        assert_ne!(part(&training, 2), start[2], "{rule}");
        assert_eq!(training.relative_changes()[0], 0.0);
        assert!(training.gradient_norms()[0] > 0.0, "its gradient is told");
        training.hold(0);
        training.step().expect("small steps");
        assert_ne!(part(&training, 0), start[0], "{rule}");
    }
}

/// A gradient that is exactly 0 has no direction: the layer stays.
#[test]
fn nothing_is_made_of_no_gradient() {
    let mut dead = training("relu", 3, "sgd", 3);
    let places = dead.network().parameters_of(1);
    dead.network_mut().parameters_mut()[places].fill(0.0);
    dead.set_stride(Stride::Equal);
    let first = part(&dead, 0);
    dead.step().expect("small steps");
    assert_eq!(part(&dead, 0), first);
    assert!(part(&dead, 3).iter().all(|w| w.is_finite()));
}
