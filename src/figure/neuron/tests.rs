//! Verdicts and sentences of `neuron` over thousands of random neurons, beside what their values do when a weight is moved.

use super::super::curves::verdict::Passing;
use super::verdict::{Answer, Passed, Verdict};
use super::{FIGURE, text};
use crate::model::activation::{Activation, Kind};
use crate::model::neuron::Neuron;
use crate::state::Settings;
use proptest::prelude::*;

/// The same neuron as the figure has it, and what is said of it.
fn said(f: Activation, inputs: &[f64], weights: &[f64], bias: f64) -> (Neuron, Verdict, String) {
    let neuron = Neuron::new(f, inputs, weights, bias);
    let verdict = Verdict::of(&neuron);
    let mut settings = Settings::defaults(FIGURE.controls);
    settings.set("activation", &f.to_string()).expect("a name");
    let style = super::styled(&settings).remove(0);
    let words = text::summary(&verdict, &neuron, &style);
    (neuron, verdict, words)
}

fn at(name: &str, z: f64) -> (Verdict, String) {
    let (_, verdict, words) = said(name.parse().expect(name), &[1.0], &[z], 0.0);
    (verdict, words)
}

/// By hand: what each curve passes on and lets back at one place.
#[test]
fn what_is_said_at_places_known_by_hand() {
    for (name, z, passing, passed, part) in [
        // GELU'(-1) = Φ(-1) - φ(1) = 0.1587 - 0.2420; it turns round at -0.75 and is not saturated.
        (
            "gelu",
            -1.0,
            Passing::Small,
            Passed::Changed,
            "Its slope there is −0.0833: small, less than a tenth of its steepest, 1.13, but not 0. Raising w₁ by a little lowers a by only 0.0833 times as much.",
        ),
        (
            "leaky_relu",
            -2.0,
            Passing::Small,
            Passed::Changed,
            "turns z = −2 into a = −0.02. Its slope there is 0.01: small",
        ),
        (
            "gelu",
            -3.0,
            Passing::Saturated,
            Passed::Changed,
            "is where GELU is nearly flat",
        ),
        // -65·Φ(-65) is about -10⁻⁹¹⁸, and its slope 65 times as large.
        (
            "gelu",
            -65.0,
            Passing::Saturated,
            Passed::TooSmall,
            "so small that f64 has only 0 for it. Raising w₁ by a little lowers a by only",
        ),
        (
            "gaussian",
            40.0,
            Passing::Saturated,
            Passed::TooSmall,
            "nearly flat",
        ),
        // It comes as near to z as f64 can tell, and is below it.
        (
            "gelu",
            10.0,
            Passing::Through,
            Passed::Changed,
            "GELU turns z = 10 into a = 10.",
        ),
        (
            "elu",
            2.0,
            Passing::Through,
            Passed::Unchanged,
            "ELU passes z = 2 on unchanged: a = 2.",
        ),
        (
            "hard_tanh",
            0.5,
            Passing::Through,
            Passed::Unchanged,
            "on unchanged",
        ),
        (
            "elu",
            0.0,
            Passing::Through,
            Passed::Unchanged,
            "ELU passes z = 0 on unchanged: a = 0.",
        ),
        (
            "gaussian",
            0.0,
            Passing::Nothing,
            Passed::Changed,
            "is where the curve is flat: Gaussian passes a = 1 on, and no weight here",
        ),
        (
            "squared_relu",
            0.0,
            Passing::Nothing,
            Passed::Nothing,
            "passes nothing on, and no weight here",
        ),
        (
            "relu",
            -0.5,
            Passing::Nothing,
            Passed::Nothing,
            "z = −0.5 is below 0: ReLU passes nothing on",
        ),
    ] {
        let (verdict, words) = at(name, z);
        assert_eq!(
            (verdict.gate.passing, verdict.passed),
            (passing, passed),
            "{name} at {z}"
        );
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn a_corner_says_both_sides_and_what_is_taken() {
    for (name, z, words) in [
        (
            "relu",
            0.0,
            "z = 0 is exactly at a corner of ReLU, which passes nothing on. The slope is 0 on the left and 1 on the right; taken is 0 as in PyTorch, so no weight here gets any gradient.",
        ),
        (
            "leaky_relu",
            0.0,
            "z = 0 is exactly at a corner of Leaky ReLU, which passes nothing on. The slope is 0.01 on the left and 1 on the right; taken is 0.01 as in PyTorch (JAX takes 1), so the gradient of w₁ is 0.01.",
        ),
        (
            "hard_tanh",
            1.0,
            "z = 1 is exactly at a corner of Hard tanh, which passes a = 1 on. The slope is 1 on the left and 0 on the right; taken is 0 as in PyTorch (JAX takes 1), so no weight here gets any gradient.",
        ),
        (
            "hard_silu",
            3.0,
            "z = 3 is exactly at a corner of Hard swish, which passes a = 3 on. The slope is 1.5 on the left and 1 on the right; taken is 1 as in PyTorch, so the gradient of w₁ is 1.",
        ),
        (
            "step",
            0.0,
            "z = 0 is exactly where Heaviside step jumps from 0 to 1, and it passes a = 1 on. The slope is 0 on the left and 0 on the right; taken is 0, so no weight here gets any gradient.",
        ),
    ] {
        assert_eq!(at(name, z).1, words);
    }
    let prelu = "prelu(alpha=-1)".parse().expect("prelu");
    let (_, _, words) = said(prelu, &[0.0], &[2.0], 0.0);
    assert!(
        words.ends_with("taken is −1 as in PyTorch. x₁ is 0, so a change of w₁ changes nothing."),
        "{words}"
    );
}

/// Where f′ is exactly 0, from the definitions alone.
fn is_flat(f: &Activation, z: f64) -> bool {
    let p = f
        .kind()
        .parameters()
        .first()
        .and_then(|p| f.parameter(p.id))
        .unwrap_or(0.0);
    match f.kind() {
        Kind::Step => true,
        Kind::Relu | Kind::SquaredRelu => z <= 0.0,
        Kind::Relu6 => !(0.0 < z && z < 6.0),
        Kind::HardTanh => z.abs() >= 1.0,
        // 1/2 + slope·z between 0 and 1.
        Kind::HardSigmoid => p * z.abs() >= 0.5,
        Kind::HardSilu => z <= -3.0 || z == -1.5,
        Kind::LeakyRelu | Kind::Prelu => p == 0.0 && z <= 0.0,
        Kind::Elu | Kind::Selu => p == 0.0 && z <= 0.0,
        Kind::SoftShrink | Kind::HardShrink => z.abs() <= p,
        Kind::ThresholdRelu => z <= p,
        Kind::Gaussian | Kind::TanhShrink => z == 0.0,
        _ => false,
    }
}

fn activations() -> impl Strategy<Value = Activation> {
    let parameter =
        prop_oneof![3 => Just(None), 1 => (0..=8u8).prop_map(|n| Some(f64::from(n) / 4.0))];
    (prop::sample::select(Kind::ALL.to_vec()), parameter).prop_map(|(kind, value)| {
        let f = Activation::new(kind);
        let first = kind.parameters().first();
        let changed = first
            .zip(value)
            .and_then(|(p, value)| f.with(p.id, value).ok());
        changed.unwrap_or(f)
    })
}

/// Inputs and weights as the sliders have them, in steps whose products and sums are exact.
fn eighths(most: i32) -> impl Strategy<Value = f64> {
    (-8 * most..=8 * most).prop_map(|n| f64::from(n) / 8.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6000))]

    /// No gradient is denied where there is one and none promised where there is none; a corner is told at corners; nothing is called flat, unchanged or unheard that is not.
    #[test]
    fn the_sentence_is_borne_out_by_the_values(
        f in activations(),
        x in prop_oneof![1 => Just(0.0), 4 => eighths(3)],
        others in prop::collection::vec((eighths(3), eighths(5)), 0..4),
        w in eighths(5),
        bias in eighths(5),
        // So many of the neurons stand exactly where f is not smooth.
        pinned in prop::option::weighted(0.3, 0..4usize),
    ) {
        let (mut xs, mut ws) = (vec![x], vec![w]);
        xs.extend(others.iter().map(|pair| pair.0));
        ws.extend(others.iter().map(|pair| pair.1));
        let places: Vec<f64> = f.kinks().into_iter().chain([0.0, -1.5]).collect();
        let sum = Neuron::new(f, &xs, &ws, 0.0).z;
        let bias = pinned.and_then(|at| places.get(at)).map_or(bias, |place| place - sum);
        let (neuron, verdict, words) = said(f, &xs, &ws, bias);
        let z = neuron.z;

        let denied = words.contains("no weight here gets any gradient");
        prop_assert_eq!(denied, is_flat(&f, z), "{} at {}: {}", f, z, words);
        prop_assert_eq!(denied, verdict.answer == Answer::Nothing);

        // One-sided quotients of the values, next to z and a step farther, tell a corner from a bend.
        let h = 1.0 / 65536.0;
        let near = f.kinks().iter().any(|kink| *kink != z && (kink - z).abs() <= h);
        let quotient = |side: f64| (f.value(z + 2.0 * side * h) - f.value(z + side * h)) / (side * h);
        let jump = (f.value(z + h) - f.value(z - h)).abs() > 0.1 && f.kind() != Kind::Exponential;
        let bend = f.second_derivative(z.next_up()).abs().max(f.second_derivative(z.next_down()).abs());
        let apart = (quotient(1.0) - quotient(-1.0)).abs() > 1e-6 + 4.0 * h * bend;
        if !near && !matches!(f.kind(), Kind::Exponential | Kind::Sine | Kind::Snake) {
            let told = words.contains("exactly at a corner of") || words.contains("exactly where");
            prop_assert_eq!(told, apart || jump, "{} at {}: {}", f, z, words);
        }

        prop_assert_eq!(words.contains("nearly flat"), verdict.gate.passing == Passing::Saturated && verdict.gate.corner.is_none());
        if words.contains("nearly flat") || words.contains(": small,") {
            prop_assert!(f.derivative(z).abs() < f.flat_slope());
            prop_assert!(!words.contains(": small,") || !words.contains("nearly flat"));
        }
        if words.contains("unchanged") {
            prop_assert_eq!(neuron.a, z);
            let within = f.is_piecewise_linear() || z == 0.0 || matches!(f.kind(), Kind::Elu | Kind::Celu | Kind::Selu | Kind::HardSilu);
            prop_assert!(within, "{} at {}: {}", f, z, words);
        } else if f.is_piecewise_linear() && verdict.gate.corner.is_none() && z != 0.0 {
            // One point that stays where it is, as that of a jump's upper side, is no stretch that does.
            let stays = [z - h, z, z + h].into_iter().all(|at| f.value(at) == at);
            prop_assert!(!stays, "{} at {}: {}", f, z, words);
        }
        prop_assert_eq!(words.contains("so small that f64"), neuron.a == 0.0 && z != 0.0 && !is_flat(&f, z) && verdict.gate.corner.is_none());

        // The same neuron with another first weight.
        let moved = |by: f64| { let mut ws = ws.clone(); ws[0] += by; Neuron::new(f, &xs, &ws, bias).a };
        if words.contains("changes nothing") {
            prop_assert_eq!(x, 0.0);
            prop_assert_eq!(moved(1.0), neuron.a);
        }
        if let Answer::Moves { by, faintly } = verdict.answer {
            prop_assert!(x != 0.0 && !by.is_zero());
            prop_assert_eq!(words.contains("lowers"), by.sign() < 0.0);
            prop_assert!(!faintly || (by.to_f64().abs() < 1.0 && verdict.gate.passing != Passing::Through));
            let gradient = by.to_f64();
            let change = moved(h) - moved(-h);
            let beside = f.kinks().iter().any(|kink| (kink - z).abs() <= h * x.abs());
            // A slope that is large beside how the curve bends within the step, and beside rounding.
            let bends = 4.0 * h * x * x * bend + 1e-9 * (1.0 + neuron.a.abs()) / h;
            if !beside && gradient.abs() > 4.0 * bends && !matches!(f.kind(), Kind::Sine | Kind::Snake) {
                prop_assert_eq!(change.signum(), gradient.signum(), "{} at {}: {}", f, z, words);
                prop_assert!((change / (2.0 * h) - gradient).abs() <= bends, "{} at {}: {} {}", f, z, change / (2.0 * h), gradient);
            }
        }
    }
}
