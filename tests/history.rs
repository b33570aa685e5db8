//! The way back to earlier steps, and the step at which a run leaves the numbers.

use activation_lab::model::dataset::{Dataset, Points};
use activation_lab::model::loss::Loss;
use activation_lab::model::network::{Address, Network};
use activation_lab::model::optimiser::{Optimiser, Rule};
use activation_lab::model::training::{Batch, Budget, History, Origin, Plan, Stop, Training};

mod small_run;

use small_run::{activation, go, run};

fn bits(training: &Training) -> Vec<u64> {
    training
        .network()
        .parameters()
        .iter()
        .map(|w| w.to_bits())
        .collect()
}

#[test]
fn any_step_comes_back_to_the_bit() {
    for rule in Rule::ALL {
        let mut training = run(rule.id(), 0.02, Batch::Of(7), 5);
        let budget = Budget {
            record_every: 1,
            records: 20,
            snapshot_every: 4,
            snapshots: 6,
        };
        let mut history = History::new(&training, budget).expect("fits");
        let mut seen = vec![bits(&training)];
        for _ in 0..150 {
            go(&mut training, 1);
            history.record(&training).expect("fits");
            seen.push(bits(&training));
        }
        for step in [0, 1, 5, 64, 77, 149, 150] {
            let mut back = history.at(step).expect("a step of the run");
            assert_eq!(back.steps(), step);
            assert_eq!(bits(&back), seen[step as usize], "{rule} at {step}");
            go(&mut back, 150 - step);
            assert_eq!(bits(&back), seen[150], "{rule} from {step}");
            assert_eq!(back.gradient_norms(), training.gradient_norms());
        }
        assert!(history.at(151).is_none());
        let steps: Vec<u64> = history.records().map(|record| record.step).collect();
        // Thinned from every step to every eighth, the last multiple included.
        assert_eq!(steps, (0..=144).step_by(8).collect::<Vec<u64>>());
        let record = history.records().last().expect("a record");
        let there = history.at(144).expect("a step of the run");
        assert_eq!(record.batch_loss, there.batch_loss());
        assert_eq!(record.layers[1].gradient_norm, there.gradient_norms()[1]);
        assert_eq!(
            record.losses,
            there.losses(&mut there.workspace()).expect("fits")
        );
    }
}

#[test]
fn a_change_by_hand_is_remembered() {
    let mut training = run("momentum", 0.05, Batch::Of(7), 5);
    // Few snapshots, so that step 20 would be thinned out if it were not pinned.
    let budget = Budget {
        record_every: 3,
        records: 4,
        snapshot_every: 4,
        snapshots: 3,
    };
    let mut history = History::new(&training, budget).expect("fits");
    let mut seen = vec![bits(&training)];
    for step in 1..=40 {
        go(&mut training, 1);
        history.record(&training).expect("fits");
        seen.push(bits(&training));
        if step == 20 {
            training
                .set_unit_activation(1, 0, activation("leaky_relu(alpha=0.3)"))
                .expect("a unit");
            training.optimiser_mut().learning_rate = 0.1;
            history.pin(&training).expect("fits");
        }
    }
    for step in [10, 20, 30, 40] {
        assert_eq!(bits(&history.at(step).expect("seen")), seen[step as usize]);
    }
    // Another way from the middle: the old end is forgotten.
    let mut branch = history.branch(30).expect("seen");
    branch.optimiser_mut().learning_rate = 0.0;
    history.pin(&branch).expect("fits");
    assert!(history.at(31).is_none());
    go(&mut branch, 1);
    history.record(&branch).expect("fits");
    assert_eq!(bits(&history.at(31).expect("seen")), seen[30]);
    let steps: Vec<u64> = history.records().map(|record| record.step).collect();
    // Every third step, thinned to every twelfth, and the pinned ones.
    assert_eq!(steps, [0, 12, 20, 24, 30]);
}

/// A 1-2-1 network without curves, on the point x = 1 with target 0.
#[test]
fn the_first_infinity_is_named() {
    let layers = [(2, activation("identity")), (1, activation("identity"))];
    let mut network = Network::new(1, &layers).expect("units");
    network
        .set_parameters(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0])
        .expect("seven");
    let points = Points {
        features: 1,
        inputs: vec![1.0],
        targets: vec![0.0],
    };
    let test = points.select(&[]);
    let dataset = Dataset {
        train: points,
        test,
        classes: None,
    };
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
    let mut history = History::new(&training, Budget::default()).expect("fits");
    assert_eq!(training.step(), Ok(1.0));
    history.record(&training).expect("fits");
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
    // It stands still, says the same again, and the way back still works.
    let lost = bits(&training);
    assert_eq!(training.step(), Err(stop.clone()));
    assert_eq!(bits(&training), lost);
    history.record(&training).expect("fits");
    assert_eq!(history.at(1).expect("seen").divergence(), None);
    assert_eq!(
        history.at(2).expect("seen").divergence(),
        training.divergence()
    );
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
