//! Values by the names of their controls, for the boundary: a link, an attribute, a gesture and the command know no more of them. Figures have [handles](super::Id).

use super::super::control::Kind;
use super::super::text;
use super::read::default;
use super::{Settings, Value, Written};
use crate::language::marked;
use crate::model::number::spelled;

impl Settings {
    /// Sets a number from a pointer: held by the ends of the control, rounded where it takes whole numbers.
    pub fn set_number(&mut self, id: &str, value: f64) {
        if let Some(index) = self.index(id) {
            self.put_number(index, value);
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
            Value::Number(_) => Some(spelled(self.acting_number(index))),
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
        let acting = self.acting_number(index);
        // The factory state may say "the last one" with a number beyond all.
        let chosen = self.values[index] != default(kind) && *written > acting;
        chosen.then(|| {
            let [written, acting] = [*written, acting].map(|x| marked(spelled(x)));
            text::held(&written, &other.label.read(), &acting)
        })
    }

    /// The value of a number control; NaN where there is none of that name.
    pub fn number(&self, id: &str) -> f64 {
        let index = self.index(id);
        index.map_or(f64::NAN, |index| self.acting_number(index))
    }

    /// The chosen activations as they were written.
    pub fn activations(&self, id: &str) -> &[Written] {
        self.index(id).map_or(&[], |index| self.list(index))
    }
}
