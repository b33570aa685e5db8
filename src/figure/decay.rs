//! `decay`: the live chain, and where its gradient goes.

mod controls;
mod factors;
mod labels;
mod measures;
mod network;
mod now;
mod plots;
mod ruler;
#[cfg(test)]
mod tests;
mod text;
mod verdict;
mod words;
mod zeros;

use super::style::{Styled, styled};
use super::{Figure, Layout, NamedScene};
use crate::language::Text;
use crate::model::chain::Chain;
use crate::state::{Settings, Shown};
use crate::view::*;
use controls::Drawn;
use measures::DecayMeasures;
use network::Room;
use std::rc::Rc;
use verdict::DecayVerdict;
use zeros::Factor;

/// The figure `decay`.
pub const FIGURE: Figure = Figure {
    id: "decay",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Above,
    plots: &["network", "gradient", "factors"],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "network",
            title: labels::SCENE_NETWORK,
            link: "plots=network&controls=depth&parts=title,sentence",
        },
        NamedScene {
            id: "gradient",
            title: labels::SCENE_GRADIENT,
            link: "plots=gradient&controls=depth&parts=title,sentence",
        },
        NamedScene {
            id: "factors",
            title: labels::SCENE_FACTORS,
            link: "plots=factors&controls=weight&parts=title,sentence",
        },
    ],
    draws: Some(|settings, shown, _| view(settings, shown).into()),
    actions: &[],
    player: None,
    measures: measures::MEASURES,
    by_layer: Some(&now::BY_LAYER),
};

/// One activation's chain with its look.
struct Run {
    style: Styled,
    chain: Chain,
}

fn view(settings: &Settings, shown: &Shown) -> View {
    let depth = settings.get(controls::DEPTH);
    let runs: Vec<Run> = styled(settings)
        .into_iter()
        .map(|style| Run {
            chain: Chain::new(
                style.activation,
                depth,
                settings.get(controls::WEIGHT),
                settings.get(controls::BIAS),
                settings.get(controls::INPUT),
            ),
            style,
        })
        .collect();
    let Some(first) = runs.first() else {
        return View::default();
    };
    let layer = settings.get(controls::LAYER).clamp(1, depth);
    let measures = DecayMeasures::new(runs.iter().map(|run| &run.chain));
    let precision = settings.get(controls::PRECISION);
    let linear = settings.get(controls::VIEW) == Drawn::Linear;
    let (here, verdict) = (&measures.layers[layer - 1], DecayVerdict::of(&measures));
    let ruler = plots::ruler(&runs, linear);
    let others = ["gradient", "factors"];
    let room = match others.iter().any(|plot| shown.wants(plot, true)) {
        true => Room::Strip,
        false => Room::Alone,
    };
    let plots = shown.plots(&[
        ("network", &|| {
            network::network_plot(first, ruler, layer, room)
        }),
        ("gradient", &|| {
            plots::gradient_plot(&runs, ruler, &measures, precision, layer)
        }),
        ("factors", &|| {
            factors::factor_plot(first, &measures.layers, linear, layer)
        }),
    ]);
    View {
        legend: legend(&runs, &plots, linear),
        plots,
        readouts: words::readouts(&runs, &measures, precision),
        formulas: vec![
            words::product_formula(here, layer),
            words::split_formula(here, layer),
        ],
        summary: text::sentence(&verdict, &measures, &first.style.name),
        table: table(&runs),
        measures: measures.list(),
        ..View::default()
    }
}

fn legend(runs: &[Run], plots: &[Plot], linear: bool) -> Vec<Key> {
    let mut keys: Vec<Key> = runs
        .iter()
        .enumerate()
        // The first activation's gradients are bars, the others are lines.
        .map(|(i, Run { style, .. })| match i {
            0 => Key::fill(&style.name, style.ink).called("bars"),
            _ => Key::stroke(&style.name, style.ink, style.dash),
        })
        .collect();
    let marks = || plots.iter().flat_map(|plot| &plot.marks);
    let drawn = |wanted: &str| {
        marks().any(|mark| match mark {
            Mark::Line { name, pieces, .. } => name == wanted && !pieces.is_empty(),
            Mark::Bars { name, bars, .. } => name == wanted && !bars.is_empty(),
            _ => false,
        })
    };
    if drawn(&text::BOUND.read()) {
        keys.push(Key::stroke(text::KEY_OF_BOUND, Ink::Muted, Dash::Dashed));
    }
    let factors = factors::legend(linear).into_iter();
    keys.extend(factors.filter(|key| drawn(&key.name)));
    let is_drawn = |whose: &Factor| {
        let chains = runs.iter().map(|run| text::zeros(&run.style.name, *whose));
        let names: Vec<String> = chains.chain([text::zero_factors(*whose)]).collect();
        marks().any(|mark| matches!(mark, Mark::Zeros { name, .. } if names.contains(name)))
    };
    let zeros: Vec<Factor> = Factor::ZEROS.into_iter().filter(is_drawn).collect();
    if !zeros.is_empty() {
        let cross = Look::Point {
            ink: Ink::Alarm,
            shape: Shape::Cross,
            hollow: false,
        };
        keys.push(Key::new(text::key_of_zeros(&zeros), cross));
    }
    keys
}

const COLUMNS: [(&str, Text); 10] = [
    ("activation", super::text::ACTIVATION),
    ("layer", super::text::LAYER),
    ("z", labels::HEAD_Z),
    ("a", labels::HEAD_A),
    ("f_prime", labels::HEAD_SLOPE),
    ("dL_da", labels::HEAD_GRADIENT_A),
    ("dL_dz", labels::HEAD_GRADIENT_Z),
    ("dL_dw", labels::HEAD_GRADIENT_W),
    ("dL_db", labels::HEAD_GRADIENT_B),
    ("log10_abs_dL_dz", labels::HEAD_DECADES),
];

/// One row for each layer of each activation's chain, which the first column names.
fn table(runs: &[Run]) -> Table {
    Table {
        columns: columns(&COLUMNS),
        rows: runs.iter().flat_map(rows).collect(),
    }
}

fn rows(run: &Run) -> impl Iterator<Item = Vec<Cell>> + '_ {
    let name = &run.style.column;
    let layers = run.chain.layers.iter().enumerate();
    layers.map(move |(index, layer)| {
        vec![
            Cell::Named(Rc::clone(name)),
            Cell::Text((index + 1).to_string()),
            Cell::Number(layer.z),
            Cell::Number(layer.a),
            Cell::Scaled(layer.slope),
            Cell::Scaled(run.chain.dl_da(index)),
            Cell::Scaled(layer.dl_dz),
            Cell::Scaled(layer.dl_dw()),
            Cell::Scaled(layer.dl_dz),
            Cell::Number(layer.dl_dz.log10_abs()),
        ]
    })
}
