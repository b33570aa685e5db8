//! `freeze`: two networks in live training, and which of their layers learn.

mod actions;
mod controls;
mod labels;
mod measures;
mod meter;
mod names;
mod now;
mod over_time;
mod pair;
mod sides;
mod signal;
mod state;
mod table;
mod text;
mod verdict;
mod words;
mod work;

use super::style::{pair as pair_of, second_pair};
use super::{Draft, Figure, Layout, Memory, NamedScene, Player, Progress};
use crate::model::experiment::{Arm, Outcome, Plan, Question, Report};
use crate::model::init::Init;
use crate::model::optimiser::Rule;
use crate::model::training::Stride;
use crate::state::{Settings, Shown};
use crate::view::pending;
use crate::view::*;
use names::Trait;
use sides::{Side, Sides};

/// The figure `freeze`.
pub const FIGURE: Figure = Figure {
    id: "freeze",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Quad,
    plots: &[
        "meter",
        "loss",
        "gradients_a",
        "gradients_b",
        "signal_a",
        "signal_b",
        "boundary_a",
        "boundary_b",
        "inputs_a",
        "inputs_b",
    ],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "meter",
            title: labels::SCENE_METER,
            link: "plots=meter&controls=depth&parts=title,sentence",
        },
        NamedScene {
            id: "loss",
            title: labels::SCENE_LOSS,
            link: "plots=loss&controls=rate&parts=title,sentence",
        },
        NamedScene {
            id: "gradients",
            title: labels::SCENE_GRADIENTS,
            link: "plots=gradients&controls=step&parts=sentence",
        },
        NamedScene {
            id: "boundary",
            title: labels::SCENE_BOUNDARY,
            link: "plots=boundary&controls=step&parts=sentence",
        },
        NamedScene {
            id: "signal",
            title: labels::SCENE_SIGNAL,
            link: "step=1&plots=signal&controls=depth&parts=sentence",
        },
    ],
    draws: Some(view),
    actions: actions::ACTIONS,
    player: Some(Player {
        step: controls::STEP,
        speed: controls::SPEED,
    }),
    measures: measures::MEASURES,
    by_layer: Some(&now::BY_LAYER),
};

/// What all the parts of the figure need.
struct Scene<'a> {
    plan: &'a Plan,
    report: &'a Report,
    looks: [Look; 2],
    /// What of each network is drawn beside meter and loss.
    sides: Sides,
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

    /// The first layer of a network that may move, counted from 0.
    fn free_layer(&self, arm: usize) -> usize {
        let held = self.plan.acting(arm, self.step()).held;
        held.min(self.plan.depth)
    }
}

fn view(settings: &Settings, shown: &Shown, memory: &mut Memory) -> Draft {
    let Some(plan) = plan(settings) else {
        return Draft::default();
    };
    let sides = Sides::of(settings, shown);
    let question = Question {
        step: settings.get(controls::STEP),
        layer: settings.get(controls::LAYER) - 1,
        plane: sides.has(Side::Boundary),
    };
    work::answer(memory, plan, question, |answer, progress| {
        let mut draft = match answer {
            Some((plan, report)) => draw(
                shown,
                &Scene {
                    plan,
                    report,
                    looks: looks(plan, report.question.step),
                    sides: sides.clone(),
                },
            ),
            None => Draft::default(),
        };
        if let Some(reached) = progress {
            // What is looked at after the last step is little beside the steps.
            let share = reached as f64 / question.step.max(1) as f64;
            draft.progress = Progress::Working(share);
            draft.view.measures = pending(measures::MEASURES);
            draft.view.summary = text::progress(reached, question.step);
        }
        draft
    })
}

