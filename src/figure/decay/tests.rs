//! Verdicts without a word of prose, over thousands of random chains.

use super::measures::{Corner, DecayMeasures};
use super::verdict::{Cause, DecayVerdict, LensVerdict, Size};
use crate::model::activation::{Activation, Kind};
use crate::model::chain::Chain;
use crate::model::scaled::Scaled;
use proptest::prelude::*;

fn measures(activation: &str, depth: usize, [weight, bias, input]: [f64; 3]) -> DecayMeasures {
    let activation: Activation = activation.parse().expect(activation);
    let chain = Chain::new(activation, depth, weight, bias, input);
    DecayMeasures::new(std::iter::once(&chain))
}

fn verdict(activation: &str, depth: usize, numbers: [f64; 3]) -> DecayVerdict {
    DecayVerdict::of(&measures(activation, depth, numbers))
}

const RELU_CORNER: Corner = Corner {
    left: 0.0,
    right: 1.0,
    jump: false,
};

/// With weight -1 the first ReLU is off; all others get 0, and stand on the corner. The corner is met first, and is not the reason why nothing reaches layer 1.
#[test]
fn a_negative_weight_turns_the_first_relu_off() {
    let corner = |layer| Cause::Corner {
        layer,
        z: 0.0,
        corner: RELU_CORNER,
    };
    let off = Cause::Flat { layer: 1, z: -1.0 };
    assert_eq!(
        verdict("relu", 10, [-1.0, 0.0, 1.0]),
        DecayVerdict::Zero {
            from: 10,
            cause: corner(10),
            anyway: Some(off),
            others: 9,
        }
    );
    // Input 0: every layer stands on the corner, and only the convention says 0.
    assert_eq!(
        verdict("relu", 3, [1.0, 0.0, 0.0]),
        DecayVerdict::Zero {
            from: 3,
            cause: corner(3),
            anyway: None,
            others: 3,
        }
    );
    // z = -2, 3, -12, 3, …: the last layer is off, and no convention has a say.
    assert_eq!(
        verdict("relu", 5, [1.0, -2.0, 1.0]),
        DecayVerdict::Zero {
            from: 5,
            cause: Cause::Flat { layer: 5, z: -2.0 },
            anyway: None,
            others: 1,
        }
    );
}

#[test]
fn every_other_zero_has_its_own_reason() {
    let cause = |activation: &str, numbers: [f64; 3]| match verdict(activation, 4, numbers) {
        DecayVerdict::Zero {
            from,
            cause,
            anyway,
            ..
        } => (from, cause, anyway),
        other => panic!("{other:?}"),
    };
    // A weight of 0 is crossed below the last layer.
    assert_eq!(cause("sigmoid", [0.0, 0.5, 1.0]), (3, Cause::Weight, None));
    // The top of the bell: the slope is 0 there and on neither side.
    assert_eq!(
        cause("gaussian", [0.0, 0.0, 1.0]),
        (4, Cause::Level { layer: 4, z: 0.0 }, None)
    );
    // Hard tanh counts as flat at ±1; one side is not.
    let corner = Corner {
        left: 1.0,
        right: 0.0,
        jump: false,
    };
    let edge = Cause::Corner {
        layer: 4,
        z: 1.0,
        corner,
    };
    assert_eq!(cause("hard_tanh", [1.0, 0.0, 1.0]), (4, edge, None));
    // Beyond it, it is flat.
    assert!(matches!(
        cause("hard_tanh", [4.0, 0.0, 1.0]),
        (4, Cause::Flat { layer: 4, z: 4.0 }, None)
    ));
    // A step is flat on both sides of its jump, and at the jump has no slope.
    assert!(matches!(
        cause("step", [0.0, 0.5, 1.0]),
        (4, Cause::Flat { layer: 4, .. }, None)
    ));
    let jump = Corner {
        left: 0.0,
        right: 0.0,
        jump: true,
    };
    let at_jump = Cause::Corner {
        layer: 4,
        z: 0.0,
        corner: jump,
    };
    assert_eq!(
        cause("step", [0.0, 0.0, 1.0]),
        (4, at_jump, Some(Cause::Weight))
    );
}

