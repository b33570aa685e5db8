//! Random networks before their first step. The oracles: the library of trained networks for the way forward, finite differences of a loss written here for the way back.

use activation_lab::model::activation::Activation;
use activation_lab::model::init::Init;
use activation_lab::model::network::{Network, Pass};
use activation_lab::model::random::{Purpose, Random};
use activation_lab::model::spread::{EPSILON, Plan, Spread};

fn plan(activation: &str) -> Plan {
    Plan::new(activation.parse().expect(activation))
}

fn finished(plan: Plan) -> Spread {
    let mut spread = Spread::new(plan);
    spread.finish();
    spread
}

/// log₁₀ of the first layer's norm over the last's.
fn share(spread: &Spread) -> f64 {
    spread.layer(0).log10_norm() - spread.layer(spread.plan().depth - 1).log10_norm()
}

/// For one input each, 20 layers of 64 units and the median of 12 seeds: the ratio and the factor per layer that another program found, to the digits given, with other random numbers.
///
/// The last number is the standard deviation of log₁₀ of the ratio from seed to seed, from the quartiles of 600 runs of a third program.
const KNOWN: [(&str, f64, f64, f64, f64); 5] = [
    ("sigmoid", 1.0, 8e-13, 0.23, 0.17),
    ("tanh", 1.0, 0.16, 0.91, 0.22),
    ("relu", 1.0, 9e-4, 0.69, 0.26),
    ("relu", std::f64::consts::SQRT_2, 0.63, 0.98, 0.26),
    ("gelu", std::f64::consts::SQRT_2, 0.02, 0.82, 0.9),
];

fn known(row: (&str, f64, f64, f64, f64)) -> Result<(), String> {
    let (name, gain, ratio, factor, deviation) = row;
    let of = |seed| {
        share(&finished(Plan {
            gain,
            seed,
            batch: 1,
            ..plan(name)
        }))
    };
    let mut shares: Vec<f64> = (1..=12).map(of).collect();
    shares.sort_by(f64::total_cmp);
    let median = 0.5 * (shares[5] + shares[6]);
    // A median of 12 has 1.25/√12 of the deviation of one; two of them differ by √2 as much; three times that.
    let tolerance = 3.0 * std::f64::consts::SQRT_2 * 1.25 / 12.0_f64.sqrt() * deviation;
    let off = [
        median - f64::log10(ratio),
        median - 19.0 * f64::log10(factor),
    ];
    match off.iter().all(|off| off.abs() < tolerance) {
        true => Ok(()),
        false => Err(format!("{name} at {gain}: off by {off:?} decades")),
    }
}

#[test]
fn the_known_points_are_met() {
    for row in KNOWN {
        assert_eq!(known(row), Ok(()));
    }
    assert!(known(("sigmoid", 1.0, 8e-10, 0.33, 0.17)).is_err());
}

/// On the way forward it is the network that would be trained: same seed, same weights, same z; sums of 24 products may be rounded in another order.
#[test]
fn it_is_the_network_of_the_other_figures() {
    let own = Plan {
        width: 24,
        depth: 6,
        gain: 1.3,
        seed: 7,
        batch: 9,
        ..plan("tanh")
    };
    let spread = finished(own);
    let mut network = Network::new(24, &[(24, own.activation); 6]).expect("a shape");
    network.initialise(Init::FanIn(1.3), 0.0, 7);
    let mut pass = Pass::new(&network);
    network.forward(spread.inputs(), &mut pass).expect("inputs");
    for layer in 0..6 {
        for (ours, theirs) in spread.layer(layer).z().iter().zip(pass.z(layer)) {
            assert!(
                (ours - theirs).abs() < 1e-13,
                "layer {layer}: {ours} {theirs}"
            );
        }
    }
}

/// A network for one sample, written from the formulas: weights from the network library, biases from their stream.
struct Written {
    plan: Plan,
    weights: Vec<Vec<f64>>,
    biases: Vec<Vec<f64>>,
}

impl Written {
    fn new(plan: Plan) -> Written {
        let (width, depth) = (plan.width, plan.depth);
        let mut network = Network::new(width, &vec![(width, plan.activation); depth]).expect("ok");
        network.initialise(Init::FanIn(plan.gain), 0.0, plan.seed);
        let mut stream = Random::new(plan.seed, Purpose::Biases);
        let mut layer = |_| {
            let mut own = stream.branch();
            (0..width).map(|_| plan.bias_std * own.normal()).collect()
        };
        Written {
            biases: (0..depth).map(&mut layer).collect(),
            weights: (0..depth).map(|l| network.weights(l).to_vec()).collect(),
            plan,
        }
    }

    /// The sums of a layer.
    fn sums(&self, layer: usize, a: &[f64]) -> Vec<f64> {
        let rows = self.weights[layer].chunks(self.plan.width);
        let row =
            |(row, bias): (&[f64], &f64)| bias + row.iter().zip(a).map(|(w, x)| w * x).sum::<f64>();
        rows.zip(&self.biases[layer]).map(row).collect()
    }

    /// What a layer passes on, from its sums and what it was given.
    fn passes(&self, sums: &[f64], given: &[f64]) -> Vec<f64> {
        let count = sums.len() as f64;
        let mut z = sums.to_vec();
        if self.plan.layer_norm {
            let mean = sums.iter().sum::<f64>() / count;
            let variance = sums.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / count;
            z = sums
                .iter()
                .map(|s| (s - mean) / (variance + EPSILON).sqrt())
                .collect();
        }
        let carried = f64::from(self.plan.residual);
        let unit = |(z, given): (&f64, &f64)| self.plan.activation.value(*z) + carried * given;
        z.iter().zip(given).map(unit).collect()
    }

