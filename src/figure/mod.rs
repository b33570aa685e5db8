//! The figures: each a table of controls and a pure function from settings to a [`View`].

mod action;
mod collapse;
mod control;
mod curves;
mod decay;
mod describe;
mod dying;
mod field;
mod freeze;
mod gesture;
mod layers;
mod layout;
pub mod link;
mod mark;
mod measure;
mod memory;
mod neuron;
pub mod number;
mod origin;
mod player;
mod settings;
mod style;
mod table;
mod view;
mod zones;

pub use action::Action;
pub use control::{Control, Kind, Place, Travel};
pub use describe::describe;
pub use layout::Layout;
pub use measure::{Check, Each, Meaning, Measure, Quantity, Subject, Why};
pub use memory::{Helper, Memory, Patience};
pub use origin::Origin;
pub use player::Player;
pub use settings::{SettingError, Settings, Written, takes};
pub use style::{Styled, pair, second_pair, styled};
pub use view::*;

use std::fmt;

/// One figure of the article.
pub struct Figure {
    /// Its name in links, attributes and on the command line.
    pub id: &'static str,
    /// Says what to see.
    pub title: &'static str,
    /// One sentence under the title: what to do.
    pub lead: &'static str,
    /// Everything that can be changed.
    pub controls: &'static [Control],
    /// How its plots stand where there is room.
    pub layout: Layout,
    /// What it shows; see [`Figure::view`].
    pub draft: fn(&Settings, &mut Memory) -> View,
    /// Whether a control has any effect in this state; one that has none is not shown.
    pub shown: fn(&Settings, &str) -> bool,
    /// Buttons beside the controls.
    pub actions: &'static [Action],
    /// What Play moves, in a figure where time passes.
    pub player: Option<Player>,
    /// What its named numbers mean; the ids are for good.
    pub measures: &'static [Meaning],
}

impl Figure {
    /// What the figure shows in this state: a pure function of the settings.
    pub fn view(&self, settings: &Settings) -> View {
        (self.draft)(settings, &mut Memory::default())
    }
}

/// Every figure, in the article's order.
pub static FIGURES: &[Figure] = &[
    neuron::FIGURE,
    collapse::FIGURE,
    curves::FIGURE,
    decay::FIGURE,
    layers::FIGURE,
    freeze::FIGURE,
    dying::FIGURE,
];

/// The figure of that name.
pub fn find(id: &str) -> Result<&'static Figure, UnknownFigure> {
    FIGURES
        .iter()
        .find(|figure| figure.id == id)
        .ok_or_else(|| UnknownFigure { id: id.to_owned() })
}

/// No figure has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFigure {
    id: String,
}

impl fmt::Display for UnknownFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = FIGURES.iter().map(|figure| figure.id).collect();
        write!(
            f,
            "no figure is called '{}'; there are: {}",
            self.id,
            known.join(", ")
        )
    }
}

impl std::error::Error for UnknownFigure {}
