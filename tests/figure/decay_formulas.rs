//! The formulas of `decay`, worked out again from what they print.

use crate::{printed, shown};

use activation_lab::figure::View;
use activation_lab::model::activation::Kind;
use printed::parts;
use proptest::prelude::*;

fn view(pairs: &[(&str, String)]) -> View {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(id, text)| (*id, text.as_str()))
        .collect();
    shown::view("decay", &pairs)
}

/// Without the parentheses of a number.
fn bare(number: &str) -> &str {
    number.trim_matches(['(', ')'])
}

/// The printed factors give the printed product: to half a unit of its last digit, and nothing more.
fn multiplied(text: &str) -> Result<(), String> {
    let mut sides = text.split(['=', '≈']).map(str::trim).skip(2);
    let (Some(factors), Some(result)) = (sides.next(), sides.next()) else {
        return Err(format!("no product: {text}"));
    };
    let numbers: Option<Vec<(f64, f64)>> = factors.split('·').map(bare).map(parts).collect();
    let (Some(numbers), Some((said, power))) = (numbers, parts(result)) else {
        let known = ["∞", "undefined"].iter().any(|word| text.contains(word));
        return known.then_some(()).ok_or(format!("unread: {text}"));
    };
    let product: f64 = numbers.iter().map(|n| n.0).product();
    let shift: f64 = numbers.iter().map(|n| n.1).sum::<f64>() - power;
    let gap = (product * 10f64.powf(shift) - said).abs();
    // Three digits; 1e-9 of them for the binary fractions on the way.
    let unit = 10f64.powf(said.log10().floor() - 2.0);
    match text.contains('≈') || gap <= (0.5 + 1e-6) * unit || said == 0.0 && product == 0.0 {
        true => Ok(()),
        false => Err(format!("{gap}: {text}")),
    }
}

/// The two parts in decades as printed give the printed sum, which has two decimals.
fn added_up(text: &str) -> Result<(), String> {
    let ascii = text.replace('−', "-").replace('∞', "inf");
    let sums = ascii.split(['=', '≈']).nth(1).unwrap_or_default().trim();
    let parts = sums.split(" + ").map(bare);
    let parts: Result<Vec<f64>, _> = parts.map(str::parse).collect();
    let total = ascii.rsplit(['=', '≈']).next().unwrap_or_default().trim();
    let (Ok(parts), Ok(total)) = (parts, total.parse::<f64>()) else {
        let known = text.contains("undefined");
        return known.then_some(()).ok_or(format!("unread: {text}"));
    };
    let sum: f64 = parts.iter().sum();
    let agrees = sum == total || sum.is_nan() || (sum - total).abs() <= 0.005 + 1e-9;
    (agrees || text.contains('≈'))
        .then_some(())
        .ok_or(text.to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_printed_gives_what_is_printed(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        depth in prop_oneof![30 => 1usize..40, 1 => Just(1000)],
        weight in -400i32..=400,
        bias in -300i32..=300,
        layer in 1usize..40,
    ) {
        let view = view(&[
            ("activation", kind.id().to_owned()),
            ("depth", depth.to_string()),
            ("weight", (f64::from(weight) / 100.0).to_string()),
            ("bias", (f64::from(bias) / 100.0).to_string()),
            ("layer", layer.min(depth).to_string()),
        ]);
        prop_assert_eq!(multiplied(&view.formulas[0].math.plain()), Ok(()));
        prop_assert_eq!(added_up(&view.formulas[1].math.plain()), Ok(()));
    }
}

/// Nearly is said where seven digits do not decide a rounding, which one product in ten thousand is near enough to.
#[test]
fn nearly_is_hardly_ever_said() {
    let nearly = |layer: &usize| {
        let state = [("depth", "200".to_owned()), ("layer", layer.to_string())];
        view(&state)
            .formulas
            .iter()
            .any(|formula| formula.math.plain().contains('≈'))
    };
    assert_eq!((1..=200).find(nearly), None);
}

/// The state with which this kind of fault was found: 0.197 · 1.42 × 10⁻⁶ is 2.80 × 10⁻⁷, and not 2.78 × 10⁻⁷.
#[test]
fn a_product_that_does_not_follow_is_caught() {
    let old = "∂L/∂z₁ = f′(1)·∂L/∂a₁ = 0.197·(1.42 × 10⁻⁶) = 2.78 × 10⁻⁷";
    assert!(multiplied(old).is_err());
    assert_eq!(multiplied(&view(&[]).formulas[0].math.plain()), Ok(()));
    assert!(added_up("log₁₀ |∂L/∂z₁| = −1.23 + (−2.34) = −3.58").is_err());
    assert_eq!(added_up("log₁₀ |∂L/∂z₈| = +2.23 + (−4.35) ≈ −2.13"), Ok(()));
    assert_eq!(
        added_up("log₁₀ |∂L/∂z₁| = −1.234 + (−2.344) = −3.58"),
        Ok(())
    );
}
