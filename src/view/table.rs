//! The numbers behind a figure, as rows and columns.

use crate::model::scaled::Scaled;
use serde::Serialize;

/// Named columns and rows of cells, as many cells in each row as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// Column names, as the CSV spells them.
    pub columns: Vec<String>,
    /// Rows in reading order.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Comma-separated values with a header line; numbers in the shortest spelling that reads back exactly.
    pub fn csv(&self) -> String {
        let mut text = line(self.columns.iter().map(|column| quoted(column)));
        for row in &self.rows {
            text.push_str(&line(row.iter().map(|cell| quoted(&cell.spelled()))));
        }
        text
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(",") + "\n"
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number, kept in full precision.
    Number(f64),
    /// A number that may lie outside the range of f64.
    Scaled(Scaled),
    /// Words.
    Text(String),
}

impl Cell {
    /// The cell as text; a number in the shortest spelling that reads back exactly.
    pub fn spelled(&self) -> String {
        match self {
            Cell::Number(x) => format!("{x:?}"),
            Cell::Scaled(x) => x.to_string(),
            Cell::Text(text) => text.clone(),
        }
    }
}

/// JSON numbers where a reader's double holds them in full. JSON has no infinities and no NaN, and few readers have more than doubles: all others are text, as the CSV spells them.
impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Number(x) if x.is_finite() => serializer.serialize_f64(*x),
            Cell::Scaled(x) if x.is_finite() && x.fits_f64() => {
                serializer.serialize_f64(x.to_f64())
            }
            _ => serializer.serialize_str(&self.spelled()),
        }
    }
}
