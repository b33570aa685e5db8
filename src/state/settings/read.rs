//! Values from text, and back.

use super::super::control::{Control, Kind};
use super::super::text;
use super::{SettingError, Value, Written};
use crate::model::activation::ParseError;
use crate::model::number::{self, spelled};
use crate::model::quote::quotable;

/// What a control takes, in words.
pub fn takes(control: &Control) -> String {
    match &control.kind {
        Kind::Number {
            min, max, whole, ..
        } => text::number_from(*whole, &spelled(*min), &spelled(*max)),
        Kind::Choice { options, .. } => {
            let ids: Vec<&str> = options.iter().map(|option| option.0).collect();
            text::one_of(&ids.join(", "))
        }
        Kind::Activations { most, .. } => text::activations(*most),
        Kind::Switch { .. } => text::SWITCHED.read(),
    }
}

/// The name and the inside of the parentheses of `adam(epsilon=1e-16)`.
pub fn with_parameters(text: &str) -> Option<(&str, &str)> {
    text.trim().strip_suffix(')')?.split_once('(')
}

pub fn default(kind: &Kind) -> Value {
    match kind {
        Kind::Number { default, .. } => Value::Number(*default),
        Kind::Choice { default, .. } => Value::Choice(*default),
        Kind::Switch { default } => Value::Switch(*default),
        // A test holds that every default can be read.
        Kind::Activations { default, .. } => Value::Activations(
            split_list(default)
                .filter_map(|name| name.parse().ok())
                .collect(),
        ),
    }
}

pub fn read(control: &Control, text: &str) -> Result<Value, SettingError> {
    let not_a_value = || SettingError::NotAValue {
        id: control.id,
        text: quotable(text),
        takes: takes(control),
    };
    let word = text.trim();
    match &control.kind {
        Kind::Number {
            min, max, whole, ..
        } => {
            let number = match whole {
                true => number::read_whole(text),
                false => number::read(text),
            };
            let value = number.map_err(|error| SettingError::Number {
                id: control.id,
                error,
                takes: takes(control),
            })?;
            let fits = (*min..=*max).contains(&value) && (!whole || value == libm::round(value));
            // No control tells -0 from 0.
            let value = Value::Number(value + 0.0);
            fits.then_some(value).ok_or_else(not_a_value)
        }
        Kind::Choice { options, .. } => options
            .iter()
            .position(|option| option.0 == word)
            .map(Value::Choice)
            .ok_or_else(not_a_value),
        Kind::Switch { .. } => word.parse().map(Value::Switch).map_err(|_| not_a_value()),
        Kind::Activations { most, .. } => {
            // One more than fits is enough to refuse them all.
            let items = split_list(text).take(most + 1);
            let list: Result<Vec<Written>, ParseError> = items.map(str::parse).collect();
            let list = list.map_err(|error| SettingError::Activation {
                id: control.id,
                error,
            })?;
            let fits = !list.is_empty() && list.len() <= *most;
            fits.then_some(Value::Activations(list))
                .ok_or_else(not_a_value)
        }
    }
}

/// The items of a list; commas inside parentheses belong to the item.
pub fn split_list(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == ',' && depth <= 0
    })
    .map(str::trim)
    .filter(|item| !item.is_empty())
}

pub fn spell_list(list: &[Written]) -> String {
    let names: Vec<String> = list.iter().map(Written::to_string).collect();
    names.join(",")
}
