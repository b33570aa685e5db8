//! The step at which a run leaves the numbers, and what is said of it.

use activation_lab::model::activation::Activation;
use activation_lab::model::dataset::{Dataset, Points};
use activation_lab::model::loss::Loss;
use activation_lab::model::network::{Address, Network};
use activation_lab::model::optimiser::{Optimiser, Rule};
use activation_lab::model::training::{Batch, Origin, Plan, Stop, Training};

fn activation(text: &str) -> Activation {
    text.parse().expect(text)
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
