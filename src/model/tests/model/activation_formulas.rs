//! The formulas a reader sees, evaluated as written and differentiated by dual numbers, against the functions themselves.
//!
//! The reader shares no code with the typesetter or the model; it knows the notation only.

use model::activation::{Activation, Kind};
use proptest::prelude::*;

use crate::formula_reader;

use formula_reader::evaluate;
/// Formulas as written cancel where the model does not: for |x| ≤ 8 the worst, 1 - tanh² and its like, keep 16 - 7 = 9 digits of values near 1.
const TOLERANCE: f64 = 1e-9;

/// Parameters with few digits, so that the formula shows all of them.
fn activations() -> impl Strategy<Value = Activation> {
    let kinds = proptest::sample::select(Kind::ALL.to_vec());
    (kinds, 1..40_u32, 1..40_u32).prop_map(|(kind, p, q)| {
        let values = [f64::from(p) / 16.0, f64::from(q) / 16.0];
        let parameters = kind.parameters().iter().zip(values);
        parameters.fold(Activation::new(kind), |activation, (parameter, value)| {
            activation.with(parameter.id, value).expect(parameter.id)
        })
    })
}

fn near_a_kink(activation: &Activation, x: f64) -> bool {
    // Softsign's f'' and the like jump at 0 though f' does not.
    let mut kinks = activation.kinks();
    kinks.push(0.0);
    kinks.iter().any(|kink| (x - kink).abs() < 1e-6)
}

#[track_caller]
fn close(
    what: &str,
    activation: &Activation,
    x: f64,
    ours: f64,
    formula: f64,
) -> Result<(), TestCaseError> {
    let scale = formula.abs().max(1.0);
    prop_assert!(
        (ours - formula).abs() <= TOLERANCE * scale,
        "{what} of {activation} at {x}: {ours}, by its formula {formula}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn functions_do_what_their_formulas_say(activation in activations(), x in -8.0..8.0_f64) {
        prop_assume!(!near_a_kink(&activation, x));
        let formula = evaluate(&activation.formula().plain(), x);
        close("f", &activation, x, activation.value(x), formula.re)?;
        close("f'", &activation, x, activation.derivative(x), formula.v1)?;
        close("f''", &activation, x, activation.second_derivative(x), formula.v2)?;
        let slope = evaluate(&activation.derivative_formula().plain(), x);
        close("f' as printed", &activation, x, activation.derivative(x), slope.re)?;
        close("f'' from f' as printed", &activation, x, activation.second_derivative(x), slope.v1)?;
    }
}

/// The convention at a kink is part of the printed derivative.
#[test]
fn printed_derivatives_hold_at_kinks() {
    for kind in Kind::ALL {
        let activation = Activation::new(*kind);
        for kink in activation.kinks() {
            let printed = evaluate(&activation.derivative_formula().plain(), kink).re;
            // Digits of a parameter may be rounded in print (SELU).
            let off = (printed - activation.derivative(kink)).abs();
            assert!(off < 1e-4, "{activation} at {kink}: printed {printed}");
        }
    }
}

#[test]
fn a_wrong_formula_is_noticed() {
    let relu: Activation = "relu".parse().expect("relu");
    let wrong = evaluate("x if x > -1; 0 otherwise", -0.5).re;
    assert!(close("f", &relu, -0.5, relu.value(-0.5), wrong).is_err());
}

#[test]
fn formulas_read_well() {
    let text = |name: &str| name.parse::<Activation>().expect(name).formula().plain();
    assert_eq!(text("leaky_relu"), "x if x > 0; 0.01x otherwise");
    assert_eq!(text("elu"), "x if x > 0; e^x - 1 otherwise");
    assert_eq!(
        text("celu(alpha=0.5)"),
        "x if x > 0; 0.5(e^(x/0.5) - 1) otherwise"
    );
    assert_eq!(text("snake(a=2)"), "x + sin(2x)²/2");
    assert_eq!(text("silu"), "x·σ(x)");
    let markup = "leaky_relu"
        .parse::<Activation>()
        .expect("leaky_relu")
        .formula()
        .mathml();
    assert_eq!(
        markup,
        "<math><mrow><mo>{</mo><mtable columnalign=\"left left\">\
         <mtr><mtd><mi>x</mi></mtd><mtd><mtext>if&#xa0;</mtext><mrow><mi>x</mi><mo>&gt;</mo><mn>0</mn></mrow></mtd></mtr>\
         <mtr><mtd><mn>0.01</mn><mo>&#x2062;</mo><mi>x</mi></mtd><mtd><mtext>otherwise</mtext></mtd></mtr>\
         </mtable></mrow></math>"
    );
}
