//! The one description of what a student can change.
//!
//! Inputs, links, attributes, the command line, clamping, reset and documentation are all made from these tables.

use super::settings::Settings;
use super::text;
use crate::language::{Label, Text};
use serde::Serialize;

/// One thing that can be changed in a figure.
#[derive(Clone, Debug, Serialize)]
pub struct Control {
    /// Name in links, attributes and on the command line.
    pub id: &'static str,
    /// What the student reads.
    pub label: Text,
    /// One sentence: what changes.
    pub help: Text,
    /// What values it takes.
    pub kind: Kind,
    /// Where it stands in the shell.
    pub place: Place,
    /// What part it has in what is drawn.
    #[serde(skip)]
    pub role: Role,
    /// What a link of version 1 meant that did not name it, where that was another value than today's.
    #[serde(skip)]
    pub former: Option<&'static str>,
    /// The control and the option of it whose parameter this is: `optimiser=adam(epsilon=1e-16)` sets both.
    #[serde(skip)]
    pub parameter_of: Option<(&'static str, &'static str)>,
    /// Whether it has any effect in a state; one that has none is not shown.
    #[serde(skip)]
    pub acts: fn(&Settings) -> bool,
}

/// What part a control has in what is drawn, whatever its name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// None that anything beside its figure needs to know.
    Plain,
    /// Its activations are the figure's series: each has a colour and a pattern of its own.
    Series,
    /// Its activation is drawn beside the first of the series, and looks unlike it.
    Partner,
    /// It is the slope of all leaks that do not say their own.
    Leak,
}

/// Where a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Place {
    /// In the open, beside what it changes.
    Main,
    /// Behind "More controls".
    More,
    /// In the bar under the pictures that plays, pauses and scrubs.
    Player,
}

/// What values a control takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Kind {
    /// A number between `min` and `max`, inclusive.
    Number {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
        /// Values that a slider offers are multiples of this.
        step: f64,
        /// Value of the factory state.
        default: f64,
        /// How the slider's travel maps to values.
        travel: Travel,
        /// Only whole numbers.
        whole: bool,
        /// Another control whose value is the largest one of use now: no layer lies beyond the depth.
        upto: Option<&'static str>,
        /// Values that mean something, with their names.
        marks: &'static [(f64, Text)],
    },
    /// One of a list: `(id, label)`; the default is an index into it.
    Choice {
        /// What can be chosen.
        options: &'static [(&'static str, Text)],
        /// Index of the factory state.
        default: usize,
    },
    /// Activations, as `sigmoid,leaky_relu(alpha=0.1)`: at least one, at most `most`.
    Activations {
        /// The factory state, in that spelling.
        default: &'static str,
        /// How many at most.
        most: usize,
    },
    /// On or off: `true` or `false`.
    Switch {
        /// The factory state.
        default: bool,
    },
}

/// How a slider's travel maps to values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Travel {
    /// Equal travel, equal difference.
    Linear,
    /// Equal travel, equal ratio.
    Logarithmic,
}

/// Tables are written as `Control::number(…).marks(…).at(Place::More)`.
impl Control {
    /// A number on a linear slider: smallest, largest, step, default.
    pub const fn number(
        id: &'static str,
        label: Label,
        (min, max, step, default): (f64, f64, f64, f64),
    ) -> Control {
        let kind = Kind::Number {
            min,
            max,
            step,
            default,
            travel: Travel::Linear,
            whole: false,
            upto: None,
            marks: &[],
        };
        Control::of_kind(id, label, kind)
    }

    /// A whole number on a linear slider: smallest, largest, default.
    pub const fn whole(
        id: &'static str,
        label: Label,
        (min, max, default): (f64, f64, f64),
    ) -> Control {
        let mut control = Control::number(id, label, (min, max, 1.0, default));
        if let Kind::Number { whole, .. } = &mut control.kind {
            *whole = true;
        }
        control
    }

    /// One of a list, the default by its index.
    pub const fn choice(
        id: &'static str,
        label: Label,
        options: &'static [(&'static str, Text)],
        default: usize,
    ) -> Control {
        Control::of_kind(id, label, Kind::Choice { options, default })
    }

    /// Activations: the factory state, and how many at most.
    pub const fn activations(label: Label, default: &'static str, most: usize) -> Control {
        let kind = Kind::Activations { default, most };
        Control::of_kind("activation", label, kind).as_a(Role::Series)
    }

    /// On or off.
    pub const fn switch(id: &'static str, label: Label, default: bool) -> Control {
        Control::of_kind(id, label, Kind::Switch { default })
    }

    /// The slope of Leaky ReLU, wherever one can be chosen.
    pub const fn leak() -> Control {
        Control::number("alpha", text::LEAK, (0.0, 0.5, 0.005, 0.01))
            .marks(&[(0.01, text::MARK_0_01)])
            .as_a(Role::Leak)
    }

    /// What decides everything that is drawn at random: help and default.
    pub const fn seed(help: Text, default: f64) -> Control {
        let label = Label {
            name: text::SEED,
            help,
        };
        Control::whole("seed", label, (1.0, 999.0, default)).at(Place::More)
    }

    /// How many steps a training has taken, which the player moves: the last one, and the default.
    pub const fn step(last: f64, default: f64) -> Control {
        Control::whole("step", text::STEP, (0.0, last, default)).at(Place::Player)
    }

    /// How fast the player goes: options whose ids are steps per second, and the default.
    pub const fn speed(options: &'static [(&'static str, Text)], default: usize) -> Control {
        Control::choice("speed", text::SPEED, options, default).at(Place::Player)
    }

    const fn of_kind(id: &'static str, label: Label, kind: Kind) -> Control {
        Control {
            id,
            label: label.name,
            help: label.help,
            kind,
            place: Place::Main,
            role: Role::Plain,
            former: None,
            parameter_of: None,
            acts: |_| true,
        }
    }

    /// The same under another name, where a figure has two of the kind.
    pub const fn named(mut self, id: &'static str) -> Control {
        self.id = id;
        self
    }

    /// The same in another role.
    pub const fn as_a(mut self, role: Role) -> Control {
        self.role = role;
        self
    }

    /// The same with equal travel for equal ratios.
    pub const fn logarithmic(mut self) -> Control {
        if let Kind::Number { travel, .. } = &mut self.kind {
            *travel = Travel::Logarithmic;
        }
        self
    }

    /// The same with these values marked.
    pub const fn marks(mut self, values: &'static [(f64, Text)]) -> Control {
        if let Kind::Number { marks, .. } = &mut self.kind {
            *marks = values;
        }
        self
    }

    /// The same, of use only up to the value of another control.
    pub const fn upto(mut self, other: &'static str) -> Control {
        if let Kind::Number { upto, .. } = &mut self.kind {
            *upto = Some(other);
        }
        self
    }

    /// The same, where links of version 1 that do not name it mean this value.
    pub const fn formerly(mut self, value: &'static str) -> Control {
        self.former = Some(value);
        self
    }

    /// The same, which can also be given as a parameter of an option of another control.
    pub const fn of(mut self, choice: &'static str, option: &'static str) -> Control {
        self.parameter_of = Some((choice, option));
        self
    }

    /// The same, which has an effect only where this holds.
    pub const fn when(mut self, acts: fn(&Settings) -> bool) -> Control {
        self.acts = acts;
        self
    }

    /// The same at another place.
    pub const fn at(mut self, place: Place) -> Control {
        self.place = place;
        self
    }
}
