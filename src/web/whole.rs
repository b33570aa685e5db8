//! What leaves the page is never half done: files of a [`Lab`], and the way to a complete view.

use super::lab::{Lab, read_theme};
use super::words;
use activation_lab::chart::Document;
use activation_lab::figure::{Budget, Origin, View};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Lab {
    /// Whether all of the present view is computed; only then are there files of it.
    pub fn is_complete(&self) -> bool {
        self.draft().is_done()
    }

    /// Works on the view for so many milliseconds, or until it is complete, and returns whether it is.
    /// The work is done here, whoever else is at it: a page that is to be printed cannot wait for another thread.
    pub fn finish(&mut self, milliseconds: f64) -> bool {
        if !self.is_complete() {
            let mut memory = self.memory.borrow_mut();
            let helper = memory.helper.take();
            memory.budget = Budget::of(clock::milliseconds, milliseconds);
            let draft = self.drafted(&mut memory);
            memory.helper = helper;
            self.draft = OnceCell::from(draft);
        }
        self.is_complete()
    }

    /// The whole data table; an error while the view is not complete.
    pub fn csv(&self) -> Result<String, String> {
        Ok(self.complete()?.table.csv())
    }

    /// The figure as a file of its own, as high as it is wanted, or as its plots need; an error while the view is not complete.
    pub fn svg(&self, width: f64, height: Option<f64>, theme: &str) -> Result<String, String> {
        let view = self.complete()?;
        let scene = self.scene();
        let pictured = scene.pictured(view);
        let origin = Origin::new(&scene).lines("");
        let document = Document::new(
            pictured.title(),
            self.figure.layout,
            width,
            read_theme(theme),
        );
        let document = Document {
            name: &pictured.name,
            origin: &origin,
            height,
            ..document
        };
        Ok(document.svg(&pictured.view))
    }
}

impl Lab {
    fn complete(&self) -> Result<&View, String> {
        let draft = Some(self.draft()).filter(|draft| draft.is_done());
        draft
            .map(|draft| &draft.view)
            .ok_or_else(|| words::INCOMPLETE.read())
    }
}
