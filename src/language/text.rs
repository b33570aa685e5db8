//! Texts that never change while the program runs, for the tables of figures.

use super::said;
use serde::{Serialize, Serializer};
use std::fmt;

/// A text in all languages; it is read in the one that is spoken then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    english: &'static str,
}

impl Text {
    /// What a text module of each language has under one name.
    pub const fn new(english: &'static str) -> Text {
        Text { english }
    }

    /// The text in the language that is spoken.
    pub fn read(self) -> String {
        said(|| self.english.to_owned())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.read())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.read())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.read()
    }
}

/// What is said of a control: its name, and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// What the reader sees.
    pub name: Text,
    /// One sentence: what changes.
    pub help: Text,
}

impl Label {
    /// What a text module of each language has under one name: the label and the sentence.
    pub const fn new(english: [&'static str; 2]) -> Label {
        let [name, help] = english;
        Label {
            name: Text::new(name),
            help: Text::new(help),
        }
    }
}
