//! Networks by hand: a leak, dead units, rows, shapes that do not fit.

use model::activation::{Activation, Kind};
use model::init::Init;
use model::loss::Loss;
use model::network::{Network, Pass, ShapeError};

fn activation(text: &str) -> Activation {
    text.parse().expect(text)
}

/// 2-2-1 by hand: W1 = [[1, -2], [3, 1]], b1 = [0.5, -1], W2 = [2, -1], b2 = 0.25, x = (1, 2), ReLU, target 0.
/// z1 = (1 - 4 + 0.5, 3 + 2 - 1) = (-2.5, 4), a1 = (0, 4), y = -4 + 0.25 = -3.75, L = y², ∂L/∂y = -7.5.
/// With one unit leaky (α = 0.5): a1 = (-1.25, 4), y = -2.5 - 4 + 0.25 = -6.25, ∂L/∂y = -12.5.
#[test]
fn a_network_by_hand_with_and_without_a_leak() {
    let layers = [(2, activation("relu")), (1, activation("identity"))];
    let mut network = Network::new(2, &layers).expect("units");
    network
        .set_parameters(&[1.0, -2.0, 3.0, 1.0, 0.5, -1.0, 2.0, -1.0, 0.25])
        .expect("nine parameters");
    let mut pass = Pass::new(&network);
    let mut run = |network: &Network| {
        network.forward(&[1.0, 2.0], &mut pass).expect("fits");
        let loss = network.backward(Loss::MeanSquare, &[0.0], &mut pass);
        (loss.expect("fits"), pass.clone())
    };
    let (loss, pass) = run(&network);
    assert_eq!(loss, 14.0625);
    assert_eq!(pass.z(0), [-2.5, 4.0]);
    assert_eq!(pass.a(0), [0.0, 4.0]);
    assert_eq!(pass.dl_dz(1), [-7.5]);
    assert_eq!(pass.dl_dw(1), [0.0, -30.0]);
    assert_eq!(pass.dl_dz(0), [0.0, 7.5]);
    assert_eq!(pass.dl_dw(0), [0.0, 0.0, 7.5, 15.0]);
    assert_eq!(pass.dl_db(0), [0.0, 7.5]);
    let leaky = activation("leaky_relu(alpha=0.5)");
    network.set_unit_activation(0, 0, leaky).expect("a unit");
    let (loss, pass) = run(&network);
    assert_eq!(loss, 39.0625);
    assert_eq!(pass.a(0), [-1.25, 4.0]);
    assert_eq!(pass.dl_dz(0), [-12.5, 12.5]);
    assert_eq!(network.unit_activation(0, 0), Some(leaky));
    assert_eq!(network.unit_activation(0, 1), Some(activation("relu")));
}

/// One input, ReLU units z = x - 1, -x - 1, x + 1 and -3 on the points -2, 0 and 0.5: only the first and the last are never above 0.
#[test]
fn dead_is_dead_on_every_point() {
    let mut network = Network::new(1, &[(4, activation("relu"))]).expect("units");
    let parameters = [1.0, -1.0, 1.0, 0.0, -1.0, -1.0, 1.0, -3.0];
    network.set_parameters(&parameters).expect("eight");
    let mut pass = Pass::new(&network);
    let mut dead = |network: &Network, points: &[f64]| {
        network.forward(points, &mut pass).expect("fits");
        network.dead_units(&pass).expect("the same network")
    };
    assert_eq!(dead(&network, &[-2.0, 0.0, 0.5]), [[0, 3]]);
    // z = 0 counts as dead, because ReLU'(0) = 0 by convention.
    assert_eq!(dead(&network, &[1.0]), [[0, 1, 3]]);
    assert_eq!(dead(&network, &[2.0]), [[1, 3]]);
    // Without a point nothing is known to be dead; a NaN is not a zero.
    assert_eq!(dead(&network, &[]), [[0; 0]]);
    assert_eq!(dead(&network, &[f64::NAN]), [vec![3; 0]]);
    let leaky = activation("leaky_relu");
    network.set_unit_activation(0, 3, leaky).expect("a unit");
    assert_eq!(dead(&network, &[-2.0, 0.0, 0.5]), [[0]]);
}

