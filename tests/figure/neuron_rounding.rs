//! `neuron`: a sum that only rounding keeps from 0, or from a corner, is not said to be on one side of it.

use crate::shown;

use activation_lab::figure::View;
use proptest::prelude::*;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("neuron", pairs)
}

fn said(activation: &str, [x1, w1, x2, w2, b]: [&str; 5]) -> String {
    let inputs = [("x1", x1), ("w1", w1), ("x2", x2), ("w2", w2), ("b", b)];
    let view = view(&[&[("activation", activation)], &inputs[..]].concat());
    view.summary
}

/// By hand: 0.1 + 0.2 - 0.3 is 0, and 2⁻⁵⁴ in doubles; so it is with inputs of other sizes.
#[test]
fn what_rounding_leaves_is_no_side() {
    for (numbers, z) in [
        (["1", "0.1", "1", "0.2", "-0.3"], "5.55 × 10⁻¹⁷"),
        (["1", "1.1", "1", "2.2", "-3.3"], "4.44 × 10⁻¹⁶"),
        (["3", "0.1", "-1", "0.3", "0"], "5.55 × 10⁻¹⁷"),
        (["0.03", "0.1", "0.03", "0.2", "-0.009"], "1.73 × 10⁻¹⁸"),
    ] {
        assert_eq!(
            said("relu", numbers).split(" It has come").next(),
            Some(
                format!(
                    "z = {z} is 0 but for rounding, a corner of ReLU, with a slope of 0 on the left and 1 on the right."
                )
                .as_str()
            )
        );
        assert!(said("sigmoid", numbers).starts_with(&format!(
            "Sigmoid turns z = {z}, 0 but for rounding, into a = 0.5."
        )));
    }
    let numbers = ["1", "0.1", "1", "0.2", "-0.3"];
    assert!(said("relu", numbers).ends_with(
        " It has come out on the right, where ReLU passes a = 5.55 × 10⁻¹⁷ on. Raising w₁ by a little raises a by as much."
    ));
    assert!(said("step", numbers).contains(
        "is 0 but for rounding, where Heaviside step jumps from 0 to 1, with a slope of 0 on the left and 0 on the right."
    ));
    // Nothing bends there, and the side is the reason all the same.
    let below = ["1", "-0.1", "1", "-0.2", "0.3"];
    assert!(said("squared_relu", below).contains("10⁻¹⁷ is 0 but for rounding: "));
    // 0.1·3 + 0.7 is 1, the corner of hard tanh, and the next double above it.
    let edge = said("hard_tanh", ["3", "0.1", "1", "0.7", "0"]);
    assert!(
        !edge.contains("exactly 1") || edge.contains("corner"),
        "{edge}"
    );
}

/// Thousandths, as an integer, in the spelling of a decimal.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.abs();
    format!("{sign}{}.{:03}", size / 1000, size % 1000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// The oracle are integers, thousandths. About every fourth case is made to be 0.
    #[test]
    fn the_sides_are_those_of_the_decimals(
        x in [-300i64..=300, -300i64..=300],
        w in [-50i64..=50, -50i64..=50],
        free in -500i64..=500,
        is_zero in any::<bool>(),
    ) {
        // Hundredths times tenths are whole thousandths.
        let (x, w) = (x.map(|x| x * 10), w.map(|w| w * 100));
        let products = (x[0] * w[0] + x[1] * w[1]) / 1000;
        let fits = is_zero && products.abs() <= 5000;
        let b = if fits { -products } else { free * 10 };
        let texts = [x[0], w[0], x[1], w[1], b].map(decimal);
        let view = view(&[
            ("x1", &texts[0]),
            ("w1", &texts[1]),
            ("x2", &texts[2]),
            ("w2", &texts[3]),
            ("b", &texts[4]),
        ]);
        let sum = products + b;
        let words = match sum.signum() {
            0 => ["is exactly at a corner", "is 0 but for rounding"],
            1 => ["is above 0"; 2],
            _ => ["is below 0"; 2],
        };
        prop_assert!(words.iter().any(|word| view.summary.contains(word)), "{} {:?}", view.summary, texts);
        // The readout and the formula say it too.
        let near = view.summary.contains("but for rounding");
        let note = view.readouts.iter().find(|r| r.label == "z").map(|r| r.note.clone());
        prop_assert_eq!(note.as_deref(), Some(if near { "the sum, 0 but for rounding" } else { "the sum" }));
        prop_assert_eq!(view.formulas[0].label.contains("but for rounding"), near);
    }
}
