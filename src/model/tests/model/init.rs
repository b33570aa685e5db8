//! Initial weights: their moments against theory, orthogonality, names.

use model::activation::{Activation, Kind};
use model::init::{Biases, Init, Start};
use model::network::Network;
use model::random::{Purpose, Random};
use proptest::prelude::*;

const ROWS: usize = 300;
const COLUMNS: usize = 200;
const COUNT: f64 = (ROWS * COLUMNS) as f64;

/// How many standard errors a moment may be off: one seed in 1.7 million is, and the seed is fixed.
const ERRORS: f64 = 5.0;

fn matrix(init: Init, rows: usize, columns: usize) -> Vec<f64> {
    init.matrix(rows, columns, &mut Random::new(11, Purpose::Init))
}

fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.sum::<f64>() / COUNT
}

/// What the papers say, written down a second time; the fourth moment over σ⁴ is 3 for a normal and 9/5 for a uniform distribution.
const THEORY: [(&str, f64, f64); 10] = [
    ("normal(std=0.3)", 0.09, 3.0),
    ("uniform(limit=0.6)", 0.12, 1.8),
    ("fan_in_normal(gain=1.5)", 2.25 / 200.0, 3.0),
    ("lecun_normal", 1.0 / 200.0, 3.0),
    ("xavier_normal", 2.0 / 500.0, 3.0),
    ("xavier_uniform", 2.0 / 500.0, 1.8),
    ("he_normal", 2.0 / 200.0, 3.0),
    ("he_uniform", 2.0 / 200.0, 1.8),
    ("pytorch", 1.0 / 600.0, 1.8),
    ("orthogonal(gain=2)", 4.0 / 300.0, 3.0),
];

/// Mean 0 with standard error σ/√n, and variance σ² with standard error σ²·√((kurtosis - 1)/n).
#[test]
fn moments_are_those_of_the_papers() {
    for (name, variance, kurtosis) in THEORY {
        let init: Init = name.parse().expect(name);
        let weights = matrix(init, ROWS, COLUMNS);
        let std = init.std(COLUMNS, ROWS);
        assert!((std * std - variance).abs() < 1e-15, "{name}: {std}");
        let off = mean(weights.iter().copied()).abs() / (std / COUNT.sqrt());
        assert!(off < ERRORS, "{name}: mean off by {off} standard errors");
        let square = mean(weights.iter().map(|w| w * w));
        let error = variance * ((kurtosis - 1.0) / COUNT).sqrt();
        let off = (square - variance).abs() / error;
        assert!(
            off < ERRORS,
            "{name}: variance off by {off} standard errors"
        );
        // A normal matrix in the place of a uniform one would have the same variance.
        let fourth = mean(weights.iter().map(|w| w.powi(4))) / (variance * variance);
        // The eighth moment of a normal over σ⁸ is 105: standard error √((105 - 9)/n) = 0.04.
        assert!(
            (fourth - kurtosis).abs() < ERRORS * 0.04,
            "{name}: {fourth}"
        );
    }
}

#[test]
fn uniform_weights_stay_within_their_limit() {
    let limit = (6.0_f64 / 500.0).sqrt();
    let weights = matrix(Init::XavierUniform, ROWS, COLUMNS);
    let largest = weights.iter().fold(0.0_f64, |m, w| m.max(w.abs()));
    // 60,000 draws come within 1/1000 of the limit with near certainty: e^-60 is left.
    assert!(
        largest <= limit && largest > 0.999 * limit,
        "{largest} {limit}"
    );
}

