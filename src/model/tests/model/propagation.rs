//! Mean-field theory against mpmath tables, closed forms and wide random networks; the tables are written by src/model/tests/reference/make_propagation.py.

use crate::theory::{near, propagation, row};
use model::activation::{Activation, Kind};
use model::init::Init;
use model::loss::Loss;
use model::network::{Network, Pass};
use model::propagation::{
    Destination, FixedPoint, Propagation, PropagationError, Stability, critical_gain,
    critical_line, depth_scale,
};
use model::random::{Purpose, Random};
use std::f64::consts::{PI, SQRT_2};

/// Sums of some hundred terms, and far down the bell e^-x²/2 multiplies the rounding of x by x² (500 where the table goes down to 1e-224).
const RELATIVE: f64 = 2e-13;

#[test]
fn moments_are_those_of_the_table() {
    let table = include_str!("../reference/propagation.csv");
    for kind in Kind::ALL {
        let name = format!("\n\"{}\",", kind.id());
        assert!(table.contains(&name), "{} is missing", kind.id());
    }
    for line in table.lines().skip(1) {
        let (name, exact) = row(line);
        let p = propagation(name, 1.0, 0.0);
        let ours = p.moments(exact[0]);
        near(ours.square, exact[1], RELATIVE * exact[1], line);
        near(ours.slope_square, exact[2], RELATIVE * exact[2], line);
        // The growth is E[f·f'·x]/√q, whose terms cancel where f is nearly constant: a rounding of |f|·|f'| stays. For sine it is a difference of terms of its slope squared.
        let size = (ours.square * ours.slope_square / exact[0]).sqrt();
        let size = size.max(ours.slope_square).max(exact[3].abs());
        // The table's own is a difference of E[f²] at 40 digits, over q: where it is 0, that is left.
        let table = 1e-39 * exact[1] / exact[0];
        near(ours.growth, exact[3], RELATIVE * size + table, line);
    }
}

/// Rectifiers are E[f²]/q = (1 + α²)/2 exactly; E[erf(z)²] = (2/π)·asin(2q/(1 + 2q)) (Williams 1997) gives GELU's neighbours, and its own E[f²] and E[f'²] follow by the same integral.
#[test]
fn moments_are_those_of_closed_forms() {
    for exponent in -12..=8 {
        let q = 10.0_f64.powi(exponent);
        for (name, factor) in [
            ("identity", 1.0),
            ("relu", 0.5),
            ("leaky_relu(alpha=0.1)", 0.505),
        ] {
            let moments = propagation(name, 1.0, 0.0).moments(q);
            near(moments.square, factor * q, 4e-16 * q, name);
            near(moments.slope_square, factor, 4e-16, name);
        }
        let step = propagation("step", 1.0, 0.0).moments(q);
        assert_eq!((step.square, step.slope_square), (0.5, 0.0));
        // GELU is z·(1 + erf(z/√2))/2; Price's theorem gives its second moment.
        let root = (1.0 + 2.0 * q).sqrt();
        let angle = (q / (1.0 + q)).asin();
        let gelu = 0.25 * q + q * angle / (2.0 * PI) + q * q / (PI * (1.0 + q) * root);
        let ours = propagation("gelu", 1.0, 0.0).moments(q).square;
        near(ours, gelu, 1e-12 * gelu, "gelu");
    }
}

#[test]
fn fixed_points_are_those_of_the_table() {
    let table = include_str!("../reference/propagation_points.csv");
    for line in table.lines().skip(1) {
        let (name, exact) = row(line);
        let (sigma_w, sigma_b, q) = (exact[0], exact[1], exact[2]);
        let points = propagation(name, sigma_w, sigma_b).fixed_points();
        let same = |point: &&FixedPoint| (point.q - q).abs() < 1e-6 * q;
        let point = points.iter().find(same).expect(line);
        // A rounding of V moves the point by its 1/|1 - V'|.
        let room = 1e-14 * q / (1.0 - exact[3]).abs() + 1e-14 * q;
        near(point.q, q, room, line);
        near(point.slope, exact[3], 1e-10, line);
        near(point.chi, exact[4], 1e-10, line);
        let stable = exact[3].abs() < 1.0;
        assert_eq!(point.stability == Stability::Stable, stable, "{line}");
    }
    // None more than the table has, in the range it was made for.
    for line in table.lines().skip(1) {
        let (name, exact) = row(line);
        let scales = format!("\"{name}\",{},{},", exact[0], exact[1]);
        let known = table.lines().filter(|l| l.starts_with(&scales)).count();
        let points = propagation(name, exact[0], exact[1]).fixed_points();
        let seen = points.iter().filter(|p| (1e-3..1e4).contains(&p.q));
        assert_eq!(seen.count(), known, "{line}");
    }
}