/// An infinite z is what f64 has for a number beyond its range: flat only where the activation is flat without end on that side, as a ReLU that is off.
#[test]
fn a_number_beyond_the_range_is_no_place_of_the_curve() {
    let cause = |activation: &str, numbers: [f64; 3]| match verdict(activation, 1, numbers) {
        DecayVerdict::Zero { cause, .. } => cause,
        other => panic!("{other:?}"),
    };
    let far = [1e300, 0.0, -1e10];
    for activation in ["elu", "sigmoid", "tanh"] {
        assert_eq!(cause(activation, far), Cause::Beyond { layer: 1 });
    }
    let z = f64::NEG_INFINITY;
    for activation in ["relu", "hard_tanh", "step"] {
        assert_eq!(cause(activation, far), Cause::Flat { layer: 1, z });
    }
    let said = |activation: &str| {
        let measures = measures(activation, 1, far);
        super::text::sentence(&DecayVerdict::of(&measures), &measures, "f")
    };
    let beyond = "at layer 1 z is beyond the range of f64";
    assert_eq!(
        said("tanh"),
        format!(
            "The gradient comes out as 0, and need not be 0: {beyond}, and there the slope of f comes out as 0. 0 times anything stays 0."
        )
    );
    assert!(said("relu").contains(&format!("exactly 0: {beyond}, where f is flat")));
}

#[test]
fn the_words_for_size_have_limits() {
    let size = |x: f64| Size::of(Scaled::new(x));
    assert_eq!(size(-1.0), Size::Unchanged);
    assert_eq!([size(0.11), size(9.9)], [Size::Kept; 2]);
    assert_eq!([size(0.099), size(1.1e-3)], [Size::Faded; 2]);
    assert_eq!([size(0.9e-3), size(1.1e-6)], [Size::Faint; 2]);
    assert_eq!(size(0.9e-6), Size::Vanished);
    assert_eq!([size(11.0), size(-99.0)], [Size::Grown; 2]);
    assert_eq!(size(-101.0), Size::Exploded);
    // e^-2000 is 0 in f64, and is not 0.
    assert_eq!(
        Size::of(Scaled::from_logarithm(1.0, -2000.0)),
        Size::Vanished
    );
}

