//! What a figure consists of beside its plots and its controls.

/// A part of a figure that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title, and the line under it.
    Title,
    /// What is seen now, in words.
    Sentence,
    /// The names of the colours and dashes.
    Legend,
    /// Named numbers, and those behind "Deeper".
    Readouts,
    /// Formulas with the numbers plugged in, and the words that the figure uses.
    Formulas,
    /// The data table, and the CSV.
    Table,
    /// Links, code to embed, and pictures.
    Share,
    /// A button that brings all of the figure, and takes it away again.
    More,
    /// A button that makes the pictures be heard.
    Sound,
}

impl Part {
    /// All of them, in the order in which links name them: what is new comes last.
    pub const ALL: [Part; 9] = [
        Part::Title,
        Part::Sentence,
        Part::Legend,
        Part::Readouts,
        Part::Formulas,
        Part::Table,
        Part::Share,
        Part::More,
        Part::Sound,
    ];

    /// Those that stand beside plots and controls that are named, where nothing is said of parts.
    pub const BESIDE: [Part; 3] = [Part::Title, Part::Sentence, Part::Legend];

    /// Its name in links.
    pub fn id(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Sentence => "sentence",
            Part::Legend => "legend",
            Part::Readouts => "readouts",
            Part::Formulas => "formulas",
            Part::Table => "table",
            Part::Share => "share",
            Part::More => "more",
            Part::Sound => "sound",
        }
    }
}
