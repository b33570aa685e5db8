//! Activations against mpmath: value, first and second derivative, and ln|f'| in the tails.
//!
//! The tables are written by src/model/tests/reference/make_activation.py.

use model::activation::{Activation, Kind};

/// No implementation can be held to units in the last place where the function itself multiplies the rounding of x by 100 or more; the table marks those orders, and there the absolute bound alone holds.
const ULPS: u64 = 8;
/// Everywhere: 4 ε of max(1, |exact|), what a handful of roundings in a formula of magnitude 1 may cost.
const ABSOLUTE: f64 = 4.0 * f64::EPSILON;
/// The table's logarithms are rounded to `f64`; ours add a few roundings to terms no larger than the result, or than 1.
const LOGARITHM: f64 = 1e-12;

fn evaluate(activation: &Activation, order: usize, x: f64) -> f64 {
    match order {
        0 => activation.value(x),
        1 => activation.derivative(x),
        _ => activation.second_derivative(x),
    }
}

/// How many doubles lie between two numbers.
fn ulps_between(a: f64, b: f64) -> u64 {
    let ordered = |value: f64| {
        let bits = value.abs().to_bits() as i64;
        if value < 0.0 { -bits } else { bits }
    };
    ordered(a).abs_diff(ordered(b))
}

fn compare(ours: f64, exact: f64, ill_conditioned: bool) -> Result<(), String> {
    if ours == exact {
        return Ok(());
    }
    let off = (ours - exact).abs();
    if ours.is_nan() || off > ABSOLUTE * exact.abs().max(1.0) {
        return Err(format!("{ours:e} is {off:e} away from {exact:e}"));
    }
    if ours == 0.0 {
        return Err(format!("a false zero for {exact:e}"));
    }
    let ulps = ulps_between(ours, exact);
    if !ill_conditioned && ulps > ULPS {
        return Err(format!("{ours:e} is {ulps} ulp away from {exact:e}"));
    }
    Ok(())
}

fn check(row: &str) -> Result<(), String> {
    let cells: Vec<&str> = row.split(',').collect();
    let activation: Activation = cells[0].parse().expect(row);
    let x: f64 = cells[1].parse().expect(row);
    for order in 0..3 {
        let exact: f64 = cells[2 + order].parse().expect(row);
        let ill_conditioned = cells[5].contains(&order.to_string());
        compare(evaluate(&activation, order, x), exact, ill_conditioned)
            .map_err(|problem| format!("{activation} at {x}, order {order}: {problem}"))?;
    }
    Ok(())
}

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().skip(1)
}

#[test]
fn values_and_derivatives_agree_with_mpmath() {
    let table = include_str!("../reference/activation.csv");
    let problems: Vec<String> = rows(table).filter_map(|row| check(row).err()).collect();
    assert!(
        problems.is_empty(),
        "{} rows, first:\n{}",
        problems.len(),
        problems[..problems.len().min(20)].join("\n")
    );
}

#[test]
fn the_table_covers_every_activation() {
    let table = include_str!("../reference/activation.csv");
    for kind in Kind::ALL {
        let own = rows(table).filter(|row| row.split(',').next() == Some(kind.id()));
        assert!(own.count() >= 120, "{}", kind.id());
    }
}

#[test]
fn a_wrong_row_fails() {
    let right = "tanh,20.0,1.0,1.6993417021166355e-17,-3.398683404233271e-17,";
    assert_eq!(check(right), Ok(()));
    // What 1 - tanh² gives in f64.
    let false_zero = "tanh,20.0,1.0,0.0,-3.398683404233271e-17,";
    assert!(check(false_zero).is_err());
    // Nine units in the last place.
    let exact = evaluate(&Activation::new(Kind::Tanh), 1, 20.0);
    let near = f64::from_bits(exact.to_bits() + 9);
    assert!(compare(exact, near, false).is_err());
    assert!(compare(exact, near, true).is_ok());
    assert!(compare(0.0, exact, true).is_err(), "a false zero");
    assert!(compare(f64::NAN, exact, true).is_err());
}

fn check_logarithm(row: &str) -> Result<(), String> {
    let cells: Vec<&str> = row.split(',').collect();
    let number = |index: usize| cells[index].parse::<f64>().expect(row);
    let activation: Activation = cells[0].parse().expect(row);
    let (x, sign, exact) = (number(1), number(2), number(3));
    let (our_sign, ln) = activation.derivative_logarithm(x);
    let close = ln == exact || (ln - exact).abs() <= LOGARITHM * exact.abs().max(1.0);
    if our_sign == sign && close {
        Ok(())
    } else {
        Err(format!(
            "{activation} at {x}: ({our_sign}, {ln}), should be ({sign}, {exact})"
        ))
    }
}

#[test]
fn logarithms_of_derivatives_agree_with_mpmath() {
    let table = include_str!("../reference/activation_logarithm.csv");
    let problems: Vec<String> = rows(table)
        .filter_map(|r| check_logarithm(r).err())
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(
        check_logarithm("gelu,-57.0,-1,-1621.3761950").is_err(),
        "a wrong row fails"
    );
}

/// Where the logarithm itself exceeds `f64` it saturates, and never claims an exact zero.
#[test]
fn logarithms_stay_finite_where_the_derivative_is_not_zero() {
    for name in [
        "gelu",
        "gelu_tanh",
        "gaussian",
        "silu(beta=1e10)",
        "celu(alpha=1e-10)",
        "mish",
    ] {
        let activation: Activation = name.parse().expect(name);
        let (sign, ln) = activation.derivative_logarithm(-f64::MAX);
        assert!(
            ln.is_finite() && ln < -1e307 && sign != 0.0,
            "{name}: {sign} {ln}"
        );
    }
}

