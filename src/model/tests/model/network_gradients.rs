//! Gradients of networks against central differences and against dual numbers.

use model::activation::{Activation, Kind};
use model::loss::Loss;
use model::network::{Network, Pass};
use model::random::{Purpose, Random};
use num_dual::Dual64;
use proptest::prelude::*;

use crate::oracle;

use oracle::Structure;

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
    residual: bool,
    layer_norm: bool,
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
            residual: false,
            layer_norm: false,
        }
    }

    fn wired(mut self, residual: bool, layer_norm: bool) -> Case {
        (self.residual, self.layer_norm) = (residual, layer_norm);
        self.network.set_residual(residual);
        self.network.set_layer_norm(layer_norm);
        self
    }

    fn run(&self) -> (f64, Pass) {
        let mut pass = Pass::new(&self.network);
        self.network
            .forward(&self.inputs, &mut pass)
            .expect("a batch that fits");
        let value = self.network.backward(self.loss, &self.targets, &mut pass);
        (value.expect("targets that fit"), pass)
    }

    fn structure(&self) -> Structure {
        let widths = self.network.widths();
        let unit = |layer, unit| self.network.unit_activation(layer, unit);
        let formula = |layer, u| unit(layer, u).expect("a unit").formula().plain();
        let layers = widths[1..].iter().enumerate();
        let of_layer =
            |(layer, width): (usize, &usize)| (0..*width).map(|u| formula(layer, u)).collect();
        Structure {
            formulas: layers.map(of_layer).collect(),
            residual: self.residual,
            layer_norm: self.layer_norm,
        }
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
        oracle::loss(self.loss, &duals, &self.structure(), &self.batch())
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

/// Each normalised layer divides by a standard deviation, here 0.1 or more: its rounding grows tenfold, twice, and that of the differences too.
#[test]
fn gradients_through_residual_connections_and_layer_norm_agree_with_two_oracles() {
    let end = Activation::new(Kind::Identity);
    for name in ["sigmoid", "tanh", "relu", "gelu", "leaky_relu"] {
        for (residual, layer_norm) in [(true, false), (false, true), (true, true)] {
            let layers = [(4, activation(name)), (4, activation(name)), (1, end)];
            let wire =
                |seed| Case::new(&layers, 5, Loss::Logistic, seed).wired(residual, layer_norm);
            let case = (1..100).map(wire).find(Case::is_away_from_kinks);
            let case = case.expect("a seed without a z near a kink");
            assert_eq!(
                [0, 1, 2].map(|layer| case.network.is_residual(layer)),
                [false, residual, false]
            );
            assert_eq!(
                [0, 1, 2].map(|layer| case.network.is_normalised(layer)),
                [layer_norm, layer_norm, false]
            );
            let (dual, difference) = case.disagreement();
            assert!(dual <= 100.0 * BY_DUAL_NUMBERS, "{name}: {dual}");
            assert!(difference <= 10.0 * BY_DIFFERENCES, "{name}: {difference}");
        }
    }
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
        residual in any::<bool>(),
        layer_norm in any::<bool>(),
    ) {
        let mut case = Case::new(&layers, samples, loss, seed).wired(residual, layer_norm);
        // A layer whose units nearly agree is divided by as little as √1e-5, which magnifies its rounding 300 times, and there may be three such layers.
        let magnified = if layer_norm { 1e5 } else { 1.0 };
        let layer = place.0.index(layers.len());
        let unit = place.1.index(layers[layer].0);
        case.network.set_unit_activation(layer, unit, other).expect("a unit");
        let (value, pass) = case.run();
        for (sample, (inputs, _)) in case.batch().iter().enumerate() {
            let (zs, _) = oracle::forward(case.network.parameters(), &case.structure(), inputs);
            for (layer, zs) in zs.iter().enumerate() {
                for (unit, z) in zs.iter().enumerate() {
                    let ours = pass.z(layer)[unit * samples + sample];
                    prop_assert!((ours - z).abs() <= magnified * 1e-12 * z.abs().max(1.0), "{ours} {z}");
                }
            }
        }
        let mut random = Random::new(seed, Purpose::Init);
        let direction: Vec<f64> = pass.gradient().iter().map(|_| random.normal()).collect();
        let ours: f64 = pass.gradient().iter().zip(&direction).map(|(g, d)| g * d).sum();
        let dual = case.dual(|index| direction[index]);
        let scale: f64 = pass.gradient().iter().map(|g| g.abs()).sum::<f64>().max(1.0);
        // The oracle's logistic loss is the textbook one, whose 1 - p keeps only the digits that e^|y| leaves it.
        let largest = pass.outputs().iter().fold(0.0f64, |most, y| most.max(y.abs()));
        let lost = match loss {
            Loss::Logistic => 4.0 * f64::EPSILON * largest.exp(),
            _ => 0.0,
        };
        prop_assume!(lost < 1e-8);
        let allowed = magnified * BY_DUAL_NUMBERS + lost;
        prop_assert!((dual.re - value).abs() <= allowed * value.max(1.0), "{value} {}", dual.re);
        prop_assert!((dual.eps - ours).abs() <= allowed * scale, "{ours} {}", dual.eps);
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
