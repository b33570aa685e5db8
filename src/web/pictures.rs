//! The pictures of a [`Lab`]: drawn on canvases, and moved by pointers.

use super::gesture::{self, Place};
use super::lab::{Lab, read_theme};
use activation_lab::chart::{self, Frame};
use activation_lab::figure::{Mark, Part, Settings, View, describe, key_of, named_by};
use canvas::Around;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// How far from a mark a pointer still means it, in CSS pixels.
const NEAR: f64 = 8.0;

#[wasm_bindgen]
impl Lab {
    /// Draws one plot on a canvas that is shown `width` by `height` CSS pixels large on a screen of that device pixel ratio.
    /// What the entry `lit` of the legend names is pointed out, if one is given: all else stands back.
    #[allow(clippy::too_many_arguments)] // wasm-bindgen passes numbers cheaply, structures not
    pub fn draw(
        &self,
        plot: usize,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        theme: &str,
        lit: Option<u32>,
    ) -> Result<(), String> {
        let plot = self.plot(plot)?;
        let View { legend, plots, .. } = self.view();
        let named = lit.map(|key| named_by(legend, key as usize, plots));
        let around = Around {
            lit: named.as_ref().map(|lit| lit as &dyn Fn(&Mark) -> bool),
            alone: !self.shown().has(Part::Legend),
        };
        let theme = read_theme(theme);
        canvas::draw_on_canvas(plot, canvas, width, height, ratio, theme, around)
    }

    /// The entry of the legend that names what is drawn at this place.
    pub fn key_at(
        &self,
        plot: usize,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        theme: &str,
    ) -> Option<u32> {
        let Place { plot, frame, .. } = self.place(plot, [x, y], [width, height], theme)?;
        let mark = chart::nearest(plot, &frame, (x, y), NEAR)?;
        key_of(mark, &self.view().legend).map(|key| key as u32)
    }

    /// What a plot shows, in words.
    pub fn describe(&self, plot: usize) -> String {
        self.plot(plot).map(describe).unwrap_or_default()
    }

    /// What the pointer does to a plot of that size at that place, in CSS pixels from its top left corner.
    ///
    /// `kind` is `down`, `move` (with a press), `hover` (without one), `leave`, `up` or `zoom`; `amount` is the zoom's factor (above 1: a wider range).
    /// Returns whether anything changed; `hover` and `leave` change what is seen and never what is written.
    #[allow(clippy::too_many_arguments)] // wasm-bindgen passes numbers cheaply, structures not
    pub fn pointer(
        &mut self,
        plot: usize,
        #[wasm_bindgen(unchecked_param_type = "PointerKind")] kind: &str,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        amount: f64,
        theme: &str,
    ) -> bool {
        let size = [width, height];
        if let Some(changed) = self.sketch(plot, kind, [x, y], size, theme) {
            return changed;
        }
        let mut settings = self.settings.clone();
        let Some(place) = self.place(plot, [x, y], size, theme) else {
            return false;
        };
        let controls = self.figure.controls;
        if kind == "hover" {
            gesture::hover(&mut settings, &place);
        }
        if ["hover", "leave"].contains(&kind) {
            self.grip = None;
            return self.rest(settings);
        }
        let grip = match kind {
            "down" => gesture::down(&mut settings, controls, &place),
            "move" => gesture::moved(&mut settings, controls, &place, self.grip),
            "zoom" => gesture::zoom_at(&mut settings, controls, &place, amount),
            _ => None,
        };
        self.grip = grip;
        self.change(settings)
    }

    /// What the pointer could do here, as a CSS cursor.
    pub fn cursor(
        &self,
        plot: usize,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        theme: &str,
    ) -> String {
        let Some(place) = self.place(plot, [x, y], [width, height], theme) else {
            return String::new();
        };
        let sketches = self
            .question
            .as_ref()
            .and_then(|asked| asked.cursor(&place));
        let cursor = sketches.unwrap_or_else(|| gesture::cursor(&self.settings, &place));
        cursor.to_owned()
    }

    /// Whether a finger that is put here takes hold of a point, so that it must not scroll the page.
    pub fn holds(&self, plot: usize, x: f64, y: f64, width: f64, height: f64, theme: &str) -> bool {
        let place = self.place(plot, [x, y], [width, height], theme);
        place.is_some_and(|place| {
            let asked = self.question.as_ref();
            asked.is_some_and(|asked| asked.cursor(&place).is_some())
                || gesture::holds(&self.settings, &place)
        })
    }

    /// The zoom buttons: widens the range of a plot by `factor`, then shifts it by `shift` times its width.
    pub fn zoom(&mut self, plot: usize, factor: f64, shift: f64) {
        let mut settings = self.settings.clone();
        if let Ok(plot) = self.plot(plot) {
            gesture::zoom_by(&mut settings, self.figure.controls, plot, factor, shift);
        }
        self.change(settings);
    }
}

impl Lab {
    /// A place in a plot that is shown so large.
    pub(super) fn place(
        &self,
        plot: usize,
        [x, y]: [f64; 2],
        [width, height]: [f64; 2],
        theme: &str,
    ) -> Option<Place<'_>> {
        let plot = self.plot(plot).ok()?;
        let frame = Frame::new(plot, width, height, read_theme(theme));
        Some(Place { plot, frame, x, y })
    }

    /// Shows other settings as long as a pointer rests; returns whether there is something else to see.
    fn rest(&mut self, acting: Settings) -> bool {
        let hovered = (acting != self.settings).then_some(acting);
        let changed = hovered != self.hovered;
        if changed {
            self.hovered = hovered;
            self.forget();
        }
        changed
    }

    /// The settings that are shown.
    pub(super) fn acting(&self) -> &Settings {
        self.hovered.as_ref().unwrap_or(&self.settings)
    }

    /// There is something else to be seen.
    pub(super) fn forget(&mut self) {
        self.draft.take();
        self.told.set(false);
    }
}
