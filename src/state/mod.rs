//! What can be changed: controls, the settings that they hold, and how a state is written in a link. Knows no figure.

mod action;
mod control;
pub mod link;
mod player;
mod settings;
mod shown;
pub mod text;

pub use action::Action;
pub use control::{Control, Kind, Place, Role, Travel};
pub use player::Player;
pub(crate) use settings::choices;
pub use settings::{
    Choice, Form, Id, Listed, Setting, SettingError, Settings, Written, follows_alpha, takes,
};
pub use shown::{Known, Part, SHOWN_KEYS, Shown, ShownError};
