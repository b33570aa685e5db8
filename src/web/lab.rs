//! The exported class `Lab`: one figure on the page.

use super::gesture::{self, Grip};
use super::refusal::Refusals;
use super::{panel, parameter};
use crate::chart::{Document, Theme};
use crate::figure::{self, Figure, Memory, Origin, Patience, Plot, Settings, View, Written, link};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::prelude::*;

/// How long a view may compute before it shows what it has: with the drawing it fits into a frame of 60 Hz, or nearly.
const PATIENCE_MS: f64 = 12.0;

/// One figure with its settings.
#[wasm_bindgen]
pub struct Lab {
    pub(super) figure: &'static Figure,
    pub(super) settings: Settings,
    /// Computed at the first need after a change.
    pub(super) view: OnceCell<View>,
    pub(super) memory: RefCell<Memory>,
    pub(super) grip: Option<Grip>,
    /// The fraction of a step that the player has not made yet.
    owed: f64,
    /// Seconds that the player has waited for a view.
    waited: f64,
    /// Whether the complete view of the present settings was asked for.
    told: Cell<bool>,
    /// The end at which the player has paused.
    halted: Option<u64>,
    refusals: Refusals,
}

#[wasm_bindgen]
impl Lab {
    /// The figure of that name in its factory state.
    #[wasm_bindgen(constructor)]
    pub fn new(figure: &str) -> Result<Lab, String> {
        let figure = figure::find(figure).map_err(|error| error.to_string())?;
        Ok(Lab {
            figure,
            settings: Settings::defaults(figure.controls),
            view: OnceCell::new(),
            memory: RefCell::default(),
            grip: None,
            owed: 0.0,
            waited: 0.0,
            told: Cell::new(false),
            halted: None,
            refusals: Refusals::default(),
        })
    }

    /// Starts from the factory state and applies a link's text (`depth=20&weight=1.5`).
    /// Returns, as a JSON list, one note for each part that was ignored.
    pub fn apply(&mut self, link: &str) -> String {
        let mut settings = Settings::defaults(self.figure.controls);
        let notes = link::apply(&mut settings, link);
        self.refusals = Refusals::default();
        self.change(settings);
        serde_json::Value::from(notes).to_string()
    }

    /// What differs from the factory state, in the spelling of links.
    pub fn hash(&self) -> String {
        link::spell(&self.settings.changed())
    }

    /// Back to the factory state.
    pub fn reset(&mut self) {
        self.refusals = Refusals::default();
        self.change(Settings::defaults(self.figure.controls));
    }

    /// Sets one control from text; returns what is wrong with it, if anything is.
    pub fn set(&mut self, id: &str, text: &str) -> Option<String> {
        let mut settings = self.settings.clone();
        let error = settings.set(id, text).err();
        if error.is_none() {
            self.refusals.forget(id);
        }
        self.change(settings);
        error.map(|error| error.to_string())
    }

    /// The same from a field; returns whether the text is taken. What is wrong stands in the panel, as [`Refusals`] says.
    pub fn enter(&mut self, id: &str, text: &str) -> bool {
        let message = self.set(id, text);
        self.refusals.keep(id, None, message)
    }

    /// Nothing that was typed into a field of this control is refused any more: it was taken back.
    pub fn take_back(&mut self, id: &str) {
        self.refusals.forget(id);
    }

    /// One control back to its factory value.
    pub fn restore(&mut self, id: &str) {
        if let Some(text) = Settings::defaults(self.figure.controls).text(id) {
            self.set(id, &text);
        }
    }

    /// Moves a slider to a position between 0 and its number of positions.
    pub fn set_position(&mut self, id: &str, position: u32) {
        let mut settings = self.settings.clone();
        settings.set_position(id, position);
        self.refusals.forget(id);
        self.change(settings);
    }

    /// A key press on a slider: a `fine`, `coarse` or `page` step, upwards where `direction` is positive.
    pub fn step(&mut self, id: &str, direction: i32, size: &str) {
        let mut settings = self.settings.clone();
        gesture::step(&mut settings, self.figure.controls, id, direction, size);
        self.refusals.forget(id);
        self.change(settings);
    }

    /// Adds an activation to a chooser; returns what is wrong with it, if anything is.
    pub fn add(&mut self, id: &str, text: &str) -> Option<String> {
        // Read alone first, so that a comma or an empty text is an error instead of a second item or none.
        let added = match text.parse::<Written>() {
            Ok(activation) => activation.to_string(),
            Err(error) => return Some(error.to_string()),
        };
        let mut names = self.names(id);
        if panel::most(self.figure, id) == 1 {
            names.clear();
        }
        names.push(added);
        self.set(id, &names.join(","))
    }

    /// Sets a parameter of the activation at `index` of a chooser from its field, as [`Lab::enter`] does.
    pub fn set_parameter(&mut self, id: &str, index: usize, parameter: &str, text: &str) -> bool {
        let mut settings = self.settings.clone();
        let answer = parameter::set(&mut settings, id, index, parameter, text);
        self.change(settings);
        let part = Some((index, parameter));
        self.refusals.keep(id, part, answer.err())
    }

    /// One press of an arrow key on a parameter's field; at the end of its range it stays.
    pub fn step_parameter(
        &mut self,
        id: &str,
        index: usize,
        parameter: &str,
        direction: i32,
        fine: bool,
    ) -> bool {
        let mut settings = self.settings.clone();
        let answer = parameter::step(&mut settings, id, index, parameter, direction, fine);
        self.change(settings);
        let part = Some((index, parameter));
        self.refusals.keep(id, part, answer.err())
    }

