//! What a figure shows, as plain data.
//!
//! A figure is a pure function from settings to a [`View`].
//! The canvas, the SVG, the CSV, the data table, the readouts and the screen-reader text are all made from it.
//! Nothing here knows pixels, colours or plotters; a colour is named by its role ([`Ink`]) or by what it measures ([`Ramp`]).

mod describe;
mod field;
mod gesture;
mod layout;
mod legend;
mod mark;
mod measure;
pub mod number;
mod table;
mod text;
mod truth;

pub use describe::describe;
pub use field::{Cells, Field, Ramp};
pub use gesture::Gesture;
pub use layout::Layout;
pub use legend::{drawn, key_of, named_by};
pub use mark::{Align, Bar, Dash, Ink, Mark, Shape, Side};
pub use measure::{Check, Each, Meaning, Measure, Quantity, Subject, Why, pending};
pub use table::{Cell, Grid, Name, Table, columns, representative};
pub use text::counted_from;
pub use truth::Truth;

use crate::language;
use crate::model::math::Math;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// Everything one figure shows for one state of its settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct View {
    /// The pictures, in reading order.
    pub plots: Vec<Plot>,
    /// The legend, drawn in HTML; the same inks and dashes as the marks.
    pub legend: Vec<Key>,
    /// The numbers that readouts, formulas and the sentence speak of, by name and in full precision.
    pub measures: Vec<Measure>,
    /// Named numbers beside the picture.
    pub readouts: Vec<Readout>,
    /// More of them that a first course can do without: they stand behind "Deeper".
    pub deeper: Vec<Readout>,
    /// Formula lines, with the present numbers plugged in.
    pub formulas: Vec<Formula>,
    /// One or two sentences that say what is seen now.
    pub summary: String,
    /// Every number behind the picture, full precision: the CSV and the data table.
    pub table: Table,
    /// Facts in words about what is shown (the property table); empty when a figure has none.
    pub facts: Grid,
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
    /// What stands around the marks, and how the two axes relate.
    pub framing: Framing,
    /// Drawn in order.
    pub marks: Vec<Mark>,
    /// What a pointer may change here, first match wins.
    pub gestures: Vec<Gesture>,
    /// Share of the figure's height relative to its other plots.
    pub weight: f64,
}

/// What stands around a plot's marks, and how its two axes relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Framing {
    /// A frame with ticks and a grid; each axis fills its side.
    Axes,
    /// The same, with room at the right, where there is some, for the names of curves that end there.
    Named,
    /// A frame with ticks and a grid, and a unit of x is as long as a unit of y, so that circles are round and right angles right.
    /// On a surface of another shape the frame shows more of one axis, about its middle; never less than the axes say.
    Equal,
    /// No ticks, no grid, no labels: a diagram that fills the surface, each axis its side.
    Bare,
    /// The same between the left and the right of the frame that a plot with this y scale has: what stands above it stands above it exactly.
    Strip,
}

impl Plot {
    /// How many curves and rows of bars it has.
    pub fn series(&self) -> usize {
        self.marks.iter().filter(|mark| mark.is_series()).count()
    }

    /// Whether it has axes, of values that are read each from its own side.
    pub fn has_axes(&self) -> bool {
        matches!(self.framing, Framing::Axes | Framing::Named)
    }
}

impl Framing {
    /// Whether the plot is a diagram, without ticks and labels.
    pub fn is_diagram(self) -> bool {
        matches!(self, Framing::Bare | Framing::Strip)
    }
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

/// One entry of the legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Key {
    /// What a text calls it whose words point it out; empty where none does.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// What it looks like in the picture.
    pub look: Look,
}

impl Key {
    /// The legend of a curve.
    pub fn stroke(name: impl Into<String>, ink: Ink, dash: Dash) -> Key {
        Key::new(name, Look::Stroke { ink, dash })
    }

    /// The legend of bars or of a band.
    pub fn fill(name: impl Into<String>, ink: Ink) -> Key {
        Key::new(name, Look::Fill { ink })
    }

    /// The legend of anything.
    pub fn new(name: impl Into<String>, look: Look) -> Key {
        Key {
            id: "",
            name: name.into(),
            look,
        }
    }

    /// The same, so that words of a text can point it out.
    pub fn called(self, id: &'static str) -> Key {
        Key { id, ..self }
    }
}

/// What a legend shows beside a name: the same as the mark.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Look {
    /// A stroke.
    Stroke {
        /// Role of its colour.
        ink: Ink,
        /// Its pattern.
        dash: Dash,
    },
    /// A filled swatch: bars, bands.
    Fill {
        /// Role of its colour.
        ink: Ink,
    },
    /// One point of a scatter.
    Point {
        /// Role of its colour.
        ink: Ink,
        /// Its shape.
        shape: Shape,
        /// An outline instead of a filled shape.
        hollow: bool,
    },
    /// The colours of a field with the values at its ends.
    Ramp(Ramp),
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
    /// Whether it is one of the few that what is seen comes down to.
    pub is_large: bool,
}

/// A formula line.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// What it is the formula of.
    pub label: String,
    /// The formula, for the printers.
    pub math: Math,
}

impl Formula {
    /// As MathML, in the language that is spoken.
    pub fn mathml(&self) -> String {
        language::markup(self.math.mathml())
    }

    /// As plain text, in the language that is spoken.
    pub fn plain(&self) -> String {
        language::formula(self.math.plain(), ",")
    }

    /// As TeX, in which a comma between digits needs braces.
    pub fn tex(&self) -> String {
        language::formula(self.math.tex(), "{,}")
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Formula", 4)?;
        members.serialize_field("label", &self.label)?;
        members.serialize_field("mathml", &self.mathml())?;
        members.serialize_field("text", &self.plain())?;
        members.serialize_field("tex", &self.tex())?;
        members.end()
    }
}
