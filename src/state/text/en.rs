//! What is said of controls and their values in English.

use super::super::settings::SettingError;
use crate::model::activation::ParseError;
use crate::model::number::NumberError;

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
        SettingError::Number { id, error, takes } => format!("{error}; '{id}' takes {takes}"),
        SettingError::Activation { id, error } => format!("in '{id}': {error}"),
    }
}

pub fn no_activation(error: &ParseError) -> String {
    error.to_string()
}

pub fn no_number(error: &NumberError) -> String {
    error.to_string()
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
