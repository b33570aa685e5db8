//! `dying`: real training, real deaths. The oracles are the definition of dead, finite differences of a loss written here, and the story's own logic.

use model::dataset::Kind;
use model::population::{Leak, Plan, Population};
use proptest::prelude::*;

fn run(plan: Plan, steps: usize) -> Population {
    let mut population = Population::new(plan).expect("two inputs, two classes");
    population.run_to(steps);
    population
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let data = prop::sample::select(vec![Kind::Moons, Kind::Circles, Kind::Xor, Kind::Spiral]);
    (
        data,
        2usize..12,
        0.01..3.0f64,
        1usize..=100,
        -3.0..1.0f64,
        1u64..1000,
    )
        .prop_map(|(data, width, learning_rate, batch, bias, seed)| Plan {
            data,
            width,
            learning_rate,
            batch,
            bias,
            seed,
            ..Plan::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Dead means: z ≤ 0 on every training point. Worked out here from the points; a z within rounding of 0 may fall on either side.
    #[test]
    fn dead_is_what_the_definition_says(plan in any_plan(), step in 0usize..60) {
        let population = run(plan, step);
        let points = population.points();
        for unit in 0..plan.width {
            let now = population.moment(step).unit(unit);
            let z = |i: usize| now.weights[0] * points.inputs[i] + now.weights[1] * points.inputs[points.len() + i] + now.bias;
            let largest = (0..points.len()).map(z).fold(f64::NEG_INFINITY, f64::max);
            if largest.abs() > 1e-12 {
                prop_assert_eq!(population.moment(step).dead[unit], largest < 0.0, "unit {} at {}", unit, step);
                prop_assert_eq!(population.death(unit, step).is_some(), largest < 0.0);
            }
        }
    }

    /// Once dead, for ever: not a bit of its incoming weights changes, because its gradient is exactly 0.
    #[test]
    fn nothing_moves_the_dead(plan in any_plan()) {
        let population = run(plan, 80);
        for (unit, death) in population.deaths(80) {
            let at_death = population.moment(death).unit(unit);
            for moment in &population.moments(80)[death + 1..] {
                prop_assert_eq!(moment.gradient(unit).weights, [0.0, 0.0]);
                prop_assert_eq!(moment.unit(unit), at_death);
            }
            prop_assert!(death == 0 || !population.moment(death - 1).dead[unit]);
        }
    }

    /// A leak changes nothing before it is given, and no leaky unit is ever dead.
    #[test]
    fn a_leak_works_from_its_step_on(plan in any_plan(), unit in 0usize..2, alpha in 0.01..0.5f64) {
        let leak = Leak { unit: Some(unit), step: 30, alpha };
        let (without, with) = (run(plan, 60), run(Plan { leak: Some(leak), ..plan }, 60));
        prop_assert_eq!(without.moments(29), with.moments(29));
        for moment in &with.moments(60)[30..] {
            prop_assert!(!moment.dead[unit]);
        }
        // What is shown says the same: leaky from the leak's own step on, and no one else.
        for (step, slope) in [(29, None), (30, Some(alpha)), (60, Some(alpha))] {
            prop_assert_eq!(with.activation(unit, step).parameter("alpha"), slope);
            prop_assert_eq!(with.activation(1 - unit, step).parameter("alpha"), None);
        }
        // What is silent at the leak and comes back has a step at which it does.
        if let Some(step) = with.revival(unit, 60) {
            prop_assert!(with.moment(30).active[unit] == 0 && with.moment(step).active[unit] > 0);
            prop_assert!(with.moments(step - 1)[30..].iter().all(|moment| moment.active[unit] == 0));
        }
    }
}

/// The mean logistic loss of the network, written anew from its definition.
fn loss(population: &Population, parameters: &[(f64, f64, f64, f64)], output_bias: f64) -> f64 {
    let points = population.points();
    let count = points.len();
    let of_point = |i: usize| {
        let (x, y) = (points.inputs[i], points.inputs[count + i]);
        let hidden = parameters
            .iter()
            .map(|(w1, w2, b, v)| v * (w1 * x + w2 * y + b).max(0.0));
        let out: f64 = hidden.sum::<f64>() + output_bias;
        let sign = 2.0 * points.targets[i] - 1.0;
        (-sign * out).exp().ln_1p()
    };
    (0..count).map(of_point).sum::<f64>() / count as f64
}

/// Full-batch steps follow finite differences of that loss: nothing here is animated.
#[test]
fn each_step_goes_down_the_measured_slope() {
    let plan = Plan {
        learning_rate: 0.3,
        batch: 100,
        width: 6,
        data: Kind::Moons,
        ..Plan::default()
    };
    let population = run(plan, 40);
    // The output's bias is not a unit's; it follows from its own gradients.
    let mut output_bias = 0.0;
    const H: f64 = 1e-6;
    let mut checked = 0;
    for step in 0..40 {
        let now = population.moment(step);
        let unit = |u: usize| {
            let unit = now.unit(u);
            (unit.weights[0], unit.weights[1], unit.bias, unit.outgoing)
        };
        let parameters: Vec<_> = (0..plan.width).map(unit).collect();
        for u in 0..plan.width {
            let z = population.pre_activations(u, step);
            // Across a kink a difference says nothing of the slope; no point moves farther than 4 H.
            if z.iter().any(|z| z.abs() < 4.0 * H) {
                continue;
            }
            let slope = |change: fn(&mut (f64, f64, f64, f64), f64)| {
                let [low, high] = [-H, H].map(|h| {
                    let mut moved = parameters.clone();
                    change(&mut moved[u], h);
                    loss(&population, &moved, output_bias)
                });
                (high - low) / (2.0 * H)
            };
            let next = population.moment(step + 1).unit(u);
            let rows = [
                (parameters[u].0, next.weights[0], slope(|p, h| p.0 += h)),
                (parameters[u].1, next.weights[1], slope(|p, h| p.1 += h)),
                (parameters[u].2, next.bias, slope(|p, h| p.2 += h)),
                (parameters[u].3, next.outgoing, slope(|p, h| p.3 += h)),
            ];
            for (old, new, slope) in rows {
                // Rounding of the loss, 1e-16, over 2 H; the third derivative adds less.
                assert!(
                    (old - plan.learning_rate * slope - new).abs() < 1e-9,
                    "step {step} unit {u}: {old} -> {new}, slope {slope}"
                );
                checked += 1;
            }
        }
        let [low, high] = [-H, H].map(|h| loss(&population, &parameters, output_bias + h));
        output_bias -= plan.learning_rate * (high - low) / (2.0 * H);
    }
    assert!(checked > 900, "only {checked} of 960 were checked");
}

/// GELU's slope on the far left is tiny and not 0: nobody is dead, and everybody moves.
#[test]
fn a_cured_unit_moves() {
    for activation in ["gelu", "leaky_relu"] {
        let plan = Plan {
            bias: -3.0,
            activation: activation.parse().expect(activation),
            ..Plan::default()
        };
        let population = run(plan, 30);
        assert_eq!(population.deaths(30).count(), 0);
        for unit in 0..plan.width {
            assert_ne!(
                population.moment(0).unit(unit),
                population.moment(30).unit(unit)
            );
        }
    }
}