/// Values that do not come from a computer algebra system of ours.
#[test]
fn published_values() {
    #[track_caller]
    fn close(ours: f64, published: f64, digits: f64) {
        assert!(
            (ours - published).abs() <= 0.5 * digits,
            "{ours} {published}"
        );
    }
    let of = |name: &str| name.parse::<Activation>().expect(name);
    // Abramowitz & Stegun, table 26.1: P(1) and Z(1).
    close(of("gelu").value(1.0), 0.841344746068543, 1e-15);
    close(
        of("gelu").derivative(1.0),
        0.841344746068543 + 0.241970724519143,
        2e-15,
    );
    // OEIS A202357: W(1/e) = 0.27846454276107379510…, minus the minimum of x·σ(x).
    close(
        of("silu").minimum().map_or(0.0, |(_, f)| f),
        -0.278464542761074,
        1e-15,
    );
    // The constants ln 2 and e, as the standard library has them.
    close(of("softplus").value(0.0), std::f64::consts::LN_2, 2e-16);
    close(of("exponential").value(1.0), std::f64::consts::E, 9e-16);
}

#[test]
fn limits_and_not_a_number() {
    for kind in Kind::ALL {
        let activation = Activation::new(*kind);
        for order in 0..3 {
            let at = |x: f64| evaluate(&activation, order, x);
            assert!(at(f64::NAN).is_nan(), "{activation} order {order}");
            for end in [f64::INFINITY, f64::NEG_INFINITY] {
                let without_limit = match kind {
                    Kind::Sine => true,
                    Kind::Snake => order > 0,
                    _ => false,
                };
                assert_eq!(
                    at(end).is_nan(),
                    without_limit,
                    "{activation} order {order} at {end}"
                );
                // The finite function has arrived at its limit at the end of the range, or overflows, or still climbs.
                let last = at(f64::MAX.copysign(end));
                let arrived =
                    (last - at(end)).abs() < 1e-15 || last.abs() > 1e10 || last.is_infinite();
                assert!(
                    without_limit || arrived,
                    "{activation} order {order} at {end}: {last}"
                );
            }
            for x in [
                -f64::MAX,
                -1e200,
                -5e-324,
                -0.0,
                0.0,
                5e-324,
                1e200,
                f64::MAX,
            ] {
                assert!(!at(x).is_nan(), "{activation} order {order} at {x}");
            }
        }
    }
}

#[test]
fn signs_of_zeros() {
    let at = |name: &str, x: f64| name.parse::<Activation>().expect(name).value(x).to_bits();
    let negative = (-0.0_f64).to_bits();
    for odd in [
        "identity",
        "tanh",
        "softsign",
        "arctan",
        "sine",
        "hard_tanh",
        "tanh_shrink",
    ] {
        assert_eq!(at(odd, -0.0), negative, "{odd}");
        assert_eq!(at(odd, 0.0), 0, "{odd}");
    }
    for rectifier in ["relu", "threshold_relu", "soft_shrink", "squared_relu"] {
        assert_eq!(at(rectifier, -0.0), 0, "{rectifier}");
        assert_eq!(
            at(rectifier, -3.0) & negative,
            if rectifier == "soft_shrink" {
                negative
            } else {
                0
            }
        );
    }
    for gate in [
        "silu",
        "gelu",
        "gelu_tanh",
        "quick_gelu",
        "mish",
        "hard_silu",
    ] {
        assert_eq!(at(gate, f64::NEG_INFINITY), negative, "{gate}");
        assert_eq!(at(gate, -1e5), negative, "{gate}");
    }
}

/// f' at its kinks, by the column of the table of activations.
#[test]
fn conventions_at_kinks() {
    let rows = [
        ("step", 0.0, 0.0),
        ("hard_sigmoid", -3.0, 0.0),
        ("hard_sigmoid", 3.0, 0.0),
        ("hard_sigmoid(slope=0.2)", 2.5, 0.0),
        ("hard_tanh", -1.0, 0.0),
        ("hard_tanh", 1.0, 0.0),
        ("relu", 0.0, 0.0),
        ("relu", -0.0, 0.0),
        ("relu6", 0.0, 0.0),
        ("relu6", 6.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("prelu", 0.0, 0.25),
        ("elu", 0.0, 1.0),
        ("elu(alpha=0.5)", 0.0, 0.5),
        ("celu(alpha=0.5)", 0.0, 1.0),
        ("selu", 0.0, 1.0507009873554805 * 1.6732632423543772),
        ("hard_silu", -3.0, 0.0),
        ("hard_silu", 3.0, 1.0),
        ("soft_shrink", 0.5, 0.0),
        ("soft_shrink", -0.5, 0.0),
        ("hard_shrink", 0.5, 0.0),
        ("hard_shrink", -0.5, 0.0),
        ("threshold_relu", 1.0, 0.0),
        ("squared_relu", 0.0, 0.0),
    ];
    for (name, x, slope) in rows {
        let activation: Activation = name.parse().expect(name);
        assert_eq!(activation.derivative(x), slope, "{name} at {x}");
        assert_eq!(activation.second_derivative(x), 0.0, "{name} at {x}");
    }
}
