//! The buttons of `layers`.

use super::super::{Action, Settings};
use super::critical::Critical;
use crate::view::number;

pub const ACTIONS: &[Action] = &[Action {
    id: "critical",
    label: |settings| match Critical::of_settings(settings) {
        // Still looked for: what it will be, most likely.
        Critical::Searching | Critical::At(_) => "Make it critical".to_owned(),
        Critical::Here => "This weight scale is critical".to_owned(),
        Critical::ShortCut | Critical::Nowhere => "No weight scale here is critical".to_owned(),
        Critical::Indifferent => "The weight scale does not matter here".to_owned(),
        Critical::Beyond(gain) => format!("Critical only at g = {}", number::plain(gain, 3)),
    },
    help: "Sets the weight scale at which, with these biases, the theory lets gradients neither fade nor grow in endlessly many layers.",
    is_open: |settings| matches!(Critical::of_settings(settings), Critical::At(_)),
    act: |settings: &mut Settings| {
        if let Critical::At(gain) = Critical::of_settings(settings) {
            settings.set_number("gain", gain);
        }
    },
}];
