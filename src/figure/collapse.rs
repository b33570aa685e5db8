//! `collapse`: many layers beside the one layer that they are, until something bends between them.

mod controls;
mod crease;
mod formulas;
mod labels;
mod legend;
mod measures;
mod plots;
mod range;
mod table;
mod text;
mod trace;
mod verdict;
mod words;

use super::style::{Styled, styled};
use super::{Action, Figure, Layout, NamedScene};
use crate::model::activation::Kind;
use crate::model::collapse::{self, Affine, Bend, Deep, Miss};
use crate::state::{Settings, Shown, Written};
use crate::view::*;
use controls::is_identity;
use verdict::Saying;

/// The figure `collapse`.
pub const FIGURE: Figure = Figure {
    id: "collapse",
    title: labels::TITLE,
    lead: labels::LEAD,
    controls: controls::CONTROLS,
    layout: Layout::Aside,
    plots: &["plane", "line"],
    one_of: &[],
    scenes: &[
        NamedScene {
            id: "plane",
            title: labels::SCENE_PLANE,
            link: "plots=plane&controls=depth",
        },
        NamedScene {
            id: "line",
            title: labels::SCENE_LINE,
            link: "activation=tanh&plots=line&controls=t&parts=title,sentence",
        },
    ],
    draws: Some(|settings, shown, _| view(settings, shown).into()),
    actions: ACTIONS,
    player: None,
    measures: measures::MEASURES,
    by_layer: None,
};

/// What "put a bend in" puts in.
const BEND: Kind = Kind::Tanh;

/// What it takes out again to.
const STRAIGHT: Kind = Kind::Identity;

const ACTIONS: &[Action] = &[
    Action {
        id: "bend",
        label: |settings| text::bend(is_identity(settings)),
        help: labels::BEND_HELP,
        is_open: |_| true,
        act: |settings| {
            let other = if is_identity(settings) {
                BEND
            } else {
                STRAIGHT
            };
            settings.put(controls::ACTIVATION, vec![Written::plain(other)]);
        },
    },
    Action {
        id: "another",
        label: |_| labels::ANOTHER.read(),
        help: labels::ANOTHER_HELP,
        is_open: |_| true,
        act: |settings| {
            let seed = settings.get(controls::SEED);
            settings.put(controls::SEED, seed + 1);
            if settings.get(controls::SEED) == seed {
                settings.put(controls::SEED, 1);
            }
        },
    },
];

/// The ends of the line's inputs, and of the plane's in both directions.
const LINE: [f64; 2] = [-3.0, 3.0];
const PLANE: [f64; 2] = [-2.0, 2.0];
/// How many inputs of the line are compared.
const LINE_POINTS: usize = 241;
/// How many lines the grid has each way; its crossings are compared.
const GRID_LINES: usize = 13;

/// What all the parts of the figure need.
struct Scene {
    style: Styled,
    t: f64,
    x: f64,
    line: Net,
    plane: Net,
}

/// A deep network, the single layer beside it, and how far they are apart on some inputs.
struct Net {
    deep: Deep,
    /// How many of the layers are looked at.
    count: usize,
    inputs: Vec<Vec<f64>>,
    outputs: Vec<Vec<f64>>,
    /// The product of the layers if they are affine, the map onto the one point where all outputs are one, the best affine map otherwise.
    single: Affine,
    state: State,
    miss: Miss,
}

/// How a deep network and its single layer relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing stands between the layers: they are one.
    Same,
    /// All inputs give one output.
    Constant,
    /// The activation acts, and is itself a straight line: one layer does it for all inputs.
    Linear,
    /// The activation acts, but on these inputs only where it is straight.
    Straight,
    /// No single layer does it.
    Bent,
    /// Something is not a number, or infinite.
    Broken,
}

/// A difference below this share of the spread is rounding.
const ROUNDING: f64 = 1e-10;

