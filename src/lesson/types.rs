//! A lesson as the page reads it.

use crate::prose::Prose;
use comparison::Order;
use serde::{Serialize, Serializer};

/// A list of scenes with text, questions and goals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lesson {
    /// Its name in addresses.
    pub id: String,
    /// The tag of its language.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// What one will know at the end.
    pub lead: Prose,
    /// How long it takes.
    pub minutes: f64,
    /// One after the other.
    pub steps: Vec<Step>,
}

/// One scene, and what is said, asked or to be reached there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// The slug of its title.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A link.
    pub scene: String,
    /// The figure of the scene.
    pub figure: String,
    /// What is said. Empty where a question is asked: then all of it is the question.
    pub text: Prose,
    /// For whoever lectures.
    pub notes: Prose,
    /// How long it takes, where that is said.
    pub minutes: Option<f64>,
    /// What is asked.
    pub question: Option<Question>,
    /// What is to be reached.
    pub goal: Option<Goal>,
}

/// What is asked before the figure shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// How it is answered.
    #[serde(rename = "kind")]
    pub asks: Asks,
    /// The question.
    pub ask: Prose,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The measure whose value is asked for.
    pub measure: Option<String>,
    /// The plot that is covered, and on whose axis one answers.
    pub plot: Option<String>,
    /// Which of its curves or rows of bars is drawn, counted from 1.
    pub series: Option<usize>,
    /// Where the axis of answers begins, if not where the plot's does.
    pub from: Option<f64>,
    /// Where it ends.
    pub to: Option<f64>,
    /// What the figure shows with the answer; the scene, where nothing is said.
    pub reveal: Option<String>,
    /// What is said with the answer.
    pub why: Prose,
}

impl Question {
    /// One with nothing but its texts.
    pub fn new(asks: Asks, ask: Prose, why: Prose) -> Question {
        Question {
            asks,
            ask,
            options: Vec::new(),
            measure: None,
            plot: None,
            series: None,
            from: None,
            to: None,
            reveal: None,
            why,
        }
    }
}

/// The kinds of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Asks {
    /// One of several beliefs.
    Choose,
    /// A value on a plot's axis.
    Estimate,
    /// A curve, or bars.
    Draw,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// What it says.
    pub text: Prose,
    /// Whether it is so.
    pub right: bool,
}

/// What is to be reached, by the reader's own act.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Goal {
    /// All of them together.
    pub conditions: Vec<Condition>,
    /// The same in words.
    pub words: String,
    /// A link in which they hold.
    pub witness: Option<String>,
    /// Why there is none, in place of a witness.
    pub impossible: Option<Impossible>,
    /// What is said when it is reached, or found to be impossible.
    pub why: Prose,
}

/// A goal that nobody reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Impossible {
    /// The id of the claim that says so.
    pub claim: String,
}

/// A measure, or the difference of two, beside a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The measure.
    pub left: String,
    /// The one that is taken from it.
    pub minus: Option<String>,
    /// How it has to lie.
    pub is: Order,
    /// To what.
    pub right: f64,
}

impl Condition {
    /// Whether it holds where `at` gives the values of measures.
    pub fn holds(&self, at: impl Fn(&str) -> f64) -> bool {
        let minus = self.minus.as_deref().map_or(0.0, &at);
        self.is.lies(at(&self.left) - minus, self.right)
    }

    /// The names of its measures.
    pub fn measures(&self) -> impl Iterator<Item = &str> {
        [Some(self.left.as_str()), self.minus.as_deref()]
            .into_iter()
            .flatten()
    }
}

/// As it is written: so the page gives it back to be compared.
impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// As it is written.
impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.left)?;
        if let Some(minus) = &self.minus {
            write!(f, " - {minus}")?;
        }
        write!(f, " {} {}", self.is.id(), self.right)
    }
}
