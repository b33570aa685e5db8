//! The values of one figure's controls.
//!
//! Text comes in from links, attributes and the command line; it is read strictly here, and the caller decides whether an error ends the program or becomes a note.

mod error;
mod read;
mod roles;
mod written;

use super::control::{Control, Kind, Travel};
use super::text;
use crate::language::marked;
use crate::model::number::spelled;
use crate::model::quote::quotable;
use read::{default, read, spell_list, with_parameters};

pub use error::SettingError;
pub use read::takes;
pub use written::{Written, follows_alpha};

/// Slider travel of a control whose values are not whole numbers on a linear scale.
const FINE_TRAVEL: u32 = 400;

/// One value for each control of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    controls: &'static [Control],
    values: Vec<Value>,
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
        let own = Some((control.id, settings.choice(control.id)));
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

    /// Sets a number from a pointer: clamped to the range, rounded where the control takes whole numbers.
    pub fn set_number(&mut self, id: &str, value: f64) {
        let Some(index) = self.index(id) else { return };
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

    /// Chooses an option of a choice by its id; one that there is not changes nothing.
    pub fn choose(&mut self, id: &str, option: &str) {
        let Some(index) = self.index(id) else { return };
        if let Kind::Choice { options, .. } = &self.controls[index].kind
            && let Some(at) = options.iter().position(|known| known.0 == option)
        {
            self.values[index] = Value::Choice(at);
        }
    }

    /// The value in the spelling of links, as it was set.
    pub fn text(&self, id: &str) -> Option<String> {
        self.index(id).map(|index| self.spelled(index))
    }

    /// The value as it acts now: a number beyond another control's value is that value.
    pub fn acting(&self, id: &str) -> Option<String> {
        let index = self.index(id)?;
        match self.values[index] {
            Value::Number(_) => Some(spelled(self.number(id))),
            _ => Some(self.spelled(index)),
        }
    }

    /// Where a value that was chosen lies beyond another control's, what that means, in words.
    pub fn held(&self, id: &str) -> Option<String> {
        let index = self.index(id)?;
        let kind = &self.controls[index].kind;
        let (Value::Number(written), Kind::Number { upto, .. }) = (&self.values[index], kind)
        else {
            return None;
        };
        let other = &self.controls[self.index((*upto)?)?];
        let acting = self.number(id);
        // The factory state may say "the last one" with a number beyond all.
        let chosen = self.values[index] != default(kind) && *written > acting;
        chosen.then(|| {
            let [written, acting] = [*written, acting].map(|x| marked(spelled(x)));
            text::held(&written, &other.label.read(), &acting)
        })
    }

    /// The value of a number control; NaN where there is none of that name.
    pub fn number(&self, id: &str) -> f64 {
        let Some(index) = self.index(id) else {
            return f64::NAN;
        };
        match (&self.values[index], &self.controls[index].kind) {
            (Value::Number(value), Kind::Number { max, .. }) => value.min(self.top(index, *max)),
            _ => f64::NAN,
        }
    }

    /// Whether a switch is on.
    pub fn is_on(&self, id: &str) -> bool {
        matches!(self.value(id), Some(Value::Switch(true)))
    }

    /// The id of the chosen option.
    pub fn choice(&self, id: &str) -> &'static str {
        match (
            self.value(id),
            self.index(id).map(|i| &self.controls[i].kind),
        ) {
            (Some(Value::Choice(at)), Some(Kind::Choice { options, .. })) => options[*at].0,
            _ => "",
        }
    }

    /// The chosen activations as they were written.
    pub fn activations(&self, id: &str) -> &[Written] {
        match self.value(id) {
            Some(Value::Activations(list)) => list,
            _ => &[],
        }
    }

    /// The controls that differ from the factory state, in the order of the table.
    pub fn changed(&self) -> Vec<(&'static str, String)> {
        (0..self.controls.len())
            .filter(|&i| self.values[i] != default(&self.controls[i].kind))
            .map(|i| (self.controls[i].id, self.spelled(i)))
            .collect()
    }

    /// How many steps the slider of a number control has.
    pub fn positions(&self, id: &str) -> u32 {
        let Some(index) = self.index(id) else {
            return 0;
        };
        match self.controls[index].kind {
            Kind::Number {
                min,
                max,
                step,
                travel: Travel::Linear,
                ..
            } => libm::round((self.top(index, max) - min) / step) as u32,
            Kind::Number { .. } => FINE_TRAVEL,
            _ => 0,
        }
    }

    /// Where the slider of a number control stands.
    pub fn position(&self, id: &str) -> Option<u32> {
        let index = self.index(id)?;
        let Kind::Number {
            min, max, travel, ..
        } = self.controls[index].kind
        else {
            return None;
        };
        let top = self.top(index, max);
        let value = self.number(id);
        let share = match travel {
            _ if top <= min => 0.0,
            Travel::Linear => (value - min) / (top - min),
            Travel::Logarithmic => libm::log(value / min) / libm::log(top / min),
        };
        Some(libm::round(share * f64::from(self.positions(id))) as u32)
    }

    /// Moves the slider of a number control; the value becomes a multiple of the control's step, or of a whole number.
    pub fn set_position(&mut self, id: &str, position: u32) {
        let Some(index) = self.index(id) else { return };
        let Kind::Number {
            min,
            max,
            step,
            travel,
            ..
        } = self.controls[index].kind
        else {
            return;
        };
        let positions = self.positions(id).max(1);
        let share = f64::from(position.min(positions)) / f64::from(positions);
        let top = self.top(index, max);
        let value = match travel {
            Travel::Linear => min + share * (top - min),
            Travel::Logarithmic => min * libm::pow(top / min, share),
        };
        // Dividing by the reciprocal keeps 0.3 from becoming 0.30000000000000004.
        let per_unit = libm::round(1.0 / step);
        let value = match position {
            0 => min,
            p if p >= positions => top,
            _ if per_unit >= 1.0 => libm::round(value * per_unit) / per_unit,
            _ => libm::round(value / step) * step,
        };
        self.set_number(id, value);
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.controls.iter().position(|control| control.id == id)
    }

    fn value(&self, id: &str) -> Option<&Value> {
        self.index(id).map(|index| &self.values[index])
    }

    fn top(&self, index: usize, max: f64) -> f64 {
        match self.controls[index].kind {
            Kind::Number {
                upto: Some(other), ..
            } => self.number(other).min(max),
            _ => max,
        }
    }

    fn spelled(&self, index: usize) -> String {
        match (&self.values[index], &self.controls[index].kind) {
            (Value::Number(value), _) => spelled(*value),
            (Value::Choice(at), Kind::Choice { options, .. }) => options[*at].0.to_owned(),
            (Value::Activations(list), _) => spell_list(list),
            (Value::Switch(on), _) => on.to_string(),
            (Value::Choice(_), _) => String::new(),
        }
    }
}
