//! What holds for every activation, every parameter and every point: derivatives against central differences, stated facts against samples, text against parser.

use model::activation::{Activation, Course, Death, Kind, ParseError, Range, Smoothness};
use proptest::prelude::*;

/// Every kind, with parameters from all of the range in which a picture makes sense, and some at their defaults.
fn activations() -> impl Strategy<Value = Activation> {
    let kinds = proptest::sample::select(Kind::ALL.to_vec());
    let parameter = prop_oneof![
        Just(None),
        (0.1..4.0_f64).prop_map(Some),
        (-4.0..-0.1_f64).prop_map(Some)
    ];
    (kinds, [parameter.clone(), parameter]).prop_map(|(kind, values)| {
        let given = kind.parameters().iter().zip(values);
        given.fold(Activation::new(kind), |activation, (parameter, value)| {
            let value = value.unwrap_or(parameter.default);
            let allowed = if value < parameter.min { -value } else { value };
            activation.with(parameter.id, allowed).expect(parameter.id)
        })
    })
}

/// Whether something other than smooth happens within `distance` of x; functions with f'' jumping at 0 included.
fn rough(activation: &Activation, x: f64, distance: f64) -> bool {
    let corners = activation.kinks().into_iter().chain([0.0]);
    corners
        .into_iter()
        .any(|corner| (x - corner).abs() <= distance)
}

/// Half the width of a central difference.
const STEP: f64 = 1e-4;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// The difference is off by h²/6·f''' and by ε/h of the values: with |f'''| ≤ 4³·20 and |f| ≤ 100 both stay below 3·10⁻⁶.
    #[test]
    fn derivatives_are_slopes(activation in activations(), x in -9.0..9.0_f64) {
        prop_assume!(!rough(&activation, x, 2.0 * STEP));
        let difference = |g: fn(&Activation, f64) -> f64| {
            (g(&activation, x + STEP) - g(&activation, x - STEP)) / ((x + STEP) - (x - STEP))
        };
        // Where CELU with a small α or a sharp gate bends within the step, so does f''' grow.
        let scale = 1.0 + activation.second_derivative(x).abs() + activation.value(x).abs();
        let bend = activation.second_derivative(x + STEP) - activation.second_derivative(x - STEP);
        let tolerance = 1e-5 * scale + bend.abs();
        for (order, slope, ours) in [
            (1, difference(Activation::value), activation.derivative(x)),
            (2, difference(Activation::derivative), activation.second_derivative(x)),
        ] {
            prop_assert!((slope - ours).abs() <= tolerance, "{activation} at {x}, order {order}: {ours}, sloping {slope}");
        }
    }

    #[test]
    fn monotone_means_never_falling(activation in activations(), x in -9.0..9.0_f64, y in -9.0..9.0_f64) {
        if activation.is_monotone() {
            let (low, high) = (x.min(y), x.max(y));
            // One rounding of values up to 9.
            prop_assert!(activation.value(low) <= activation.value(high) + 2e-15, "{activation} at {low}, {high}");
            prop_assert!(activation.derivative(x) >= 0.0, "{activation} at {x}");
        }
    }

    #[test]
    fn values_stay_in_the_range(activation in activations(), x in prop_oneof![-9.0..9.0_f64, any::<f64>()]) {
        prop_assume!(!x.is_nan() && !activation.value(x).is_nan());
        let (low, high) = activation.range();
        let value = activation.value(x);
        // At the minimum itself f is flat, and rounding may dip below it by an ulp.
        prop_assert!(value >= low - 4e-16 && value <= high, "{activation} at {x}: {value} outside {low}, {high}");
    }

    #[test]
    fn slopes_stay_below_the_largest(activation in activations(), x in prop_oneof![-9.0..9.0_f64, any::<f64>()]) {
        let slope = activation.derivative(x).abs();
        prop_assume!(!slope.is_nan());
        prop_assert!(slope <= activation.largest_slope() * (1.0 + 1e-15), "{activation} at {x}: {slope}");
    }

    #[test]
    fn the_derivative_is_zero_in_dead_zones_and_only_there(activation in activations(), x in -9.0..9.0_f64) {
        prop_assume!(!rough(&activation, x, 1e-9));
        let dead = activation.dead_zones().iter().any(|(low, high)| *low < x && x < *high);
        let (sign, ln) = activation.derivative_logarithm(x);
        prop_assert_eq!(ln == f64::NEG_INFINITY, dead, "{} at {}", activation, x);
        prop_assert_eq!(sign == 0.0, dead);
        prop_assert_eq!(activation.derivative(x) == 0.0, dead || ln < -746.0);
    }

    /// Where f64 shows no difference although there is one (GELU from 8.3 on), f still bends.
    #[test]
    fn f_is_x_in_identity_zones_and_only_there(activation in activations(), x in -9.0..9.0_f64) {
        prop_assume!(!rough(&activation, x, 1e-9));
        let same = activation.identity_zones().iter().any(|(low, high)| *low < x && x < *high);
        let is_straight = activation.second_derivative(x) == 0.0;
        prop_assert_eq!(activation.value(x) == x && is_straight, same, "{} at {}", activation, x);
    }

    #[test]
    fn logarithms_and_derivatives_agree(activation in activations(), x in prop_oneof![-9.0..9.0_f64, any::<f64>()]) {
        let slope = activation.derivative(x);
        let (sign, ln) = activation.derivative_logarithm(x);
        if !slope.is_normal() {
            return Ok(());
        }
        prop_assert_eq!(sign, slope.signum());
        prop_assert!((libm::log(slope.abs()) - ln).abs() <= 1e-12 * ln.abs().max(1.0), "{} at {}: {}", activation, x, ln);
    }

    #[test]
    fn text_reads_back(activation in activations()) {
        let text = activation.to_string();
        prop_assert_eq!(text.parse(), Ok(activation));
        prop_assert_eq!(text.to_uppercase().replace('_', "-").replace('(', " ( ").parse(), Ok(activation));
    }
}

