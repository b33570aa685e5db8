//! `dying`: real training, real deaths. The oracles are the definition of dead, finite differences of a loss written here, and the story's own logic.

use activation_lab::figure::{Memory, Settings, View, find};
use activation_lab::model::dataset::Kind;
use activation_lab::model::population::{Leak, Plan, Population};
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

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::defaults(find("dying").expect("dying").controls);
    for (id, text) in pairs {
        settings.set(id, text).expect(text);
    }
    settings
}

fn view(pairs: &[(&str, &str)]) -> View {
    find("dying").expect("dying").view(&settings(pairs))
}

/// The state in which the learning rate kills: sixteen units on XOR, long steps.
const LONG: [(&str, &str); 5] = [
    ("data", "xor"),
    ("width", "16"),
    ("bias", "0"),
    ("rate", "3"),
    ("unit", "3"),
];

fn said(pairs: &[(&str, &str)]) -> String {
    view(pairs).summary
}

#[track_caller]
fn says(pairs: &[(&str, &str)], parts: &[&str]) {
    let said = said(pairs);
    for part in parts {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
}

/// The claim of the figure, in its first state: all are dead, and the layer learns nothing; with a cure it learns.
#[test]
fn the_first_state_says_what_death_costs() {
    says(
        &[],
        &[
            "At step 1000, all 4 units are dead. The layer learns nothing: the loss (median of the last 100 steps) is 0.69, that of guessing is 0.69; with a leak of 0.01 for all from the start it is 0.26.",
            "Unit 1 was born dead",
        ],
    );
    let without = "as plain ReLU it learns nothing, with 4 dead (0.69).";
    let alive = "all 4 units are alive. The layer learns: the loss";
    says(&[("cure", "leak")], &[alive, "is 0.26;", without]);
    says(&[("cure", "gelu")], &[alive, without]);
    for view in [view(&[("cure", "leak")]), view(&[("cure", "gelu")])] {
        assert!(
            view.readouts[0].value.starts_with("0 of 4"),
            "{:?}",
            view.readouts
        );
    }
}

/// With many units death is cheap, and the sentence says so; a step of another length kills nobody.
#[test]
fn the_rate_alone_kills_and_many_can_spare_some() {
    let says = |more: &[(&str, &str)], parts: &[&str]| {
        // What comes later is set later.
        says(&[&LONG, more].concat(), parts);
    };
    says(&[], &["7 of 16 units are dead", "here death costs little"]);
    says(
        &[("step", "60")],
        &["7 of 16 units are dead", "Unit 3 died at step 5"],
    );
    says(
        &[("step", "60"), ("rate", "0.1")],
        &["all 16 units are alive"],
    );
    let leak = [
        ("leak", "one"),
        ("leaky_unit", "3"),
        ("leak_step", "60"),
        ("step", "120"),
        ("alpha", "0.1"),
    ];
    says(&leak, &["Unit 3 came back to life at step"]);
    says(&[("step", "120")], &["Unit 3 died at step 5"]);
}

/// What is compared: the twin differs by its cure alone, and both losses are those of its own run.
#[test]
fn the_twin_is_the_same_layer_with_the_cure() {
    let plan = |activation: &str| Plan {
        data: Kind::Moons,
        width: 4,
        bias: -3.0,
        learning_rate: 1.0,
        activation: activation.parse().expect(activation),
        ..Plan::default()
    };
    for (cure, alpha, own, twin) in [
        ("none", "0.2", "relu", "leaky_relu(alpha=0.2)"),
        ("leak", "0.2", "leaky_relu(alpha=0.2)", "relu"),
        ("gelu", "0.2", "gelu", "relu"),
    ] {
        let losses = [own, twin].map(|activation| {
            let population = run(plan(activation), 400);
            let mut last: Vec<f64> = population.moments(400)[301..]
                .iter()
                .map(|m| m.loss)
                .collect();
            last.sort_by(f64::total_cmp);
            activation_lab::figure::number::plain(last[49], 2)
        });
        let said = said(&[("cure", cure), ("alpha", alpha), ("step", "400")]);
        for loss in &losses {
            assert!(said.contains(loss.as_str()), "{losses:?}: {said}");
        }
    }
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

/// The autopsy's numbers add up: what was, less the step, is what is.
#[test]
fn the_autopsy_adds_up() {
    let population = run(
        Plan {
            learning_rate: 3.0,
            ..Plan::default()
        },
        60,
    );
    let death = population.death(2, 60).expect("unit 3 is dead");
    let (before, after) = (
        population.moment(death - 1).unit(2),
        population.moment(death).unit(2),
    );
    let gradient = population.moment(death).gradient(2);
    assert_eq!(before.bias - 3.0 * gradient.bias, after.bias);
    let largest = |step| {
        population
            .pre_activations(2, step)
            .into_iter()
            .fold(f64::NEG_INFINITY, f64::max)
    };
    assert!(largest(death - 1) > 0.0 && largest(death) <= 0.0);
    let mut there = LONG.to_vec();
    there.push(("step", "60"));
    let formulas = view(&there).formulas;
    assert!(
        formulas[0]
            .label
            .contains(&format!("Step {death} killed unit 3")),
        "{}",
        formulas[0].label
    );
}

/// Going back and forth through one memory shows what a fresh start shows.
#[test]
fn a_memory_changes_nothing() {
    let figure = find("dying").expect("dying");
    let mut memory = Memory::default();
    for (step, rate) in [
        ("50", "3"),
        ("10", "3"),
        ("70", "3"),
        ("70", "0.5"),
        ("0", "3"),
    ] {
        let settings = settings(&[("step", step), ("rate", rate), ("bias", "0")]);
        assert!(
            (figure.draft)(&settings, &mut memory) == figure.view(&settings),
            "step {step}, rate {rate}"
        );
    }
}

/// The buttons write what they do into the settings, so that a link tells the story again.
#[test]
fn buttons_are_settings() {
    let figure = find("dying").expect("dying");
    let act = |settings: &mut Settings, id: &str| {
        let action = figure
            .actions
            .iter()
            .find(|action| action.id == id)
            .expect(id);
        assert!((action.is_open)(settings), "{id} is closed");
        (action.act)(settings);
        assert!(!(action.is_open)(settings), "{id} is still open");
    };
    let mut settings = settings(&[("width", "16"), ("unit", "5"), ("step", "33")]);
    act(&mut settings, "leak_one");
    let link = [
        ("width", "16"),
        ("unit", "5"),
        ("leak", "one"),
        ("leaky_unit", "5"),
        ("leak_step", "33"),
        ("step", "33"),
    ];
    assert_eq!(
        settings.changed(),
        link.map(|(id, text)| (id, text.to_owned()))
    );
    act(&mut settings, "take_back");
    assert_eq!(settings.choice("leak"), "none");
    act(&mut settings, "leak_all");
    assert_eq!(settings.choice("leak"), "all");
}

/// Time passes at the chosen speed, in whole steps, and ends at the last one.
#[test]
fn the_player_counts_steps() {
    let figure = find("dying").expect("dying");
    let player = figure.player.as_ref().expect("a player");
    let mut settings = settings(&[("step", "0"), ("speed", "10")]);
    let mut owed = 0.0;
    for _ in 0..100 {
        assert!(player.advance(&mut settings, &mut owed, 0.03125));
    }
    // 100 · 0.03125 s · 10 steps a second, all exact in binary but the product with 10.
    assert_eq!(settings.number("step"), 31.0);
    // A page that was away for an hour does not make up for it at once.
    player.advance(&mut settings, &mut owed, 3600.0);
    assert!(settings.number("step") <= 33.0);
    settings.set("step", "1000").expect("the last step");
    assert!(!player.advance(&mut settings, &mut owed, 0.1) && player.is_over(&settings));
}
