//! The buttons of `freeze`: each makes B what A is, but for one difference, at the same rate.

use super::super::{Action, Settings};

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
        label: |_| "B = A, equal steps".to_owned(),
        help: "Makes B a copy of A in which every layer’s step is as long as the output layer’s: does it learn, from the same start?",
        is_open: |settings| settings.choice("steps") != "equal",
        act: |settings| {
            copy(settings);
            settings.choose("b_steps", "equal");
        },
    },
    Action {
        id: "with_equal_steps_held",
        label: |settings| format!("B = A, equal steps, {} held", first_half(settings)),
        help: "The same with the first half of B’s layers left as chance made them: can it learn without them?",
        is_open: |settings| half(settings) > 0.0 && settings.number("held") == 0.0,
        act: |settings| {
            copy(settings);
            settings.choose("b_steps", "equal");
            settings.set_number("b_held", half(settings));
        },
    },
    Action {
        id: "with_relu",
        label: |_| "B = A with ReLU".to_owned(),
        help: "Makes B a copy of A with ReLU, which starts from He’s weights unless it branches off.",
        is_open: |_| true,
        act: |settings| {
            copy(settings);
            to_relu(settings);
        },
    },
    Action {
        id: "with_relu_held",
        label: |settings| format!("B = A with ReLU, {} held", first_half(settings)),
        help: "ReLU with the first half of B’s layers left as chance made them: can it learn without them?",
        is_open: |settings| half(settings) > 0.0 && settings.number("held") == 0.0,
        act: |settings| {
            copy(settings);
            to_relu(settings);
            settings.set_number("b_held", half(settings));
        },
    },
    Action {
        id: "with_residual",
        label: |_| "B = A + residual".to_owned(),
        help: "Makes B a copy of A with residual connections as its only difference.",
        is_open: |settings| !settings.is_on("residual"),
        act: |settings| {
            copy(settings);
            set(settings, "b_residual", true);
        },
    },
    Action {
        id: "with_both",
        label: |_| "B = A + residual + layer norm".to_owned(),
        help: "Makes B a copy of A with residual connections and layer normalisation, as in a transformer.",
        is_open: |settings| !settings.is_on("residual") || !settings.is_on("layer_norm"),
        act: |settings| {
            copy(settings);
            set(settings, "b_residual", true);
            set(settings, "b_layer_norm", true);
        },
    },
    Action {
        id: "branch_here",
        label: |settings| format!("Branch B off at step {}", settings.number("step")),
        help: "B repeats A up to this step; what B is from here on is set by its own switches.",
        is_open: |settings| {
            let step = settings.number("step");
            step > 0.0 && step != settings.number("branch")
        },
        act: |settings| settings.set_number("branch", settings.number("step")),
    },
    Action {
        id: "no_branch",
        label: |_| "B from the start again".to_owned(),
        help: "B goes its own way from its first step on.",
        is_open: |settings| settings.number("branch") > 0.0,
        act: |settings| settings.set_number("branch", 0.0),
    },
];

/// The first half of the hidden layers.
fn half(settings: &Settings) -> f64 {
    libm::floor(settings.number("depth") / 2.0)
}

fn first_half(settings: &Settings) -> String {
    match half(settings) as usize {
        0 | 1 => "layer 1".to_owned(),
        2 => "1 and 2".to_owned(),
        half => format!("1 to {half}"),
    }
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
