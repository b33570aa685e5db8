//! Why numbers do not fit a network.

use std::error::Error;
use std::fmt;

/// Two shapes that do not fit each other; the message names both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeError {
    /// A layer without units, a network without layers, or one without inputs.
    Empty {
        /// The number of inputs, then the units of each layer.
        widths: Vec<usize>,
    },
    /// The numbers do not fill the matrix they are meant to be.
    Matrix {
        /// Which numbers.
        what: &'static str,
        /// Rows of the matrix.
        rows: usize,
        /// Columns of the matrix.
        columns: usize,
        /// How many numbers were given.
        given: usize,
    },
    /// The numbers do not divide into that many rows.
    Rows {
        /// Which numbers.
        what: &'static str,
        /// Rows of the matrix.
        rows: usize,
        /// How many numbers were given.
        given: usize,
    },
    /// A workspace or an optimiser of one network was used with another.
    Network {
        /// Inputs and widths of the network it was made for.
        expected: Vec<usize>,
        /// Inputs and widths of the network it was used with.
        given: Vec<usize>,
    },
    /// The network does not fit the points and the loss.
    Task {
        /// Features of a point.
        features: usize,
        /// Outputs that the loss needs.
        outputs: usize,
        /// Inputs and widths of the network.
        widths: Vec<usize>,
    },
    /// The network has no such unit.
    Unit {
        /// The layer, counted from 0.
        layer: usize,
        /// The unit, counted from 0.
        unit: usize,
        /// Inputs and widths of the network.
        widths: Vec<usize>,
    },
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShapeError::Empty { widths } => write!(
                f,
                "a network {} is empty: it needs inputs, a layer, and units in every layer",
                dashed(widths)
            ),
            ShapeError::Matrix {
                what,
                rows,
                columns,
                given,
            } => write!(
                f,
                "{what}: {given} numbers do not fit a {rows}×{columns} matrix of {}",
                rows * columns
            ),
            ShapeError::Rows { what, rows, given } => write!(
                f,
                "{what}: {given} numbers do not fit a matrix of {rows} rows"
            ),
            ShapeError::Network { expected, given } => write!(
                f,
                "made for a network {}, used with a network {}",
                dashed(expected),
                dashed(given)
            ),
            ShapeError::Task {
                features,
                outputs,
                widths,
            } => write!(
                f,
                "a network {} does not fit a task {features}-…-{outputs}, from features to outputs",
                dashed(widths)
            ),
            ShapeError::Unit {
                layer,
                unit,
                widths,
            } => write!(
                f,
                "a network {} has no unit {} in layer {}",
                dashed(widths),
                unit + 1,
                layer + 1
            ),
        }
    }
}

impl Error for ShapeError {}

/// `2-8-8-1`: the inputs, then the width of each layer.
pub(super) fn dashed(widths: &[usize]) -> String {
    let widths: Vec<String> = widths.iter().map(usize::to_string).collect();
    widths.join("-")
}

/// That `numbers` fill a matrix of that shape.
pub(crate) fn fits(
    what: &'static str,
    numbers: &[f64],
    rows: usize,
    columns: usize,
) -> Result<(), ShapeError> {
    if numbers.len() == rows * columns {
        return Ok(());
    }
    Err(ShapeError::Matrix {
        what,
        rows,
        columns,
        given: numbers.len(),
    })
}
