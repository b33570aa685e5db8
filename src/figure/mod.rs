//! The figures: each a table of controls and a pure function from settings to a [`View`].

mod by_layer;
mod collapse;
mod curves;
mod decay;
mod directions;
mod draft;
mod dying;
mod facts;
mod freeze;
mod layers;
mod learning;
mod losses;
mod memory;
mod named;
mod neuron;
mod origin;
mod registry;
mod scene;
mod style;
pub mod text;
mod zones;

pub use crate::model::work::Budget;
use crate::state::choices;
pub use crate::state::*;
pub use crate::view::*;
pub use by_layer::{ByLayer, LayerColumn};
pub use draft::{Draft, Progress};
pub use memory::{Helper, Memory};
pub use origin::{Origin, SOFTWARE};
pub use registry::{FIGURES, FIRST, UnknownFigure, find, find_in};
pub use scene::{NamedScene, Pictured, SCENE_KEY, Scene};
pub use style::{Styled, pair, second_pair, styled};

use crate::language::Text;

/// One figure of the article.
pub struct Figure {
    /// Its name in links, attributes and on the command line.
    pub id: &'static str,
    /// Asks what is to be looked at: a question is right in every state, a result is not.
    pub title: Text,
    /// One sentence under the title: what to do.
    pub lead: Text,
    /// Everything that can be changed.
    pub controls: &'static [Control],
    /// How its plots stand where there is room.
    pub layout: Layout,
    /// Every plot that it may show in some state, by its id.
    pub plots: &'static [&'static str],
    /// Those of the plots of which it draws one at a time.
    pub one_of: &'static [&'static str],
    /// What of it is worth showing by itself.
    pub scenes: &'static [NamedScene],
    /// What it shows; see [`Figure::draft`]. A plot that is not shown is not computed; everything else is the same whatever is shown.
    /// Nothing where it is [only named](Figure::named).
    pub draws: Option<fn(&Settings, &Shown, &mut Memory) -> Draft>,
    /// Buttons beside the controls.
    pub actions: &'static [Action],
    /// What Play moves, in a figure where time passes.
    pub player: Option<Player>,
    /// What its named numbers mean; the ids are for good.
    pub measures: &'static [Meaning],
    /// How it tells of its layers in words, where it has some and a picture of them.
    pub by_layer: Option<&'static ByLayer>,
}

impl Figure {
    /// What a page says of a figure that it cannot draw: its name, its title and its table of controls.
    pub const fn named(self) -> Figure {
        Figure {
            draws: None,
            actions: &[],
            by_layer: None,
            ..self.unexplained()
        }
    }

    /// The figure as a page needs it, where nobody asks what its measures mean.
    pub const fn unexplained(self) -> Figure {
        Figure {
            measures: &[],
            ..self
        }
    }

    /// All that the figure shows in this state: a pure function of the settings.
    pub fn view(&self, settings: &Settings) -> View {
        self.draft(settings, &Shown::default(), &mut Memory::default())
            .view
    }

    /// The same of what is `shown`, as far as there is time for it; a legend names what is drawn. A figure that is only named shows nothing.
    pub fn draft(&self, settings: &Settings, shown: &Shown, memory: &mut Memory) -> Draft {
        let Some(draws) = self.draws else {
            return Draft::default();
        };
        let mut draft = draws(settings, shown, memory);
        if shown.names_plots() {
            let legend = std::mem::take(&mut draft.view.legend);
            draft.view.legend = drawn(legend, &draft.view.plots);
        }
        draft
    }

    /// What of it a link can name.
    pub fn known(&self) -> Known {
        let controls = self.controls.iter().map(|control| control.id);
        let actions = self.actions.iter().map(|action| action.id);
        Known {
            plots: self.plots,
            one_of: self.one_of,
            controls: controls.chain(actions).collect(),
        }
    }

    /// The same view, worked out in pieces, for a program that wants to say how far it is.
    ///
    /// Before each piece `budget` says how long it may take: some time, not none.
    /// After each but the last `tell` hears of the draft so far: its [progress](Draft::progress), and in the summary of its view the same in words.
    ///
    /// ```
    /// use activation_lab::figure::{Budget, Progress, Settings, find};
    /// use std::sync::LazyLock;
    /// use std::time::Instant;
    ///
    /// static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    /// let seconds = || START.elapsed().as_secs_f64();
    ///
    /// let freeze = find("freeze")?;
    /// let settings = Settings::defaults(freeze.controls);
    /// let mut told = Vec::new();
    /// let view = freeze.view_in_pieces(
    ///     &settings,
    ///     || Budget::of(seconds, 0.001),
    ///     |draft| if let Progress::Working(share) = draft.progress {
    ///         told.push(share);
    ///     },
    /// );
    /// assert!(told.is_sorted());
    /// assert!(view == freeze.view(&settings));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn view_in_pieces(
        &self,
        settings: &Settings,
        budget: impl Fn() -> Budget,
        mut tell: impl FnMut(&Draft),
    ) -> View {
        let mut memory = Memory::default();
        loop {
            memory.budget = budget();
            let draft = self.draft(settings, &Shown::default(), &mut memory);
            if draft.is_done() {
                return draft.view;
            }
            tell(&draft);
        }
    }
}
