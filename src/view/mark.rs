//! What is drawn in a plot, and the roles of its colours.

use super::Direction;
use super::field::{Cells, Field, Ramp};
use serde::Serialize;

/// The role of a colour; the theme decides the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Ink {
    /// A data series: palette slot 0 to 7.
    Series(u8),
    /// The lower of two sides that are no activations (classes, signs, directions): the negative end of a diverging [`Ramp`].
    Low,
    /// The upper of them: its positive end.
    High,
    /// The colour of text.
    Text,
    /// Quiet annotations: guides, bounds, ghosts.
    Muted,
    /// The part of a factor that the weight contributes.
    Weight,
    /// The part of a factor that the activation's slope contributes.
    Slope,
    /// Something has gone wrong here: dead, exactly zero, overflowed.
    Alarm,
    /// The point that the student moves.
    Handle,
}

/// Stroke pattern: colour never stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Dash {
    /// ————
    Solid,
    /// — — —
    Dashed,
    /// · · ·
    Dotted,
    /// — · —
    DashDot,
}

/// Something drawn in a plot, in the plot's coordinates.
/// Values outside the frame are clipped at the frame, never moved to it; a NaN is not drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Mark {
    /// A curve in pieces: the pen is lifted between pieces (jumps, gaps, poles).
    Line {
        /// The series' name.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// Its pattern.
        dash: Dash,
        /// Stroke width relative to an ordinary series (1).
        width: f64,
        /// Polylines of `[x, y]`.
        pieces: Vec<Vec<[f64; 2]>>,
        /// Written on the curve itself, in its colour, where there is room; empty for none.
        label: String,
    },
    /// Upright bars.
    Bars {
        /// The series' name.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// Width of a bar in x units.
        width: f64,
        /// Drawn lighter, as the background of something else.
        faint: bool,
        /// The bars.
        bars: Vec<Bar>,
    },
    /// Marks at the foot of the frame: "exactly zero here" on a logarithmic axis.
    Zeros {
        /// What is zero.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// x of each.
        at: Vec<f64>,
    },
    /// A shaded strip across the whole frame.
    Band {
        /// What the strip means.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// The axis on which `from` and `to` are measured.
        along: Direction,
        /// Start, in axis units; may be infinite.
        from: f64,
        /// End, in axis units; may be infinite.
        to: f64,
        /// Hatched as well as tinted, so that it differs from an unhatched band without colour.
        hatched: bool,
        /// Written inside the strip at its top; empty for none.
        label: String,
    },
    /// A straight guide across the whole frame at one value of one axis.
    Rule {
        /// Role of its colour.
        ink: Ink,
        /// Its pattern.
        dash: Dash,
        /// The axis on which `at` is measured (X: an upright line).
        along: Direction,
        /// Where.
        at: f64,
        /// Written beside it; empty for none.
        label: String,
    },
    /// The area between a curve and a level, tinted.
    Area {
        /// What it is.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// The level.
        base: f64,
        /// The curve, `[x, y]`, x ascending.
        points: Vec<[f64; 2]>,
    },
    /// A dot.
    Dot {
        /// Role of its colour.
        ink: Ink,
        /// Where.
        x: f64,
        /// Where.
        y: f64,
        /// Open circle (a value that is not taken) instead of a filled one.
        hollow: bool,
        /// Written beside it; empty for none.
        label: String,
    },
    /// A rectangle of cells, each coloured by its value.
    Heat {
        /// What the values are.
        name: String,
        /// The values and where they lie.
        field: Field,
        /// Which colours they take.
        ramp: Ramp,
        /// How cells meet.
        cells: Cells,
    },
    /// A scatter: one mark for each class, told apart by shape as well as by ink.
    Points {
        /// The class's name.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// Its shape.
        shape: Shape,
        /// An outline instead of a filled shape.
        hollow: bool,
        /// Size relative to an ordinary point (1); shapes of one size cover the same area.
        size: f64,
        /// `[x, y]` of each.
        at: Vec<[f64; 2]>,
    },
    /// A connection between two points of a diagram. Drawn beneath the nodes that follow it.
    Edge {
        /// What it connects, or what it carries.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// Its pattern.
        dash: Dash,
        /// Stroke width relative to an ordinary series (1).
        width: f64,
        /// Where it starts.
        from: [f64; 2],
        /// Where it ends.
        to: [f64; 2],
        /// Height of its arc as a share of its length: 0 is straight, positive bends to the left of its direction.
        bend: f64,
        /// Written on a plate at its middle, or beside the middle where something else stands; empty for none.
        label: String,
    },
    /// A disc of a diagram.
    Node {
        /// What it is.
        name: String,
        /// Role of its colour.
        ink: Ink,
        /// Its centre.
        x: f64,
        /// Its centre.
        y: f64,
        /// Radius in multiples of the text height, so that its label fits in every theme.
        radius: f64,
        /// How strongly it is filled with its ink, 0 (an empty disc) to 1.
        fill: f64,
        /// Written inside; empty for none.
        label: String,
        /// Written outside; empty for none.
        caption: String,
        /// Where the caption stands.
        side: Side,
    },
    /// Free text, its middle height at a point; pushed inwards where the surface would cut it off.
    Text {
        /// Role of its colour.
        ink: Ink,
        /// Where.
        x: f64,
        /// Where.
        y: f64,
        /// Which part of the text stands at x.
        align: Align,
        /// Height relative to the labels of the chart (1).
        size: f64,
        /// What is written.
        text: String,
    },
}

impl Mark {
    /// Whether it is a row of bars or a curve that stands for data: neither a guide nor a background.
    pub fn is_series(&self) -> bool {
        matches!(
            self,
            Mark::Bars {
                ink: Ink::Series(_) | Ink::Alarm,
                faint: false,
                ..
            } | Mark::Line {
                ink: Ink::Series(_) | Ink::Alarm,
                ..
            }
        )
    }
}

/// A bar from `from` to `to` (y units) centred on `x`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Centre.
    pub x: f64,
    /// Where it stands.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The shape of a point: it tells classes apart where colour cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Shape {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ✕; the same filled and hollow.
    Cross,
}

/// On which side of a node its caption stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Side {
    /// Over it.
    Above,
    /// Under it.
    Below,
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Align {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}