fn cases() -> impl Iterator<Item = Propagation> {
    let scales = [(0.5, 0.0), (1.0, 0.1), (1.5, 0.05), (2.0, 0.0), (3.0, 1.0)];
    Kind::ALL.iter().flat_map(move |kind| {
        scales.map(|(w, b)| Propagation::new(Activation::new(*kind), w, b).expect("in range"))
    })
}

/// V(q*) = q*; neighbours alternate between drawing in and pushing away; 200 layers from either side end where `from_start` says.
#[test]
fn fixed_points_are_fixed_and_starts_go_where_they_are_said_to() {
    for p in cases() {
        let points = p.fixed_points();
        for point in &points {
            let room = 1e-13 * point.q * (1.0 + point.slope.abs());
            near(p.variance(point.q), point.q, room, &format!("{p:?}"));
        }
        for pair in points.windows(2) {
            assert!(pair[0].q < pair[1].q, "{points:?}");
            assert_ne!(pair[0].stability, pair[1].stability, "{points:?}");
        }
        for start in [0.01, 1.0, 30.0] {
            let end = p.layers(start, 2000).pop().expect("layers").q;
            match p.from_start(start).expect("a start") {
                Destination::Diverges => assert!(end > start, "{p:?} {start}: {end}"),
                // Slow approaches are still under way after 2000 layers.
                Destination::Fixed(point) if point.slope.abs() < 0.98 => {
                    near(end, point.q, 1e-9 * point.q + 1e-12, &format!("{p:?}"));
                }
                Destination::Fixed(_) => {}
            }
        }
    }
}

/// For every activation but the Gaussian a wider input gives a wider output.
#[test]
fn the_variance_map_rises() {
    for p in cases().filter(|p| p.activation().kind() != Kind::Gaussian) {
        let values: Vec<f64> = (-9..9).map(|k| p.variance(4.0_f64.powi(k))).collect();
        assert!(
            values.is_sorted_by(|a, b| *b >= a * (1.0 - RELATIVE)),
            "{p:?}"
        );
    }
}

#[test]
fn lines_of_fixed_points_and_divergence() {
    for (name, gain) in [("relu", SQRT_2), ("identity", 1.0)] {
        let p = propagation(name, gain, 0.0);
        let points = p.fixed_points();
        assert_eq!(points.len(), 1, "{name}");
        assert_eq!(points[0].stability, Stability::Neutral, "{name}");
        match p.from_start(7.5).expect("a start") {
            Destination::Fixed(point) => assert_eq!(point.q, 7.5),
            Destination::Diverges => panic!("{name} stays"),
        }
    }
    let relu = propagation("relu", 2.0, 0.0);
    assert_eq!(relu.from_start(1.0), Ok(Destination::Diverges));
    assert_eq!(relu.fixed_points()[0].stability, Stability::Unstable);
    near(relu.final_chi(1.0).expect("a start"), 2.0, 1e-15, "relu");
    assert!(propagation("relu", 2.0, 0.1).fixed_points().is_empty());
    // σ_b²/(1 - σ_w²/2)
    let relu = propagation("relu", 1.0, 0.5).fixed_points();
    near(relu[0].q, 0.5, 1e-15, "relu");
}

/// Just beside a tangency two points appear at once: the one on GELU's V - q with σ_w = 1.5 is passed between σ_b = 0.1 (two) and 1 (none).
#[test]
fn points_that_meet_are_not_lost_before_they_meet() {
    let count = |sigma_b: f64| propagation("gelu", 1.5, sigma_b).fixed_points().len();
    let (mut two, mut none) = (0.1, 1.0);
    for _ in 0..40 {
        let middle = 0.5 * (two + none);
        if count(middle) == 0 {
            none = middle;
        } else {
            two = middle;
        }
    }
    assert_eq!(count(two - 1e-9), 2);
    let points = propagation("gelu", 1.5, two - 1e-9).fixed_points();
    // At a tangency V' = 1, and 10⁻⁹ before it 1 ± √10⁻⁹ in size.
    near(points[0].slope, 1.0, 1e-3, "below");
    near(points[1].slope, 1.0, 1e-3, "above");
    assert!(points[0].slope < 1.0 && points[1].slope > 1.0);
}

#[test]
fn critical_gains() {
    for (name, exact) in [
        ("relu", SQRT_2),
        ("tanh", 1.0),
        ("identity", 1.0),
        ("leaky_relu(alpha=0.5)", (2.0_f64 / 1.25).sqrt()),
    ] {
        let gains = critical_gain(name.parse().expect(name), 0.0).expect("in range");
        assert_eq!(gains.len(), 1, "{name}: {gains:?}");
        near(gains[0], exact, 1e-12, name);
    }
    let line = critical_line("tanh".parse().expect("tanh"), (0.0, 4.0), 30).expect("a range");
    assert_eq!(line.len(), 1);
    for point in &line[0] {
        let p = propagation("tanh", point.sigma_w, point.sigma_b);
        near(p.chi(point.q), 1.0, 1e-12, "chi");
        near(p.variance(point.q), point.q, 1e-12 * point.q, "fixed");
    }
}

