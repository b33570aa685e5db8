//! Reading and writing an activation as text: `relu`, `leaky_relu(alpha=0.1)`.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use super::{Activation, Kind};

/// Why a text is not an activation.
#[derive(Clone, Debug, PartialEq)]
pub enum ParseError {
    /// No activation has this name.
    Unknown {
        /// The name as given.
        name: String,
        /// The ids that exist.
        known: Vec<&'static str>,
    },
    /// The activation has no parameter of this name.
    UnknownParameter {
        /// Whose parameter was asked for.
        activation: &'static str,
        /// The name as given.
        name: String,
        /// The parameters that exist.
        known: Vec<&'static str>,
    },
    /// The value of a parameter is not a number.
    Unreadable {
        /// The parameter.
        parameter: &'static str,
        /// The text in place of its value.
        text: String,
    },
    /// The function is not defined for this value of a parameter.
    OutOfRange {
        /// The parameter.
        parameter: &'static str,
        /// The value as given.
        value: f64,
        /// The smallest value allowed.
        min: f64,
        /// The largest value allowed.
        max: f64,
    },
    /// A parameter is given twice.
    Repeated {
        /// The parameter.
        parameter: &'static str,
    },
    /// The text is not of the form `name` or `name(parameter=value, …)`.
    Syntax {
        /// The text as given.
        text: String,
    },
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseError::Unknown { name, known } => {
                write!(
                    f,
                    "unknown activation `{name}`; known: {}",
                    known.join(", ")
                )
            }
            ParseError::UnknownParameter {
                activation,
                name,
                known,
            } if known.is_empty() => write!(
                f,
                "{activation} has no parameter `{name}`: it has no parameters"
            ),
            ParseError::UnknownParameter {
                activation,
                name,
                known,
            } => write!(
                f,
                "{activation} has no parameter `{name}`; it has: {}",
                known.join(", ")
            ),
            ParseError::Unreadable { parameter, text } => {
                write!(f, "{parameter}: `{text}` is not a number")
            }
            ParseError::OutOfRange {
                parameter,
                value,
                min,
                max,
            } => write!(
                f,
                "{parameter} = {value} is out of range: it must lie between {} and {}",
                number(*min),
                number(*max)
            ),
            ParseError::Repeated { parameter } => write!(f, "{parameter} is given twice"),
            ParseError::Syntax { text } => write!(
                f,
                "cannot read `{text}`; expected a name, or a name with parameters like leaky_relu(alpha=0.1)"
            ),
        }
    }
}

impl Error for ParseError {}

impl FromStr for Activation {
    type Err = ParseError;

    /// Reads an id or alias, with parameters in parentheses if any; case, spaces, hyphens and underscores in the name do not matter.
    fn from_str(text: &str) -> Result<Activation, ParseError> {
        let syntax = || ParseError::Syntax {
            text: text.trim().to_owned(),
        };
        let (name, list) = match text.trim().split_once('(') {
            None => (text.trim(), ""),
            Some((name, rest)) => (name.trim(), rest.strip_suffix(')').ok_or_else(syntax)?),
        };
        if name.is_empty() {
            return Err(syntax());
        }
        let mut activation = Activation::new(kind_named(name)?);
        let mut given: Vec<String> = Vec::new();
        let items = list.split(',').map(str::trim);
        for item in items.filter(|_| !list.trim().is_empty()) {
            let (parameter, value) = item.split_once('=').ok_or_else(syntax)?;
            let index = activation.index_of(parameter)?;
            let id = activation.kind.parameters()[index].id;
            if given.iter().any(|earlier| earlier == id) {
                return Err(ParseError::Repeated { parameter: id });
            }
            given.push(id.to_owned());
            let value = value.trim();
            let value = value.parse().map_err(|_| ParseError::Unreadable {
                parameter: id,
                text: value.to_owned(),
            })?;
            activation = activation.with(id, value)?;
        }
        Ok(activation)
    }
}

fn kind_named(name: &str) -> Result<Kind, ParseError> {
    let wanted = letters(name);
    let matches = |kind: &Kind| {
        letters(kind.id()) == wanted || kind.aliases().iter().any(|a| letters(a) == wanted)
    };
    let known = || Kind::ALL.iter().map(|kind| kind.id()).collect();
    let found = Kind::ALL.iter().copied().find(matches);
    found.ok_or_else(|| ParseError::Unknown {
        name: name.to_owned(),
        known: known(),
    })
}

/// A name without what people write differently: case, spaces, hyphens, underscores.
fn letters(name: &str) -> String {
    let kept = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-') && !c.is_whitespace());
    kept.flat_map(char::to_lowercase).collect()
}

impl Activation {
    /// The position of a parameter, by id or symbol, among those of this activation.
    pub(super) fn index_of(&self, parameter: &str) -> Result<usize, ParseError> {
        let wanted = parameter.trim().to_lowercase();
        let parameters = self.kind.parameters();
        let found = parameters
            .iter()
            .position(|p| p.id == wanted || p.symbol == wanted);
        found.ok_or_else(|| ParseError::UnknownParameter {
            activation: self.kind.id(),
            name: parameter.trim().to_owned(),
            known: parameters.iter().map(|p| p.id).collect(),
        })
    }
}

impl fmt::Display for Activation {
    /// The canonical spelling, with only those parameters that are not at their default; it reads back to the same activation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changed: Vec<String> = self
            .kind
            .parameters()
            .iter()
            .zip(self.values)
            .filter(|(parameter, value)| parameter.default != *value)
            .map(|(parameter, value)| format!("{}={}", parameter.id, number(value)))
            .collect();
        if changed.is_empty() {
            f.write_str(self.id())
        } else {
            write!(f, "{}({})", self.id(), changed.join(", "))
        }
    }
}

/// The shortest text that reads back to the same number, with an exponent where it would be long without.
pub(super) fn number(value: f64) -> String {
    let plain = value.to_string();
    if plain.len() > 20 {
        format!("{value:e}")
    } else {
        plain
    }
}
