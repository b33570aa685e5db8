//! Random networks before their first step: against the networks that train, against the theory of wide ones, and against numbers measured elsewhere.

use crate::pieces;
use model::activation::Activation;
use model::init::Init;
use model::loss::Loss;
use model::network::{Network, Pass};
use model::random::{Purpose, Random};
use model::spread::forecast;
use model::spread::{Plan, Spread};
use model::work::Work as _;

fn plan(activation: &str) -> Plan {
    Plan::new(activation.parse::<Activation>().expect(activation))
}

fn spread(plan: Plan) -> Spread {
    let mut spread = Spread::new(plan);
    spread.finish();
    spread
}

/// ∂L/∂z of a layer, with its power of two.
fn gradient(spread: &Spread, layer: usize) -> Vec<f64> {
    let layer = spread.layer(layer);
    let scale = f64::from(layer.exponent()).exp2();
    layer.gradient().iter().map(|g| g * scale).collect()
}

/// The largest difference, as a share of the largest number.
fn deviation(ours: &[f64], theirs: &[f64]) -> f64 {
    assert_eq!(ours.len(), theirs.len());
    let largest = theirs.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    let pairs = ours.iter().zip(theirs);
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max) / largest
}

/// The same network, built as those that train are, with one layer more that passes everything on; its targets are chosen so that the same error arrives.
fn trained_kind(plan: &Plan, spread: &Spread) -> (Network, Pass) {
    let identity = "identity".parse().expect("identity");
    let mut layers = vec![(plan.width, plan.activation); plan.depth];
    layers.push((plan.width, identity));
    let mut network = Network::new(plan.width, &layers).expect("units");
    network.set_residual(plan.residual);
    network.set_layer_norm(plan.layer_norm);
    network.initialise(Init::FanIn(plan.gain), 0.0, plan.seed);
    let mut random = Random::new(plan.seed, Purpose::Biases);
    let size = plan.width * (plan.width + 1);
    let (hidden, last) = network.parameters_mut().split_at_mut(plan.depth * size);
    for layer in hidden.chunks_exact_mut(size) {
        let mut own = random.branch();
        layer[plan.width * plan.width..].fill_with(|| plan.bias_std * own.normal());
    }
    last.fill(0.0);
    for unit in 0..plan.width {
        last[unit * plan.width + unit] = 1.0;
    }
    let mut pass = Pass::new(&network);
    network.forward(spread.inputs(), &mut pass).expect("fits");
    let outputs = pass.outputs().iter().zip(spread.errors());
    let targets: Vec<f64> = outputs.map(|(y, error)| y - error).collect();
    network
        .backward(Loss::MeanSquare, &targets, &mut pass)
        .expect("fits");
    (network, pass)
}

/// With and without residual connections and layer norm.
const WIRINGS: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// Both add the same products in orders of their own: a few hundred roundings of 1.1e-16 each, grown over twelve layers.
const ROUNDING: f64 = 1e-11;

#[test]
fn every_number_is_that_of_the_networks_that_train() {
    for (activation, gain, bias_std) in [
        ("sigmoid", 1.0, 0.3),
        ("tanh", 1.7, 0.0),
        ("relu", 1.4, 0.1),
        ("gelu", 2.0, 0.5),
    ] {
        for (residual, layer_norm) in WIRINGS {
            let plan = Plan {
                gain,
                bias_std,
                residual,
                layer_norm,
                depth: 12,
                width: 21,
                batch: 7,
                seed: 5,
                ..plan(activation)
            };
            let ours = spread(plan);
            let (_, theirs) = trained_kind(&plan, &ours);
            // The loss has a factor of its own: its gradient at the output over ours.
            let factor = theirs.dl_dz(plan.depth)[0] / ours.errors()[0];
            let scaled = |numbers: Vec<f64>| numbers.iter().map(|x| factor * x).collect::<Vec<_>>();
            for layer in 0..plan.depth {
                let deviations = [
                    deviation(ours.layer(layer).z(), theirs.z(layer)),
                    deviation(ours.layer(layer).a(), theirs.a(layer)),
                    deviation(&scaled(gradient(&ours, layer)), theirs.dl_dz(layer)),
                ];
                assert!(
                    deviations.iter().all(|d| *d < ROUNDING),
                    "{activation} {residual} {layer_norm}, layer {layer}: {deviations:?}"
                );
            }
        }
    }
}

