//! The two pictures of `decay`: what arrives at each layer, and what each layer multiplies it by.

use super::super::view::*;
use super::Run;
use crate::model::chain::{Lens, Precision};
use crate::model::scaled::Scaled;

fn layer_axis(depth: usize) -> Axis {
    Axis {
        label: "layer".to_owned(),
        min: 0.5,
        max: depth as f64 + 0.5,
        scale: Scale::Count,
    }
}

/// The range of a decades axis that shows every finite value and 10⁰, with a little air.
fn decades_axis(values: impl Iterator<Item = f64>, label: &str) -> Axis {
    let (low, high) = values
        .filter(|v| v.is_finite())
        .fold((0.0f64, 0.0f64), |(low, high), v| (low.min(v), high.max(v)));
    let air = (0.06 * (high - low)).max(0.25);
    Axis {
        label: label.to_owned(),
        min: low - air,
        max: high + air,
        scale: Scale::Decades,
    }
}

fn log10_gradients(run: &Run) -> Vec<f64> {
    run.chain
        .layers
        .iter()
        .map(|l| l.dl_dz.log10_abs())
        .collect()
}

pub fn gradient_plot(runs: &[Run], lenses: &[(Precision, Lens)], layer: usize) -> Plot {
    let first = &runs[0];
    let depth = first.chain.layers.len();
    let logs: Vec<Vec<f64>> = runs.iter().map(log10_gradients).collect();
    let bounds = first.chain.log10_bounds();
    // The bound is a ghost: it may widen the frame threefold, not push the truth into a corner.
    let truth = decades_axis(logs.iter().flatten().copied(), "");
    let reach = 3.0 * (truth.max - truth.min);
    let shown = bounds.iter().copied().filter(|b| b.abs() <= reach);
    let y = decades_axis(
        logs.iter().flatten().copied().chain(shown),
        "|∂L/∂z|, the gradient that arrives",
    );
    let mut marks = vec![Mark::Rule {
        ink: Ink::Muted,
        dash: Dash::Solid,
        along: Direction::Y,
        at: 0.0,
        label: String::new(),
    }];
    marks.push(focus_band(layer));
    marks.push(bars("gradient", first.style.ink, false, 0.8, {
        // Bars stand on the foot, so that less gradient is a shorter bar.
        logs[0]
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: y.min,
                to: v,
            })
    }));
    if bounds.iter().all(|b| b.is_finite()) {
        marks.push(layer_line(
            "bound",
            Ink::Muted,
            Dash::Dashed,
            &bounds,
            "bound",
        ));
    }
    for (run, logs) in runs.iter().zip(&logs).skip(1) {
        marks.push(layer_line(
            &run.style.name,
            run.style.ink,
            run.style.dash,
            logs,
            run.style.short,
        ));
    }
    for (run, logs) in runs.iter().zip(&logs) {
        let at: Vec<f64> = (0..depth)
            .filter(|&i| logs[i] == f64::NEG_INFINITY)
            .map(|i| (i + 1) as f64)
            .collect();
        if !at.is_empty() {
            marks.push(Mark::Zeros {
                name: format!("{}: exactly 0", run.style.name),
                ink: run.style.ink,
                at,
            });
        }
    }
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
        title: "Gradient at each layer, output on the right".to_owned(),
        x: layer_axis(depth),
        y,
        marks,
        framing: Framing::Axes,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 3.0,
    }
}

pub fn split_plot(run: &Run, layer: usize) -> Plot {
    let chain = &run.chain;
    let depth = chain.layers.len();
    let weight = Scaled::new(chain.weight).log10_abs();
    let slopes: Vec<f64> = chain.layers.iter().map(|l| l.slope.log10_abs()).collect();
    // The last layer's gradient has crossed no weight.
    let weights: Vec<f64> = (1..=depth)
        .map(|l| if l < depth { weight } else { 0.0 })
        .collect();
    let slope_bars = bars("f′ part", Ink::Slope, false, 0.8, {
        slopes
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: 0.0,
                to: v,
            })
    });
    let start = |i: usize| {
        let same_side = slopes[i].is_finite() && slopes[i] * weights[i] > 0.0;
        if same_side { slopes[i] } else { 0.0 }
    };
    let weight_bars = bars("weight part", Ink::Weight, false, 0.8, {
        weights
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_finite())
            .map(|(i, &v)| Bar {
                x: (i + 1) as f64,
                from: start(i),
                to: start(i) + v,
            })
    });
    let reach = (0..depth).flat_map(|i| [slopes[i], weights[i], start(i) + weights[i]]);
    let mut marks = vec![
        Mark::Rule {
            ink: Ink::Muted,
            dash: Dash::Solid,
            along: Direction::Y,
            at: 0.0,
            label: String::new(),
        },
        focus_band(layer),
        slope_bars,
        weight_bars,
    ];
    let dead: Vec<f64> = (0..depth)
        .filter(|&i| slopes[i] == f64::NEG_INFINITY || weights[i] == f64::NEG_INFINITY)
        .map(|i| (i + 1) as f64)
        .collect();
    if !dead.is_empty() {
        marks.push(Mark::Zeros {
            name: "a factor of exactly 0".to_owned(),
            ink: Ink::Alarm,
            at: dead,
        });
    }
    Plot {
        id: "factors",
        title: "What each layer multiplies it by".to_owned(),
        x: layer_axis(depth),
        y: decades_axis(reach, "factor"),
        marks,
        framing: Framing::Axes,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 2.0,
    }
}

fn focus_band(layer: usize) -> Mark {
    Mark::Band {
        name: format!("layer {layer}"),
        ink: Ink::Handle,
        along: Direction::X,
        from: layer as f64 - 0.5,
        to: layer as f64 + 0.5,
        hatched: false,
        label: String::new(),
    }
}

fn bars(name: &str, ink: Ink, faint: bool, width: f64, bars: impl Iterator<Item = Bar>) -> Mark {
    Mark::Bars {
        name: name.to_owned(),
        ink,
        width,
        faint,
        bars: bars.collect(),
    }
}

fn layer_line(name: &str, ink: Ink, dash: Dash, values: &[f64], label: &str) -> Mark {
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
