//! How the choices of a training run are written: `he_normal`, `normal(std=0.1)`, `adam(beta1=0.8, beta2=0.99)`.
//!
//! Activations have a spelling of the same form, in their own module.

use super::number::{self, NumberError, spelled};
use super::quote::quotable;
use std::error::Error;
use std::fmt;

/// A choice that is written as a name with parameters.
pub(super) trait Spelled: Copy + 'static {
    /// What it is a choice of, for error messages.
    const NOUN: &'static str;
    /// Every choice, with its parameters at their defaults.
    const ALL: &'static [Self];

    /// The name.
    fn id(self) -> &'static str;

    /// Other names that are understood.
    fn aliases(self) -> &'static [&'static str];

    /// The parameters as `(id, value)`, in the order in which they are written.
    fn parameters(self) -> Vec<(&'static str, f64)>;

    /// The same choice with the parameter of that index changed, or what values it takes.
    fn with(self, index: usize, value: f64) -> Result<Self, &'static str>;
}

/// Why a text is not such a choice.
#[derive(Clone, Debug, PartialEq)]
pub enum SpellingError {
    /// There is no choice of that name.
    Unknown {
        /// What was to be chosen.
        noun: &'static str,
        /// The name as given.
        name: String,
        /// The names that exist.
        known: Vec<&'static str>,
    },
    /// It has no parameter of that name, or the parameter was given before.
    Parameter {
        /// Whose parameter was asked for.
        owner: &'static str,
        /// The name as given.
        name: String,
        /// The parameters it still takes.
        known: Vec<&'static str>,
    },
    /// The text is not a value of the parameter.
    Value {
        /// The parameter.
        parameter: &'static str,
        /// The text as given.
        text: String,
        /// What it takes.
        takes: &'static str,
    },
    /// The text of a parameter's value is not a number.
    Number {
        /// The parameter.
        parameter: &'static str,
        /// What is wrong with the text.
        error: NumberError,
    },
    /// The text is not of the form `name` or `name(parameter=value, …)`.
    Syntax {
        /// The text as given.
        text: String,
    },
}

impl fmt::Display for SpellingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpellingError::Unknown { noun, name, known } => {
                write!(f, "unknown {noun} `{name}`; known: {}", known.join(", "))
            }
            SpellingError::Parameter { owner, name, known } if known.is_empty() => {
                write!(f, "{owner} takes no parameter `{name}`")
            }
            SpellingError::Parameter { owner, name, known } => {
                let known = known.join(", ");
                write!(f, "{owner} takes no parameter `{name}`; it takes: {known}")
            }
            SpellingError::Value {
                parameter,
                text,
                takes,
            } => write!(
                f,
                "`{text}` is not a value of {parameter}, which takes {takes}"
            ),
            SpellingError::Number { parameter, error } => write!(f, "{parameter}: {error}"),
            SpellingError::Syntax { text } => write!(
                f,
                "cannot read `{text}`; expected a name, or a name with parameters like normal(std=0.1)"
            ),
        }
    }
}

impl Error for SpellingError {}

/// Reads a name or alias, with parameters in parentheses if any; case, spaces, hyphens and underscores in the name do not matter.
pub(super) fn read<T: Spelled>(text: &str) -> Result<T, SpellingError> {
    let syntax = || SpellingError::Syntax {
        text: quotable(text.trim()),
    };
    let (name, list) = match text.trim().split_once('(') {
        None => (text.trim(), ""),
        Some((name, rest)) => (name.trim(), rest.strip_suffix(')').ok_or_else(syntax)?),
    };
    let mut choice = named::<T>(name)?;
    let mut left = choice.parameters();
    let all = choice.parameters();
    let items = list.split(',').map(str::trim);
    for item in items.filter(|_| !list.trim().is_empty()) {
        let (parameter, value) = item.split_once('=').ok_or_else(syntax)?;
        let (parameter, value) = (parameter.trim(), value.trim());
        let is_it = |(id, _): &(&'static str, f64)| letters(id) == letters(parameter);
        let place = all.iter().position(is_it);
        let (Some(index), true) = (place, left.iter().any(is_it)) else {
            return Err(SpellingError::Parameter {
                owner: choice.id(),
                name: quotable(parameter),
                known: left.iter().map(|(id, _)| *id).collect(),
            });
        };
        left.retain(|entry| !is_it(entry));
        let parameter = all[index].0;
        let number = number::read(value);
        let number = number.map_err(|error| SpellingError::Number { parameter, error })?;
        let changed = choice.with(index, number);
        choice = changed.map_err(|takes| SpellingError::Value {
            parameter,
            text: quotable(value),
            takes,
        })?;
    }
    Ok(choice)
}

/// Writes the name, with only those parameters that are not at their default; it reads back to the same choice.
pub(super) fn write<T: Spelled>(choice: T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let factory = T::ALL.iter().find(|other| other.id() == choice.id());
    let defaults = factory.map_or_else(Vec::new, |factory| factory.parameters());
    let changed: Vec<String> = choice
        .parameters()
        .into_iter()
        .filter(|parameter| !defaults.contains(parameter))
        .map(|(id, value)| format!("{id}={}", spelled(value)))
        .collect();
    if changed.is_empty() {
        f.write_str(choice.id())
    } else {
        write!(f, "{}({})", choice.id(), changed.join(", "))
    }
}

fn named<T: Spelled>(name: &str) -> Result<T, SpellingError> {
    let wanted = letters(name);
    let is_it = |choice: &T| {
        letters(choice.id()) == wanted || choice.aliases().iter().any(|a| letters(a) == wanted)
    };
    let found = T::ALL.iter().copied().find(is_it);
    found.ok_or_else(|| SpellingError::Unknown {
        noun: T::NOUN,
        name: quotable(name),
        known: T::ALL.iter().map(|choice| choice.id()).collect(),
    })
}

/// A name without what people write differently: case, spaces, hyphens, underscores.
fn letters(name: &str) -> String {
    let kept = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-') && !c.is_whitespace());
    kept.flat_map(char::to_lowercase).collect()
}

/// The value if it is finite and not negative.
pub(super) fn not_negative(value: f64) -> Result<f64, &'static str> {
    let fits = value >= 0.0 && value.is_finite();
    fits.then_some(value).ok_or("a number from 0 up")
}

/// The value if it is finite.
pub(super) fn finite(value: f64) -> Result<f64, &'static str> {
    value.is_finite().then_some(value).ok_or("a finite number")
}

/// The value if it is a rate of memory: at least 0 and below 1.
pub(super) fn below_one(value: f64) -> Result<f64, &'static str> {
    let fits = (0.0..1.0).contains(&value);
    fits.then_some(value).ok_or("a number from 0 to below 1")
}
