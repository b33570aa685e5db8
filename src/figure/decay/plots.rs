//! The upper picture of `decay`: what arrives at each layer; and what both pictures are drawn with.

use super::Run;
use super::controls::{self, Lenses};
use super::measures::DecayMeasures;
use super::ruler::Ruler;
use super::text;
use super::zeros::Factor;
use crate::language::Text;
use crate::view::*;

/// Decades that the logarithmic picture always shows below 1: beyond the sixteenth, adding a gradient to a weight of 1 changes nothing in double precision.
const FOOT: f64 = 16.0;

pub fn layer_axis(depth: usize) -> Axis {
    Axis {
        label: super::super::text::LAYER.read(),
        min: 0.5,
        max: depth as f64 + 0.5,
        scale: Scale::Count,
    }
}

/// The ruler of the gradients of all chains.
pub fn ruler(runs: &[Run], linear: bool) -> Ruler {
    let truth = runs.iter().flat_map(log10);
    match linear {
        true => Ruler::linear(truth),
        // The bound is a ghost: it may not push the truth into a corner.
        false => Ruler::log(FOOT, truth).with_ghosts(runs[0].chain.log10_bounds().into_iter()),
    }
}

fn log10(run: &Run) -> Vec<f64> {
    let layers = run.chain.layers.iter();
    layers.map(|l| l.dl_dz.log10_abs()).collect()
}

pub fn gradient_plot(
    runs: &[Run],
    ruler: Ruler,
    measures: &DecayMeasures,
    chosen: Lenses,
    layer: usize,
) -> Plot {
    let first = &runs[0];
    let logs: Vec<Vec<f64>> = runs.iter().map(log10).collect();
    let bounds = first.chain.log10_bounds();
    let placed = |logs: &[f64]| -> Vec<f64> { logs.iter().map(|&v| ruler.place(v)).collect() };
    let known = logs[0].iter().enumerate().filter(|(_, v)| v.is_finite());
    let mut marks = vec![
        level(ruler),
        focus_band(layer),
        // Bars stand on the foot, so that less gradient is a shorter bar.
        bars(text::GRADIENT, first.style.ink, {
            known.map(|(i, &v)| (i, ruler.foot(), ruler.place(v)))
        }),
    ];
    if bounds.iter().all(|b| b.is_finite()) {
        let look = (Ink::Muted, Dash::Dashed);
        let name = text::BOUND.read();
        marks.push(layer_line(&name, look, &placed(&bounds), &name));
    }
    for (run, logs) in runs.iter().zip(&logs).skip(1) {
        let look = (run.style.ink, run.style.dash);
        let places = placed(logs);
        marks.push(layer_line(&run.style.name, look, &places, &run.style.short));
    }
    for (run, series) in runs.iter().zip(&measures.series) {
        let (exact, range) = (&series.zeros.exact, &series.zeros.range);
        for (whose, layers) in Factor::ZEROS.into_iter().zip([exact, range]) {
            let name = text::zeros(&run.style.name, whose);
            marks.extend(zeros(name, run.style.ink, layers));
        }
    }
    let lenses = measures.shown_lenses(chosen);
    marks.extend(lenses.iter().filter_map(|(precision, lens)| {
        let (at, what) = match (lens.zero_at, lens.infinite_at) {
            (Some(at), _) => (at, "0"),
            (None, Some(at)) => (at, "∞"),
            (None, None) => return None,
        };
        Some(Mark::Rule {
            ink: Ink::Alarm,
            dash: Dash::Dotted,
            along: Direction::X,
            at: at as f64 + 0.5,
            label: format!("{} = {what}", precision.id()),
        })
    }));
    Plot {
        id: "gradient",
        title: text::ARRIVING.read(),
        x: layer_axis(logs[0].len()),
        y: ruler.axis(text::ARRIVES),
        marks,
        framing: Framing::Axes,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 3.0,
    }
}

/// Marks at these layers, if there are any.
pub fn zeros(name: String, ink: Ink, layers: &[usize]) -> Option<Mark> {
    let at: Vec<f64> = layers.iter().map(|&layer| layer as f64).collect();
    (!at.is_empty()).then_some(Mark::Zeros { name, ink, at })
}

/// The level of 1: what the output is sent, and a factor that changes nothing.
pub fn level(ruler: Ruler) -> Mark {
    Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along: Direction::Y,
        at: ruler.place(0.0),
        label: String::new(),
    }
}

pub fn focus_band(layer: usize) -> Mark {
    Mark::Band {
        name: text::layer(layer),
        ink: Ink::Handle,
        along: Direction::X,
        from: layer as f64 - 0.5,
        to: layer as f64 + 0.5,
        hatched: false,
        label: String::new(),
    }
}

/// One bar for each layer: its index, where it stands, where it ends.
pub fn bars(name: Text, ink: Ink, bars: impl Iterator<Item = (usize, f64, f64)>) -> Mark {
    let bar = |(index, from, to)| Bar {
        x: (index + 1) as f64,
        from,
        to,
    };
    Mark::Bars {
        name: name.read(),
        ink,
        width: 0.8,
        faint: false,
        bars: bars.map(bar).collect(),
    }
}

pub fn layer_line(name: &str, (ink, dash): (Ink, Dash), values: &[f64], label: &str) -> Mark {
    let mut pieces: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    for (index, &value) in values.iter().enumerate() {
        match (value.is_finite(), pieces.last_mut()) {
            (true, Some(piece)) => piece.push([(index + 1) as f64, value]),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    Mark::Line {
        name: name.to_owned(),
        ink,
        dash,
        width: 1.0,
        pieces,
        label: label.to_owned(),
    }
}
