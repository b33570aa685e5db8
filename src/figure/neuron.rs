//! `neuron`: one neuron with its numbers, from the inputs to the output.

mod controls;
mod curve;
mod diagram;
mod formulas;
mod labels;
mod measures;
mod plane;
#[cfg(test)]
mod tests;
mod text;
mod verdict;
mod words;

use super::style::{Styled, styled};
use super::{Figure, Id, Layout, NamedScene};
use crate::model::neuron::Neuron;
use crate::state::{Settings, Shown};
use crate::view::*;
use verdict::Verdict;

/// The figure `neuron`.
pub const FIGURE: Figure = Figure {
    id: "neuron",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Lead,
    plots: &["diagram", "curve", "plane"],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "sum",
            title: labels::SCENE_SUM,
            link: "plots=diagram&controls=x1&parts=title,sentence",
        },
        NamedScene {
            id: "curve",
            title: labels::SCENE_CURVE,
            link: "plots=curve&controls=b&parts=title,sentence",
        },
        NamedScene {
            id: "plane",
            title: labels::SCENE_PLANE,
            link: "plots=plane&controls=b",
        },
    ],
    draws: Some(|settings, shown, _| view(settings, shown).into()),
    actions: &[],
    player: None,
    measures: measures::MEASURES,
    by_layer: None,
};

/// What all the parts of the figure need.
struct Scene {
    neuron: Neuron,
    style: Styled,
}

impl Scene {
    fn count(&self) -> usize {
        self.neuron.inputs.len()
    }
}

fn view(settings: &Settings, shown: &Shown) -> View {
    let Some(style) = styled(settings).into_iter().next() else {
        return View::default();
    };
    let values = |ids: [Id<f64>; 4]| -> Vec<f64> {
        let present = ids.into_iter().take(controls::count(settings));
        present.map(|id| settings.get(id)).collect()
    };
    let (inputs, weights) = (values(controls::INPUTS), values(controls::WEIGHTS));
    let bias = settings.get(controls::BIAS);
    let scene = Scene {
        neuron: Neuron::new(style.activation, &inputs, &weights, bias),
        style,
    };
    let (surface, ramp) = plane::surface(&scene);
    View {
        plots: shown.plots(&[
            ("diagram", &|| diagram::diagram(&scene)),
            ("curve", &|| curve::curve(&scene)),
            ("plane", &|| surface.clone()),
        ]),
        legend: legend(ramp),
        readouts: words::readouts(&scene),
        formulas: formulas::formulas(&scene),
        summary: text::summary(&Verdict::of(&scene.neuron), &scene.neuron, &scene.style),
        table: words::table(&scene),
        measures: measures::list(&scene),
        ..View::default()
    }
}

/// What is not named in the pictures themselves.
fn legend(ramp: Option<Ramp>) -> Vec<Key> {
    let mut keys = vec![
        Key::stroke("w > 0", diagram::ABOVE.0, diagram::ABOVE.1),
        Key::stroke("w < 0", diagram::BELOW.0, diagram::BELOW.1),
        Key::stroke("f′", Ink::Handle, Dash::Solid),
    ];
    keys.extend(ramp.map(|ramp| Key::new("a", Look::Ramp(ramp))));
    keys
}

/// A numbered name: `x₁`.
fn indexed(name: &str, index: usize) -> String {
    const DIGITS: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let digits = (index + 1).to_string();
    let lower = digits.chars().filter_map(|c| c.to_digit(10));
    format!(
        "{name}{}",
        lower
            .map(|digit| DIGITS[digit as usize])
            .collect::<String>()
    )
}
