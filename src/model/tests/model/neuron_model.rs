//! One neuron's mathematics: the sum against whole numbers, the gradients against dual numbers and small changes, the line z = 0.

use model::activation::{Activation, Kind};
use model::neuron::{Neuron, sum, zero_line};
use num_dual::{Dual64, DualNum};
use proptest::prelude::*;

/// Twentieths, as the sliders offer them: whole numbers, so that sums of them are exact.
fn twentieths(reach: i64) -> impl Strategy<Value = i64> {
    -20 * reach..=20 * reach
}

fn value(twentieths: i64) -> f64 {
    twentieths as f64 / 20.0
}

fn twentieths_of_a_neuron() -> impl Strategy<Value = (Vec<i64>, Vec<i64>, i64)> {
    (1..=4usize).prop_flat_map(|count| {
        let many = |reach| prop::collection::vec(twentieths(reach), count);
        (many(3), many(5), twentieths(5))
    })
}

fn neurons() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, f64)> {
    let values = |list: Vec<i64>| list.into_iter().map(value).collect();
    twentieths_of_a_neuron().prop_map(move |(x, w, b)| (values(x), values(w), value(b)))
}

/// A function of a dual number.
type Dual = fn(Dual64) -> Dual64;

proptest! {
    /// Against whole numbers: 400 z = Σ (20 w)(20 x) + 20 (20 b). Of a product at most three roundings are half a unit each (two factors, the product), and at most four sums follow.
    #[test]
    fn the_sum_is_exact_up_to_its_roundings((x, w, b) in twentieths_of_a_neuron()) {
        let products = x.iter().zip(&w).map(|(x, w)| x * w);
        let exact = products.clone().sum::<i64>() + 20 * b;
        let size = products.map(i64::abs).sum::<i64>() + 20 * b.abs();
        let values = |list: &[i64]| list.iter().copied().map(value).collect::<Vec<f64>>();
        let z = sum(&values(&x), &values(&w), value(b));
        let allowed = (3.0 + 4.0) * 0.5 * f64::EPSILON * size as f64 / 400.0 + f64::EPSILON * (exact as f64 / 400.0).abs();
        prop_assert!((z - exact as f64 / 400.0).abs() <= allowed, "{z}, and not {exact}/400");
    }

    /// Sigmoid, tanh and softplus written for dual numbers, which know nothing of our slopes.
    #[test]
    fn gradients_are_those_of_dual_numbers((x, w, b) in neurons()) {
        let functions: [(Kind, Dual); 3] = [
            (Kind::Sigmoid, |z| ((-z).exp() + 1.0).recip()),
            (Kind::Tanh, |z| z.tanh()),
            (Kind::Softplus, |z| z.exp().ln_1p()),
        ];
        for (kind, f) in functions {
            let neuron = Neuron::new(Activation::new(kind), &x, &w, b);
            // Where e^z leaves 1 + e^z no digit, the textbook form is no oracle.
            prop_assume!(neuron.z.abs() < 15.0);
            let numbers = [&x[..], &w[..], &[b]].concat();
            let count = x.len();
            for which in 0..numbers.len() {
                let dual = |i: usize| Dual64::new(numbers[i], f64::from(u8::from(i == which)));
                let z = (0..count).map(|i| dual(i) * dual(count + i)).fold(dual(2 * count), |z, p| z + p);
                let expected = f(z).eps;
                let ours = match which {
                    i if i < count => neuron.da_dx(i),
                    i if i < 2 * count => neuron.da_dw(i - count),
                    _ => neuron.slope,
                }.to_f64();
                // tanh² next to 1 costs the oracle up to 13 of its 16 digits at |z| = 15; before that the sums differ in their order.
                prop_assert!((ours - expected).abs() <= 1e-13 * (1.0 + numbers.iter().fold(0.0, |m: f64, v| m.max(v.abs()))), "{kind:?} {which}: {ours} {expected}");
            }
        }
    }

    /// Central differences of our own forward pass, for every activation, away from its kinks.
    #[test]
    fn gradients_are_what_a_small_change_does(
        (x, w, b) in neurons(),
        kind in prop::sample::select(Kind::ALL.to_vec()),
    ) {
        let neuron = Neuron::new(Activation::new(kind), &x, &w, b);
        let h = 1e-5;
        // Across a kink, and across 0 where f′ of some has one, a difference is no slope; w and x reach 5, so z moves by at most 5 h.
        let near = |at: &f64| (at - neuron.z).abs() < 6.0 * h;
        prop_assume!(!neuron.activation.kinks().iter().chain(&[0.0]).any(near));
        let a = |x: &[f64], w: &[f64], b: f64| neuron.activation.value(sum(x, w, b));
        let changed = |list: &[f64], i: usize, by: f64| {
            let mut list = list.to_vec();
            list[i] += by;
            list
        };
        let slope = |plus: f64, minus: f64| (plus - minus) / (2.0 * h);
        // Truncation, h²/6·|∂³a| with weights up to 5, and rounding, ε·|a|/h, stay below 1e-8 of these sizes; the margin is for the wave of sine.
        let allowed = |gradient: f64| 1e-6 * (1.0 + gradient.abs() + neuron.a.abs());
        let mut pairs = vec![(neuron.slope.to_f64(), slope(a(&x, &w, b + h), a(&x, &w, b - h)))];
        for i in 0..x.len() {
            let of_w = slope(a(&x, &changed(&w, i, h), b), a(&x, &changed(&w, i, -h), b));
            let of_x = slope(a(&changed(&x, i, h), &w, b), a(&changed(&x, i, -h), &w, b));
            pairs.extend([(neuron.da_dw(i).to_f64(), of_w), (neuron.da_dx(i).to_f64(), of_x)]);
        }
        for (ours, measured) in pairs {
            prop_assert!((ours - measured).abs() <= allowed(ours), "{kind:?} at z = {}: {ours}, measured {measured}", neuron.z);
        }
    }

    /// Both ends lie on the line and on the sides of the square, which the line does not leave; where there is none, all four corners have one sign.
    #[test]
    fn the_line_is_where_z_is_zero(twentieths in [twentieths(5), twentieths(5), twentieths(20)]) {
        let [w1, w2, c] = twentieths.map(value);
        let z = |[x, y]: [f64; 2]| w1 * x + w2 * y + c;
        let corners = [[-3.0, -3.0], [-3.0, 3.0], [3.0, -3.0], [3.0, 3.0]].map(z);
        match zero_line([w1, w2], c, 3.0) {
            Some(ends) => {
                for end in ends {
                    // The sums of three terms below 40, with their roundings.
                    prop_assert!(z(end).abs() < 1e-13, "{ends:?}: z = {}", z(end));
                    let side = end[0].abs().max(end[1].abs());
                    prop_assert_eq!(side, 3.0);
                }
                prop_assert!(ends[0][0] <= ends[1][0]);
            }
            None => {
                let above = corners.iter().filter(|z| **z > 1e-13).count();
                let below = corners.iter().filter(|z| **z < -1e-13).count();
                prop_assert!(above == 0 || below == 0 || (w1, w2) == (0.0, 0.0), "{corners:?}");
            }
        }
    }
}

#[test]
fn a_line_needs_a_weight_and_must_cross_the_square() {
    assert_eq!(zero_line([0.0, 0.0], 0.0, 3.0), None);
    assert_eq!(zero_line([0.0, 0.0], 1.0, 3.0), None);
    assert_eq!(zero_line([1.0, 1.0], 7.0, 3.0), None);
    // It touches a corner: no part of a line.
    assert_eq!(zero_line([1.0, 1.0], 6.0, 3.0), None);
    assert_eq!(
        zero_line([2.0, 0.0], 1.0, 3.0),
        Some([[-0.5, -3.0], [-0.5, 3.0]])
    );
    assert_eq!(
        zero_line([0.0, -4.0], 2.0, 3.0),
        Some([[-3.0, 0.5], [3.0, 0.5]])
    );
    assert_eq!(
        zero_line([1.0, 1.0], 0.0, 3.0),
        Some([[-3.0, 3.0], [3.0, -3.0]])
    );
}
