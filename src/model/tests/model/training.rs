//! Training runs: batches, diagnostics, dead units, shapes that do not fit, and the step at which a run leaves the numbers.

use model::dataset::{Dataset, Points, Recipe};
use model::loss::Loss;
use model::network::{Address, Network};
use model::optimiser::{Optimiser, Rule};
use model::training::{Batch, Origin, Plan, Stop, Training};

use crate::small_run;

use small_run::{activation, go, run};

/// A regression on one point.
fn one_point(x: f64, target: f64) -> Dataset {
    let points = Points {
        features: 1,
        inputs: vec![x],
        targets: vec![target],
    };
    Dataset {
        test: points.select(&[]),
        train: points,
        classes: None,
    }
}

#[test]
fn training_learns() {
    let mut training = run("adam", 0.03, Batch::Of(10), 1);
    let mut pass = training.workspace();
    let before = training.losses(&mut pass).expect("fits");
    go(&mut training, 2000);
    let after = training.losses(&mut pass).expect("fits");
    // Undecided is ln 2 = 0.69; a network that separates most of a spiral is below half of it.
    assert!(
        before.train > 0.5 && after.train < 0.35,
        "{before:?} {after:?}"
    );
    assert_eq!(training.steps(), 2000);
}

#[test]
fn every_round_uses_every_point_once() {
    // The points are their own numbers, so that a batch shows which they are.
    let points = |count: usize| Points {
        features: 1,
        inputs: (0..count).map(|index| index as f64).collect(),
        targets: vec![0.0; count],
    };
    let dataset = Dataset {
        train: points(11),
        test: points(0),
        classes: None,
    };
    let network = Network::new(1, &[(1, activation("identity"))]).expect("units");
    let start = |seed, batch| {
        let plan = Plan {
            loss: Loss::MeanSquare,
            batch,
            seed,
        };
        let optimiser = Optimiser::new(Rule::Sgd, 0.0);
        Training::new(network.clone(), optimiser, dataset.clone(), plan).expect("fits")
    };
    let mut training = start(3, Batch::Of(4));
    let mut rounds = Vec::new();
    for _ in 0..2 {
        let mut round = Vec::new();
        for size in [4, 4, 3] {
            go(&mut training, 1);
            assert_eq!(training.pass().samples(), size);
            round.extend_from_slice(training.pass().inputs());
        }
        rounds.push(round.clone());
        round.sort_by(f64::total_cmp);
        assert_eq!(round, points(11).inputs);
    }
    assert_ne!(rounds[0], rounds[1]);
    assert_ne!(rounds[0], points(11).inputs);
    let mut other = start(4, Batch::Of(4));
    go(&mut other, 1);
    assert_ne!(other.pass().inputs(), &rounds[0][..4]);
    for all in [Batch::Full, Batch::Of(11), Batch::Of(1000)] {
        let mut training = start(3, all);
        go(&mut training, 2);
        assert_eq!(training.pass().inputs(), points(11).inputs);
    }
}

/// ‖∂L/∂W‖ and ‖ΔW‖/‖W‖ from their definitions; one is a sum of at most 24 squares.
#[test]
fn diagnostics_are_what_they_say() {
    let mut training = run("sgd", 0.05, Batch::Of(10), 2);
    assert_eq!(training.gradient_norms(), [0.0; 3]);
    assert_eq!(training.relative_changes(), [0.0; 3]);
    go(&mut training, 7);
    let before = training.clone();
    go(&mut training, 1);
    let length = |xs: &[f64]| xs.iter().map(|x| x * x).sum::<f64>().sqrt();
    for layer in 0..3 {
        let gradient = length(training.pass().dl_dw(layer));
        let ours = training.gradient_norms()[layer];
        assert!((ours - gradient).abs() <= 1e-14 * gradient);
        // Plain descent: ΔW is the gradient times the rate, up to the cancellation of W - ΔW with its 1e-16.
        let change = 0.05 * gradient / length(before.network().weights(layer));
        let ours = training.relative_changes()[layer];
        assert!((ours - change).abs() <= 1e-13, "{ours} {change}");
    }
}

/// A gradient of 1e-200 has a square below the range of f64; its norm has not.
#[test]
fn norms_do_not_underflow() {
    let mut network = Network::new(1, &[(1, activation("identity"))]).expect("units");
    network.set_parameters(&[0.0, 0.0]).expect("two");
    let dataset = one_point(0.5e-200, 1.0);
    let plan = Plan {
        loss: Loss::MeanSquare,
        batch: Batch::Full,
        seed: 1,
    };
    let mut training =
        Training::new(network, Optimiser::new(Rule::Sgd, 1.0), dataset, plan).expect("fits");
    go(&mut training, 1);
    assert_eq!(training.gradient_norms(), [1e-200]);
    assert_eq!(training.relative_changes(), [f64::INFINITY]);
}

