//! `dying` as a figure: what it says of the dead, of what they cost and of the cure; its buttons and its player.

use crate::shown;
use activation_lab::figure::{Mark, Memory, Scene, Settings, Shown, View, find};
use activation_lab::model::dataset::Kind;
use activation_lab::model::population::{Plan, Population};

fn run(plan: Plan, steps: usize) -> Population {
    let mut population = Population::new(plan).expect("two inputs, two classes");
    population.run_to(steps);
    population
}

fn settings(pairs: &[(&str, &str)]) -> Settings {
    shown::settings("dying", pairs)
}

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("dying", pairs)
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

/// The curves of the losses are what the two runs measure, and that of guessing is ln 2: half of the points are of each class.
#[test]
fn the_losses_are_those_of_both_runs() {
    let figure = find("dying").expect("the figure");
    let mut scene = Scene::new(figure);
    scene.apply("figure=dying&v=2&plots=loss");
    for more in [
        &[][..],
        &[("cure", "leak")],
        &[("cure", "gelu"), ("step", "40")],
    ] {
        let settings = settings(more);
        let view = figure
            .draft(&settings, &scene.shown, &mut Memory::default())
            .view;
        let [plot] = view.plots.as_slice() else {
            panic!("{} plots", view.plots.len());
        };
        let ends: Vec<[f64; 2]> = (plot.marks.iter())
            .filter_map(|mark| match mark {
                Mark::Line { pieces, .. } => pieces.last()?.last().copied(),
                _ => None,
            })
            .collect();
        let step = settings.text("step").expect("a step");
        let loss = |cure: &str| {
            let measures = self::view(&[("cure", cure), ("step", &step)]).measures;
            let loss = measures.iter().find(|measure| measure.name() == "loss");
            libm::log10(loss.and_then(|loss| loss.value.compared()).expect("a loss"))
        };
        let own = settings.text("cure").expect("a cure");
        let twin = if own == "none" { "leak" } else { "none" };
        let at: f64 = step.parse().expect("a number");
        assert_eq!(ends[..2], [[at, loss(twin)], [at, loss(&own)]], "{more:?}");
        // A ratio of two numbers that are rounded once each.
        assert!((ends[2][1] - libm::log10(core::f64::consts::LN_2)).abs() < 1e-15);
    }
    let usual = self::view(&[]).plots;
    assert!(usual.iter().all(|plot| plot.id != "loss"));
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
            figure.draft(&settings, &Shown::default(), &mut memory).view == figure.view(&settings),
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
    assert_eq!(settings.text("leak").as_deref(), Some("none"));
    act(&mut settings, "leak_all");
    assert_eq!(settings.text("leak").as_deref(), Some("all"));
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
