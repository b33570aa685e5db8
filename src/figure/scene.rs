//! A scene: a figure, a state of it, and what of it is shown. A link is a scene, written down.

use super::{Figure, Memory, text};
use crate::language::Text;
use crate::model::quote::quotable;
use crate::state::link::{self, Target};
use crate::state::{Part, SHOWN_KEYS, Settings, Shown};
use crate::view::{Plot, View};

/// Draws a plot.
pub type Drawing<'a> = &'a dyn Fn() -> Plot;

impl Shown {
    /// Those of a figure's plots that are asked for; all of them where none is.
    pub fn plots(&self, all: &[(&str, Drawing)]) -> Vec<Plot> {
        let wanted = all.iter().filter(|(id, _)| self.wants(id, true));
        wanted.map(|(_, draw)| draw()).collect()
    }
}

/// A scene that has a name, because it is worth showing by itself.
pub struct NamedScene {
    /// Its name in links (`scene=meter`) and on the command line.
    pub id: &'static str,
    /// What it is for, in a few words.
    pub title: Text,
    /// What differs from the whole figure in its factory state, in the spelling of links.
    pub link: &'static str,
}

/// The key of a link that stands for all that a [`NamedScene`] says.
pub const SCENE_KEY: &str = "scene";

/// What a picture of a scene shows.
pub struct Pictured {
    /// What it is called.
    pub name: String,
    /// Whether that stands over it.
    pub has_title: bool,
    /// The parts of the view that are asked for.
    pub view: View,
}

impl Pictured {
    /// What stands over it; nothing where it is empty.
    pub fn title(&self) -> &str {
        if self.has_title { &self.name } else { "" }
    }
}

/// A figure in a state, and what of it is shown.
#[derive(Clone)]
pub struct Scene {
    /// Of which figure.
    pub figure: &'static Figure,
    /// In which state.
    pub settings: Settings,
    /// What of it.
    pub shown: Shown,
}

impl Scene {
    /// All of the figure in its factory state.
    pub fn new(figure: &'static Figure) -> Scene {
        Scene {
            figure,
            settings: Settings::defaults(figure.controls),
            shown: Shown::default(),
        }
    }

    /// Applies each part of a link that can be read; returns notes on those that cannot.
    ///
    /// What the link does not name stays as it is.
    ///
    /// ```
    /// use activation_lab::figure::{Scene, find};
    ///
    /// let mut scene = Scene::new(find("freeze")?);
    /// let notes = scene.apply("depth=2&plots=meter&controls=depth");
    /// assert!(notes.is_empty());
    /// assert_eq!(scene.link(), "figure=freeze&v=2&depth=2&plots=meter&controls=depth");
    /// assert_eq!(scene.view().plots.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&mut self, link: &str) -> Vec<String> {
        // A scene's own name comes first, wherever it stands: what else the link says is said of it.
        let named = link::value(link, SCENE_KEY);
        let unknown = named.and_then(|name| self.enter(&name).err());
        let mut notes: Vec<String> = unknown.into_iter().collect();
        notes.extend(link::apply(self, link));
        notes
    }

    /// Takes in what the figure's scene of this name says.
    pub fn enter(&mut self, name: &str) -> Result<(), String> {
        let scenes = self.figure.scenes;
        match scenes.iter().find(|scene| scene.id == name) {
            Some(scene) => {
                // A test holds that each can be read.
                link::apply(self, scene.link);
                Ok(())
            }
            None => {
                let known: Vec<&str> = scenes.iter().map(|scene| scene.id).collect();
                let (name, known) = (quotable(name), known.join(", "));
                Err(text::unknown_scene(self.figure.id, &name, &known))
            }
        }
    }

    /// Sets a control, or what is shown, from text.
    pub fn set(&mut self, key: &str, text: &str) -> Result<(), String> {
        match SHOWN_KEYS.contains(&key) {
            true => {
                let set = self.shown.set(key, text, &self.figure.known());
                set.map_err(|error| error.to_string())
            }
            false => Target::set(&mut self.settings, key, text),
        }
    }

    /// What differs from all of the figure in its factory state, in the spelling of links.
    pub fn state(&self) -> String {
        link::spell(&self.changed())
    }

    /// What differs from all of the figure in its factory state, from keys to texts.
    pub fn changed(&self) -> Vec<(&'static str, String)> {
        [self.settings.changed(), self.shown.changed()].concat()
    }

    /// The scene as an address has it, without the `#`.
    pub fn link(&self) -> String {
        link::address(self.figure.id, &self.state())
    }

    /// What a picture of it shows.
    ///
    /// One plot by itself is what the whole is about: its title is the title of all.
    pub fn pictured(&self, view: &View) -> Pictured {
        let mut view = view.clone();
        if !self.shown.has(Part::Legend) {
            view.legend.clear();
        }
        let alone = self.shown.names_plots();
        let title = match view.plots.as_mut_slice() {
            [plot] if alone => std::mem::take(&mut plot.title),
            _ => self.figure.title.read(),
        };
        Pictured {
            has_title: self.shown.has(Part::Title),
            name: title,
            view,
        }
    }

    /// What it shows.
    pub fn view(&self) -> View {
        let mut memory = Memory::default();
        self.figure
            .draft(&self.settings, &self.shown, &mut memory)
            .view
    }
}

/// The name of a scene has been taken in before: it comes first.
impl Target for Scene {
    fn go_back(&mut self) {
        self.settings.go_back();
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), String> {
        match key {
            SCENE_KEY => Ok(()),
            _ => Scene::set(self, key, text),
        }
    }
}