    /// The loss, with one sum of one layer moved.
    fn loss(&self, x: &[f64], error: &[f64], moved: (usize, usize, f64)) -> f64 {
        let mut a = x.to_vec();
        for layer in 0..self.plan.depth {
            let mut sums = self.sums(layer, &a);
            if layer == moved.0 {
                sums[moved.1] += moved.2;
            }
            a = self.passes(&sums, &a);
        }
        a.iter().zip(error).map(|(a, g)| a * g).sum()
    }
}

/// Plain, residual, normalised, both.
const STRUCTURES: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

#[test]
fn what_comes_back_is_the_slope_of_the_loss() {
    const H: f64 = 1e-5;
    for (residual, layer_norm) in STRUCTURES {
        let plan = Plan {
            width: 7,
            depth: 5,
            gain: 1.4,
            bias_std: 0.3,
            batch: 4,
            seed: 11,
            residual,
            layer_norm,
            ..plan("tanh")
        };
        let (spread, written) = (finished(plan), Written::new(plan));
        let column = |numbers: &[f64], sample: usize| -> Vec<f64> {
            numbers.iter().skip(sample).step_by(4).copied().collect()
        };
        for sample in 0..4 {
            let x = column(spread.inputs(), sample);
            let error = column(spread.errors(), sample);
            let length = error.iter().map(|g| g * g).sum::<f64>();
            assert!((length - 1.0).abs() < 1e-15 * 7.0);
            for (layer, unit) in (0..5).flat_map(|layer| (0..7).map(move |unit| (layer, unit))) {
                let [low, high] = [-H, H].map(|h| written.loss(&x, &error, (layer, unit, h)));
                let layer = spread.layer(layer);
                let ours = layer.gradient()[unit * 4 + sample] * 2f64.powi(layer.exponent());
                let slope = (high - low) / (2.0 * H);
                // The third derivatives of the loss, some hundreds at most, times H²/6; rounding of it over 2 H is 1e-11.
                assert!((ours - slope).abs() < 1e-8, "{plan:?}: {ours} {slope}");
            }
        }
    }
}

/// Looked at after every portion, and after another network's numbers are used again, it gives the same bits.
#[test]
fn portions_change_nothing() {
    for layer_norm in [false, true] {
        let wanted = Plan {
            width: 19,
            depth: 9,
            bias_std: 0.5,
            layer_norm,
            ..plan("gelu")
        };
        let whole = finished(wanted);
        let mut pieces = Spread::new(wanted);
        let mut other = Spread::new(Plan {
            gain: 2.0,
            depth: 4,
            ..wanted
        });
        // Stopped in the middle of its third layer.
        for _ in 0..12 {
            other.advance(&mut || true);
        }
        pieces.reuse(other);
        let mut progress = 0.0;
        while !pieces.advance(&mut || true) {
            assert!(pieces.progress() >= progress && pieces.progress() < 1.0);
            progress = pieces.progress();
        }
        for (one, other) in whole.layers().iter().zip(pieces.layers()) {
            assert_eq!(
                (one.z(), one.a(), one.gradient()),
                (other.z(), other.a(), other.gradient())
            );
            assert_eq!(one.exponent(), other.exponent());
        }
    }
}

/// A larger batch begins with the same inputs; the largest network is fed eight of them.
#[test]
fn large_networks_get_fewer_inputs() {
    let largest = Plan {
        width: 512,
        depth: 100,
        batch: 128,
        ..plan("relu")
    };
    assert_eq!((largest.samples(), largest.weights()), (8, 26_214_400));
    assert_eq!(plan("relu").samples(), 32);
    let few = Spread::new(Plan {
        batch: 2,
        ..plan("relu")
    });
    let many = Spread::new(Plan {
        batch: 5,
        ..plan("relu")
    });
    for unit in 0..64 {
        assert_eq!(
            few.inputs()[2 * unit..2 * unit + 2],
            many.inputs()[5 * unit..5 * unit + 2]
        );
    }
}

/// Biases are N(0, σ_b²): with weights of scale 0, z is the bias. 64·20 numbers: the variance's standard error is √(2/1280) = 4 %; 5 of them.
#[test]
fn biases_have_their_scale() {
    let spread = finished(Plan {
        gain: 0.0,
        bias_std: 0.5,
        batch: 1,
        ..plan("tanh")
    });
    let all = || spread.layers().iter().flat_map(|layer| layer.z());
    let variance = all().map(|z| z * z).sum::<f64>() / 1280.0;
    assert!((variance / 0.25 - 1.0).abs() < 0.2, "{variance}");
    assert!(all().sum::<f64>().abs() / 1280.0 < 5.0 * 0.5 / 1280.0_f64.sqrt());
}

/// The definitions, counted again: flat is below a tenth of the largest slope, dead is exactly 0 on every input.
#[test]
fn flat_and_dead_are_what_they_are_defined_as() {
    for name in ["sigmoid", "relu", "hard_tanh", "squared_relu"] {
        let spread = finished(Plan {
            gain: 3.0,
            width: 16,
            depth: 3,
            batch: 6,
            ..plan(name)
        });
        let f: Activation = name.parse().expect(name);
        let steepest = if name == "sigmoid" { 0.25 } else { 1.0 };
        for layer in spread.layers() {
            let slopes: Vec<f64> = layer.z().iter().map(|z| f.derivative(*z).abs()).collect();
            let flat = slopes
                .iter()
                .filter(|slope| **slope < 0.1 * steepest)
                .count();
            let dead = slopes
                .chunks(6)
                .filter(|unit| unit.iter().all(|slope| *slope == 0.0));
            assert_eq!(layer.flat(), flat as f64 / 96.0, "{name}");
            assert_eq!(layer.dead(), dead.count() as f64 / 16.0, "{name}");
        }
    }
}