fn choice(values: &'static [f64], range: std::ops::Range<f64>) -> impl Strategy<Value = f64> {
    prop_oneof![prop::sample::select(values), range]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// What is said of the gradient follows from its factors, worked out here without the chain's product.
    #[test]
    fn verdicts_follow_from_the_factors(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in prop_oneof![1usize..12, Just(60), Just(1000)],
        weight in choice(&[0.0, 1.0, -1.0, 4.0, -4.0, 0.5], -4.0..4.0),
        bias in choice(&[0.0, -3.0, 3.0, -1.0, 1.0], -3.0..3.0),
        input in choice(&[0.0, 1.0, -3.0, 3.0], -3.0..3.0),
    ) {
        let activation = Activation::new(kind);
        let chain = Chain::new(activation, depth, weight, bias, input);
        let measures = DecayMeasures::new(std::iter::once(&chain));
        let zero = |layer: usize| {
            let z = chain.layers[layer - 1].z;
            let slope = activation.derivative(z);
            // Below the range of f64 the sign of the logarithm form tells an exact 0.
            slope == 0.0 && (!z.is_finite() || activation.derivative_logarithm(z).0 == 0.0)
        };
        let from = (1..=depth).rev().find(|&layer| zero(layer) || (layer < depth && weight == 0.0));
        let verdict = DecayVerdict::of(&measures);
        match (verdict, from) {
            (DecayVerdict::Zero { from: said, cause, anyway, others }, Some(from)) => {
                prop_assert_eq!(said, from);
                for cause in [Some(cause), anyway].into_iter().flatten() {
                    match cause {
                        Cause::Weight => prop_assert!(weight == 0.0),
                        Cause::Underflow { layer } => {
                            prop_assert!(layer <= from && zero(layer));
                            // Only products of numbers other than 0 fall below the range, and no bias is added to them.
                            prop_assert!(weight != 0.0 && bias == 0.0 && input != 0.0);
                        }
                        Cause::Beyond { layer } => {
                            prop_assert!(layer <= from && !chain.layers[layer - 1].z.is_finite());
                        }
                        Cause::Flat { layer, z } | Cause::Level { layer, z } | Cause::Corner { layer, z, .. } => {
                            prop_assert!(layer <= from && zero(layer));
                            prop_assert_eq!(z, chain.layers[layer - 1].z);
                        }
                    }
                    if let Cause::Flat { z, .. } = cause && z.is_finite() {
                        // Flat: the slope is 0 a little to either side too.
                        let beside = [z.next_down(), z.next_up()].map(|x| activation.derivative(x));
                        prop_assert!(beside.contains(&0.0), "{:?}", beside);
                    }
                    if let Cause::Corner { corner, .. } = cause {
                        prop_assert!(corner.jump || corner.left != corner.right);
                    }
                }
                prop_assert!((1..=from).contains(&others));
                let by_convention = matches!(anyway, Some(Cause::Corner { .. } | Cause::Underflow { .. } | Cause::Beyond { .. }));
                prop_assert!(!by_convention);
            }
            (DecayVerdict::Overflow { layer }, None) => {
                let layer = &chain.layers[layer - 1];
                prop_assert!(!(layer.z.is_finite() && layer.a.is_finite()));
            }
            (DecayVerdict::Arrives { turned, .. }, None) => {
                let negative = chain.layers.iter().filter(|layer| layer.slope.sign() < 0.0).count();
                let crossed = if weight < 0.0 { depth - 1 } else { 0 };
                prop_assert_eq!(turned, (negative + crossed) % 2 == 1);
            }
            other => prop_assert!(false, "{:?}", other),
        }
        for (_, lens) in &measures.lenses {
            let lens = LensVerdict::of(lens, &measures);
            // Nothing survives whose gradient is 0, or no number.
            let arrives = matches!(verdict, DecayVerdict::Arrives { .. });
            prop_assert!(arrives || lens != LensVerdict::Survives);
            if let LensVerdict::Lost(layer) = lens {
                prop_assert!(!chain.layers[layer - 1].dl_dz.is_zero());
            }
        }
    }

    /// The parts add up, and one measure says what another says.
    #[test]
    fn measures_agree_with_each_other(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in 1usize..80,
        weight in choice(&[0.0, -1.0, 4.0], -4.0..4.0),
        bias in -3.0..3.0,
    ) {
        let chain = Chain::new(Activation::new(kind), depth, weight, bias, 1.0);
        let measures = DecayMeasures::new(std::iter::once(&chain));
        let zeros = measures.layers.iter().filter(|layer| layer.gradient.is_zero()).count();
        prop_assert_eq!(zeros, measures.zero_layers());
        prop_assert_eq!(measures.series[0].first.to_string(), measures.layers[0].gradient.to_string());
        for layer in &measures.layers {
            let [log10, slope, back] = [layer.gradient, layer.slope, layer.back].map(Scaled::log10_abs);
            // At most 160 terms, each rounded to half an ulp of the sum; beyond 10¹² decades an exponent may stand at its limit.
            let near = |a: f64, b: f64| a.abs() > 1e12 || !a.is_finite() || (a - b).abs() <= 1e-13 * a.abs().max(100.0);
            prop_assert!(near(log10, layer.split.weights + layer.split.slopes));
            prop_assert!(near(log10, slope + back));
        }
    }
}
