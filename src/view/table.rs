//! The numbers behind a figure, as rows and columns.

use crate::language::Text;
use crate::model::scaled::Scaled;
use serde::{Serialize, Serializer};
use std::rc::Rc;

/// Named columns and rows of cells, as many cells in each row as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// What the columns are called.
    pub columns: Vec<Name>,
    /// Rows in reading order.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Comma-separated values with a header line; numbers in the shortest spelling that reads back exactly.
    pub fn csv(&self) -> String {
        let mut text = line(self.columns.iter().map(|column| quoted(&column.id)));
        for row in &self.rows {
            text.push_str(&line(row.iter().map(|cell| quoted(&cell.spelled()))));
        }
        text
    }
}

/// Words in rows and columns, as many in each row as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Grid {
    /// What stands over the columns.
    pub columns: Vec<String>,
    /// Rows in reading order.
    pub rows: Vec<Vec<String>>,
}

/// The places of at most so many rows, spread evenly over all of them, with the first and the last.
pub fn representative(all: usize, most: usize) -> impl Iterator<Item = usize> {
    let shown = all.min(most);
    (0..shown).map(move |index| index * (all - 1) / (shown - 1).max(1))
}

/// What a column or a row is called: by an id in files, the same for ever and in every language, and in words on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    /// As CSV and JSON have it.
    pub id: String,
    /// As people read it; with its unit, where there is one.
    pub said: String,
}

impl Name {
    /// An id, and the same in words.
    pub fn new(id: impl Into<String>, said: impl Into<String>) -> Name {
        Name {
            id: id.into(),
            said: said.into(),
        }
    }
}

/// The names that a table's columns have in every state.
pub fn columns(all: &[(&str, Text)]) -> Vec<Name> {
    let name = |(id, head): &(&str, Text)| Name::new(*id, *head);
    all.iter().map(name).collect()
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
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
    /// What reads the same in files and on the page: a count, or nothing.
    Text(String),
    /// What the row is of.
    Named(Rc<Name>),
}

impl Cell {
    /// The cell as files have it; a number in the shortest spelling that reads back exactly.
    pub fn spelled(&self) -> String {
        match self {
            Cell::Number(x) => format!("{x:?}"),
            Cell::Scaled(x) => x.to_string(),
            Cell::Text(text) => text.clone(),
            Cell::Named(name) => name.id.clone(),
        }
    }
}

/// JSON numbers where a reader's double holds them in full. JSON has no infinities and no NaN, and few readers have more than doubles: all others are text, as the CSV spells them.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Number(x) if x.is_finite() => serializer.serialize_f64(*x),
            Cell::Scaled(x) if x.is_finite() && x.fits_f64() => {
                serializer.serialize_f64(x.to_f64())
            }
            _ => serializer.serialize_str(&self.spelled()),
        }
    }
}
