//! What can be changed in `dying`.

use super::super::{Action, Control, Id, Listed, Place, Settings, choices};
use super::{labels, names};
use crate::language::Text;
use crate::model::dataset::Kind;

/// The sets of points that two classes in the plane make.
const SETS: &[(&str, Text)] = &[
    ("moons", labels::DATA_MOONS),
    ("circles", labels::DATA_CIRCLES),
    ("xor", labels::DATA_XOR),
    ("spiral", labels::DATA_SPIRAL),
];

/// Steps per second.
const SPEEDS: &[(&str, Text)] = &[
    ("2", Text::new("2/s")),
    ("10", Text::new("10/s")),
    ("50", Text::new("50/s")),
    ("200", Text::new("200/s")),
];

/// The most units that the layer may have.
const WIDEST: f64 = 32.0;

/// The last step that the figure goes to.
const LAST: f64 = 1000.0;

/// Training points.
pub const POINTS: usize = 100;

choices! {
    /// What the layer is made of from its first step on, against dying.
    pub enum Cure {
        /// Plain ReLU.
        None = "none", labels::CURE_NONE;
        /// Leaky ReLU.
        Leak = "leak", labels::CURE_LEAK;
        /// GELU.
        Gelu = "gelu", labels::CURE_GELU;
    }
}

choices! {
    /// Which units are given a leak on the way.
    pub enum Leaky {
        /// None.
        None = "none", labels::LEAK_NONE;
        /// One of them.
        One = "one", labels::LEAK_ONE;
        /// All.
        All = "all", labels::LEAK_ALL;
    }
}

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::number("rate", labels::RATE, (0.01, 3.0, 0.01, 1.0))
        .logarithmic()
        .marks(&[(0.1, labels::MARK_0_1), (1.0, Text::new("1"))])
        .formerly("3"),
    Control::choice("cure", labels::CURE, Cure::OPTIONS, 0),
    Control::number("bias", labels::BIAS, (-3.0, 1.0, 0.05, -3.0))
        .marks(&[(0.0, Text::new("0"))])
        .formerly("0"),
    Control::whole("width", labels::WIDTH, (1.0, WIDEST, 4.0)).formerly("16"),
    Control::whole("unit", labels::UNIT, (1.0, WIDEST, 1.0))
        .upto("width")
        .formerly("3"),
    Control::number("alpha", labels::ALPHA, (0.0, 0.5, 0.005, 0.01))
        .marks(&[(0.01, labels::MARK_0_01), (0.1, labels::MARK_0_1)])
        .formerly("0.1"),
    Control::choice("data", labels::DATA, SETS, 0).formerly("xor"),
    Control::seed(labels::SEED, 1.0),
    Control::whole("batch", labels::BATCH, (1.0, POINTS as f64, 10.0)).at(Place::More),
    Control::choice("leak", labels::LEAK, Leaky::OPTIONS, 0)
        .when(is_plain)
        .at(Place::More),
    Control::whole("leaky_unit", labels::LEAKY_UNIT, (1.0, WIDEST, 1.0))
        .upto("width")
        .when(|settings| is_plain(settings) && settings.get(LEAK) == Leaky::One)
        .at(Place::More),
    Control::whole("leak_step", labels::LEAK_STEP, (0.0, LAST, 0.0))
        .when(|settings| is_plain(settings) && settings.get(LEAK) != Leaky::None)
        .at(Place::More),
    Control::step(LAST, LAST).formerly("60"),
    Control::speed(SPEEDS, 3).formerly("10"),
];

pub const RATE: Id<f64> = Id::of(CONTROLS, "rate");
pub const CURE: Id<Cure> = Id::of(CONTROLS, "cure");
pub const BIAS: Id<f64> = Id::of(CONTROLS, "bias");
pub const WIDTH: Id<usize> = Id::of(CONTROLS, "width");
pub const UNIT: Id<usize> = Id::of(CONTROLS, "unit");
pub const ALPHA: Id<f64> = Id::of(CONTROLS, "alpha");
pub const DATA: Id<Kind> = Id::of(CONTROLS, "data");
pub const SEED: Id<u64> = Id::of(CONTROLS, "seed");
pub const BATCH: Id<usize> = Id::of(CONTROLS, "batch");
pub const LEAK: Id<Leaky> = Id::of(CONTROLS, "leak");
pub const LEAKY_UNIT: Id<usize> = Id::of(CONTROLS, "leaky_unit");
pub const LEAK_STEP: Id<usize> = Id::of(CONTROLS, "leak_step");
pub const STEP: Id<u64> = Id::of(CONTROLS, "step");
pub const SPEED: Id<Listed> = Id::of(CONTROLS, "speed");

/// Whether the layer is one of ReLU.
fn is_plain(settings: &Settings) -> bool {
    settings.get(CURE) == Cure::None
}

pub const ACTIONS: &[Action] = &[
    Action {
        id: "leak_from_start",
        label: |_| labels::LEAK_FROM_START.read(),
        help: labels::LEAK_FROM_START_HELP,
        is_open: |settings| settings.get(CURE) != Cure::Leak,
        act: |settings| settings.put(CURE, Cure::Leak),
    },
    Action {
        id: "gelu_from_start",
        label: |_| labels::GELU_FROM_START.read(),
        help: labels::GELU_FROM_START_HELP,
        is_open: |settings| settings.get(CURE) != Cure::Gelu,
        act: |settings| settings.put(CURE, Cure::Gelu),
    },
    Action {
        id: "no_cure",
        label: |_| labels::NO_CURE.read(),
        help: labels::NO_CURE_HELP,
        is_open: |settings| settings.get(CURE) != Cure::None,
        act: |settings| settings.put(CURE, Cure::None),
    },
    Action {
        id: "leak_one",
        label: |settings| names::give_leak(settings.get(UNIT)),
        help: labels::LEAK_ONE_HELP,
        is_open: can_leak,
        act: |settings| {
            settings.put(LEAKY_UNIT, settings.get(UNIT));
            give(settings, Leaky::One);
        },
    },
    Action {
        id: "leak_all",
        label: |_| labels::GIVE_ALL.read(),
        help: labels::LEAK_ALL_HELP,
        is_open: can_leak,
        act: |settings| give(settings, Leaky::All),
    },
    Action {
        id: "take_back",
        label: |_| labels::TAKE_BACK.read(),
        help: labels::TAKE_BACK_HELP,
        is_open: |settings| settings.get(LEAK) != Leaky::None,
        act: |settings| settings.put(LEAK, Leaky::None),
    },
];

/// Plain ReLU units that have no leak yet.
fn can_leak(settings: &Settings) -> bool {
    settings.get(LEAK) == Leaky::None && is_plain(settings)
}

fn give(settings: &mut Settings, to: Leaky) {
    settings.put(LEAK_STEP, settings.get(STEP) as usize);
    settings.put(LEAK, to);
}
