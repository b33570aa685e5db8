//! The picture above the bars of `decay`: the chain itself, each connection and each unit as strong as what comes back to it.

use super::Run;
use super::plots::{focus_band, layer_axis};
use super::ruler::Ruler;
use crate::model::scaled::Scaled;
use crate::view::*;

/// More units than this are no discs any more, only the line through them.
const MOST: usize = 60;

/// Radius of a unit in text heights where there is room, and what all units together may take.
const RADIUS: f64 = 0.75;
const TOGETHER: f64 = 9.0;

/// Widths of the faintest and of the strongest connection, relative to an ordinary series.
const WIDTHS: [f64; 2] = [0.35, 3.5];

/// Where the units stand in the strip.
const MIDDLE: f64 = 0.5;

/// The chain of the first activation, measured with the ruler of its bars.
///
/// What crosses a connection is ∂L/∂a of the unit on its left, so it has the weight in it; what fills a unit is ∂L/∂z, which has the slope in it too.
pub fn network_plot(first: &Run, ruler: Ruler, layer: usize) -> Plot {
    let layers = &first.chain.layers;
    let depth = layers.len();
    let mut marks = vec![focus_band(layer)];
    marks.extend((0..depth).map(|index| {
        let crossing = first.chain.dl_da(index);
        let at = (index + 1) as f64;
        // What the output is sent comes in from the right.
        let from = (at + 1.0).min(depth as f64 + 0.5);
        connection(first, strength(ruler, crossing), [from, at])
    }));
    if depth <= MOST {
        let units = layers.iter().enumerate();
        marks.extend(units.map(|(index, l)| unit(first, strength(ruler, l.dl_dz), index, depth)));
    }
    Plot {
        id: "network",
        title: "The chain: what comes back over each weight and to each unit".to_owned(),
        x: layer_axis(depth),
        y: Axis {
            label: String::new(),
            min: 0.0,
            max: 1.0,
            scale: ruler.scale(),
        },
        framing: Framing::Strip,
        marks,
        gestures: vec![Gesture::Hover { control: "layer" }],
        weight: 0.4,
    }
}

/// How high a bar of this size stands, from 0 to 1; none for an exact zero.
fn strength(ruler: Ruler, gradient: Scaled) -> Option<f64> {
    let share = ruler.share(gradient.log10_abs());
    (!gradient.is_zero() && share.is_finite()).then(|| share.clamp(0.0, 1.0))
}

fn connection(first: &Run, strength: Option<f64>, [from, to]: [f64; 2]) -> Mark {
    let [faint, strong] = WIDTHS;
    let (ink, dash, width) = match strength {
        Some(share) => (
            first.style.ink,
            Dash::Solid,
            faint + share * (strong - faint),
        ),
        None => (Ink::Muted, Dash::Dotted, faint),
    };
    Mark::Edge {
        name: "connection".to_owned(),
        ink,
        dash,
        width,
        from: [from, MIDDLE],
        to: [to, MIDDLE],
        bend: 0.0,
        label: String::new(),
    }
}

fn unit(first: &Run, strength: Option<f64>, index: usize, depth: usize) -> Mark {
    Mark::Node {
        name: format!("unit {}", index + 1),
        ink: match strength {
            Some(_) => first.style.ink,
            None => Ink::Muted,
        },
        x: (index + 1) as f64,
        y: MIDDLE,
        radius: RADIUS.min(TOGETHER / depth as f64),
        fill: strength.unwrap_or(0.0),
        label: String::new(),
        caption: String::new(),
        side: Side::Above,
    }
}