/// log₁₀ of the first layer's gradient over the last one's: the median of twelve networks, and the standard error of that median, √(π/2)·std/√12.
fn first_over_last(plan: Plan) -> (f64, f64) {
    let mut all: Vec<f64> = (1..=12)
        .map(|seed| {
            let spread = spread(Plan { seed, ..plan });
            spread.layer(0).log10_norm() - spread.layer(plan.depth - 1).log10_norm()
        })
        .collect();
    all.sort_by(f64::total_cmp);
    let mean = all.iter().sum::<f64>() / 12.0;
    let variance = all.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 11.0;
    (0.5 * (all[5] + all[6]), 1.2533 * (variance / 12.0).sqrt())
}

/// Measured by somebody else's program, width 64, depth 20, the median of 12 seeds too: so both have a standard error, and four times their sum in quadrature is allowed.
/// Their numbers are rounded to one digit, or to two, and they measured one sample or a batch; a tenth of a decade is allowed for that.
#[test]
fn the_known_points() {
    let root = std::f64::consts::SQRT_2;
    for (activation, gain, ratio, factor) in [
        ("sigmoid", 1.0, 8e-13, 0.23),
        ("tanh", 1.0, 0.16, 0.91),
        ("relu", 1.0, 9e-4, 0.69),
        ("relu", root, 0.63, 0.98),
        ("gelu", root, 0.02, 0.82),
    ] {
        let (decades, error) = first_over_last(Plan {
            gain,
            ..plan(activation)
        });
        let allowed = 4.0 * root * error + 0.1;
        assert!(
            (decades - f64::log10(ratio)).abs() < allowed,
            "{activation} at {gain}: {decades} ± {error}"
        );
        // The factor is the ratio's 19th root, so its logarithm may differ by a 19th, and its last digit by a half.
        let per_layer = 10f64.powf(decades / 19.0);
        let allowed = per_layer * (10f64.powf(allowed / 19.0) - 1.0) + 0.005;
        assert!((per_layer - factor).abs() < allowed, "{per_layer}");
    }
}

/// The claim of the article: at He's scale GELU loses far more than ReLU, and has no dead unit.
#[test]
fn gelu_at_he_scale_loses_more_than_relu_and_none_of_its_units_is_dead() {
    let gain = std::f64::consts::SQRT_2;
    let [relu, gelu] = ["relu", "gelu"].map(|name| Plan { gain, ..plan(name) });
    let ((relu_decades, one), (gelu_decades, other)) =
        (first_over_last(relu), first_over_last(gelu));
    assert!(relu_decades - gelu_decades > 4.0 * one.hypot(other));
    let dead = |plan| spread(plan).layers().iter().map(|l| l.dead()).sum::<f64>();
    assert_eq!(dead(gelu), 0.0);
    assert!(dead(relu) > 0.0);
}

/// The weights that are drawn again for a picture are those of the network, which are kept there.
#[test]
fn a_corner_is_of_the_same_weights() {
    let plan = Plan {
        width: 9,
        depth: 3,
        gain: 1.3,
        ..plan("tanh")
    };
    let spread = spread(plan);
    let (mut network, _) = trained_kind(&plan, &spread);
    let size = 9 * 10;
    for layer in 0..3 {
        let weights = &network.parameters_mut()[layer * size..][..81];
        let corner = spread.corner(layer, 4);
        let expected: Vec<Vec<f64>> = weights
            .chunks(9)
            .take(4)
            .map(|row| row[..4].to_vec())
            .collect();
        assert_eq!(corner, expected);
        assert_eq!(spread.corner(layer, 20).concat(), weights);
    }
    assert!(spread.corner(3, 4).is_empty());
}