#[test]
fn constants_are_constant() {
    assert_eq!(matrix(Init::Zeros, 2, 3), [0.0; 6]);
    assert_eq!(matrix(Init::Constant(-0.5), 2, 3), [-0.5; 6]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Rows, or columns if they are fewer, have length `gain` and right angles: off by a few ε after the second subtraction.
    #[test]
    fn orthogonal_is_orthogonal(rows in 1usize..40, columns in 1usize..40, gain in 0.1f64..3.0, seed in any::<u64>()) {
        let mut random = Random::new(seed, Purpose::Init);
        let w = Init::Orthogonal(gain).matrix(rows, columns, &mut random);
        let few = rows.min(columns);
        let entry = |vector: usize, k: usize| if rows <= columns { w[vector * columns + k] } else { w[k * columns + vector] };
        for i in 0..few {
            for j in 0..few {
                let product: f64 = (0..rows.max(columns)).map(|k| entry(i, k) * entry(j, k)).sum();
                let exact = if i == j { gain * gain } else { 0.0 };
                prop_assert!((product - exact).abs() < 1e-12 * gain * gain, "{i} {j}: {product}");
            }
        }
    }
}

/// Square and large, where a last vector has little room left: one subtraction alone leaves errors above the tolerance.
#[test]
fn a_large_square_is_orthogonal_too() {
    let w = matrix(Init::Orthogonal(1.0), 300, 300);
    let mut worst = 0.0_f64;
    for i in 0..300 {
        for j in 0..i {
            let product: f64 = (0..300).map(|k| w[300 * i + k] * w[300 * j + k]).sum();
            worst = worst.max(product.abs());
        }
    }
    assert!(worst < 1e-15, "{worst:e}");
}

/// No direction is preferred: in 2×2 the first row's angle is uniform, so its first entry is positive half of the time (± 5·√(1000)/2 of 1000), and so is the determinant.
#[test]
fn orthogonal_matrices_point_everywhere() {
    let mut random = Random::new(2, Purpose::Init);
    let (mut right, mut turned) = (0, 0);
    for _ in 0..1000 {
        let w = Init::Orthogonal(1.0).matrix(2, 2, &mut random);
        right += i32::from(w[0] > 0.0);
        turned += i32::from(w[0] * w[3] - w[1] * w[2] > 0.0);
    }
    for count in [right, turned] {
        assert!((count - 500).abs() < 79, "{count}");
    }
}

#[test]
fn a_layer_does_not_change_anothers_draw() {
    let tanh = Activation::new(Kind::Tanh);
    let start = |layers: &[(usize, Activation)]| {
        let mut network = Network::new(2, layers).expect("units");
        network.initialise(Init::HeNormal, 0.25, 9);
        network
    };
    let shallow = start(&[(4, tanh), (3, tanh)]);
    let deep = start(&[(4, tanh), (3, tanh), (5, tanh)]);
    assert_eq!(shallow.weights(0), deep.weights(0));
    assert_eq!(shallow.weights(1), deep.weights(1));
    assert_eq!(shallow.biases(1), [0.25; 3]);
    let wide = start(&[(6, tanh), (3, tanh), (5, tanh)]);
    assert_eq!(wide.weights(2), deep.weights(2));
    assert_ne!(shallow.weights(0)[..4], shallow.weights(1)[..4]);
}

/// A gain is a factor on the hidden layers alone, and drawn biases change no weight.
#[test]
fn a_start_is_its_parts() {
    let tanh = Activation::new(Kind::Tanh);
    let begin = |gain: f64, biases: Biases| {
        let mut network = Network::new(2, &[(200, tanh), (300, tanh), (1, tanh)]).expect("units");
        let init = Init::XavierNormal;
        network.begin(&Start { init, gain, biases }, 5);
        network
    };
    let plain = begin(1.0, Biases::Constant(0.0));
    let scaled = begin(4.0, Biases::Normal(0.5));
    for layer in [0, 1] {
        let fourfold = plain.weights(layer).iter().map(|w| 4.0 * w);
        assert!(fourfold.eq(scaled.weights(layer).iter().copied()));
    }
    assert_eq!(plain.weights(2), scaled.weights(2));
    // 300 biases: the variance has a relative standard error of √(2/300).
    let square = scaled.biases(1).iter().map(|b| b * b).sum::<f64>() / 300.0;
    assert!((square / 0.25 - 1.0).abs() < ERRORS * (2.0 / 300.0f64).sqrt());
    assert_eq!(begin(1.0, Biases::Normal(0.0)).biases(1), [0.0; 300]);
    // Uniform in ±1/√200, variance 1/600; (9/5 - 1) is what a uniform distribution's kurtosis leaves.
    let drawn = begin(1.0, Biases::FanIn);
    let limit = 1.0 / 200.0f64.sqrt();
    assert!(drawn.biases(1).iter().all(|b| b.abs() <= limit));
    let square = drawn.biases(1).iter().map(|b| b * b).sum::<f64>() / 300.0;
    assert!((600.0 * square - 1.0).abs() < ERRORS * (0.8 / 300.0f64).sqrt());
    assert_ne!(drawn.biases(0)[..4], drawn.biases(1)[..4]);
}

#[test]
fn names_read_back() {
    for init in Init::ALL {
        assert_eq!(init.to_string().parse(), Ok(init));
    }
    let read = |text: &str| text.parse::<Init>().map_err(|error| error.to_string());
    assert_eq!(read("Kaiming normal"), Ok(Init::HeNormal));
    assert_eq!(read("glorot_uniform"), Ok(Init::XavierUniform));
    assert_eq!(read("normal(std=0.5)"), Ok(Init::Normal(0.5)));
    assert_eq!(Init::Normal(0.5).to_string(), "normal(std=0.5)");
    assert_eq!(Init::Normal(0.1).to_string(), "normal");
    let wrong = |text: &str| read(text).expect_err(text);
    assert!(
        wrong("he_norm")
            .starts_with("unknown initialisation `he_norm`; known: he_normal, he_uniform")
    );
    assert_eq!(
        wrong("he_normal(std=1)"),
        "he_normal takes no parameter `std`"
    );
    assert_eq!(
        wrong("normal(mean=1)"),
        "normal takes no parameter `mean`; it takes: std"
    );
    assert_eq!(
        wrong("normal(std=1, std=1)"),
        "normal takes no parameter `std`"
    );
    assert_eq!(
        wrong("normal(std=-1)"),
        "`-1` is not a value of std, which takes a number from 0 up"
    );
    let unreadable = "std: Unreadable { text: \"x\" }";
    assert_eq!(wrong("normal(std=x)"), unreadable);
    assert!(wrong("constant(value=inf)").starts_with("value: Unreadable"));
    assert!(wrong("normal(std=1").starts_with("cannot read `normal(std=1`"));
}
