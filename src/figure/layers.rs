//! `layers`: a real random network before its first step, layer by layer.

mod controls;
mod critical;
mod density;
mod formulas;
mod norms;
mod phase;
mod plane;
mod table;
mod words;

use super::settings::Settings;
use super::style::{Styled, styled, takes_alpha};
use super::view::*;
use super::{Figure, Layout, Memory};
use crate::model::spread::forecast::{self, Expected};
use crate::model::spread::{Plan, Spread};
use plane::Plane;

/// The figure `layers`.
pub const FIGURE: Figure = Figure {
    id: "layers",
    title: "Random weights decide how much comes back",
    lead: "A network before its first step. Change the scale of its weights, or drag the point over the map, and see what comes back to layer 1.",
    controls: controls::CONTROLS,
    layout: Layout::Lead,
    draft: view,
    shown: |settings, id| match id {
        "alpha" => takes_alpha(settings),
        _ => true,
    },
    actions: controls::ACTIONS,
    player: None,
};

/// What is kept from one view to the next.
struct Kept {
    spread: Spread,
    expected: Vec<Expected>,
    plane: Plane,
}

/// What all the parts of the figure need.
struct Scene<'a> {
    style: Styled,
    spread: &'a Spread,
    plane: &'a Plane,
    /// What the theory expects of each layer.
    expected: &'a [Expected],
    /// The layer that is looked at, from 0.
    layer: usize,
    show: Show,
}

/// Of which numbers the large plot shows the distribution.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Gradients,
    PreActivations,
    Activations,
}

impl Scene<'_> {
    fn plan(&self) -> &Plan {
        self.spread.plan()
    }

    /// log₁₀ of ‖∂L/∂z_1‖ over that of the last layer, as measured; NaN as long as it is not known.
    fn measured_share(&self) -> f64 {
        if !self.spread.is_finished() {
            return f64::NAN;
        }
        share(self.spread.layers().iter().map(|layer| layer.log10_norm()))
    }

    /// The same, as expected.
    fn expected_share(&self) -> f64 {
        share(self.expected.iter().map(|layer| layer.log10_norm))
    }

    /// The geometric mean of the factors between neighbouring layers, from their product's logarithm; NaN where there is only one layer.
    fn per_layer(&self, log10_share: f64) -> f64 {
        match self.plan().depth {
            0 | 1 => f64::NAN,
            depth => libm::pow(10.0, log10_share / (depth - 1) as f64),
        }
    }
}

/// What the first of some logarithms exceeds the last by; where both are an exact 0, or overflowed, there is no telling.
fn share(logarithms: impl DoubleEndedIterator<Item = f64> + Clone) -> f64 {
    match (logarithms.clone().next(), logarithms.last()) {
        (Some(first), Some(last)) => first - last,
        _ => f64::NAN,
    }
}

fn view(settings: &Settings, memory: &mut Memory) -> View {
    let Some(style) = styled(settings).into_iter().next() else {
        return View::default();
    };
    let plan = plan(settings, &style);
    let patience = memory.patience;
    memory.with(
        |_: &Kept| true,
        || Kept {
            spread: Spread::new(plan),
            expected: forecast::forecast(&plan),
            plane: Plane::new(plan),
        },
        |kept| {
            if *kept.spread.plan() != plan {
                let before = std::mem::replace(&mut kept.spread, Spread::new(plan));
                kept.spread.reuse(before);
                kept.expected = forecast::forecast(&plan);
            }
            kept.plane.adapt(plan);
            let mut is_over = || patience.is_over();
            let finished = kept.spread.advance(&mut is_over) && kept.plane.advance(&mut is_over);
            let scene = Scene {
                expected: &kept.expected,
                layer: (settings.number("layer") as usize).clamp(1, plan.depth) - 1,
                show: match settings.choice("show") {
                    "z" => Show::PreActivations,
                    "a" => Show::Activations,
                    _ => Show::Gradients,
                },
                spread: &kept.spread,
                plane: &kept.plane,
                style,
            };
            View {
                pending: !finished,
                ..draw(&scene)
            }
        },
    )
}

fn plan(settings: &Settings, style: &Styled) -> Plan {
    Plan {
        activation: style.activation,
        gain: settings.number("gain"),
        bias_std: settings.number("bias_std"),
        depth: settings.number("depth") as usize,
        width: settings.number("width") as usize,
        batch: settings.number("batch") as usize,
        residual: settings.is_on("residual"),
        layer_norm: settings.is_on("layer_norm"),
        seed: settings.number("seed") as u64,
    }
}

fn draw(scene: &Scene) -> View {
    View {
        plots: vec![
            density::density(scene),
            norms::norms(scene),
            phase::phase(scene),
        ],
        legend: words::legend(scene),
        readouts: words::readouts(scene),
        formulas: formulas::formulas(scene),
        summary: words::summary(scene),
        table: table::table(scene),
        ..View::default()
    }
}

/// The axis of layers.
fn layer_axis(depth: usize) -> Axis {
    Axis {
        label: "layer".to_owned(),
        min: 0.5,
        max: depth as f64 + 0.5,
        scale: Scale::Count,
    }
}
