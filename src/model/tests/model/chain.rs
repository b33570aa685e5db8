//! The scalar chain against mpmath, against finite differences, and its exact zeros.

use model::activation::Activation;
use model::chain::{Chain, Precision};
use proptest::prelude::*;

fn chain(activation: &str, depth: usize, weight: f64, bias: f64, input: f64) -> Chain {
    let activation: Activation = activation.parse().expect(activation);
    Chain::new(activation, depth, weight, bias, input)
}

/// Rounding in the forward pass moves z by a few ulp per layer; every chain of the table contracts or repeats, so it does not build up.
/// A thousand factors of 8 ulp each give 2·10⁻¹² relative, or 10⁻¹² in log10; -1300 itself is stored to 2·10⁻¹³.
const LOG10_TOLERANCE: f64 = 1e-11;

#[track_caller]
fn check(row: &str) -> Result<(), String> {
    let cells: Vec<&str> = row.split(',').collect();
    let number = |index: usize| cells[index].parse::<f64>().expect(row);
    let chain = chain(
        cells[0],
        number(1) as usize,
        number(2),
        number(3),
        number(4),
    );
    let layer = &chain.layers[number(5) as usize - 1];
    let near = |name: &str, ours: f64, exact: f64, tolerance: f64| {
        let good = ours == exact || (ours - exact).abs() <= tolerance;
        good.then_some(())
            .ok_or_else(|| format!("{name} is {ours}, should be {exact}: {row}"))
    };
    near("z", layer.z, number(6), 1e-13 * number(6).abs().max(1.0))?;
    near("a", layer.a, number(7), 1e-13 * number(7).abs().max(1.0))?;
    near("the sign", layer.dl_dz.sign(), number(8), 0.0)?;
    near("dL/dz", layer.dl_dz.log10_abs(), number(9), LOG10_TOLERANCE)?;
    near(
        "dL/dw",
        layer.dl_dw().log10_abs(),
        number(10),
        LOG10_TOLERANCE,
    )
}

#[test]
fn agrees_with_sixty_digit_arithmetic() {
    let rows = include_str!("../reference/chain.csv").lines().skip(1);
    let wrong: Vec<String> = rows.filter_map(|row| check(row).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_row_is_caught() {
    let right = "sigmoid,1,1,0,0,1,0.0,0.5,1,-0.60205999132796239043,-inf";
    let wrong = "sigmoid,1,1,0,0,1,0.0,0.5,1,-0.60205999135,-inf";
    assert_eq!(check(right), Ok(()));
    assert!(check(wrong).is_err());
}

proptest! {
    /// ∂L/∂(input), ∂L/∂w and ∂L/∂b of the whole chain against central differences of its output.
    /// The step of 1e-5 leaves an error of about h² times the third derivative, and rounding of about eps/h; 1e-6 covers both for these mild chains.
    #[test]
    fn gradients_are_finite_differences(
        name in prop::sample::select(vec!["sigmoid", "tanh", "gelu", "silu", "softplus", "softsign", "mish", "arctan"]),
        depth in 1usize..7,
        weight in -1.5f64..1.5,
        bias in -1.0f64..1.0,
        input in -2.0f64..2.0,
    ) {
        let output = |w: f64, b: f64, x: f64| chain(name, depth, w, b, x).layers[depth - 1].a;
        let whole = chain(name, depth, weight, bias, input);
        let h = 1e-5;
        let by_weight = (output(weight + h, bias, input) - output(weight - h, bias, input)) / (2.0 * h);
        let by_bias = (output(weight, bias + h, input) - output(weight, bias - h, input)) / (2.0 * h);
        let by_input = (output(weight, bias, input + h) - output(weight, bias, input - h)) / (2.0 * h);
        let dw: f64 = whole.layers.iter().map(|l| l.dl_dw().to_f64()).sum();
        let db: f64 = whole.layers.iter().map(|l| l.dl_dz.to_f64()).sum();
        let dx = weight * whole.layers[0].dl_dz.to_f64();
        for (ours, difference) in [(dw, by_weight), (db, by_bias), (dx, by_input)] {
            prop_assert!((ours - difference).abs() <= 1e-6 * difference.abs().max(1.0), "{ours} {difference}");
        }
    }

    /// The two parts of the split add up to the logarithm of the gradient; both are sums of at most 400 terms below 20 with rounding of half an ulp each.
    #[test]
    fn the_split_adds_up(depth in 1usize..400, weight in 0.01f64..4.0, bias in -3.0f64..3.0) {
        let chain = chain("tanh", depth, weight, bias, 1.0);
        for (split, layer) in chain.splits().iter().zip(&chain.layers) {
            let total = layer.dl_dz.log10_abs();
            prop_assert!((split.weights + split.slopes - total).abs() <= 1e-10);
        }
    }

    /// No gradient exceeds its bound; the slack is the rounding of the two logarithms.
    #[test]
    fn the_bound_holds(depth in 1usize..200, weight in -4.0f64..4.0, bias in -3.0f64..3.0) {
        let chain = chain("sigmoid", depth, weight, bias, 1.0);
        for (bound, layer) in chain.log10_bounds().iter().zip(&chain.layers) {
            prop_assert!(layer.dl_dz.log10_abs() <= bound + 1e-10);
        }
    }
}

#[test]
fn a_dead_relu_is_exactly_zero_and_stays_so() {
    let chain = chain("relu", 5, 1.0, -2.0, 1.0);
    assert!(chain.layers.iter().all(|layer| layer.dl_dz.is_zero()));
    assert_eq!(chain.layers[0].dl_dz.log10_abs(), f64::NEG_INFINITY);
    // An exact zero is not a failure of the number format.
    assert_eq!(chain.lens(Precision::F16).zero_at, None);
}

#[test]
fn a_tail_below_f64_is_not_dead() {
    let chain = chain("gelu", 3, -4.0, 3.0, -3.0);
    assert_eq!(chain.layers[1].slope.to_f64(), 0.0);
    assert!(!chain.layers[1].dl_dz.is_zero());
}

/// Weight 1/16 and slope 1 (identity) make every product an exact power of two, so the first layer at which each format gives zero follows from its smallest subnormal:
/// f16 2⁻²⁴, bf16 2⁻¹³³, f32 2⁻¹⁴⁹ (IEEE 754-2019, table 3.5; bfloat16: 8 exponent and 7 fraction bits). Half of the smallest ties to even, that is to zero.
#[test]
fn the_lens_loses_the_gradient_where_the_format_does() {
    let chain = chain("identity", 60, 1.0 / 16.0, 0.0, 1.0);
    let first_zero = |smallest: usize| 60 - (smallest / 4 + 1);
    assert_eq!(chain.lens(Precision::F16).zero_at, Some(first_zero(24)));
    assert_eq!(chain.lens(Precision::Bf16).zero_at, Some(first_zero(133)));
    assert_eq!(chain.lens(Precision::F32).zero_at, Some(first_zero(149)));
}

#[test]
fn the_lens_overflows_where_the_format_does() {
    // 4^8 = 65536 is the first power of four above f16's largest number, 65504.
    let chain = chain("identity", 20, 4.0, 0.0, 1.0);
    assert_eq!(chain.lens(Precision::F16).infinite_at, Some(20 - 8));
    assert_eq!(chain.lens(Precision::F32).infinite_at, None);
}