/// Networks that the theory is about are endlessly wide; these have 256 units.
/// Mean squares over 16 networks lie within 4 standard errors, and within 4 % more: finite width shifts them by about one part in 256 for each of the six layers.
#[test]
fn the_forecast_is_what_wide_networks_do() {
    let networks = 16;
    for (activation, gain, bias_std) in [
        ("sigmoid", 1.0, 0.2),
        ("tanh", 1.5, 0.3),
        ("relu", 1.4, 0.0),
        ("gelu", 1.6, 0.2),
        ("selu", 1.0, 0.0),
    ] {
        for (residual, layer_norm) in WIRINGS {
            let plan = Plan {
                gain,
                bias_std,
                residual,
                layer_norm,
                depth: 6,
                width: 256,
                batch: 8,
                ..plan(activation)
            };
            let expected = forecast::forecast(&plan);
            let all: Vec<Spread> = (1..=networks)
                .map(|seed| spread(Plan { seed, ..plan }))
                .collect();
            for (layer, expected) in expected.iter().enumerate() {
                let z: Vec<f64> = all
                    .iter()
                    .map(|s| mean_square(s.layer(layer).z()))
                    .collect();
                let g: Vec<f64> = all
                    .iter()
                    .map(|s| plan.width as f64 * mean_square(&gradient(s, layer)))
                    .collect();
                let norm = 10f64.powf(2.0 * expected.log10_norm);
                for (what, measured, expected) in [("z", z, expected.q), ("gradient", g, norm)] {
                    let (mean, error) = mean_and_error(&measured);
                    assert!(
                        (mean - expected).abs() < 4.0 * error + 0.04 * expected,
                        "{activation} {residual} {layer_norm}, layer {layer}, {what}²: {mean} ± {error} instead of {expected}"
                    );
                }
            }
        }
    }
}

fn mean_square(numbers: &[f64]) -> f64 {
    numbers.iter().map(|x| x * x).sum::<f64>() / numbers.len() as f64
}

fn mean_and_error(numbers: &[f64]) -> (f64, f64) {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let squares = numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
    (mean, (squares / (count - 1.0) / count).sqrt())
}

/// At its critical gain, the last of very many layers neither shrinks nor lengthens the gradient: ReLU's is √2 and tanh's without biases is 1, by hand; with biases the factor itself says so.
#[test]
fn critical_is_where_the_final_factor_is_one() {
    let critical = |plan: &Plan| forecast::critical_gains(plan);
    // One rounding of a quadrature good to 1e-12.
    let is = |gains: Vec<f64>, gain: f64| gains.iter().any(|g| (g - gain).abs() < 1e-9);
    assert!(is(critical(&plan("relu")), std::f64::consts::SQRT_2));
    assert!(is(critical(&plan("tanh")), 1.0));
    for (activation, bias_std, layer_norm) in [("tanh", 0.5, false), ("tanh", 0.5, true)] {
        let plan = Plan {
            bias_std,
            layer_norm,
            ..plan(activation)
        };
        let gains = critical(&plan);
        assert!(!gains.is_empty());
        for gain in gains {
            let decades = forecast::log10_final_factor(&Plan { gain, ..plan });
            assert!(decades.abs() < 1e-6, "{activation} at {gain}: {decades}");
        }
    }
    let residual = Plan {
        residual: true,
        ..plan("tanh")
    };
    assert!(critical(&residual).is_empty());
}

/// Stopped after each portion, and begun with what another network has drawn, the work ends with the same bits.
#[test]
fn work_in_pieces_is_the_same_work() {
    let plan = Plan {
        width: 33,
        depth: 9,
        bias_std: 0.4,
        ..plan("tanh")
    };
    let whole = spread(plan);
    let mut before = Spread::new(Plan { gain: 2.2, ..plan });
    assert!(before.advance(pieces::pieces(30)).is_pending());
    let mut pieces = Spread::new(plan);
    pieces.reuse(&mut before);
    let mut progress = pieces.progress();
    while pieces.advance(pieces::pieces(1)).is_pending() {
        assert!(pieces.progress() > progress);
        progress = pieces.progress();
    }
    assert_eq!(pieces.progress(), 1.0);
    for layer in 0..plan.depth {
        assert_eq!(pieces.layer(layer).z(), whole.layer(layer).z());
        assert_eq!(gradient(&pieces, layer), gradient(&whole, layer));
    }
}