/// What the settings say of the experiment; all but what is asked of it.
fn plan(settings: &Settings) -> Option<Plan> {
    let arm = |own: controls::Own| -> Option<Arm> {
        Some(Arm {
            activation: settings.get(own.activation).first()?.activation,
            init: settings.get(own.init),
            residual: settings.get(own.residual),
            layer_norm: settings.get(own.layer_norm),
            gain: settings.get(own.gain),
            bias_std: settings.get(own.bias_std),
            stride: settings.get(own.steps),
            held: settings.get(own.held),
        })
    };
    let mut rule = settings.get(controls::OPTIMISER);
    if let Rule::Adam { epsilon, .. } = &mut rule {
        *epsilon = settings.get(controls::EPSILON);
    }
    Some(Plan {
        data: settings.get(controls::DATA),
        noise: settings.get(controls::NOISE),
        depth: settings.get(controls::DEPTH),
        width: settings.get(controls::WIDTH),
        rule,
        learning_rate: settings.get(controls::RATE),
        batch: settings.get(controls::BATCH),
        seed: settings.get(controls::SEED),
        arms: [arm(controls::A)?, arm(controls::B)?],
        shallow: settings.get(controls::SHALLOW),
        branch: settings.get(controls::BRANCH),
    })
}

/// A has the colour of its activation, and so has B, unless it has the same activation. Before its branch B is A, and is called so.
fn looks(plan: &Plan, step: u64) -> [Look; 2] {
    let [a, b] = [0, 1].map(|arm| plan.acting(arm, step));
    let (ink, dash) = pair_of(a.activation.kind());
    let (b_ink, b_dash) = second_pair(a.activation.kind(), b.activation.kind());
    let [of_a, of_b] = [described(plan, a, b), described(plan, b, a)];
    let held = |arm: &Arm| arm.held.min(plan.depth);
    [
        Look {
            letter: "A",
            name: names::network("A", &of_a, held(a)),
            said: names::said("A", &of_a),
            ink,
            dash,
            shape: Shape::Circle,
        },
        Look {
            letter: "B",
            name: names::network("B", &of_b, held(b)),
            said: names::said("B", &of_b),
            ink: b_ink,
            dash: b_dash,
            shape: Shape::Triangle,
        },
    ]
}

/// `ReLU, residual, layer norm`: the activation, and what acts of the rest; the start only where it tells the networks apart, which it does not where B began as A.
fn described(plan: &Plan, arm: &Arm, other: &Arm) -> String {
    let mut traits = Vec::new();
    let mut add = |acts: bool, it: Trait| traits.extend(acts.then_some(it));
    // Only layers of the same width have a way around, and one unit alone has nothing to be compared with.
    let has_way = plan.depth > 1 || plan.width == plan.data.features();
    add(arm.residual && has_way, Trait::Residual);
    add(arm.layer_norm && plan.width > 1, Trait::LayerNorm);
    add(arm.stride == Stride::Equal, Trait::EqualSteps);
    if plan.branch == 0 && arm.activation == other.activation {
        let start = Trait::Start(controls::start(arm.init));
        add(arm.init != other.init, start);
        add(arm.gain != other.gain, Trait::Gain(arm.gain));
        let draws = arm.init != Init::Pytorch && arm.bias_std != other.bias_std;
        add(draws && arm.bias_std > 0.0, Trait::Biases(arm.bias_std));
    }
    names::described(arm.activation.kind(), &traits)
}

fn draw(shown: &Shown, scene: &Scene) -> Draft {
    let mut plots = shown.plots(&[
        ("meter", &|| meter::meter(scene)),
        ("loss", &|| over_time::loss(scene)),
    ]);
    plots.extend(pair::pair(scene));
    let stops = scene.report.arms.iter().filter_map(|arm| arm.divergence);
    let view = View {
        plots,
        legend: words::legend(scene),
        readouts: words::readouts(scene),
        formulas: words::formulas(scene),
        summary: words::summary(scene),
        table: table::table(scene),
        measures: measures::list(scene),
        facts: state::facts(),
        ..View::default()
    };
    Draft {
        view,
        progress: Progress::Done,
        halt: stops.map(|stop| stop.step).max(),
    }
}
