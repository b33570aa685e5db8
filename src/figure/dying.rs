//! `dying`: a ReLU layer in training, its units dying one by one.

mod autopsy;
mod controls;
mod history;
mod inputs;
mod measures;
mod plane;
mod words;

use super::settings::Settings;
use super::view::*;
use super::{Figure, Layout, Memory, Player};
use crate::model::population::{Leak, Plan, Population};

/// The figure `dying`.
pub const FIGURE: Figure = Figure {
    id: "dying",
    title: "A unit that is never on can never learn again",
    lead: "A layer of ReLU units learns for real. Press Play, and choose a unit to see how it fares.",
    controls: controls::CONTROLS,
    layout: Layout::Aside,
    draft: view,
    shown: |settings, id| match id {
        "leaky_unit" => settings.choice("leak") == "one",
        "leak_step" => settings.choice("leak") != "none",
        _ => true,
    },
    actions: controls::ACTIONS,
    player: Some(Player {
        step: "step",
        speed: "speed",
    }),
    measures: measures::MEASURES,
};

/// The standard deviation of the points' noise.
const NOISE: f64 = 0.1;

/// What all the parts of the figure need. Steps and units as the model counts them.
struct Scene<'a> {
    population: &'a Population,
    /// The step that is shown, or the last that there is.
    step: usize,
    /// The unit that is looked at, from 0.
    unit: usize,
}

fn view(settings: &Settings, memory: &mut Memory) -> View {
    let Some(plan) = plan(settings) else {
        return View::default();
    };
    let step = settings.number("step") as usize;
    let unit = settings.number("unit") as usize - 1;
    let patience = memory.patience;
    memory.with(
        |kept: &Option<Population>| kept.as_ref().is_some_and(|run| *run.plan() == plan),
        // Every plan that the controls allow has a shape that fits.
        || Population::new(plan).ok(),
        |population| match population {
            Some(population) => {
                let is_there = population.advance(step, &mut || patience.is_over());
                let reached = population.moments(step).len() - 1;
                let view = draw(&Scene {
                    population,
                    step: reached,
                    unit,
                });
                match is_there {
                    true => view,
                    false => View {
                        summary: words::progress(reached, step),
                        pending: true,
                        progress: reached as f64 / step as f64,
                        ..view
                    },
                }
            }
            None => View::default(),
        },
    )
}

/// What the settings say of the run; all but `step`, `unit` and `speed`.
fn plan(settings: &Settings) -> Option<Plan> {
    let leak = match settings.choice("leak") {
        "one" => Some(Some(settings.number("leaky_unit") as usize - 1)),
        "all" => Some(None),
        _ => None,
    };
    Some(Plan {
        data: settings.choice("data").parse().ok()?,
        points: controls::POINTS,
        noise: NOISE,
        width: settings.number("width") as usize,
        learning_rate: settings.number("rate"),
        batch: settings.number("batch") as usize,
        bias: settings.number("bias"),
        seed: settings.number("seed") as u64,
        leak: leak.map(|unit| Leak {
            unit,
            step: settings.number("leak_step") as usize,
            alpha: settings.number("alpha"),
        }),
    })
}

fn draw(scene: &Scene) -> View {
    View {
        plots: vec![
            plane::plane(scene),
            inputs::inputs(scene),
            history::history(scene),
        ],
        legend: plane::legend(scene),
        readouts: words::readouts(scene),
        formulas: autopsy::formulas(scene),
        summary: words::summary(scene),
        table: words::table(scene),
        measures: measures::list(scene),
        ..View::default()
    }
}

/// A unit as people count it.
fn name(unit: usize) -> String {
    format!("unit {}", unit + 1)
}
