//! What can be said of an activation at x, as a value: decided from its numbers, before there is any prose.

use crate::model::activation::{Activation, Kind};
use crate::model::scaled::Scaled;

/// What an activation does at x to a gradient that comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// f′(x), or what is taken for it; it may lie below the range of f64 without being 0.
    pub slope: Scaled,
    /// What that slope lets through.
    pub passing: Passing,
    /// What there is at x if f has no slope there.
    pub corner: Option<Corner>,
}

/// What a slope lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Nothing: the slope is exactly 0.
    Nothing,
    /// Little: below [`Activation::flat_slope`] and not 0, and from here on f only gets flatter on its way to a limit.
    Saturated,
    /// Little, although f does not level off here: it turns round (GELU at −1) or rises slowly without end (a leak).
    Small,
    /// More than that.
    Through,
}

/// A place at which f has no slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// The slopes on the left and on the right.
    pub slopes: (f64, f64),
    /// The values on the left and on the right where f jumps.
    pub jump: Option<(f64, f64)>,
    /// Who takes the same slope.
    pub convention: Convention,
}

/// Who takes the slope that is taken here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Convention {
    /// No library has the function.
    Ours,
    /// PyTorch, and JAX where it has the function.
    Shared,
    /// PyTorch; JAX takes this one.
    JaxTakes(f64),
}

impl Verdict {
    /// Of an activation at x.
    pub fn of(activation: &Activation, x: f64) -> Verdict {
        let slope = activation.slope(x);
        Verdict {
            slope,
            passing: passing(activation, x, slope),
            corner: Corner::of(activation, x),
        }
    }
}

impl Corner {
    fn of(activation: &Activation, x: f64) -> Option<Corner> {
        if !activation.kinks().contains(&x) {
            return None;
        }
        let jumps = activation.jumps().contains(&x);
        let sides = || (x.next_down(), x.next_up());
        let values = |(left, right)| (activation.value(left), activation.value(right));
        Some(Corner {
            slopes: activation.slopes_around(x),
            jump: jumps.then(|| values(sides())),
            convention: match (activation.kind(), activation.slope_in_jax()) {
                (Kind::Step, _) => Convention::Ours,
                (_, Some(other)) => Convention::JaxTakes(other),
                _ => Convention::Shared,
            },
        })
    }
}

fn passing(activation: &Activation, x: f64, slope: Scaled) -> Passing {
    match slope.to_f64().abs() {
        _ if slope.is_zero() => Passing::Nothing,
        s if s >= activation.flat_slope() => Passing::Through,
        s if levels_off(activation, x, s) => Passing::Saturated,
        _ => Passing::Small,
    }
}

/// How far out the slopes are looked at, and by what the steps grow: the narrowest dip of an activation of the figures spans a factor of three.
const REACH: f64 = 1e6;
const GROWTH: f64 = 1.05;
/// What rounding may add to a slope, as a share of it.
const ROUNDING: f64 = 1e-9;

/// Whether f has a limit on the left or on the right of x, and on the way there no slope steeper than the one at x.
fn levels_off(activation: &Activation, x: f64, slope: f64) -> bool {
    let (left, right) = activation.limits();
    let most = slope * (1.0 + ROUNDING);
    let gets_flatter = |direction: f64| {
        let mut step = 1e-3;
        while step < REACH {
            if activation.derivative(x + direction * step).abs() > most {
                return false;
            }
            step *= GROWTH;
        }
        true
    };
    (left.is_finite() && gets_flatter(-1.0)) || (right.is_finite() && gets_flatter(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(name: &str, x: f64) -> Passing {
        let activation: Activation = name.parse().expect(name);
        Verdict::of(&activation, x).passing
    }

    /// By hand, from the curves: where a tail is, where a dip, where a leak.
    #[test]
    fn small_is_not_saturated_and_neither_is_nothing() {
        for (name, x, expected) in [
            // The dip of GELU, SiLU and Mish: flat because it turns round.
            ("gelu", -1.0, Passing::Small),
            ("gelu", -0.75, Passing::Small),
            ("silu", -1.5, Passing::Small),
            ("mish", -1.2, Passing::Small),
            ("quick_gelu", -0.8, Passing::Small),
            ("gelu", -1.5, Passing::Through),
            // Their tails.
            ("gelu", -3.0, Passing::Saturated),
            ("silu", -6.0, Passing::Saturated),
            ("mish", -6.0, Passing::Saturated),
            // Both tails of what squashes: 1/(1 + 2.2)² = 0.098 is below a tenth, 1/(1 + 2.1)² = 0.104 is not.
            ("sigmoid", 4.0, Passing::Saturated),
            ("sigmoid", -12.0, Passing::Saturated),
            ("tanh", -3.0, Passing::Saturated),
            ("softsign", 2.2, Passing::Saturated),
            ("softsign", -2.1, Passing::Through),
            ("elu", -3.0, Passing::Saturated),
            ("softplus", -3.0, Passing::Saturated),
            // A leak has no limit; a hundredth comes back wherever one is.
            ("leaky_relu", -2.0, Passing::Small),
            ("leaky_relu(alpha=0.2)", -2.0, Passing::Through),
            ("sine", 1.55, Passing::Small),
            ("tanh_shrink", 0.1, Passing::Small),
            // Exactly 0.
            ("relu", -0.1, Passing::Nothing),
            ("hard_tanh", 2.0, Passing::Nothing),
            ("gaussian", 0.0, Passing::Nothing),
            ("step", 3.0, Passing::Nothing),
            ("gaussian", 0.01, Passing::Small),
            // Far below the range of f64, and not 0: about 10⁻⁹¹⁶, e⁻¹²⁰⁰⁰, e⁻¹⁶⁰⁰.
            ("gelu", -65.0, Passing::Saturated),
            ("celu(alpha=0.001)", -12.0, Passing::Saturated),
            ("gaussian", 40.0, Passing::Saturated),
        ] {
            assert_eq!(at(name, x), expected, "{name} at {x}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        /// The oracle is the curve itself: quotients of its values, here and farther out.
        #[test]
        fn the_values_bear_out_what_is_said(kind in 0..Kind::ALL.len(), x in -12.0..12.0) {
            let f = Activation::new(Kind::ALL[kind]);
            let verdict = Verdict::of(&f, x);
            let (flat, h) = (f.flat_slope(), 1e-4);
            // Half of h²·f‴, and rounding of values up to e¹² over h.
            let off = 1e-6 * (1.0 + f.value(x).abs());
            let quotient = |x: f64| ((f.value(x + h) - f.value(x - h)) / (2.0 * h)).abs();
            let corner_near = f.kinks().iter().any(|at| (at - x).abs() <= h);
            prop_assume!(!corner_near);
            match verdict.passing {
                Passing::Nothing => prop_assert!(quotient(x) <= off),
                Passing::Small => prop_assert!(quotient(x) < flat + off && f.derivative(x) != 0.0),
                Passing::Through => prop_assert!(quotient(x) > flat - off),
                Passing::Saturated => {
                    let [left, right] = [-1.0, 1.0].map(|direction: f64| {
                        let mut out = (0..400).map(|n| x + direction * 0.05 * f64::from(n));
                        out.all(|y| quotient(y) < quotient(x).min(flat) + off)
                    });
                    prop_assert!(left || right, "{} at {x}", f.kind().id());
                }
            }
        }
    }
}