/// Four points, ReLU units with z = x and z = -x - 10 (never above 0 on the points): the second is dead, until it is given a leak.
#[test]
fn a_dead_unit_does_not_move_until_it_leaks() {
    let layers = [(2, activation("relu")), (1, activation("identity"))];
    let mut network = Network::new(1, &layers).expect("units");
    network
        .set_parameters(&[1.0, -1.0, 0.5, -10.0, 1.0, 1.0, 0.0])
        .expect("seven");
    let points = Points {
        features: 1,
        inputs: vec![-1.0, 0.0, 1.0, 2.0],
        targets: vec![1.0; 4],
    };
    let test = points.select(&[]);
    let dataset = Dataset {
        train: points,
        test,
        classes: None,
    };
    let plan = Plan {
        loss: Loss::MeanSquare,
        batch: Batch::Of(2),
        seed: 1,
    };
    let mut training =
        Training::new(network, Optimiser::new(Rule::Sgd, 0.01), dataset, plan).expect("fits");
    let mut pass = training.workspace();
    assert_eq!(
        training.dead_units(&mut pass).expect("fits"),
        [vec![1], vec![]]
    );
    go(&mut training, 20);
    assert_eq!(training.network().weights(0)[1], -1.0);
    assert_ne!(training.network().weights(0)[0], 1.0);
    training
        .set_unit_activation(0, 1, activation("leaky_relu(alpha=0.1)"))
        .expect("a unit");
    assert_eq!(
        training.dead_units(&mut pass).expect("fits"),
        [vec![0; 0], vec![]]
    );
    go(&mut training, 1);
    assert_ne!(training.network().weights(0)[1], -1.0);
}

#[test]
fn a_task_and_a_network_must_fit() {
    let network = Network::new(2, &[(3, activation("tanh"))]).expect("units");
    let dataset = Dataset::new(&Recipe::new("moons".parse().expect("moons")));
    let plan = Plan {
        loss: Loss::Logistic,
        batch: Batch::Full,
        seed: 1,
    };
    let error = Training::new(network, Optimiser::new(Rule::Sgd, 0.1), dataset, plan);
    assert_eq!(
        error.expect_err("three outputs").to_string(),
        "a network 2-3 does not fit a task 2-…-1, from features to outputs"
    );
}

/// A 1-2-1 network without curves, on the point x = 1 with target 0.
#[test]
fn the_first_infinity_is_named() {
    let layers = [(2, activation("identity")), (1, activation("identity"))];
    let mut network = Network::new(1, &layers).expect("units");
    network
        .set_parameters(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0])
        .expect("seven");
    let dataset = one_point(1.0, 0.0);
    let plan = Plan {
        loss: Loss::MeanSquare,
        batch: Batch::Full,
        seed: 1,
    };
    let start = |network: &Network, rate| {
        let optimiser = Optimiser::new(Rule::Sgd, rate);
        Training::new(network.clone(), optimiser, dataset.clone(), plan).expect("fits")
    };
    // w1 = (1, 0), W2 = (1, 0): y = 1, L = 1, dW2 = (2, 0), dW1 = (2, 0).
    let mut training = start(&network, 1e200);
    assert_eq!(training.step(), Ok(1.0));
    // Now w = -2e200 in both layers, so that their product overflows in layer 2.
    let stop = training.step().expect_err("overflow");
    let Stop::Diverged(divergence) = &stop else {
        panic!("{stop}")
    };
    assert_eq!(divergence.step, 2);
    assert_eq!(
        divergence.origin,
        Origin::PreActivation { layer: 1, unit: 0 }
    );
    assert!(divergence.parameter.is_some());
    assert_eq!(
        stop.to_string(),
        "at step 2 z of unit 1 in layer 2 became infinite or NaN; the first parameter lost is weight 1 of unit 1 in layer 1"
    );
    // It stands still, and says the same again.
    let bits = |training: &Training| -> Vec<u64> {
        let parameters = training.network().parameters().iter();
        parameters.map(|w| w.to_bits()).collect()
    };
    let lost = bits(&training);
    assert_eq!(training.step(), Err(stop.clone()));
    assert_eq!(bits(&training), lost);
    // An update that overflows by itself: 1e308·2.
    let stop = start(&network, 1e308).step().expect_err("overflow");
    assert_eq!(
        stop.to_string(),
        "at step 1 weight 1 of unit 1 in layer 1 became infinite or NaN"
    );
    // A loss that overflows while the parameters hold: (1e160)².
    network
        .set_parameters(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1e160])
        .expect("seven");
    let stop = start(&network, 0.0).step().expect_err("overflow");
    assert_eq!(
        stop.to_string(),
        "at step 1 the loss became infinite or NaN"
    );
    // Gradients that overflow in both layers behind a loss of 1e306: x = 1e160, y = 1e153, ∂L/∂W2 = 2·y·x and ∂L/∂W1 = 2·y·1e10·x.
    let start = |network: &Network, rate| {
        let mut far = dataset.clone();
        far.train.inputs = vec![1e160];
        let optimiser = Optimiser::new(Rule::Sgd, rate);
        Training::new(network.clone(), optimiser, far, plan).expect("fits")
    };
    network
        .set_parameters(&[1.0, 0.0, 0.0, 0.0, 1e-7, 1e10, 0.0])
        .expect("seven");
    let stop = start(&network, 0.0).step().expect_err("overflow");
    let Stop::Diverged(divergence) = stop else {
        panic!("{stop}")
    };
    let address = Address {
        layer: 1,
        unit: 0,
        input: Some(0),
    };
    // The way back comes to layer 2 first.
    assert_eq!(divergence.origin, Origin::Gradient(address));
}
