//! `freeze`: two networks in live training, and which of their layers learn.

mod controls;
mod meter;
mod over_time;
mod pair;
mod state;
mod table;
mod words;
mod work;

use super::settings::Settings;
use super::style::{pair as pair_of, second_pair, short};
use super::view::*;
use super::{Figure, Layout, Memory, Player};
use crate::model::experiment::{Arm, Outcome, Plan, Question, Report};

/// The figure `freeze`.
pub const FIGURE: Figure = Figure {
    id: "freeze",
    title: "The first layers stand still while the last ones learn",
    lead: "Two networks learn from the same seed, batch by batch. Press Play, then repair A with one switch at a time.",
    controls: controls::CONTROLS,
    layout: Layout::Quad,
    draft: view,
    shown: |settings, id| match id {
        "layer" => settings.choice("show") == "inputs",
        // A B that branches off has the weights of A.
        "b_init" => settings.number("branch") == 0.0,
        _ => true,
    },
    actions: controls::ACTIONS,
    player: Some(Player {
        step: "step",
        speed: "speed",
    }),
};

/// What all the parts of the figure need.
struct Scene<'a> {
    plan: &'a Plan,
    report: &'a Report,
    looks: [Look; 2],
    show: &'static str,
}

/// How one of the networks is named and drawn.
struct Look {
    /// `A` or `B`.
    letter: &'static str,
    /// `A: Sigmoid`.
    name: String,
    /// The same inside a sentence: `A (Sigmoid)`.
    said: String,
    ink: Ink,
    dash: Dash,
    shape: Shape,
}

impl Scene<'_> {
    /// Each network with its look.
    fn arms(&self) -> impl Iterator<Item = (&Look, &Outcome)> {
        self.looks.iter().zip(&self.report.arms)
    }

    /// The step that is shown.
    fn step(&self) -> u64 {
        self.report.question.step
    }
}

fn view(settings: &Settings, memory: &mut Memory) -> View {
    let Some(plan) = plan(settings) else {
        return View::default();
    };
    let show = settings.choice("show");
    let question = Question {
        step: settings.number("step") as u64,
        layer: settings.number("layer") as usize - 1,
        plane: show == "boundary",
    };
    work::answer(memory, plan, question, |shown, progress| {
        let mut view = match shown {
            Some((plan, report)) => draw(&Scene {
                plan,
                report,
                looks: looks(plan),
                show: shown_as(report, show),
            }),
            None => View::default(),
        };
        if let Some(reached) = progress {
            view.pending = true;
            view.summary = words::progress(reached, question.step);
        }
        view
    })
}

/// A report that was asked for something else has no plane to show.
fn shown_as(report: &Report, show: &'static str) -> &'static str {
    if show == "boundary" && !report.question.plane {
        return "gradients";
    }
    show
}

/// What the settings say of the experiment; all but what is asked of it.
fn plan(settings: &Settings) -> Option<Plan> {
    let arm = |prefix: &str| -> Option<Arm> {
        let id = |name: &str| format!("{prefix}{name}");
        Some(Arm {
            activation: *settings.activations(&id("activation")).first()?,
            init: settings.choice(&id("init")).parse().ok()?,
            residual: settings.is_on(&id("residual")),
            layer_norm: settings.is_on(&id("layer_norm")),
        })
    };
    Some(Plan {
        data: settings.choice("data").parse().ok()?,
        noise: settings.number("noise"),
        depth: settings.number("depth") as usize,
        width: settings.number("width") as usize,
        rule: settings.choice("optimiser").parse().ok()?,
        learning_rate: settings.number("rate"),
        batch: settings.number("batch") as usize,
        seed: settings.number("seed") as u64,
        arms: [arm("")?, arm("b_")?],
        branch: settings.number("branch") as u64,
    })
}

/// A has the colour of its activation, and so has B, unless it has the same activation.
fn looks(plan: &Plan) -> [Look; 2] {
    let [a, b] = &plan.arms;
    let (ink, dash) = pair_of(a.activation.kind());
    let (b_ink, b_dash) = second_pair(a.activation.kind(), b.activation.kind());
    [
        Look {
            letter: "A",
            name: format!("A: {}", described(a)),
            said: format!("A ({})", described(a)),
            ink,
            dash,
            shape: Shape::Circle,
        },
        Look {
            letter: "B",
            name: format!("B: {}", described(b)),
            said: format!("B ({})", described(b)),
            ink: b_ink,
            dash: b_dash,
            shape: Shape::Triangle,
        },
    ]
}

/// `ReLU, residual, layer norm`.
fn described(arm: &Arm) -> String {
    let mut parts = vec![short(&arm.activation)];
    parts.extend(arm.residual.then_some("residual"));
    parts.extend(arm.layer_norm.then_some("layer norm"));
    parts.join(", ")
}

fn draw(scene: &Scene) -> View {
    let mut plots = vec![meter::meter(scene), over_time::loss(scene)];
    plots.extend(pair::pair(scene));
    let stops = scene.report.arms.iter().filter_map(|arm| arm.divergence);
    View {
        plots,
        legend: words::legend(scene),
        readouts: words::readouts(scene),
        formulas: words::formulas(scene),
        summary: words::summary(scene),
        table: table::table(scene),
        facts: state::facts(),
        halt: stops.map(|stop| stop.step).max(),
        ..View::default()
    }
}
