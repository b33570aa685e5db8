//! Typed handles: a figure asks for its `DEPTH` and gets a number of layers, not for a name that may be misspelled and a text that may be anything.

use super::super::control::{Control, Kind};
use super::{Settings, Value, Written};
use std::marker::PhantomData;

/// A control of one figure, and what its value is read as.
///
/// It belongs to the settings of the table that it was made from.
pub struct Id<T> {
    name: &'static str,
    pub(super) index: usize,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Id<T> {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> Id<T> {
    /// The control's id in links, for whoever names it to somebody else.
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<T: Setting> Id<T> {
    /// The control of that name whose values are such ones.
    ///
    /// To be made in a `const`: where the table has no such control the search ends beyond its last one, and the build with it.
    ///
    /// ```
    /// use activation_lab::figure::{Control, Id};
    /// use activation_lab::language::{Label, Text};
    ///
    /// const LABEL: Label = Label { name: Text::new("Depth"), help: Text::new("") };
    /// const CONTROLS: &[Control] = &[Control::whole("depth", LABEL, (1.0, 9.0, 4.0))];
    /// const DEPTH: Id<usize> = Id::of(CONTROLS, "depth");
    /// assert_eq!(DEPTH.name(), "depth");
    /// ```
    ///
    /// ```compile_fail,E0080
    /// # use activation_lab::figure::{Control, Id};
    /// # use activation_lab::language::{Label, Text};
    /// # const LABEL: Label = Label { name: Text::new("Depth"), help: Text::new("") };
    /// # const CONTROLS: &[Control] = &[Control::whole("depth", LABEL, (1.0, 9.0, 4.0))];
    /// const MISSPELLED: Id<usize> = Id::of(CONTROLS, "detph");
    /// # println!("{}", MISSPELLED.name());
    /// ```
    ///
    /// ```compile_fail,E0080
    /// # use activation_lab::figure::{Control, Id};
    /// # use activation_lab::language::{Label, Text};
    /// # const LABEL: Label = Label { name: Text::new("Depth"), help: Text::new("") };
    /// # const CONTROLS: &[Control] = &[Control::whole("depth", LABEL, (1.0, 9.0, 4.0))];
    /// const OF_ANOTHER_KIND: Id<bool> = Id::of(CONTROLS, "depth");
    /// # println!("{}", OF_ANOTHER_KIND.name());
    /// ```
    pub const fn of(controls: &'static [Control], name: &'static str) -> Id<T> {
        let mut index = 0;
        while !(same(controls[index].id, name) && T::FORM.fits(&controls[index].kind)) {
            index += 1;
        }
        Id {
            name,
            index,
            value: PhantomData,
        }
    }
}

/// What the value of a control can be read as.
pub trait Setting: Sized {
    /// The controls whose values are such ones.
    const FORM: Form;

    /// The value of the control at that place of the table, as it acts.
    fn read(settings: &Settings, index: usize) -> Self;

    /// Makes it the value; a number is held by the ends of the control.
    fn write(self, settings: &mut Settings, index: usize);
}

/// What kind of control a type needs.
pub enum Form {
    /// Any number.
    Number,
    /// A whole number, from 0 up.
    Whole,
    /// On or off.
    Switch,
    /// Activations.
    Activations,
    /// Options whose ids are whole numbers.
    Listed,
    /// Options with no other ids than these.
    Choice(&'static [&'static str]),
}

impl Form {
    const fn fits(&self, kind: &Kind) -> bool {
        match (self, kind) {
            (Form::Number, Kind::Number { whole, .. }) => !*whole,
            (Form::Whole, Kind::Number { whole, min, .. }) => *whole && *min >= 0.0,
            (Form::Switch, Kind::Switch { .. }) => true,
            (Form::Activations, Kind::Activations { .. }) => true,
            (Form::Listed, Kind::Choice { options, .. }) => {
                let mut at = 0;
                while at < options.len() && is_whole(options[at].0) {
                    at += 1;
                }
                at == options.len()
            }
            (Form::Choice(ids), Kind::Choice { options, .. }) => {
                let mut at = 0;
                while at < options.len() && has(ids, options[at].0) {
                    at += 1;
                }
                at == options.len()
            }
            _ => false,
        }
    }
}

/// Digits, few enough for any number type.
const fn is_whole(id: &str) -> bool {
    let bytes = id.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        at += 1;
    }
    at == bytes.len() && at > 0 && at < 10
}

const fn has(ids: &[&str], id: &str) -> bool {
    let mut at = 0;
    while at < ids.len() && !same(ids[at], id) {
        at += 1;
    }
    at < ids.len()
}

/// Whether two texts are the same, for constants.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

impl Settings {
    /// The value of a control, as it acts: a number beyond another control's value is that value.
    pub fn get<T: Setting>(&self, id: Id<T>) -> T {
        T::read(self, id.index)
    }

    /// Gives a control a value.
    pub fn put<T: Setting>(&mut self, id: Id<T>, value: T) {
        value.write(self, id.index);
    }

    /// Gives a control the value of another one of its kind, as it was written.
    pub fn copy<T: Setting>(&mut self, from: Id<T>, to: Id<T>) {
        self.values[to.index] = self.values[from.index].clone();
    }

    /// The largest value of a control.
    pub fn largest(&self, id: Id<u64>) -> u64 {
        match self.controls[id.index].kind {
            Kind::Number { max, .. } => max as u64,
            _ => 0,
        }
    }
}

impl Setting for f64 {
    const FORM: Form = Form::Number;

    fn read(settings: &Settings, index: usize) -> f64 {
        settings.acting_number(index)
    }

    fn write(self, settings: &mut Settings, index: usize) {
        settings.put_number(index, self);
    }
}

/// A whole number, as any type that counts.
macro_rules! whole {
    ($($counts:ty),*) => {$(
        impl Setting for $counts {
            const FORM: Form = Form::Whole;

            fn read(settings: &Settings, index: usize) -> $counts {
                settings.acting_number(index) as $counts
            }

            fn write(self, settings: &mut Settings, index: usize) {
                settings.put_number(index, self as f64);
            }
        }
    )*};
}

whole!(usize, u64);

impl Setting for bool {
    const FORM: Form = Form::Switch;

    fn read(settings: &Settings, index: usize) -> bool {
        matches!(settings.values[index], Value::Switch(true))
    }

    fn write(self, settings: &mut Settings, index: usize) {
        settings.values[index] = Value::Switch(self);
    }
}

impl Setting for Vec<Written> {
    const FORM: Form = Form::Activations;

    fn read(settings: &Settings, index: usize) -> Vec<Written> {
        settings.list(index).to_vec()
    }

    /// As many as the control takes; none changes nothing.
    fn write(mut self, settings: &mut Settings, index: usize) {
        if let Kind::Activations { most, .. } = settings.controls[index].kind
            && !self.is_empty()
        {
            self.truncate(most);
            settings.values[index] = Value::Activations(self);
        }
    }
}
