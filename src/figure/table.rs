//! The numbers behind a figure, as rows and columns.

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
    /// Words, or a number outside the range of f64 already written out.
    Text(String),
}

impl Cell {
    /// The cell as text; a number in the shortest spelling that reads back exactly.
    pub fn spelled(&self) -> String {
        match self {
            Cell::Number(x) => format!("{x:?}"),
            Cell::Text(text) => text.clone(),
        }
    }
}

/// JSON has no infinities and no NaN: those are written as text, as the CSV spells them.
impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Number(x) if x.is_finite() => serializer.serialize_f64(*x),
            _ => serializer.serialize_str(&self.spelled()),
        }
    }
}
