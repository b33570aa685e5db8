//! The buttons of `layers`.

use super::super::{Action, Settings};
use super::critical::Critical;
use super::{controls, labels, names};

pub const ACTIONS: &[Action] = &[Action {
    id: "critical",
    label: |settings| names::make_critical(Critical::of_settings(settings)),
    help: labels::CRITICAL_HELP,
    is_open: |settings| matches!(Critical::of_settings(settings), Critical::At(_)),
    act: |settings: &mut Settings| {
        if let Critical::At(gain) = Critical::of_settings(settings) {
            settings.put(controls::GAIN, gain);
        }
    },
}];
