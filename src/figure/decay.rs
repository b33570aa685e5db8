//! `decay`: the live chain, and where its gradient goes.

mod controls;
mod plots;
mod words;

use super::settings::Settings;
use super::style::{Styled, styled, takes_alpha};
use super::view::*;
use super::{Figure, Layout};
use crate::model::chain::{Chain, Lens, Precision};

/// The figure `decay`.
pub const FIGURE: Figure = Figure {
    id: "decay",
    title: "The gradient shrinks at every layer it crosses",
    lead: "A chain of neurons, one per layer. Make it deeper and watch what reaches layer 1.",
    controls: controls::CONTROLS,
    layout: Layout::Above,
    draft: |settings, _| view(settings),
    shown: |settings, id| match id {
        "alpha" => takes_alpha(settings),
        _ => true,
    },
    actions: &[],
    player: None,
};

/// One activation's chain with its look.
struct Run {
    style: Styled,
    chain: Chain,
}

fn view(settings: &Settings) -> View {
    let depth = settings.number("depth") as usize;
    let runs: Vec<Run> = styled(settings)
        .into_iter()
        .map(|style| Run {
            chain: Chain::new(
                style.activation,
                depth,
                settings.number("weight"),
                settings.number("bias"),
                settings.number("input"),
            ),
            style,
        })
        .collect();
    let Some(first) = runs.first() else {
        return View::default();
    };
    let layer = (settings.number("layer") as usize).clamp(1, depth);
    let lenses = lenses(first, settings.choice("precision"));
    View {
        plots: vec![
            plots::gradient_plot(&runs, &lenses, layer),
            plots::split_plot(first, layer),
        ],
        legend: legend(&runs),
        readouts: words::readouts(&runs, &lenses),
        formulas: vec![
            words::product_formula(first, layer),
            words::split_formula(first, layer),
        ],
        summary: words::summary(first),
        table: table(&runs),
        ..View::default()
    }
}

fn lenses(run: &Run, chosen: &str) -> Vec<(Precision, Lens)> {
    Precision::ALL
        .into_iter()
        .filter(|precision| chosen == "all" || chosen == precision.id())
        .map(|precision| (precision, run.chain.lens(precision)))
        .collect()
}

fn legend(runs: &[Run]) -> Vec<Key> {
    let mut keys: Vec<Key> = runs
        .iter()
        .enumerate()
        // The first activation's gradients are bars, the others are lines.
        .map(|(i, Run { style, .. })| match i {
            0 => Key::fill(&style.name, style.ink),
            _ => Key::stroke(&style.name, style.ink, style.dash),
        })
        .collect();
    let bound = "bound (|w|·max|f′|) per layer";
    keys.push(Key::stroke(bound, Ink::Muted, Dash::Dashed));
    keys.push(Key::fill("f′ part", Ink::Slope));
    keys.push(Key::fill("weight part", Ink::Weight));
    keys
}

/// One row for each layer of each activation's chain, which the first column names.
fn table(runs: &[Run]) -> Table {
    let columns = "activation,layer,z,a,f_prime,dL_da,dL_dz,dL_dw,dL_db,log10_abs_dL_dz";
    Table {
        columns: columns.split(',').map(str::to_owned).collect(),
        rows: runs.iter().flat_map(rows).collect(),
    }
}

fn rows(run: &Run) -> impl Iterator<Item = Vec<Cell>> + '_ {
    let name = &run.style.column;
    let layers = run.chain.layers.iter().enumerate();
    layers.map(move |(index, layer)| {
        vec![
            Cell::Text(name.clone()),
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
