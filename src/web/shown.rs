//! What of a figure is shown: as its host says it in attributes, a link in its own keys, and the page around it in its address.

use super::lab::Lab;
use activation_lab::figure::{SCENE_KEY, Scene, Shown};
use wasm_bindgen::prelude::*;

/// What the page around a figure says of all figures that say nothing themselves.
#[derive(Default)]
pub struct Surroundings {
    hide: Vec<String>,
    lock: Vec<String>,
}

impl Surroundings {
    /// Whether the reader has a control, or a button.
    pub fn has_control(&self, shown: &Shown, id: &str) -> bool {
        let is_hidden = || self.hide.iter().any(|hidden| hidden == id);
        shown.has_control(id) && (shown.chooses_controls() || !is_hidden())
    }

    /// Whether it stands fast.
    pub fn is_locked(&self, shown: &Shown, id: &str) -> bool {
        let is_locked = || self.lock.iter().any(|locked| locked == id);
        shown.is_locked(id) || (!shown.chooses_locks() && is_locked())
    }
}

/// The attribute that holds a whole link: a figure, a state, and what of it is shown.
pub const LINK_KEY: &str = "link";

#[wasm_bindgen]
impl Lab {
    /// What the host of the figure says in a link, of a named scene, or of one of the keys that name what is shown, or without a text: says no more. Returns what is wrong with it, if anything is.
    pub fn show(&mut self, key: &str, text: Option<String>) -> Option<String> {
        let mut scene = self.scene();
        scene.shown = match key {
            LINK_KEY | SCENE_KEY => Shown::default(),
            _ => self.given.clone(),
        };
        scene.shown.forget(key);
        let mut set = |text: String| match key {
            LINK_KEY => match scene.apply(&text) {
                notes if notes.is_empty() => Ok(()),
                notes => Err(notes.join("; ")),
            },
            SCENE_KEY => scene.enter(&text),
            _ => scene.set(key, &text),
        };
        let error = text.and_then(|text| set(text).err());
        self.given = scene.shown.clone();
        self.shown = scene.shown;
        self.change(scene.settings);
        self.forget();
        error
    }

    /// Which controls the page around the figure hides, and which it shows fixed, separated by commas; what the figure says itself goes before that.
    pub fn surround(&mut self, hide: &str, lock: &str) {
        let list = |text: &str| text.split(',').map(|id| id.trim().to_owned()).collect();
        self.around = Surroundings {
            hide: list(hide),
            lock: list(lock),
        };
    }

    /// Shows all of the figure, or again what was shown before.
    pub fn show_whole(&mut self, whole: bool) {
        self.whole = whole;
        self.forget();
    }

    /// Whether all of the figure is shown although less was asked for.
    pub fn is_whole(&self) -> bool {
        self.whole
    }
}

impl Lab {
    /// What is shown now.
    pub(super) fn shown(&self) -> Shown {
        match self.whole {
            true => self.shown.whole(),
            false => self.shown.clone(),
        }
    }

    /// What is written and what is shown.
    pub(super) fn scene(&self) -> Scene {
        Scene {
            figure: self.figure,
            settings: self.settings.clone(),
            shown: self.shown(),
        }
    }
}
