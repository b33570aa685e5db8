//! The picture above the bars of `decay`: the chain itself, each connection and each unit as strong as what comes back to it.

use super::Run;
use super::controls;
use super::plots::{focus_band, layer_axis};
use super::ruler::Ruler;
use super::text;
use crate::model::scaled::Scaled;
use crate::view::*;

/// More units than this are no discs any more, only the line through them.
const MOST: usize = 60;

/// Below this part of what the output is sent a unit has lost its colour.
const COLOURLESS: f64 = 0.005;

/// Where the units stand in the picture.
const MIDDLE: f64 = 0.5;

/// How much room there is for the chain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// A strip above other plots, whose layers it shares.
    Strip,
    /// A picture of its own.
    Alone,
}

impl Room {
    /// Radius of a unit in text heights where there is room, and what all units together may take.
    fn radius(self, depth: usize) -> f64 {
        let (largest, together) = match self {
            Room::Strip => (0.75, 9.0),
            Room::Alone => (1.9, 17.0),
        };
        f64::min(largest, together / depth as f64)
    }

    /// Widths of the faintest and of the strongest connection, relative to an ordinary series.
    fn widths(self) -> [f64; 2] {
        match self {
            Room::Strip => [0.35, 3.5],
            Room::Alone => [0.5, 9.0],
        }
    }
}

/// The chain of the first activation, measured with the ruler of its bars.
///
/// What crosses a connection is ∂L/∂a of the unit on its left, so it has the weight in it; what fills a unit is ∂L/∂z, which has the slope in it too.
pub fn network_plot(first: &Run, ruler: Ruler, layer: usize, room: Room) -> Plot {
    let layers = &first.chain.layers;
    let depth = layers.len();
    let mut marks = match room {
        Room::Strip => vec![focus_band(layer)],
        Room::Alone => Vec::new(),
    };
    marks.extend((0..depth).map(|index| {
        let crossing = first.chain.dl_da(index);
        let at = (index + 1) as f64;
        // What the output is sent comes in from the right.
        let from = (at + 1.0).min(depth as f64 + 0.5);
        connection(first, strength(ruler, crossing), [from, at], room)
    }));
    if depth <= MOST {
        let units = layers.iter().enumerate();
        marks.extend(units.map(|(index, l)| unit(first, strength(ruler, l.dl_dz), index, room)));
    }
    Plot {
        id: "network",
        title: text::CHAIN.read(),
        x: layer_axis(depth),
        y: Axis {
            label: String::new(),
            min: 0.0,
            max: 1.0,
            scale: ruler.scale(),
        },
        framing: match room {
            Room::Strip => Framing::Strip,
            Room::Alone => Framing::Bare,
        },
        marks,
        gestures: vec![Gesture::Hover {
            control: controls::LAYER.name(),
        }],
        weight: 0.4,
    }
}

/// How high a bar of this size stands, from 0 to 1; none for an exact zero.
fn strength(ruler: Ruler, gradient: Scaled) -> Option<f64> {
    let share = ruler.share(gradient.log10_abs());
    (!gradient.is_zero() && share.is_finite()).then(|| share.clamp(0.0, 1.0))
}

fn connection(first: &Run, strength: Option<f64>, [from, to]: [f64; 2], room: Room) -> Mark {
    let [faint, strong] = room.widths();
    let (ink, dash, width) = match strength {
        Some(share) => (
            colour(first, share, room),
            Dash::Solid,
            faint + share * (strong - faint),
        ),
        None => (Ink::Muted, Dash::Dotted, faint),
    };
    Mark::Edge {
        name: text::CONNECTION.read(),
        ink,
        dash,
        width,
        from: [from, MIDDLE],
        to: [to, MIDDLE],
        bend: 0.0,
        label: String::new(),
    }
}

/// Where a picture has nothing beside it that shows how small a gradient is, its colour does.
fn colour(first: &Run, share: f64, room: Room) -> Ink {
    match room {
        Room::Alone if share < COLOURLESS => Ink::Muted,
        _ => first.style.ink,
    }
}

fn unit(first: &Run, strength: Option<f64>, index: usize, room: Room) -> Mark {
    let depth = first.chain.layers.len();
    let is_end = index == 0 || index + 1 == depth;
    Mark::Node {
        name: text::unit(index + 1),
        ink: strength.map_or(Ink::Muted, |share| colour(first, share, room)),
        x: (index + 1) as f64,
        y: MIDDLE,
        radius: room.radius(depth),
        fill: strength.unwrap_or(0.0),
        label: String::new(),
        caption: match room {
            Room::Alone if is_end => text::layer(index + 1),
            _ => String::new(),
        },
        side: match room {
            Room::Alone => Side::Below,
            Room::Strip => Side::Above,
        },
    }
}
