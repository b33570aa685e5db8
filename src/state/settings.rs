//! The values of one figure's controls.
//!
//! Text comes in from links, attributes and the command line; it is read strictly here, and the caller decides whether an error ends the program or becomes a note.

mod choice;
mod error;
mod handle;
mod named;
mod read;
mod roles;
mod slider;
mod written;

use super::control::{Control, Kind};
use crate::model::number::spelled;
use crate::model::quote::quotable;
use read::{default, read, spell_list, with_parameters};

pub use choice::{Choice, Listed};
pub use error::SettingError;
pub use handle::{Form, Id, Setting};
pub use read::takes;
pub use written::{Written, follows_alpha};

pub(crate) use choice::choices;

/// One value for each control of one figure.
#[derive(Clone, Debug)]
pub struct Settings {
    controls: &'static [Control],
    values: Vec<Value>,
}

/// The same values of the same table.
impl PartialEq for Settings {
    fn eq(&self, other: &Settings) -> bool {
        std::ptr::eq(self.controls, other.controls) && self.values == other.values
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Number(f64),
    Choice(usize),
    Activations(Vec<Written>),
    Switch(bool),
}

impl Settings {
    /// The factory state.
    pub fn defaults(controls: &'static [Control]) -> Settings {
        let values = controls.iter().map(|control| default(&control.kind));
        Settings {
            controls,
            values: values.collect(),
        }
    }

    /// Takes the values back to which links of version 1 referred, where those were others.
    pub fn go_back(&mut self) {
        for control in self.controls {
            // A test holds that each of them can be read.
            if let Some(former) = control.former {
                let _ = self.set(control.id, former);
            }
        }
    }

    /// The table that these are values of.
    pub fn controls(&self) -> &'static [Control] {
        self.controls
    }

    /// Sets one control from text; on an error nothing changes.
    pub fn set(&mut self, id: &str, text: &str) -> Result<(), SettingError> {
        let Some(index) = self.index(id) else {
            let known: Vec<&str> = self.controls.iter().map(|c| c.id).collect();
            return Err(SettingError::UnknownControl {
                id: quotable(id),
                known: known.join(", "),
            });
        };
        if let Kind::Choice { .. } = self.controls[index].kind
            && let Some((option, parameters)) = with_parameters(text)
        {
            *self = self.chosen(index, option, parameters)?;
            return Ok(());
        }
        self.values[index] = read(&self.controls[index], text)?;
        Ok(())
    }

    /// The same with an option and its parameters, `epsilon=1e-16`, which are controls of their own.
    fn chosen(
        &self,
        index: usize,
        option: &str,
        parameters: &str,
    ) -> Result<Settings, SettingError> {
        let control = &self.controls[index];
        let mut settings = self.clone();
        settings.values[index] = read(control, option)?;
        let own = Some((control.id, settings.option(index)));
        for pair in parameters.split(',') {
            let (id, text) = pair.split_once('=').unwrap_or((pair, ""));
            let known = || self.controls.iter().filter(|c| c.parameter_of == own);
            if !known().any(|parameter| parameter.id == id.trim()) {
                let known: Vec<&str> = known().map(|parameter| parameter.id).collect();
                return Err(SettingError::UnknownParameter {
                    id: control.id,
                    option: quotable(option),
                    text: quotable(pair),
                    known: known.join(", "),
                });
            }
            settings.set(id.trim(), text)?;
        }
        Ok(settings)
    }

    /// The controls that differ from the factory state, in the order of the table.
    pub fn changed(&self) -> Vec<(&'static str, String)> {
        (0..self.controls.len())
            .filter(|&i| self.values[i] != default(&self.controls[i].kind))
            .map(|i| (self.controls[i].id, self.spelled(i)))
            .collect()
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.controls.iter().position(|control| control.id == id)
    }

    /// The value of a number control, no larger than that of the control up to which it is of use.
    fn acting_number(&self, index: usize) -> f64 {
        match (&self.values[index], &self.controls[index].kind) {
            (Value::Number(value), Kind::Number { max, .. }) => value.min(self.top(index, *max)),
            _ => f64::NAN,
        }
    }

    /// Sets a number: held by the ends of the control, rounded where it takes whole numbers.
    fn put_number(&mut self, index: usize, value: f64) {
        if let Kind::Number {
            min, max, whole, ..
        } = self.controls[index].kind
            && !value.is_nan()
        {
            let top = self.top(index, max);
            let value = if whole { libm::round(value) } else { value };
            self.values[index] = Value::Number(value.clamp(min, top));
        }
    }

    /// The chosen activations as they were written.
    fn list(&self, index: usize) -> &[Written] {
        match &self.values[index] {
            Value::Activations(list) => list,
            _ => &[],
        }
    }

    fn top(&self, index: usize, max: f64) -> f64 {
        let other = match self.controls[index].kind {
            Kind::Number { upto, .. } => upto.and_then(|other| self.index(other)),
            _ => None,
        };
        other.map_or(max, |other| self.acting_number(other).min(max))
    }

    fn spelled(&self, index: usize) -> String {
        match (&self.values[index], &self.controls[index].kind) {
            (Value::Number(value), _) => spelled(*value),
            (Value::Choice(_), _) => self.option(index).to_owned(),
            (Value::Activations(list), _) => spell_list(list),
            (Value::Switch(on), _) => on.to_string(),
        }
    }
}
