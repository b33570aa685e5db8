//! Buttons: one press changes several controls at once.

use super::settings::Settings;
use crate::language::Text;

/// Something a student can do that is more than one control: give a unit a leak, make a network critical.
///
/// Like a slider it only changes settings, so a link holds what it did.
pub struct Action {
    /// Stable name.
    pub id: &'static str,
    /// What the button says in this state.
    pub label: fn(&Settings) -> String,
    /// One sentence: what happens.
    pub help: Text,
    /// Whether it would do anything in this state.
    pub is_open: fn(&Settings) -> bool,
    /// What it does.
    pub act: fn(&mut Settings),
}
