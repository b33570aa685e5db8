//! A small run on a spiral.

use model::activation::Activation;
use model::dataset::{Dataset, Recipe};
use model::loss::Loss;
use model::network::Network;
use model::optimiser::Optimiser;
use model::training::{Batch, Plan, Training};

pub fn activation(text: &str) -> Activation {
    text.parse().expect(text)
}

/// Network 2-6-4-1 with tanh and ReLU, 48 training points.
pub fn run(rule: &str, rate: f64, batch: Batch, seed: u64) -> Training {
    let layers = [
        (6, activation("tanh")),
        (4, activation("relu")),
        (1, activation("identity")),
    ];
    let mut network = Network::new(2, &layers).expect("units");
    network.initialise("he_normal".parse().expect("he"), 0.1, seed);
    let dataset = Dataset::new(&Recipe {
        size: 60,
        seed,
        ..Recipe::new("spiral".parse().expect("spiral"))
    });
    let plan = Plan {
        loss: Loss::Logistic,
        batch,
        seed,
    };
    let optimiser = Optimiser::new(rule.parse().expect(rule), rate);
    Training::new(network, optimiser, dataset, plan).expect("shapes that fit")
}

pub fn go(training: &mut Training, steps: u64) {
    for _ in 0..steps {
        training.step().expect("finite numbers");
    }
}
