//! Networks against central differences, against dual numbers, and by hand.

use activation_lab::model::activation::{Activation, Kind};
use activation_lab::model::init::Init;
use activation_lab::model::loss::Loss;
use activation_lab::model::network::{Network, Pass, ShapeError};
use activation_lab::model::random::{Purpose, Random};
use num_dual::Dual64;
use proptest::prelude::*;

mod formula_reader;
mod oracle;

use oracle::Formulas;

/// Of the largest entry of the gradient. Both sides round a few dozen sums and products, and the printed formulas cancel a little; the largest disagreement seen is 3e-15.
const BY_DUAL_NUMBERS: f64 = 1e-12;

/// Of the largest entry of the gradient, for differences over ±1e-5: the third derivative leaves about 1e-10, rounding about 1e-16/1e-5; both grow through the layers, and 1e-6 leaves room for that.
const BY_DIFFERENCES: f64 = 1e-6;
const STEP: f64 = 1e-5;

/// How far every z must stay from a kink: a hundred times what a step of a parameter can move it.
const MARGIN: f64 = 1e-3;

fn activation(text: &str) -> Activation {
    text.parse().expect(text)
}

/// A network with a batch.
struct Case {
    network: Network,
    /// `[input][sample]`.
    inputs: Vec<f64>,
    /// `[output][sample]`.
    targets: Vec<f64>,
    loss: Loss,
    samples: usize,
}

impl Case {
    fn new(layers: &[(usize, Activation)], samples: usize, loss: Loss, seed: u64) -> Case {
        let mut random = Random::new(seed, Purpose::Data);
        let mut network = Network::new(2, layers).expect("layers with units");
        network.parameters_mut().fill_with(|| 0.6 * random.normal());
        let outputs = network.outputs();
        let mut targets = vec![0.0; outputs * samples];
        for sample in 0..samples {
            let chosen = random.below(outputs);
            for output in 0..outputs {
                targets[output * samples + sample] = match loss {
                    Loss::MeanSquare => random.normal(),
                    Loss::Logistic => f64::from(random.uniform() < 0.5),
                    Loss::Softmax => f64::from(output == chosen),
                };
            }
        }
        Case {
            network,
            inputs: (0..2 * samples).map(|_| random.normal()).collect(),
            targets,
            loss,
            samples,
        }
    }

    fn run(&self) -> (f64, Pass) {
        let mut pass = Pass::new(&self.network);
        self.network
            .forward(&self.inputs, &mut pass)
            .expect("a batch that fits");
        let value = self.network.backward(self.loss, &self.targets, &mut pass);
        (value.expect("targets that fit"), pass)
    }

    fn formulas(&self) -> Formulas {
        let widths = self.network.widths();
        let unit = |layer, unit| self.network.unit_activation(layer, unit);
        let formula = |layer, u| unit(layer, u).expect("a unit").formula_text();
        let layers = widths[1..].iter().enumerate();
        layers
            .map(|(layer, width)| (0..*width).map(|u| formula(layer, u)).collect())
            .collect()
    }

    fn batch(&self) -> Vec<(Vec<f64>, Vec<f64>)> {
        let column = |numbers: &[f64], sample: usize| -> Vec<f64> {
            let rows = numbers.chunks(self.samples);
            rows.map(|row| row[sample]).collect()
        };
        (0..self.samples)
            .map(|sample| (column(&self.inputs, sample), column(&self.targets, sample)))
            .collect()
    }

    /// No z of any unit near a kink, or near 0, where f'' of some activations jumps.
    fn is_away_from_kinks(&self) -> bool {
        let (_, pass) = self.run();
        (0..self.network.depth()).all(|layer| {
            let rows = pass.z(layer).chunks(self.samples).enumerate();
            rows.into_iter().all(|(unit, row)| {
                let unit = self.network.unit_activation(layer, unit);
                let mut kinks = unit.expect("a unit").kinks();
                kinks.push(0.0);
                let far = |z: &f64| kinks.iter().all(|kink| (z - kink).abs() > MARGIN);
                row.iter().all(far)
            })
        })
    }

    /// The gradient of the oracle in one direction.
    fn dual(&self, direction: impl Fn(usize) -> f64) -> Dual64 {
        let parameters = self.network.parameters().iter().enumerate();
        let duals: Vec<Dual64> = parameters
            .map(|(index, w)| Dual64::new(*w, direction(index)))
            .collect();
        oracle::loss(self.loss, &duals, &self.formulas(), &self.batch())
    }

    fn difference(&self, index: usize) -> f64 {
        let at = |shift: f64| {
            let mut moved = Case {
                network: self.network.clone(),
                inputs: self.inputs.clone(),
                targets: self.targets.clone(),
                ..*self
            };
            moved.network.parameters_mut()[index] += shift;
            moved.run().0
        };
        (at(STEP) - at(-STEP)) / (2.0 * STEP)
    }

    /// The largest disagreement with dual numbers and with differences, in parts of the largest entry of the gradient.
    fn disagreement(&self) -> (f64, f64) {
        let (value, pass) = self.run();
        let gradient = pass.gradient();
        let scale = gradient.iter().fold(0.0_f64, |m, g| m.max(g.abs()));
        assert!(scale > 1e-6, "nothing to compare: {scale}");
        let (mut by_dual, mut by_difference) = (0.0_f64, 0.0_f64);
        for (index, ours) in gradient.iter().enumerate() {
            let dual = self.dual(|other| f64::from(other == index));
            assert!((dual.re - value).abs() <= BY_DUAL_NUMBERS * value.abs().max(1.0));
            by_dual = by_dual.max((dual.eps - ours).abs() / scale);
            by_difference = by_difference.max((self.difference(index) - ours).abs() / scale);
        }
        (by_dual, by_difference)
    }
}