proptest! {
    // Each case samples a whole grid.
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn not_monotone_means_somewhere_falling(activation in activations()) {
        // A grid finer than the shortest wave and wider than the widest valley.
        let grid: Vec<f64> = (-9000..9000).map(|k| activation.value(f64::from(k) * 0.011)).collect();
        let falls = grid.windows(2).any(|pair| pair[1] < pair[0] - 1e-15);
        prop_assert_eq!(falls, !activation.is_monotone(), "{}", activation);
    }

    #[test]
    fn the_largest_slope_is_reached_or_approached(activation in activations()) {
        let grid = (-40000..40000).map(|k| f64::from(k) * 0.00105);
        let steepest = grid.map(|x| activation.derivative(x).abs()).fold(0.0, f64::max);
        let largest = activation.largest_slope();
        // Softsign's peak is sharp, 2·0.00105 wide on the grid, and the frequency 4.05 leaves (4·0.001)²/2.
        prop_assert!(largest.is_infinite() || steepest >= largest * (1.0 - 3e-3), "{activation}: {steepest} of {largest}");
    }
}

/// f and f' a little to the left and right of every kink, which tells apart what jumps.
#[test]
fn kinks_and_jumps_are_where_they_are_said_to_be() {
    const NEAR: f64 = 1e-9;
    for kind in Kind::ALL {
        let activation = Activation::new(*kind);
        let breaks = |g: fn(&Activation, f64) -> f64, x: f64| {
            (g(&activation, x + NEAR) - g(&activation, x - NEAR)).abs() > 1e-3
        };
        let (kinks, jumps) = (activation.kinks(), activation.jumps());
        assert!(kinks.is_sorted() && jumps.iter().all(|jump| kinks.contains(jump)));
        for kink in &kinks {
            let jumps_here = breaks(Activation::value, *kink);
            assert_eq!(jumps_here, jumps.contains(kink), "{activation} at {kink}");
            assert!(
                jumps_here || breaks(Activation::derivative, *kink),
                "{activation} at {kink}"
            );
        }
        // Every multiple of 1/2 that is not listed is smooth; all default kinks are such multiples.
        for half in -14..=14 {
            let x = f64::from(half) / 2.0;
            if !kinks.contains(&x) {
                let smooth = !breaks(Activation::value, x) && !breaks(Activation::derivative, x);
                assert!(smooth, "{activation} at {x}");
            }
        }
    }
}

