//! What can be changed in `dying`.

use super::super::{Action, Control, Place, Settings};

/// The sets of points that two classes in the plane make.
const DATA: &[(&str, &str)] = &[
    ("moons", "moons"),
    ("circles", "circles"),
    ("xor", "XOR"),
    ("spiral", "spiral"),
];

/// Steps per second; the ids are read as numbers.
const SPEEDS: &[(&str, &str)] = &[
    ("2", "2/s"),
    ("10", "10/s"),
    ("50", "50/s"),
    ("200", "200/s"),
];

/// The most units that the layer may have.
const WIDEST: f64 = 32.0;

/// The last step that the figure goes to.
const LAST: f64 = 1000.0;

/// Training points.
pub const POINTS: usize = 100;

/// The table of controls.
pub const CONTROLS: &[Control] = &[
    Control::number(
        "rate",
        "Learning rate",
        "How far each step goes (η); large steps are what kills.",
        (0.01, 3.0, 0.01, 1.0),
    )
    .logarithmic()
    .marks(&[(0.1, "0.1"), (1.0, "1")])
    .formerly("3"),
    Control::choice(
        "cure",
        "Cure",
        "What the units are made of from the start: plain ReLU, ReLU with the slope α for negative z, or GELU.",
        &[("none", "none"), ("leak", "leak"), ("gelu", "GELU")],
        0,
    ),
    Control::number(
        "bias",
        "Initial bias",
        "The bias of every unit before the first step; far below 0, units are born dead.",
        (-3.0, 1.0, 0.05, -3.0),
    )
    .marks(&[(0.0, "0")])
    .formerly("0"),
    Control::whole(
        "width",
        "Units",
        "How many units the layer has: does death cost as much where there are many?",
        (1.0, WIDEST, 4.0),
    )
    .formerly("16"),
    Control::whole(
        "unit",
        "Look at unit",
        "Shows this unit’s line, its inputs and its fate; a press on a line or a cross does the same.",
        (1.0, WIDEST, 1.0),
    )
    .upto("width")
    .formerly("3"),
    Control::number(
        "alpha",
        "Leak α",
        "The slope for negative z of a unit with a leak.",
        (0.0, 0.5, 0.005, 0.01),
    )
    .marks(&[(0.01, "0.01"), (0.1, "0.1")])
    .formerly("0.1"),
    Control::choice("data", "Points", "What the network learns to tell apart.", DATA, 0)
        .formerly("xor"),
    Control::seed("Decides the points, the weights at the start and the order of the batches; same seed, same story.", 1.0),
    Control::whole(
        "batch",
        "Batch",
        "How many of the hundred points each step looks at.",
        (1.0, POINTS as f64, 10.0),
    )
    .at(Place::More),
    Control::choice(
        "leak",
        "Leak given to",
        "Which units become leaky during the run.",
        &[("none", "none"), ("one", "one unit"), ("all", "all")],
        0,
    )
    .at(Place::More),
    Control::whole("leaky_unit", "The leaky unit", "Which unit was given the leak.", (1.0, WIDEST, 1.0))
        .upto("width")
        .at(Place::More),
    Control::whole(
        "leak_step",
        "Leak given at step",
        "From this step on the unit has a slope for negative z too.",
        (0.0, LAST, 0.0),
    )
    .at(Place::More),
    Control::step(LAST, LAST).formerly("60"),
    Control::speed(SPEEDS, 3).formerly("10"),
];

pub const ACTIONS: &[Action] = &[
    Action {
        id: "leak_from_start",
        label: |_| "All with a leak from the start".to_owned(),
        help: "The same layer of Leaky ReLU, with the same points and random numbers.",
        is_open: |settings| settings.choice("cure") != "leak",
        act: |settings| settings.choose("cure", "leak"),
    },
    Action {
        id: "gelu_from_start",
        label: |_| "All GELU from the start".to_owned(),
        help: "The same layer of GELU units, with the same points and random numbers.",
        is_open: |settings| settings.choice("cure") != "gelu",
        act: |settings| settings.choose("cure", "gelu"),
    },
    Action {
        id: "no_cure",
        label: |_| "Back to plain ReLU".to_owned(),
        help: "The layer as it would be without a cure.",
        is_open: |settings| settings.choice("cure") != "none",
        act: |settings| settings.choose("cure", "none"),
    },
    Action {
        id: "leak_one",
        label: |settings| format!("Give unit {} a leak now", settings.number("unit")),
        help: "Turns this unit from ReLU into Leaky ReLU at this step.",
        is_open: can_leak,
        act: |settings| {
            settings.set_number("leaky_unit", settings.number("unit"));
            give(settings, "one");
        },
    },
    Action {
        id: "leak_all",
        label: |_| "Give all a leak now".to_owned(),
        help: "Turns every unit from ReLU into Leaky ReLU at this step.",
        is_open: can_leak,
        act: |settings| give(settings, "all"),
    },
    Action {
        id: "take_back",
        label: |_| "Take the leak back".to_owned(),
        help: "The run as it would have been without.",
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