    /// Takes the activation at `index` out of a chooser; the last one stays.
    pub fn remove(&mut self, id: &str, index: usize) {
        let mut names = self.names(id);
        if index < names.len() && names.len() > 1 {
            names.remove(index);
            self.set(id, &names.join(","));
        }
    }

    /// Everything that HTML shows beside the pictures, as JSON; colours are those of `theme`.
    pub fn panel(&self, theme: &str) -> String {
        self.told.set(!self.view().pending);
        let mut panel = panel::panel(self.figure, &self.settings, self.view(), read_theme(theme));
        self.refusals.tell(&mut panel);
        panel.to_string()
    }

    /// Presses a button of the figure.
    pub fn act(&mut self, id: &str) {
        let mut settings = self.settings.clone();
        if let Some(action) = self.figure.actions.iter().find(|action| action.id == id) {
            (action.act)(&mut settings);
        }
        self.change(settings);
    }

    /// Goes on with a view that is pending; to be called once per frame as long as the panel says so.
    pub fn resume(&mut self) {
        if self.is_pending() {
            self.view.take();
        }
    }

    /// Lets time pass; returns whether there is more to come. Time waits until a view is complete and was asked for, and pauses once where something came to an end.
    pub fn advance(&mut self, seconds: f64) -> bool {
        let seconds = seconds + self.waited;
        if !self.told.get() {
            self.waited = seconds;
            return true;
        }
        self.waited = 0.0;
        let mut settings = self.settings.clone();
        let player = self.figure.player.as_ref();
        let halt = self.view().halt;
        if halt != self.halted {
            self.halted = halt;
            if let (Some(player), Some(step)) = (player, halt) {
                settings.set_number(player.step, step as f64);
                self.change(settings);
                return false;
            }
        }
        let goes_on =
            player.is_some_and(|player| player.advance(&mut settings, &mut self.owed, seconds));
        self.change(settings);
        goes_on
    }

    /// Back to the first step.
    pub fn rewind(&mut self) {
        let mut settings = self.settings.clone();
        if let Some(player) = &self.figure.player {
            settings.set_number(player.step, 0.0);
        }
        self.change(settings);
    }

    /// Back to shortly before what came to an end.
    pub fn replay(&mut self) {
        let mut settings = self.settings.clone();
        if let (Some(player), Some(step)) = (&self.figure.player, self.view().halt) {
            player.replay(&mut settings, step);
        }
        self.change(settings);
    }

    /// Play is pressed: at the end it starts again, and what has come to an end already does not stop it.
    pub fn start(&mut self) {
        let player = self.figure.player.as_ref();
        if player.is_some_and(|player| player.is_over(&self.settings)) {
            self.rewind();
        }
        self.halted = self.view().halt;
        self.waited = 0.0;
    }

    /// The named numbers of the present state, as a JSON list; what is still being computed is `null` and says so.
    pub fn measures(&self) -> String {
        serde_json::to_string(&self.view().measures).unwrap_or_default()
    }

    /// About twenty representative rows of the data table, as JSON.
    pub fn table(&self) -> String {
        panel::sample(&self.view().table).to_string()
    }

    /// The whole data table.
    pub fn csv(&self) -> String {
        self.finished().table.csv()
    }

    /// The figure as a file of its own.
    pub fn svg(&self, width: f64, theme: &str) -> String {
        let (title, layout) = (self.figure.title, self.figure.layout);
        let origin = Origin::new(self.figure, &self.settings).lines("");
        let document = Document::new(title, layout, width, read_theme(theme));
        Document {
            origin: &origin,
            ..document
        }
        .svg(&self.finished())
    }
}

impl Lab {
    pub(super) fn view(&self) -> &View {
        self.view.get_or_init(|| {
            let mut memory = self.memory.borrow_mut();
            memory.patience = Patience::of(js_sys::Date::now, PATIENCE_MS);
            (self.figure.draft)(&self.settings, &mut memory)
        })
    }

    fn is_pending(&self) -> bool {
        self.view.get().is_some_and(|view| view.pending)
    }

    /// The view, computed to its end however long that takes: what leaves the page is never half done.
    fn finished(&self) -> Cow<'_, View> {
        if !self.view().pending {
            return Cow::Borrowed(self.view());
        }
        Cow::Owned(self.figure.view(&self.settings))
    }

    pub(super) fn plot(&self, index: usize) -> Result<&Plot, String> {
        let plots = &self.view().plots;
        plots
            .get(index)
            .ok_or_else(|| format!("there is no plot {index}; there are {}", plots.len()))
    }

    fn names(&self, id: &str) -> Vec<String> {
        let list = self.settings.activations(id);
        list.iter().map(Written::to_string).collect()
    }

    pub(super) fn change(&mut self, settings: Settings) -> bool {
        let changed = settings != self.settings;
        if changed {
            self.refusals.follow(&self.settings, &settings);
            self.settings = settings;
            self.view.take();
            self.told.set(false);
        }
        changed
    }
}

/// Only the shell names themes, and only those there are; anything else is the light one.
pub(super) fn read_theme(text: &str) -> Theme {
    text.parse().unwrap_or(Theme::Light)
}
