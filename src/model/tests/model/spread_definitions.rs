//! Random networks by their definitions, and their theory by hand.

use model::activation::Activation;
use model::propagation::Propagation;
use model::spread::forecast::{forecast, log10_final_factor};
use model::spread::{Plan, Spread};
use model::work::Work as _;

fn plan(activation: &str) -> Plan {
    Plan::new(activation.parse().expect(activation))
}

fn finished(plan: Plan) -> Spread {
    let mut spread = Spread::new(plan);
    spread.finish();
    spread
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

/// E[ReLU] = √(q/2π), E[e^z] = e^(q/2), and odd functions have mean 0; E[ReLU6] = √q(φ(0) - φ(6/√q)) + 6·Φ(-6/√q), by parts, where the midpoint rule of 2048 nodes was off by a millionth. Thirteen digits, as of the other moments.
#[test]
fn means_have_their_closed_form() {
    let mean = |name: &str, q: f64| {
        let theory = Propagation::new(name.parse().expect(name), 1.0, 0.0).expect(name);
        theory.moments(q).mean
    };
    let density = |x: f64| libm::exp(-0.5 * x * x) / std::f64::consts::TAU.sqrt();
    let near =
        |found: f64, exact: f64| assert!((found / exact - 1.0).abs() < 1e-13, "{found} {exact}");
    for q in [1e-6, 0.3, 4.0, 1e6] {
        near(mean("relu", q), (q / std::f64::consts::TAU).sqrt());
        let top = 6.0 / q.sqrt();
        let beyond = 6.0 * 0.5 * libm::erfc(top / std::f64::consts::SQRT_2);
        near(
            mean("relu6", q),
            q.sqrt() * (density(0.0) - density(top)) + beyond,
        );
        assert_eq!(mean("tanh", q), 0.0);
    }
    near(mean("exponential", 0.3), libm::exp(0.15));
    near(mean("gaussian", 0.3), 1.0 / 1.6_f64.sqrt());
    near(mean("snake(a=2)", 0.3), (1.0 - libm::exp(-2.4)) / 4.0);
}

/// ReLU by hand: plain χ = g²/2; with layer norm g²·(1/2)/(g²/2) = 1 whatever g is; in a residual network ∂L/∂a grows by 1 + g²/2, and so does ∂L/∂z, as its E[f′²] is the same everywhere.
#[test]
fn the_theory_has_its_closed_forms() {
    let per_layer = |plan: Plan| {
        let layers = forecast(&plan);
        (layers[0].log10_norm - layers[19].log10_norm) / 19.0
    };
    for gain in [0.5, 1.0, 2.0] {
        let own = Plan {
            gain,
            ..plan("relu")
        };
        let exact = 0.5 * f64::log10(gain * gain / 2.0);
        assert!((per_layer(own) - exact).abs() < 1e-12);
        assert!((log10_final_factor(&own) - exact).abs() < 1e-12);
        let normed = Plan {
            layer_norm: true,
            ..own
        };
        assert!(log10_final_factor(&normed).abs() < 1e-12);
        let short = Plan {
            residual: true,
            ..own
        };
        let exact = 0.5 * f64::log10(1.0 + gain * gain / 2.0);
        assert!((per_layer(short) - exact).abs() < 1e-12);
    }
}

/// Layer norm would turn every z of a layer with one unit into 0; it is left alone, as in the networks that train.
#[test]
fn a_single_unit_is_not_normalised() {
    let alone = Plan {
        width: 1,
        ..plan("tanh")
    };
    let normed = Plan {
        layer_norm: true,
        ..alone
    };
    let (alone, normed) = (finished(alone), finished(normed));
    for (one, other) in alone.layers().iter().zip(normed.layers()) {
        assert_eq!((one.z(), one.gradient()), (other.z(), other.gradient()));
    }
}

/// By their definition, and where the squares leave the range of f64.
#[test]
fn a_units_gradient_is_the_root_mean_square_over_the_samples() {
    for (activation, depth) in [("tanh", 3), ("sigmoid", 100), ("relu", 4)] {
        let spread = finished(Plan {
            depth,
            ..plan(activation)
        });
        for layer in [0, depth - 1] {
            let ours = spread.layer(layer).log10_unit_gradients();
            let exponent = f64::from(spread.layer(layer).exponent()) * 2f64.log10();
            let units = spread.layer(layer).gradient().chunks(32);
            assert_eq!(ours.len(), units.len());
            for (ours, unit) in ours.iter().zip(units) {
                let mean = unit.iter().map(|g| g * g).sum::<f64>() / 32.0;
                let expected = 0.5 * mean.log10() + exponent;
                // A few roundings of numbers up to 60.
                assert!(
                    (ours - expected).abs() < 1e-12 || ours == &expected,
                    "{ours} {expected}"
                );
            }
        }
    }
}