/// Stretches of t; they grow short towards 1, where a squashing activation makes everything small.
const STRETCHES: [f64; 8] = [0.0, 0.2, 0.4, 0.6, 0.75, 0.85, 0.93, 1.0];

impl Net {
    fn new(deep: Deep, count: usize, inputs: Vec<Vec<f64>>) -> Net {
        let outputs: Vec<Vec<f64>> = inputs.iter().map(|x| deep.run_to(count, x)).collect();
        let same = deep.is_affine(count);
        let single = if same {
            deep.collapsed(count)
        } else {
            collapse::best(&inputs, &outputs)
        };
        let miss = collapse::miss(&single, &inputs, &outputs);
        let state = match miss {
            _ if !miss.largest.is_finite() => State::Broken,
            _ if same => State::Same,
            _ if miss.spread == 0.0 => State::Constant,
            _ if verdict::is_straight(&deep.bend.activation) => State::Linear,
            _ if miss.share() < ROUNDING => State::Straight,
            _ => State::Bent,
        };
        // The best map of one point has roundings for weights.
        let (single, miss) = match (state, outputs.first()) {
            (State::Constant, Some(point)) => {
                let onto = Affine::new(vec![0.0; single.weights.len()], point.clone());
                let miss = collapse::miss(&onto, &inputs, &outputs);
                (onto, miss)
            }
            _ => (single, miss),
        };
        Net {
            deep,
            count,
            inputs,
            outputs,
            single,
            state,
            miss,
        }
    }

    /// The outputs at the ends of the stretch of t in which t lies, so that a range that holds them too stays while t moves through the stretch.
    fn nearby(&self) -> Vec<Vec<f64>> {
        let t = self.deep.bend.t;
        let stretch = STRETCHES
            .windows(2)
            .find(|ends| ends[0] < t && t < ends[1] && !self.is_one());
        let mut found = Vec::new();
        for &t in stretch.unwrap_or_default() {
            let mut deep = self.deep.clone();
            deep.bend.t = t;
            found.extend(self.inputs.iter().map(|x| deep.run_to(self.count, x)));
        }
        found
    }

    fn is_one(&self) -> bool {
        self.state == State::Same
    }

    fn depth(&self) -> usize {
        self.deep.layers.len()
    }
}

/// The place of the `index`-th of `count` points that divide a range evenly.
fn place([from, to]: [f64; 2], index: usize, count: usize) -> f64 {
    from + (to - from) * index as f64 / (count - 1) as f64
}

fn view(settings: &Settings, shown: &Shown) -> View {
    let Some(style) = styled(settings).into_iter().next() else {
        return View::default();
    };
    let depth = settings.get(controls::DEPTH);
    let after = settings.get(controls::AFTER).min(depth);
    let (seed, t) = (settings.get(controls::SEED), settings.get(controls::T));
    let bend = Bend {
        activation: style.activation,
        t,
    };
    let line = Deep {
        layers: collapse::line(seed, depth),
        bend,
    };
    let plane = Deep {
        layers: collapse::plane(seed, depth),
        bend,
    };
    let along_line = |index| vec![place(LINE, index, LINE_POINTS)];
    let crossing = |index| {
        let at = |index| place(PLANE, index, GRID_LINES);
        vec![at(index % GRID_LINES), at(index / GRID_LINES)]
    };
    let crossings = (0..GRID_LINES * GRID_LINES).map(crossing).collect();
    let scene = Scene {
        style,
        t,
        x: settings.get(controls::X),
        line: Net::new(line, depth, (0..LINE_POINTS).map(along_line).collect()),
        plane: Net::new(plane, after, crossings),
    };
    View {
        plots: shown.plots(&[
            ("plane", &|| plots::plane(&scene)),
            ("line", &|| plots::line(&scene)),
        ]),
        legend: legend::legend(&scene),
        readouts: words::readouts(&scene),
        formulas: formulas::formulas(&scene),
        summary: text::summary(&scene, Saying::of(&scene)),
        table: table::table(&scene),
        measures: measures::list(&scene),
        ..View::default()
    }
}
