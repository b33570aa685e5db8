//! The losses where they are hard: far from 0, with several samples, and against differences.

use model::loss::Loss;
use proptest::prelude::*;

fn run(loss: Loss, outputs: &[f64], targets: &[f64], samples: usize) -> (f64, Vec<f64>) {
    let mut gradient = vec![f64::NAN; outputs.len()];
    let value = loss.gradient(outputs, targets, samples, &mut gradient);
    let alone = loss.value(outputs, targets, samples);
    assert!(value == alone || value.is_nan() && alone.is_nan());
    (value, gradient)
}

/// A handful of roundings.
const RELATIVE: f64 = 1e-15;

#[track_caller]
fn close(ours: f64, exact: f64) {
    assert!(
        (ours - exact).abs() <= RELATIVE * exact.abs(),
        "{ours} should be {exact}"
    );
}

/// Two outputs, two samples: y = (1, 2; 3, 4), t = (0, 2; 1, 1), differences (1, 0; 2, 3), squares 14, mean 3.5; no factor 1/2.
#[test]
fn mean_square_is_a_mean_over_outputs_and_samples() {
    let (value, gradient) = run(
        Loss::MeanSquare,
        &[1.0, 2.0, 3.0, 4.0],
        &[0.0, 2.0, 1.0, 1.0],
        2,
    );
    assert_eq!(value, 3.5);
    assert_eq!(gradient, [0.5, 0.0, 1.0, 1.5]);
}

/// At y = 0 every answer has probability 1/2, or 1/3 of three: losses ln 2 and ln 3.
#[test]
fn an_undecided_network_loses_the_logarithm() {
    let (value, gradient) = run(Loss::Logistic, &[0.0, 0.0], &[0.0, 1.0], 2);
    close(value, std::f64::consts::LN_2);
    assert_eq!(gradient, [0.25, -0.25]);
    let (value, gradient) = run(Loss::Softmax, &[0.0; 3], &[0.0, 1.0, 0.0], 1);
    close(value, 1.0986122886681098);
    close(gradient[0], 1.0 / 3.0);
    close(gradient[1], -2.0 / 3.0);
}

/// No constant output does better, and the best one does as well: the oracle is a search over constants.
#[test]
fn guessing_is_the_best_constant() {
    let targets = [0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0];
    let at = |loss: Loss, y: f64| loss.value(&[y; 7], &targets, 7);
    for (loss, best) in [
        (Loss::MeanSquare, 5.0 / 7.0),
        (Loss::Logistic, (5.0f64 / 2.0).ln()),
    ] {
        let guess = loss.of_guessing(&targets, 7);
        close(guess, at(loss, best));
        for step in 1..400 {
            let y = -4.0 + 0.02 * f64::from(step);
            assert!(at(loss, y) >= guess * (1.0 - RELATIVE), "{y}");
        }
    }
    // One-hot, two of three samples in the first class, two outputs.
    let one_hot = [1.0, 1.0, 0.0, 0.0, 0.0, 1.0];
    let y = [2.0f64.ln(); 3].into_iter().chain([0.0; 3]);
    let there = Loss::Softmax.value(&y.collect::<Vec<f64>>(), &one_hot, 3);
    close(Loss::Softmax.of_guessing(&one_hot, 3), there);
    // Two outputs: the mean over both.
    close(Loss::MeanSquare.of_guessing(&[0.0, 2.0, 5.0, 5.0], 2), 0.5);
    // Whoever is always right loses nothing.
    for loss in Loss::ALL {
        assert_eq!(loss.of_guessing(&[1.0; 3], 3), 0.0);
        assert_eq!(loss.of_guessing(&[], 0), 0.0);
    }
}

/// Where σ(y) or p round to 0 or 1. e^-50 = 1.9287498479639177e-22, e^-700 = 9.859676543759770e-305 (mpmath); ln(1 + e^-x) is e^-x to the last digit there.
#[test]
fn certain_answers_keep_their_digits() {
    for (x, tiny) in [
        (50.0, 1.9287498479639177e-22),
        (700.0, 9.859_676_543_759_77e-305),
    ] {
        let (value, gradient) = run(Loss::Logistic, &[x], &[1.0], 1);
        close(value, tiny);
        close(gradient[0], -tiny);
        let (value, gradient) = run(Loss::Logistic, &[-x], &[0.0], 1);
        close(value, tiny);
        close(gradient[0], tiny);
        assert_eq!(run(Loss::Logistic, &[-x], &[1.0], 1), (x, vec![-1.0]));
        assert_eq!(run(Loss::Logistic, &[x], &[0.0], 1), (x, vec![1.0]));
        let (value, gradient) = run(Loss::Softmax, &[1.0, 1.0 + x], &[0.0, 1.0], 1);
        close(value, tiny);
        close(gradient[0], tiny);
        close(gradient[1], -tiny);
        assert_eq!(
            run(Loss::Softmax, &[1.0, 1.0 + x], &[1.0, 0.0], 1),
            (x, vec![-1.0, 1.0])
        );
    }
}

#[test]
fn large_outputs_do_not_overflow() {
    let (value, gradient) = run(Loss::Softmax, &[1e300, -1e300, 0.0], &[1.0, 0.0, 0.0], 1);
    assert_eq!((value, gradient), (0.0, vec![0.0; 3]));
    let (value, gradient) = run(Loss::Logistic, &[1e300], &[0.0], 1);
    assert_eq!((value, gradient), (1e300, vec![1.0]));
    for loss in Loss::ALL {
        let (value, gradient) = run(loss, &[f64::NAN, 1.0], &[1.0, 0.0], 1);
        assert!(value.is_nan() && gradient[0].is_nan(), "{loss}");
        assert_eq!(loss.value(&[], &[], 0), 0.0);
    }
}

proptest! {
    /// Central differences of the value over ±1e-5: third derivatives below 1 leave 1e-10, rounding of values below 100 about 1e-14/1e-5.
    #[test]
    fn gradients_are_differences(
        outputs in prop::collection::vec(-5.0f64..5.0, 12),
        soft in prop::collection::vec(0.01f64..1.0, 12),
        rows in prop::sample::select(vec![1usize, 2, 3, 4]),
        loss in prop::sample::select(Loss::ALL.to_vec()),
    ) {
        let samples = 12 / rows;
        let mut targets = soft;
        if loss == Loss::Softmax {
            // Any probabilities will do, but a sample's add up to 1.
            for sample in 0..samples {
                let total: f64 = (0..rows).map(|row| targets[row * samples + sample]).sum();
                (0..rows).for_each(|row| targets[row * samples + sample] /= total);
            }
        }
        let (_, gradient) = run(loss, &outputs, &targets, samples);
        for (place, ours) in gradient.iter().enumerate() {
            let at = |shift: f64| {
                let mut moved = outputs.clone();
                moved[place] += shift;
                loss.value(&moved, &targets, samples)
            };
            let difference = (at(1e-5) - at(-1e-5)) / 2e-5;
            prop_assert!((ours - difference).abs() < 1e-8, "{loss}: {ours} {difference}");
        }
    }
}

#[test]
fn names_read_back() {
    for loss in Loss::ALL {
        assert_eq!(loss.to_string().parse(), Ok(loss));
    }
    assert_eq!("binary cross-entropy".parse(), Ok(Loss::Logistic));
    let wrong = "hinge"
        .parse::<Loss>()
        .expect_err("no such loss")
        .to_string();
    assert_eq!(wrong, "unknown loss `hinge`; known: mse, logistic, softmax");
}
