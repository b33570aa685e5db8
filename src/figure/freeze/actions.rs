//! The buttons of `freeze`: each makes B what A is, but for one difference, at the same rate.

use super::super::{Action, Settings};
use super::controls::{A, B, BRANCH, DEPTH, STEP};
use super::{labels, names};
use crate::model::activation::Kind;
use crate::model::init::Init;
use crate::model::training::Stride;
use crate::state::Written;

pub const ACTIONS: &[Action] = &[
    Action {
        id: "with_equal_steps",
        label: |_| labels::WITH_EQUAL_STEPS.read(),
        help: labels::WITH_EQUAL_STEPS_HELP,
        is_open: |settings| settings.get(A.steps) != Stride::Equal,
        act: |settings| {
            copy(settings);
            settings.put(B.steps, Stride::Equal);
        },
    },
    Action {
        id: "with_equal_steps_held",
        label: |settings| names::equal_steps_held(half(settings)),
        help: labels::WITH_EQUAL_STEPS_HELD_HELP,
        is_open: |settings| half(settings) > 0 && settings.get(A.held) == 0,
        act: |settings| {
            copy(settings);
            settings.put(B.steps, Stride::Equal);
            settings.put(B.held, half(settings));
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
        label: |settings| names::relu_held(half(settings)),
        help: labels::WITH_RELU_HELD_HELP,
        is_open: |settings| half(settings) > 0 && settings.get(A.held) == 0,
        act: |settings| {
            copy(settings);
            to_relu(settings);
            settings.put(B.held, half(settings));
        },
    },
    Action {
        id: "with_residual",
        label: |_| labels::WITH_RESIDUAL.read(),
        help: labels::WITH_RESIDUAL_HELP,
        is_open: |settings| !settings.get(A.residual),
        act: |settings| {
            copy(settings);
            settings.put(B.residual, true);
        },
    },
    Action {
        id: "with_both",
        label: |_| labels::WITH_BOTH.read(),
        help: labels::WITH_BOTH_HELP,
        is_open: |settings| !settings.get(A.residual) || !settings.get(A.layer_norm),
        act: |settings| {
            copy(settings);
            settings.put(B.residual, true);
            settings.put(B.layer_norm, true);
        },
    },
    Action {
        id: "branch_here",
        label: |settings| names::branch_at(settings.get(STEP)),
        help: labels::BRANCH_HERE_HELP,
        is_open: |settings| {
            let step = settings.get(STEP);
            step > 0 && step != settings.get(BRANCH)
        },
        act: |settings| settings.put(BRANCH, settings.get(STEP)),
    },
    Action {
        id: "no_branch",
        label: |_| labels::NO_BRANCH.read(),
        help: labels::NO_BRANCH_HELP,
        is_open: |settings| settings.get(BRANCH) > 0,
        act: |settings| settings.put(BRANCH, 0),
    },
];

/// The first half of the hidden layers.
fn half(settings: &Settings) -> usize {
    settings.get(DEPTH) / 2
}

/// Makes B what A is.
fn copy(settings: &mut Settings) {
    settings.copy(A.activation, B.activation);
    settings.copy(A.init, B.init);
    settings.copy(A.residual, B.residual);
    settings.copy(A.layer_norm, B.layer_norm);
    settings.copy(A.steps, B.steps);
    settings.copy(A.held, B.held);
    settings.copy(A.gain, B.gain);
    settings.copy(A.bias_std, B.bias_std);
}

fn to_relu(settings: &mut Settings) {
    settings.put(B.activation, vec![Written::plain(Kind::Relu)]);
    settings.put(B.init, Init::HeNormal);
}