#[test]
fn aliases_and_defaults() {
    let rows = [
        ("linear", Kind::Identity),
        ("logistic", Kind::Sigmoid),
        ("swish", Kind::Silu),
        ("hardswish", Kind::HardSilu),
        ("hard_swish", Kind::HardSilu),
        ("hardtanh", Kind::HardTanh),
        ("hardsigmoid", Kind::HardSigmoid),
        ("leakyrelu", Kind::LeakyRelu),
        ("lrelu", Kind::LeakyRelu),
        ("soft_sign", Kind::Softsign),
        ("gelu_new", Kind::GeluTanh),
        ("gelu_approx", Kind::GeluTanh),
        ("tanhshrink", Kind::TanhShrink),
        ("softshrink", Kind::SoftShrink),
        ("hardshrink", Kind::HardShrink),
        ("heaviside", Kind::Step),
        ("thresholded_relu", Kind::ThresholdRelu),
        (" Leaky ReLU ( ) ", Kind::LeakyRelu),
    ];
    for (text, kind) in rows {
        assert_eq!(text.parse(), Ok(Activation::new(kind)), "{text}");
    }
    assert_eq!(Kind::ALL.len(), 33);
    let mut names: Vec<&str> = Kind::ALL
        .iter()
        .flat_map(|k| k.aliases().iter().copied().chain([k.id()]))
        .collect();
    names.sort_unstable();
    names.dedup();
    let count: usize = Kind::ALL.iter().map(|k| k.aliases().len() + 1).sum();
    assert_eq!(names.len(), count, "a name means two things");
}

/// Errors are values: the culprit and what there is instead.
#[test]
fn errors_name_the_culprit() {
    let error = |text: &str| text.parse::<Activation>().expect_err(text);
    let no_parameters = ParseError::UnknownParameter {
        activation: "relu",
        name: "alpha".to_owned(),
        known: Vec::new(),
    };
    assert_eq!(error("relu(alpha=1)"), no_parameters);
    assert_eq!(
        Activation::new(Kind::Relu).with("alpha", 1.0),
        Err(no_parameters)
    );
    let ParseError::Unknown { name, known } = error("rleu") else {
        panic!("rleu is known");
    };
    assert_eq!((name.as_str(), known.len()), ("rleu", Kind::ALL.len()));
    let (parameter, min, max) = ("a", 1e-100, 1e100);
    let out_of_range = ParseError::OutOfRange {
        parameter,
        value: 0.0,
        min,
        max,
    };
    assert_eq!(error("snake(a=0)"), out_of_range);
    let parameter = "alpha";
    let repeated = ParseError::Repeated { parameter };
    assert_eq!(error("elu(alpha=1, alpha=2)"), repeated);
    let meant = "0.1".to_owned();
    let comma = ParseError::Comma { parameter, meant };
    assert_eq!(error("elu(alpha=0,1)"), comma);
    for text in ["elu(alpha=1", "elu(1)", "elu(alpha=1,)", ""] {
        let text = text.to_owned();
        assert_eq!(error(&text), ParseError::Syntax { text });
    }
}

/// Facts are values, and follow the parameters.
#[test]
fn facts_are_values() {
    let facts = |name: &str| name.parse::<Activation>().expect(name).facts();
    let between = |ends: [f64; 2], attained: [bool; 2]| Range::Between { ends, attained };
    let sigmoid = between([0.0, 1.0], [false, false]);
    assert_eq!(facts("sigmoid").range, sigmoid);
    let rectified = between([0.0, f64::INFINITY], [true, false]);
    assert_eq!(facts("relu").range, rectified);
    assert_eq!(facts("leaky_relu(alpha=0)").range, rectified);
    assert_eq!(facts("threshold_relu").range, Range::ZeroAndAbove(1.0));
    let dead = Death::Zones(vec![(f64::NEG_INFINITY, 0.0)]);
    assert_eq!(facts("relu").death, dead);
    assert_eq!(facts("leaky_relu").death, Death::Never);
    assert_eq!(facts("step").death, Death::Everywhere);
    let (x, f) = (-1.5, -0.375);
    assert_eq!(facts("hard_silu").course, Course::Falls { x, f });
    assert_eq!(facts("elu").smoothness, Smoothness::Once);
    assert_eq!(facts("elu(alpha=0.5)").smoothness, Smoothness::Corners);
    let reached = |name: &str| facts(name).plateaus.map(|it| it.map(|it| it.is_reached));
    assert_eq!(reached("relu6"), [Some(true), Some(true)]);
    assert_eq!(reached("gelu"), [Some(false), None]);
}
