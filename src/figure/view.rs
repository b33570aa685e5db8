//! What a figure shows, as plain data.
//!
//! A figure is a pure function from settings to a [`View`].
//! The canvas, the SVG, the CSV, the data table, the readouts and the screen-reader text are all made from it.
//! Nothing here knows pixels, colours or plotters; a colour is named by its role ([`Ink`]).

pub use super::table::{Cell, Table};
use serde::Serialize;

/// Everything one figure shows for one state of its settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct View {
    /// The pictures, in reading order.
    pub plots: Vec<Plot>,
    /// The legend, drawn in HTML; the same inks and dashes as the marks.
    pub legend: Vec<Key>,
    /// Named numbers beside the picture.
    pub readouts: Vec<Readout>,
    /// Formula lines, with the present numbers plugged in.
    pub formulas: Vec<Formula>,
    /// One or two sentences that say what is seen now.
    pub summary: String,
    /// Every number behind the picture, full precision: the CSV and the data table.
    pub table: Table,
    /// Facts in words about what is shown (the property table); empty when a figure has none.
    pub facts: Table,
}

/// One coordinate frame and what is drawn in it, back to front.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plot {
    /// Stable name, unique in the view.
    pub id: &'static str,
    /// Says what to see.
    pub title: String,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// Drawn in order.
    pub marks: Vec<Mark>,
    /// What a pointer may change here, first match wins.
    pub gestures: Vec<Gesture>,
    /// Share of the figure's height relative to its other plots.
    pub weight: f64,
}

/// One axis: its label and the range that the frame shows (`min < max`, both finite).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Axis {
    /// What the axis measures; may be empty.
    pub label: String,
    /// Value at the left or the bottom of the frame.
    pub min: f64,
    /// Value at the right or the top of the frame.
    pub max: f64,
    /// How values are labelled.
    pub scale: Scale,
}

/// How an axis's values are labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Scale {
    /// Round decimal numbers.
    Linear,
    /// Whole numbers only (layers).
    Count,
    /// The data are decimal logarithms: the value -3 is labelled 10⁻³.
    Decades,
}

/// The horizontal or the vertical direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// Along x.
    X,
    /// Along y.
    Y,
}

/// The role of a colour; the theme decides the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Ink {
    /// A data series: palette slot 0 to 7.
    Series(u8),
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

/// What a pointer may change in a plot. Each has a control, hence a keyboard path too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Gesture {
    /// Pressing or dragging inside the frame sets this control to the x under the pointer.
    Drag {
        /// The control's id.
        control: &'static str,
    },
    /// Moving over the frame, with or without a press, sets this control to the x under the pointer.
    Hover {
        /// The control's id.
        control: &'static str,
    },
    /// Dragging the strip of x labels pans; Ctrl+wheel and pinch zoom; both set these two controls.
    PanZoom {
        /// Control that holds the left end.
        min: &'static str,
        /// Control that holds the right end.
        max: &'static str,
    },
}

/// One entry of the legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Role of its colour.
    pub ink: Ink,
    /// Its pattern.
    pub dash: Dash,
    /// A filled swatch (bars, bands) instead of a stroke.
    pub filled: bool,
}

/// A named number, ready to read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readout {
    /// What it is.
    pub label: String,
    /// The number, formatted.
    pub value: String,
    /// The same in one more sentence; may be empty.
    pub note: String,
    /// Role of the colour of its small swatch.
    pub ink: Ink,
}

/// A formula line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Formula {
    /// What it is the formula of.
    pub label: String,
    /// Presentation MathML, one `<math>` element.
    pub mathml: String,
    /// The plain-text twin, for copying and reading aloud.
    pub text: String,
}
