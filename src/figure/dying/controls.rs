//! What can be changed in `dying`.

use super::super::{Action, Control, Place, Settings};
use super::{labels, names};
use crate::language::Text;

/// The sets of points that two classes in the plane make.
const DATA: &[(&str, Text)] = &[
    ("moons", labels::DATA_MOONS),
    ("circles", labels::DATA_CIRCLES),
    ("xor", labels::DATA_XOR),
    ("spiral", labels::DATA_SPIRAL),
];

/// Steps per second; the ids are read as numbers.
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

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::number("rate", labels::RATE, (0.01, 3.0, 0.01, 1.0))
        .logarithmic()
        .marks(&[(0.1, labels::MARK_0_1), (1.0, Text::new("1"))])
        .formerly("3"),
    Control::choice(
        "cure",
        labels::CURE,
        &[
            ("none", labels::CURE_NONE),
            ("leak", labels::CURE_LEAK),
            ("gelu", labels::CURE_GELU),
        ],
        0,
    ),
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
    Control::choice("data", labels::DATA, DATA, 0).formerly("xor"),
    Control::seed(labels::SEED, 1.0),
    Control::whole("batch", labels::BATCH, (1.0, POINTS as f64, 10.0)).at(Place::More),
    Control::choice(
        "leak",
        labels::LEAK,
        &[
            ("none", labels::LEAK_NONE),
            ("one", labels::LEAK_ONE),
            ("all", labels::LEAK_ALL),
        ],
        0,
    )
    .at(Place::More),
    Control::whole("leaky_unit", labels::LEAKY_UNIT, (1.0, WIDEST, 1.0))
        .upto("width")
        .at(Place::More),
    Control::whole("leak_step", labels::LEAK_STEP, (0.0, LAST, 0.0)).at(Place::More),
    Control::step(LAST, LAST).formerly("60"),
    Control::speed(SPEEDS, 3).formerly("10"),
];

pub const ACTIONS: &[Action] = &[
    Action {
        id: "leak_from_start",
        label: |_| labels::LEAK_FROM_START.read(),
        help: labels::LEAK_FROM_START_HELP,
        is_open: |settings| settings.choice("cure") != "leak",
        act: |settings| settings.choose("cure", "leak"),
    },
    Action {
        id: "gelu_from_start",
        label: |_| labels::GELU_FROM_START.read(),
        help: labels::GELU_FROM_START_HELP,
        is_open: |settings| settings.choice("cure") != "gelu",
        act: |settings| settings.choose("cure", "gelu"),
    },
    Action {
        id: "no_cure",
        label: |_| labels::NO_CURE.read(),
        help: labels::NO_CURE_HELP,
        is_open: |settings| settings.choice("cure") != "none",
        act: |settings| settings.choose("cure", "none"),
    },
    Action {
        id: "leak_one",
        label: |settings| names::give_leak(settings.number("unit") as usize),
        help: labels::LEAK_ONE_HELP,
        is_open: can_leak,
        act: |settings| {
            settings.set_number("leaky_unit", settings.number("unit"));
            give(settings, "one");
        },
    },
    Action {
        id: "leak_all",
        label: |_| labels::GIVE_ALL.read(),
        help: labels::LEAK_ALL_HELP,
        is_open: can_leak,
        act: |settings| give(settings, "all"),
    },
    Action {
        id: "take_back",
        label: |_| labels::TAKE_BACK.read(),
        help: labels::TAKE_BACK_HELP,
        is_open: |settings| settings.choice("leak") != "none",
        act: |settings| settings.choose("leak", "none"),
    },
];

/// Plain ReLU units that have no leak yet.
fn can_leak(settings: &Settings) -> bool {
    settings.choice("leak") == "none" && settings.choice("cure") == "none"
}

fn give(settings: &mut Settings, to: &str) {
    settings.set_number("leak_step", settings.number("step"));
    settings.choose("leak", to);
}
