//! `dying`: a ReLU layer in training, its units dying; what that costs, and what cures it.

mod autopsy;
mod controls;
mod history;
mod inputs;
mod labels;
mod loss;
mod measures;
mod names;
mod plane;
mod text;
mod verdict;
mod words;

use super::{Draft, Figure, Layout, Memory, NamedScene, Player, Progress};
use crate::model::activation::{Activation, Kind};
use crate::model::population::{Leak, Plan, Population};
use crate::state::{Settings, Shown};
use crate::view::*;
use controls::{Cure, Leaky};

/// The figure `dying`.
pub const FIGURE: Figure = Figure {
    id: "dying",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Aside,
    plots: &["plane", "inputs", "history", "loss"],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "plane",
            title: labels::SCENE_PLANE,
            link: "plots=plane&controls=bias",
        },
        NamedScene {
            id: "inputs",
            title: labels::SCENE_INPUTS,
            link: "plots=inputs&controls=unit&parts=title,sentence",
        },
        NamedScene {
            id: "history",
            title: labels::SCENE_HISTORY,
            link: "plots=history&controls=rate&parts=title,sentence",
        },
        NamedScene {
            id: "loss",
            title: labels::SCENE_LOSS,
            link: "plots=loss&controls=width&parts=title,sentence",
        },
    ],
    draws: Some(view),
    actions: controls::ACTIONS,
    player: Some(Player {
        step: controls::STEP,
        speed: controls::SPEED,
    }),
    measures: measures::MEASURES,
    by_layer: None,
};

/// The standard deviation of the points' noise.
const NOISE: f64 = 0.1;

/// What all the parts of the figure need. Steps and units as the model counts them.
struct Scene<'a> {
    population: &'a Population,
    /// The same layer with a cure from the start, or without one if this has it.
    twin: &'a Population,
    /// The step that is shown, or the last that there is.
    step: usize,
    /// The unit that is looked at, from 0.
    unit: usize,
}

/// The run that is shown, and its twin.
struct Runs {
    own: Population,
    twin: Population,
}

impl Runs {
    fn new(plan: Plan, twin: Plan) -> Option<Runs> {
        // Every plan that the controls allow has a shape that fits.
        Some(Runs {
            own: Population::new(plan).ok()?,
            twin: Population::new(twin).ok()?,
        })
    }
}

fn view(settings: &Settings, shown: &Shown, memory: &mut Memory) -> Draft {
    let Some((plan, twin)) = plan(settings).zip(twin(settings)) else {
        return Draft::default();
    };
    let step = settings.get(controls::STEP) as usize;
    let unit = settings.get(controls::UNIT) - 1;
    let budget = memory.budget;
    let is_of_use = |kept: &Option<Runs>| {
        let fits = |runs: &Runs| *runs.own.plan() == plan && *runs.twin.plan() == twin;
        kept.as_ref().is_some_and(fits)
    };
    memory.with(
        is_of_use,
        || Runs::new(plan, twin),
        |runs| match runs {
            Some(Runs { own, twin }) => {
                let is_there =
                    own.advance(step, budget).is_ready() && twin.advance(step, budget).is_ready();
                let reached = own.moments(step).len() - 1;
                let view = draw(
                    shown,
                    &Scene {
                        step: reached,
                        population: own,
                        twin,
                        unit,
                    },
                );
                match is_there {
                    true => view.into(),
                    false => Draft {
                        view: View {
                            summary: text::progress(reached, step),
                            ..view
                        },
                        progress: Progress::Working(reached as f64 / step as f64),
                        halt: None,
                    },
                }
            }
            None => Draft::default(),
        },
    )
}

/// What the settings say of the run; all but `step`, `unit` and `speed`.
fn plan(settings: &Settings) -> Option<Plan> {
    let cure = settings.get(controls::CURE);
    let leak = match (cure, settings.get(controls::LEAK)) {
        (Cure::None, Leaky::One) => Some(Some(settings.get(controls::LEAKY_UNIT) - 1)),
        (Cure::None, Leaky::All) => Some(None),
        _ => None,
    };
    Some(Plan {
        data: settings.get(controls::DATA),
        points: controls::POINTS,
        noise: NOISE,
        width: settings.get(controls::WIDTH),
        activation: made_of(settings, cure)?,
        learning_rate: settings.get(controls::RATE),
        batch: settings.get(controls::BATCH),
        bias: settings.get(controls::BIAS),
        seed: settings.get(controls::SEED),
        leak: leak.map(|unit| Leak {
            unit,
            step: settings.get(controls::LEAK_STEP),
            alpha: settings.get(controls::ALPHA),
        }),
    })
}

/// What the run is compared with: a leak for all from the start, or none where this has a cure.
fn twin(settings: &Settings) -> Option<Plan> {
    let cure = match settings.get(controls::CURE) {
        Cure::None => Cure::Leak,
        _ => Cure::None,
    };
    Some(Plan {
        activation: made_of(settings, cure)?,
        leak: None,
        ..plan(settings)?
    })
}

fn made_of(settings: &Settings, cure: Cure) -> Option<Activation> {
    let alpha = settings.get(controls::ALPHA);
    match cure {
        Cure::Leak => Activation::new(Kind::LeakyRelu).with("alpha", alpha).ok(),
        Cure::Gelu => Some(Activation::new(Kind::Gelu)),
        Cure::None => Some(Activation::new(Kind::Relu)),
    }
}

fn draw(shown: &Shown, scene: &Scene) -> View {
    let mut plots = shown.plots(&[
        ("plane", &|| plane::plane(scene)),
        ("inputs", &|| inputs::inputs(scene)),
        ("history", &|| history::history(scene)),
    ]);
    // Where nobody asks for it by name, the sentence says enough of it.
    plots.extend(shown.wants("loss", false).then(|| loss::loss(scene)));
    View {
        plots,
        legend: plane::legend(scene),
        readouts: words::readouts(scene),
        formulas: autopsy::formulas(scene),
        summary: text::summary(scene),
        table: words::table(scene),
        measures: measures::list(scene),
        ..View::default()
    }
}

/// A unit as people count it.
fn name(unit: usize) -> String {
    names::unit(unit + 1)
}
