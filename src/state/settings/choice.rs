//! Choices as enums that own their ids.

use super::super::control::Kind;
use super::handle::{Form, Id, Setting};
use super::{Settings, Value};

/// A choice that a control offers.
///
/// [`choices!`] makes one from a single table, or of an enum of the model.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value there is.
    const ALL: &'static [Self];

    /// Their ids in links, in the same order.
    const IDS: &'static [&'static str];

    /// The id of this one.
    fn id(self) -> &'static str {
        let mut all = Self::ALL.iter().zip(Self::IDS);
        all.find(|(other, _)| **other == self)
            .map_or("", |(_, id)| id)
    }
}

impl<T: Choice> Setting for T {
    const FORM: Form = Form::Choice(T::IDS);

    fn read(settings: &Settings, index: usize) -> T {
        let chosen = settings.option(index);
        let at = T::IDS.iter().position(|id| *id == chosen);
        T::ALL[at.unwrap_or(0)]
    }

    fn write(self, settings: &mut Settings, index: usize) {
        settings.choose(index, self.id());
    }
}

/// A number that is chosen from a list: the ids of the options are the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed(pub u32);

impl Setting for Listed {
    const FORM: Form = Form::Listed;

    fn read(settings: &Settings, index: usize) -> Listed {
        Listed(settings.option(index).parse().unwrap_or(0))
    }

    fn write(self, settings: &mut Settings, index: usize) {
        settings.choose(index, &self.0.to_string());
    }
}

impl Settings {
    /// The numbers that a control offers.
    pub fn offered(&self, id: Id<Listed>) -> impl Iterator<Item = Listed> {
        let options = match self.controls[id.index].kind {
            Kind::Choice { options, .. } => options,
            _ => &[],
        };
        options.iter().filter_map(|o| o.0.parse().ok()).map(Listed)
    }

    /// The id of the option that is chosen.
    pub(super) fn option(&self, index: usize) -> &'static str {
        match (&self.values[index], &self.controls[index].kind) {
            (Value::Choice(at), Kind::Choice { options, .. }) => options[*at].0,
            _ => "",
        }
    }

    /// Chooses an option by its id; one that there is not changes nothing.
    fn choose(&mut self, index: usize, option: &str) {
        if let Kind::Choice { options, .. } = &self.controls[index].kind
            && let Some(at) = options.iter().position(|known| known.0 == option)
        {
            self.values[index] = Value::Choice(at);
        }
    }
}

/// Makes a [`Choice`]: an enum from one table of values, ids and labels, which also gives the `OPTIONS` of its control; or `impl` for an enum of the model, which has its ids itself.
macro_rules! choices {
    (
        $(#[$about:meta])*
        $see:vis enum $name:ident {
            $($(#[$of:meta])* $value:ident = $id:literal, $label:expr;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $see enum $name {
            $($(#[$of])* $value,)+
        }

        impl $name {
            /// What a control offers: the ids with what the reader sees.
            $see const OPTIONS: &'static [(&'static str, $crate::language::Text)] =
                &[$(($id, $label)),+];
        }

        impl $crate::state::Choice for $name {
            const ALL: &'static [$name] = &[$($name::$value),+];
            const IDS: &'static [&'static str] = &[$($id),+];
        }
    };
    (impl $name:ty) => {
        impl $crate::state::Choice for $name {
            const ALL: &'static [$name] = &<$name>::ALL;
            const IDS: &'static [&'static str] = &{
                let mut ids = [""; <$name>::ALL.len()];
                let mut at = 0;
                while at < ids.len() {
                    ids[at] = <$name>::ALL[at].id();
                    at += 1;
                }
                ids
            };
        }
    };
}

pub(crate) use choices;