#[test]
fn depth_scales_and_errors() {
    near(depth_scale((-0.5_f64).exp()), 2.0, 1e-15, "two layers");
    assert_eq!(depth_scale(1.0), f64::INFINITY);
    assert_eq!(depth_scale(0.0), 0.0);
    assert!(depth_scale(2.0) < 0.0);
    let tanh: Activation = "tanh".parse().expect("tanh");
    for sigma in [-1.0, f64::NAN, f64::INFINITY, 1e101] {
        let error = Propagation::new(tanh, sigma, 0.0).expect_err("out of range");
        assert!(error.to_string().contains("sigma_w"), "{error}");
        assert!(critical_gain(tanh, sigma).is_err());
        let error = propagation("tanh", 1.0, 0.0).from_start(sigma);
        assert!(sigma == 1e101 || matches!(error, Err(PropagationError::Start { .. })));
    }
}

const WIDTH: usize = 300;
const DEPTH: usize = 8;
const DRAWS: u64 = 100;

/// The mean over draws of the mean squares of z and ∂L/∂z, layer by layer, of networks with one input vector of mean square 1 and a random output weight on each unit.
fn wide_networks(name: &str, sigma_w: f64) -> Vec<Vec<(f64, f64)>> {
    let activation: Activation = name.parse().expect(name);
    let mut shape = vec![(WIDTH, activation); DEPTH];
    shape.push((1, "identity".parse().expect("identity")));
    let mut pass = None;
    let mut draws = Vec::new();
    for seed in 0..DRAWS {
        let mut network = Network::new(WIDTH, &shape).expect("units");
        network.initialise(Init::FanIn(sigma_w), 0.0, seed);
        let mut random = Random::new(seed, Purpose::Data);
        let mut inputs: Vec<f64> = (0..WIDTH).map(|_| random.normal()).collect();
        let size = (inputs.iter().map(|x| x * x).sum::<f64>() / WIDTH as f64).sqrt();
        inputs.iter_mut().for_each(|x| *x /= size);
        let pass = pass.get_or_insert_with(|| Pass::new(&network));
        network.forward(&inputs, pass).expect("fits");
        // ∂L/∂y = 2(y - t) = 2.
        let target = pass.outputs()[0] - 1.0;
        network
            .backward(Loss::MeanSquare, &[target], pass)
            .expect("fits");
        let square = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>() / x.len() as f64;
        let layers = (0..DEPTH).map(|l| (square(pass.z(l)), square(pass.dl_dz(l))));
        draws.push(layers.collect());
    }
    draws
}

/// The mean over draws and its standard error, from their spread.
fn mean(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let spread = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
    (mean, (spread / n).sqrt())
}

/// Theory is the limit of infinite width: a network differs by its draw (five standard errors, with two numbers for each of seven layers: once in 10⁵ runs, and the seeds are fixed) and by the finite width, about 2/width per layer behind it.
#[test]
fn wide_networks_do_what_theory_says() {
    for (name, sigma_w) in [
        ("tanh", 1.5),
        ("relu", SQRT_2),
        ("gelu", 1.3),
        ("sigmoid", 2.0),
    ] {
        let p = propagation(name, sigma_w, 0.0);
        let layers = p.layers(p.first(1.0), DEPTH);
        let draws = wide_networks(name, sigma_w);
        for (index, layer) in layers.iter().enumerate() {
            let finite = 2.0 * (index + 1) as f64 / WIDTH as f64;
            let q: Vec<f64> = draws.iter().map(|draw| draw[index].0).collect();
            let (q, error) = mean(&q);
            let room = 5.0 * error + finite * layer.q;
            near(q, layer.q, room, &format!("{name}, q of layer {index}"));
            if index + 1 == DEPTH {
                continue;
            }
            let ratio = |draw: &Vec<(f64, f64)>| (draw[index].1 / draw[index + 1].1).sqrt();
            let (ratio, error) = mean(&draws.iter().map(ratio).collect::<Vec<f64>>());
            let exact = layer.chi.sqrt();
            let room = 5.0 * error + finite * exact;
            near(ratio, exact, room, &format!("{name}, √χ of layer {index}"));
            assert!(room < 0.2 * exact, "{name}: a bound that holds nothing");
        }
    }
}

/// Step: V = σ_w²/2 + σ_b² for every q, and nothing flows back. Sine at large q: half of ω².
#[test]
fn jumps_and_waves() {
    let step = propagation("step", 2.0, 0.5);
    assert_eq!(step.fixed_points().len(), 1);
    assert_eq!(step.fixed_points()[0].q, 2.25);
    assert_eq!(step.chi(1.0), 0.0);
    let sine = propagation("sine", 1.0, 0.0).moments(1e8);
    assert_eq!((sine.square, sine.slope_square), (0.5, 0.5));
}