/// For every activation, a whole row gives what its numbers give one by one, to the bit; a NaN only stays NaN.
#[test]
fn rows_are_their_numbers() {
    let zs = [-800.0, -3.0, -1.0, -0.3, -0.0, 0.0, 1e-300, 0.7, 3.0, 40.0];
    let ends = [f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
    // Twice as they stand, then many of all sizes: rows are worked on eight at a time, with and without one that is out of reach.
    let many = (0..400).map(|n| f64::from(n - 200) * 0.097 * f64::from(1 + n % 3));
    let zs: Vec<f64> = [&zs[..], &ends, &zs, &ends].concat();
    let zs: Vec<f64> = zs.into_iter().chain(many).collect();
    let mut all: Vec<Activation> = Kind::ALL
        .iter()
        .map(|kind| Activation::new(*kind))
        .collect();
    all.push(activation("leaky_relu(alpha=0)"));
    for f in all {
        let (mut a, mut g) = (vec![7.0; zs.len()], vec![-2.0; zs.len()]);
        f.values(&zs, &mut a);
        f.times_derivatives(&zs, &mut g);
        for ((z, a), g) in zs.iter().zip(a).zip(g) {
            let same = |x: f64, y: f64| x.to_bits() == y.to_bits() || x.is_nan() && y.is_nan();
            assert!(same(a, f.value(*z)), "{f} at {z}: {a}");
            assert!(same(g, -2.0 * f.derivative(*z)), "{f}' at {z}: {g}");
        }
    }
}

#[test]
fn shape_errors_name_both_shapes() {
    let layers = [(3, activation("tanh")), (1, activation("identity"))];
    let mut network = Network::new(2, &layers).expect("units");
    let mut pass = Pass::new(&network);
    let other = Network::new(2, &layers[..1]).expect("units");
    let says = |result: Result<(), ShapeError>| result.expect_err("does not fit").to_string();
    assert_eq!(
        says(network.forward(&[1.0; 5], &mut pass)),
        "inputs: 5 numbers do not fit a matrix of 2 rows"
    );
    network.forward(&[1.0; 4], &mut pass).expect("fits");
    assert_eq!(
        says(
            network
                .backward(Loss::MeanSquare, &[1.0; 3], &mut pass)
                .map(drop)
        ),
        "targets: 3 numbers do not fit a 1×2 matrix of 2"
    );
    assert_eq!(
        says(other.forward(&[1.0; 4], &mut pass)),
        "made for a network 2-3-1, used with a network 2-3"
    );
    assert_eq!(
        says(other.dead_units(&pass).map(drop)),
        "made for a network 2-3-1, used with a network 2-3"
    );
    assert_eq!(
        says(network.set_parameters(&[0.0; 12])),
        "parameters: 12 numbers do not fit a 1×13 matrix of 13"
    );
    assert_eq!(
        says(network.set_unit_activation(0, 3, layers[0].1)),
        "a network 2-3-1 has no unit 4 in layer 1"
    );
    assert_eq!(
        says(Network::new(2, &[(0, layers[0].1)]).map(drop)),
        "a network 2-0 is empty: it needs inputs, a layer, and units in every layer"
    );
}

#[test]
fn what_is_not_finite_goes_through() {
    for f in Kind::ALL.iter().map(|kind| Activation::new(*kind)) {
        let mut network = Network::new(1, &[(2, f), (1, f)]).expect("units");
        network.initialise(Init::Constant(1.0), 0.0, 1);
        let mut pass = Pass::new(&network);
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX] {
            network.forward(&[x], &mut pass).expect("fits");
            let loss = network.backward(Loss::MeanSquare, &[0.0], &mut pass);
            let lost = loss.expect("fits").is_nan() && pass.dl_dw(0)[0].is_nan();
            // A step has value 0 or 1 even for the largest number, but not for NaN.
            assert!(!x.is_nan() || lost, "{f} at {x}");
        }
    }
}

/// Weights and inputs of different sizes, so that no two sums are alike.
#[test]
fn a_normalised_layer_has_mean_0_and_variance_1_over_its_units() {
    let layers = [(9, activation("tanh")), (1, activation("identity"))];
    let mut network = Network::new(2, &layers).expect("units");
    network.initialise(Init::Normal(1.0), 0.5, 3);
    network.set_layer_norm(true);
    assert!(network.is_normalised(0) && !network.is_normalised(1));
    let inputs: Vec<f64> = (0..14).map(|i| f64::from(i % 5) - 1.7).collect();
    let mut pass = Pass::new(&network);
    network.forward(&inputs, &mut pass).expect("fits");
    for sample in 0..7 {
        let z: Vec<f64> = (0..9).map(|unit| pass.z(0)[unit * 7 + sample]).collect();
        let mean = z.iter().sum::<f64>() / 9.0;
        let variance = z.iter().map(|z| z * z).sum::<f64>() / 9.0;
        assert!(mean.abs() < 1e-15, "{mean}");
        // The ε takes 1e-5 of a variance of the sums that is 0.1 or more here.
        assert!((0.9999..1.0).contains(&variance), "{variance}");
    }
}