/// The activation with parameters of few digits, all of which its formula prints.
fn printable(kind: Kind) -> Activation {
    let parameters = kind.parameters().iter();
    parameters.fold(Activation::new(kind), |activation, parameter| {
        activation.with(parameter.id, 0.75).expect(parameter.id)
    })
}

/// A network of that activation with a smooth end, with the first seed that keeps clear of the kinks.
fn clear_case(activation: Activation, loss: Loss) -> Case {
    let outputs = if loss == Loss::Logistic { 1 } else { 3 };
    let end = Activation::new(Kind::Identity);
    let layers = [(4, activation), (3, activation), (outputs, end)];
    (1..100)
        .map(|seed| Case::new(&layers, 5, loss, seed))
        .find(Case::is_away_from_kinks)
        .expect("a seed without a z near a kink")
}

#[test]
fn gradients_agree_with_two_oracles_for_every_activation_and_loss() {
    let mut worst = (0.0_f64, 0.0_f64);
    for kind in Kind::ALL {
        for loss in Loss::ALL {
            let activation = printable(*kind);
            let (dual, difference) = clear_case(activation, loss).disagreement();
            assert!(dual <= BY_DUAL_NUMBERS, "{activation}, {loss}: {dual}");
            assert!(
                difference <= BY_DIFFERENCES,
                "{activation}, {loss}: {difference}"
            );
            worst = (worst.0.max(dual), worst.1.max(difference));
        }
    }
    println!(
        "largest disagreement: dual numbers {:e}, differences {:e}",
        worst.0, worst.1
    );
}

#[test]
fn a_wrong_gradient_is_noticed() {
    let mut case = clear_case(activation("tanh"), Loss::MeanSquare);
    let (_, right) = case.run();
    // A network that has moved on by a little is what a small mistake in its gradient looks like.
    case.network.parameters_mut()[3] += 1e-4;
    let scale = right.gradient().iter().fold(0.0_f64, |m, g| m.max(g.abs()));
    let wrong = right.gradient().iter().enumerate().filter(|(index, ours)| {
        let dual = case.dual(|other| f64::from(other == *index));
        (dual.eps - **ours).abs() > BY_DIFFERENCES * scale
    });
    assert!(wrong.count() > 0);
}

/// Smooth, so that no random network comes near a kink.
fn smooth() -> impl Strategy<Value = Activation> {
    let names = [
        "tanh", "sigmoid", "gelu", "softplus", "sine", "mish", "identity",
    ];
    prop::sample::select(names.to_vec()).prop_map(activation)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Every z of the forward pass, and the gradient in a random direction, for any shape, batch and mixture of units.
    /// Both sides are sums of at most a few dozen terms of size 1: 1e-12 for z is ten thousand times their rounding, and so it is for the gradient.
    #[test]
    fn any_shape_agrees_with_dual_numbers(
        layers in prop::collection::vec((1usize..10, smooth()), 1..5),
        samples in 1usize..12,
        loss in prop::sample::select(Loss::ALL.to_vec()),
        seed in any::<u64>(),
        place in any::<(prop::sample::Index, prop::sample::Index)>(),
        other in smooth(),
    ) {
        let mut case = Case::new(&layers, samples, loss, seed);
        let layer = place.0.index(layers.len());
        let unit = place.1.index(layers[layer].0);
        case.network.set_unit_activation(layer, unit, other).expect("a unit");
        let (value, pass) = case.run();
        for (sample, (inputs, _)) in case.batch().iter().enumerate() {
            let (zs, _) = oracle::forward(case.network.parameters(), &case.formulas(), inputs);
            for (layer, zs) in zs.iter().enumerate() {
                for (unit, z) in zs.iter().enumerate() {
                    let ours = pass.z(layer)[unit * samples + sample];
                    prop_assert!((ours - z).abs() <= 1e-12 * z.abs().max(1.0), "{ours} {z}");
                }
            }
        }
        let mut random = Random::new(seed, Purpose::Init);
        let direction: Vec<f64> = pass.gradient().iter().map(|_| random.normal()).collect();
        let ours: f64 = pass.gradient().iter().zip(&direction).map(|(g, d)| g * d).sum();
        let dual = case.dual(|index| direction[index]);
        let scale: f64 = pass.gradient().iter().map(|g| g.abs()).sum::<f64>().max(1.0);
        prop_assert!((dual.re - value).abs() <= BY_DUAL_NUMBERS * value.max(1.0));
        prop_assert!((dual.eps - ours).abs() <= BY_DUAL_NUMBERS * scale, "{ours} {}", dual.eps);
    }

    /// A workspace that has seen a larger batch gives the same as a new one.
    #[test]
    fn a_used_workspace_is_as_good_as_new(first in 0usize..20, second in 0usize..20, seed in any::<u64>()) {
        let layers = [(5, activation("gelu")), (2, activation("tanh"))];
        let (before, after) = (
            Case::new(&layers, first, Loss::MeanSquare, seed),
            Case::new(&layers, second, Loss::MeanSquare, seed),
        );
        let mut used = Pass::new(&before.network);
        for case in [&before, &after] {
            case.network.forward(&case.inputs, &mut used).expect("fits");
            case.network.backward(case.loss, &case.targets, &mut used).expect("fits");
        }
        let (_, new) = after.run();
        prop_assert_eq!(used.outputs(), new.outputs());
        prop_assert_eq!(used.dl_dz(0), new.dl_dz(0));
        prop_assert_eq!(used.gradient(), new.gradient());
    }
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
    let zs: Vec<f64> = zs.into_iter().chain(ends).collect();
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
