//! The buttons of `freeze`: each makes B what A is, but for one difference, at the same rate.

use super::super::{Action, Settings};
use super::{labels, names};

/// The controls of A that B has too.
const SHARED: [&str; 8] = [
    "activation",
    "init",
    "residual",
    "layer_norm",
    "steps",
    "held",
    "gain",
    "bias_std",
];

pub const ACTIONS: &[Action] = &[
    Action {
        id: "with_equal_steps",
        label: |_| labels::WITH_EQUAL_STEPS.read(),
        help: labels::WITH_EQUAL_STEPS_HELP,
        is_open: |settings| settings.choice("steps") != "equal",
        act: |settings| {
            copy(settings);
            settings.choose("b_steps", "equal");
        },
    },
    Action {
        id: "with_equal_steps_held",
        label: |settings| names::equal_steps_held(half(settings) as usize),
        help: labels::WITH_EQUAL_STEPS_HELD_HELP,
        is_open: |settings| half(settings) > 0.0 && settings.number("held") == 0.0,
        act: |settings| {
            copy(settings);
            settings.choose("b_steps", "equal");
            settings.set_number("b_held", half(settings));
        },
    },
    Action {
        id: "with_relu",
        label: |_| labels::WITH_RELU.read(),
        help: labels::WITH_RELU_HELP,
        is_open: |_| true,
        act: |settings| {
            copy(settings);
            to_relu(settings);
        },
    },
    Action {
        id: "with_relu_held",
        label: |settings| names::relu_held(half(settings) as usize),
        help: labels::WITH_RELU_HELD_HELP,
        is_open: |settings| half(settings) > 0.0 && settings.number("held") == 0.0,
        act: |settings| {
            copy(settings);
            to_relu(settings);
            settings.set_number("b_held", half(settings));
        },
    },
    Action {
        id: "with_residual",
        label: |_| labels::WITH_RESIDUAL.read(),
        help: labels::WITH_RESIDUAL_HELP,
        is_open: |settings| !settings.is_on("residual"),
        act: |settings| {
            copy(settings);
            set(settings, "b_residual", true);
        },
    },
    Action {
        id: "with_both",
        label: |_| labels::WITH_BOTH.read(),
        help: labels::WITH_BOTH_HELP,
        is_open: |settings| !settings.is_on("residual") || !settings.is_on("layer_norm"),
        act: |settings| {
            copy(settings);
            set(settings, "b_residual", true);
            set(settings, "b_layer_norm", true);
        },
    },
    Action {
        id: "branch_here",
        label: |settings| names::branch_at(settings.number("step")),
        help: labels::BRANCH_HERE_HELP,
        is_open: |settings| {
            let step = settings.number("step");
            step > 0.0 && step != settings.number("branch")
        },
        act: |settings| settings.set_number("branch", settings.number("step")),
    },
    Action {
        id: "no_branch",
        label: |_| labels::NO_BRANCH.read(),
        help: labels::NO_BRANCH_HELP,
        is_open: |settings| settings.number("branch") > 0.0,
        act: |settings| settings.set_number("branch", 0.0),
    },
];

/// The first half of the hidden layers.
fn half(settings: &Settings) -> f64 {
    libm::floor(settings.number("depth") / 2.0)
}

/// Makes B what A is.
fn copy(settings: &mut Settings) {
    for from in SHARED {
        if let Some(text) = settings.text(from) {
            // Both have the same kind of control.
            let _ = settings.set(&format!("b_{from}"), &text);
        }
    }
}

fn to_relu(settings: &mut Settings) {
    let _ = settings.set("b_activation", "relu");
    settings.choose("b_init", "he_normal");
}

fn set(settings: &mut Settings, id: &str, on: bool) {
    let _ = settings.set(id, if on { "true" } else { "false" });
}
