//! `layers`: a real random network before its first step, layer by layer.

mod actions;
mod both;
mod controls;
mod course;
mod critical;
mod density;
mod formulas;
mod labels;
mod measures;
mod names;
mod network;
mod norms;
mod now;
mod pairs;
mod phase;
mod plane;
mod table;
mod text;
mod verdict;
mod words;
mod work;

use super::style::{Styled, styled};
use super::{Draft, Figure, Layout, Memory, NamedScene, Progress};
use crate::model::spread::forecast::Theory;
use crate::model::spread::{Plan, Spread};
use crate::state::{Choice, Settings, Shown};
use crate::view::pending;
use crate::view::*;
use controls::Show;
use critical::Critical;
use pairs::Pairs;
use plane::Plane;
use verdict::{Norm, Saying};
use work::{Answer, Kept};

/// The figure `layers`.
pub const FIGURE: Figure = Figure {
    id: "layers",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Lead,
    plots: &["gradients", "z", "a", "both", "network", "norms", "phase"],
    one_of: &["gradients", "z", "a", "both", "network"],
    scenes: &[
        NamedScene {
            id: "gradients",
            title: labels::SCENE_GRADIENTS,
            link: "plots=gradients&controls=gain&parts=title,sentence",
        },
        NamedScene {
            id: "network",
            title: labels::SCENE_NETWORK,
            link: "activation=sigmoid&plots=network&controls=depth&parts=title,sentence",
        },
        NamedScene {
            id: "both",
            title: labels::SCENE_BOTH,
            link: "plots=both&controls=gain&parts=title,sentence",
        },
        NamedScene {
            id: "map",
            title: labels::SCENE_MAP,
            link: "plots=phase&controls=gain&parts=title,sentence",
        },
    ],
    draws: Some(view),
    actions: actions::ACTIONS,
    player: None,
    measures: measures::MEASURES,
    by_layer: Some(&now::BY_LAYER),
};

/// What all the parts of the figure need.
struct Scene<'a> {
    /// The network that is drawn; not yet the one of the settings where `progress` says so.
    answer: &'a Answer,
    plane: &'a Plane,
    /// What the theory says of two inputs; only asked for where both directions are shown.
    pairs: &'a Pairs,
    /// What the theory says of what the settings ask for.
    theory: &'a Theory,
    /// What the settings ask for.
    asked: Plan,
    /// Whether layer norm is asked for, and whether it does anything.
    norm: Norm,
    /// At which weight scale that would be critical.
    critical: Critical,
    /// How much is done of what the settings ask for, 0 to 1, while it is worked out.
    progress: Option<f64>,
    /// The layer that is looked at, from 0.
    layer: usize,
    show: Show,
}

impl Scene<'_> {
    fn spread(&self) -> &Spread {
        &self.answer.spread
    }

    /// The plan of the network that is drawn.
    fn plan(&self) -> &Plan {
        self.spread().plan()
    }

    /// Whether the activation is fed the sums z as they are; with layer norm they are normalised first.
    fn is_fed_the_sums(&self) -> bool {
        !self.plan().layer_norm
    }

    fn style(&self) -> &Styled {
        &self.answer.style
    }

    /// log₁₀ of ‖∂L/∂z_1‖ over that of the last layer, as measured; NaN as long as it is not known.
    fn measured_share(&self) -> f64 {
        if !self.spread().is_finished() {
            return f64::NAN;
        }
        share(
            self.spread()
                .layers()
                .iter()
                .map(|layer| layer.log10_norm()),
        )
    }

    /// The same, as expected.
    fn expected_share(&self) -> f64 {
        share(self.answer.expected.iter().map(|layer| layer.log10_norm))
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

fn view(settings: &Settings, shown: &Shown, memory: &mut Memory) -> Draft {
    let Some(style) = styled(settings).into_iter().next() else {
        return Draft::default();
    };
    let asked = plan(settings, &style);
    let named = shown.named(Show::IDS);
    let named = named.and_then(|id| Show::ALL.iter().find(|show| show.id() == id));
    let show = named.copied().unwrap_or(settings.get(controls::SHOW));
    let budget = memory.budget;
    memory.with(
        |_: &Kept| true,
        || Kept::new(asked),
        |kept| match kept.work(asked, style, show, shown.wants("phase", true), budget) {
            None => Draft {
                view: View {
                    measures: pending(measures::MEASURES),
                    ..View::default()
                },
                progress: Progress::Working(0.0),
                halt: None,
            },
            Some(work) => Draft {
                progress: match work.pending {
                    true => Progress::Working(work.progress.unwrap_or(0.0)),
                    false => Progress::Done,
                },
                halt: None,
                view: draw(
                    shown,
                    &Scene {
                        answer: work.answer,
                        plane: work.plane,
                        pairs: work.pairs,
                        theory: work.theory,
                        critical: Critical::of(&asked, work.theory.critical_gains()),
                        asked,
                        norm: Norm::of(settings),
                        progress: work.progress,
                        layer: settings
                            .get(controls::LAYER)
                            .clamp(1, work.answer.spread.plan().depth)
                            - 1,
                        show,
                    },
                ),
            },
        },
    )
}

fn plan(settings: &Settings, style: &Styled) -> Plan {
    Plan {
        activation: style.activation,
        gain: settings.get(controls::GAIN),
        bias_std: settings.get(controls::BIAS_STD),
        depth: settings.get(controls::DEPTH),
        width: settings.get(controls::WIDTH),
        batch: settings.get(controls::BATCH),
        residual: settings.get(controls::RESIDUAL),
        layer_norm: Norm::of(settings) == Norm::On,
        seed: settings.get(controls::SEED),
    }
}

fn draw(shown: &Shown, scene: &Scene) -> View {
    View {
        plots: shown.plots(&[
            (scene.show.id(), &|| match scene.show {
                Show::Both => both::both(scene),
                Show::Network => network::network(scene),
                _ => density::density(scene),
            }),
            ("norms", &|| norms::norms(scene)),
            ("phase", &|| phase::phase(scene)),
        ]),
        legend: words::legend(scene),
        readouts: words::readouts(scene),
        deeper: words::deeper(scene),
        formulas: formulas::formulas(scene),
        summary: text::summary(scene, &Saying::of(scene)),
        table: table::table(scene),
        measures: measures::list(scene),
        ..View::default()
    }
}

/// The axis of layers.
fn layer_axis(depth: usize) -> Axis {
    Axis {
        label: super::text::LAYER.read(),
        min: 0.5,
        max: depth as f64 + 0.5,
        scale: Scale::Count,
    }
}
