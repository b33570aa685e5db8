//! What is said of controls and their values in English.

use super::super::settings::SettingError;
use crate::model::activation::ParseError;
use crate::model::number::{NumberError, spelled};

pub const SEED: &str = "Seed";
pub const MARK_0_01: &str = "0.01";
pub const SWITCHED: &str = "true or false";

pub const LEAK: [&str; 2] = ["Leak α", "The slope of Leaky ReLU for negative inputs."];
pub const STEP: [&str; 2] = [
    "Step",
    "How many steps the training has taken; Play moves it, drag it to go back.",
];
pub const SPEED: [&str; 2] = ["Steps per second", "How fast Play goes."];

pub fn number_from(whole: bool, min: &str, max: &str) -> String {
    let noun = if whole { "a whole number" } else { "a number" };
    format!("{noun} from {min} to {max}")
}

pub fn one_of(ids: &str) -> String {
    format!("one of: {ids}")
}

pub fn activations(most: usize) -> String {
    match most {
        1 => "an activation".to_owned(),
        _ => format!("1 to {most} activations, separated by commas"),
    }
}

pub fn held(written: &str, label: &str, acting: &str) -> String {
    format!("{written} is beyond {label} = {acting}: it is kept, and acts as {acting}.")
}

pub fn refused(error: &SettingError) -> String {
    match error {
        SettingError::UnknownControl { id, known } => {
            format!("no control is called '{id}'; there are: {known}")
        }
        SettingError::UnknownParameter {
            id,
            option,
            text,
            known,
        } if known.is_empty() => {
            format!("'{option}' of '{id}' has no parameters, so '{text}' is not one")
        }
        SettingError::UnknownParameter {
            id,
            option,
            text,
            known,
        } => format!("'{text}' is not a parameter of '{option}' of '{id}', which has: {known}"),
        SettingError::NotAValue { id, text, takes }
        | SettingError::Number {
            id,
            error: NumberError::Unreadable { text },
            takes,
        } => format!("'{text}' is not a value of '{id}', which takes {takes}"),
        SettingError::Number { id, error, takes } => {
            format!("{}; '{id}' takes {takes}", no_number(error))
        }
        SettingError::Activation { id, error } => format!("in '{id}': {}", no_activation(error)),
    }
}

pub fn no_activation(error: &ParseError) -> String {
    match error {
        ParseError::Unknown { name, known } => {
            format!("unknown activation `{name}`; known: {}", known.join(", "))
        }
        ParseError::UnknownParameter {
            activation,
            name,
            known,
        } if known.is_empty() => {
            format!("{activation} has no parameter `{name}`: it has no parameters")
        }
        ParseError::UnknownParameter {
            activation,
            name,
            known,
        } => {
            let known = known.join(", ");
            format!("{activation} has no parameter `{name}`; it has: {known}")
        }
        ParseError::Number { parameter, error } => format!("{parameter}: {}", no_number(error)),
        ParseError::Comma { parameter, meant } => {
            format!("a comma separates parameters, so a decimal needs a point: {parameter}={meant}")
        }
        ParseError::OutOfRange {
            parameter,
            value,
            min,
            max,
        } => format!(
            "{parameter} = {} is out of range: it must lie between {} and {}",
            spelled(*value),
            spelled(*min),
            spelled(*max)
        ),
        ParseError::Repeated { parameter } => format!("{parameter} is given twice"),
        ParseError::Syntax { text } => format!(
            "cannot read `{text}`; expected a name, or a name with parameters like leaky_relu(alpha=0.1)"
        ),
    }
}

pub fn no_number(error: &NumberError) -> String {
    match error {
        NumberError::Unreadable { text } => format!("'{text}' is not a number"),
        NumberError::Ambiguous { text, readings } => {
            let [one, other] = readings;
            format!("'{text}' can mean {one} or {other}; write one of these")
        }
        NumberError::Spaced { text, joined } => {
            format!("'{text}' can be one number or several; if it is one, write {joined}")
        }
        NumberError::Fraction { text } => {
            format!("'{text}' is a fraction; write it as a decimal, such as 0.5")
        }
        NumberError::TooLarge { text } => {
            format!("'{text}' is larger than any double, which end at 1.797e308")
        }
        NumberError::TooSmall { text } => {
            format!("'{text}' is not 0, but nearer to it than any double, which end at 4.94e-324")
        }
    }
}

pub fn not_shown(key: &str, names: &[String], more: usize, known: &str) -> String {
    if names.is_empty() {
        return format!("'{key}' names nothing; there are: {known}");
    }
    let more = match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "'{key}' does not know {}{more}; there are: {known}",
        names.join(", ")
    )
}

pub fn one_at_a_time(plots: &str, one_of: &str) -> String {
    format!("'{plots}' is left out: of {one_of} one is shown at a time")
}

pub fn too_long(most: usize, all: usize) -> String {
    format!("the link is too long: only {most} of its {all} bytes are read")
}

pub fn unknown_version(other: &str, read: &str) -> String {
    format!("'v={other}' is not known here: the link is read as of version {read}")
}

pub fn not_a_pair(part: &str) -> String {
    format!("'{part}' is not of the form control=value")
}

pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}
