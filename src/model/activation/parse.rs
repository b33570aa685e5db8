//! Reading and writing an activation as text: `relu`, `leaky_relu(alpha=0.1)`.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use super::{Activation, Kind};
use crate::number::{self, NumberError, spelled};
use crate::quote::quotable;

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
    Number {
        /// The parameter.
        parameter: &'static str,
        /// What is wrong with the text in place of its value.
        error: NumberError,
    },
    /// A decimal comma, where a comma begins the next parameter.
    Comma {
        /// The parameter.
        parameter: &'static str,
        /// What was probably meant, with a point.
        meant: String,
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

/// For developers: what a person reads is written where her language is.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Error for ParseError {}

impl FromStr for Activation {
    type Err = ParseError;

    /// Reads an id or alias, with parameters in parentheses if any; case, spaces, hyphens and underscores in the name do not matter.
    fn from_str(text: &str) -> Result<Activation, ParseError> {
        let syntax = || ParseError::Syntax {
            text: quotable(text.trim()),
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
        let mut last: Option<(&'static str, &str)> = None;
        for item in items.filter(|_| !list.trim().is_empty()) {
            let Some((parameter, value)) = item.split_once('=') else {
                return Err(decimal_comma(last, item).unwrap_or_else(syntax));
            };
            let index = activation.index_of(parameter)?;
            let id = activation.kind.parameters()[index].id;
            if given.iter().any(|earlier| earlier == id) {
                return Err(ParseError::Repeated { parameter: id });
            }
            given.push(id.to_owned());
            last = Some((id, value));
            let value = number::read(value).map_err(|error| ParseError::Number {
                parameter: id,
                error,
            })?;
            activation = activation.with(id, value)?;
        }
        Ok(activation)
    }
}

/// `alpha=0,1` in a list: digits alone stand after a parameter's value.
fn decimal_comma(last: Option<(&'static str, &str)>, item: &str) -> Option<ParseError> {
    let (parameter, value) = last?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let short = item.len() + value.len() < 40;
    let whole = value.trim().trim_start_matches(['-', '+', '−']);
    (short && digits(item) && digits(whole)).then(|| ParseError::Comma {
        parameter,
        meant: format!("{}.{item}", value.trim()),
    })
}

fn kind_named(name: &str) -> Result<Kind, ParseError> {
    let wanted = letters(name);
    let matches = |kind: &Kind| {
        letters(kind.id()) == wanted || kind.aliases().iter().any(|a| letters(a) == wanted)
    };
    let known = || Kind::ALL.iter().map(|kind| kind.id()).collect();
    let found = Kind::ALL.iter().copied().find(matches);
    found.ok_or_else(|| ParseError::Unknown {
        name: quotable(name),
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
            name: quotable(parameter.trim()),
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
            .map(|(parameter, value)| format!("{}={}", parameter.id, spelled(value)))
            .collect();
        if changed.is_empty() {
            f.write_str(self.id())
        } else {
            write!(f, "{}({})", self.id(), changed.join(", "))
        }
    }
}
