//! The exported class `Lab`: one figure on the page.

use super::asked::Asking;
use super::gesture::{self, Grip};
use super::refusal::Refusals;
use super::shown::Surroundings;
use super::{begin, panel, parameter, words};
use activation_lab::chart::Theme;
use activation_lab::figure::{
    Budget, Draft, Figure, Memory, Plot, Scene, Settings, Shown, View, Written, find_in,
};
use activation_lab::state::text as said;
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::prelude::*;

/// How long the figures of a page may compute in one frame before they show what they have: with the drawing it fits into one of 60 Hz, or nearly.
pub(super) const PATIENCE_MS: f64 = 12.0;

/// One figure with its settings.
#[wasm_bindgen]
pub struct Lab {
    pub(super) figure: &'static Figure,
    pub(super) settings: Settings,
    /// What acts instead while a pointer rests on a picture: it shows what is there, and nobody has written it.
    pub(super) hovered: Option<Settings>,
    /// Computed at the first need after a change.
    pub(super) draft: OnceCell<Draft>,
    pub(super) memory: RefCell<Memory>,
    /// How long a view may compute, in milliseconds.
    patience: f64,
    pub(super) grip: Option<Grip>,
    /// The fraction of a step that the player has not made yet.
    pub(super) owed: f64,
    /// Seconds that the player has waited for a view.
    pub(super) waited: f64,
    /// Whether the complete view of the present settings was asked for.
    pub(super) told: Cell<bool>,
    /// The end at which the player has paused.
    pub(super) halted: Option<u64>,
    refusals: Refusals,
    /// What the host of the figure asks to be shown.
    pub(super) given: Shown,
    /// The same with what the link has said.
    pub(super) shown: Shown,
    /// Whether the reader has asked for all of it.
    pub(super) whole: bool,
    pub(super) around: Surroundings,
    /// What is asked about the figure, and covered meanwhile.
    pub(super) question: Option<Box<dyn Asking>>,
}

#[wasm_bindgen]
impl Lab {
    /// The figure of that name in its factory state; an error if there is none, or if this module does not draw it.
    #[wasm_bindgen(constructor)]
    pub fn new(figure: &str) -> Result<Lab, String> {
        let figure = find_in(begin::figures(), figure).map_err(|error| error.to_string())?;
        if figure.draws.is_none() {
            return Err(words::not_drawn(figure.id));
        }
        Ok(Lab {
            figure,
            settings: Settings::defaults(figure.controls),
            hovered: None,
            draft: OnceCell::new(),
            memory: RefCell::default(),
            patience: PATIENCE_MS,
            grip: None,
            owed: 0.0,
            waited: 0.0,
            told: Cell::new(false),
            halted: None,
            refusals: Refusals::default(),
            given: Shown::default(),
            shown: Shown::default(),
            whole: false,
            around: Surroundings::default(),
            question: None,
        })
    }

    /// Starts from the factory state and applies a link's text (`depth=20&weight=1.5`).
    /// What the link does not say of what is shown is as the host of the figure says, or all where the link is read `alone`.
    /// Returns, as a JSON list, one note for each part that was ignored.
    #[wasm_bindgen(unchecked_return_type = "Json<string[]>")]
    pub fn apply(&mut self, link: &str, alone: bool) -> String {
        let mut scene = Scene::new(self.figure);
        let before = match alone {
            true => Shown::default(),
            false => self.given.clone(),
        };
        scene.shown = before.clone();
        let notes = scene.apply(link);
        self.refusals = Refusals::default();
        // Who has asked for all goes on seeing all, unless the link says what is to be seen.
        self.whole &= !alone && scene.shown == before;
        self.shown = scene.shown;
        self.change(scene.settings);
        self.forget();
        serde_json::Value::from(notes).to_string()
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
    pub fn step(
        &mut self,
        id: &str,
        direction: i32,
        #[wasm_bindgen(unchecked_param_type = "StepSize")] size: &str,
    ) {
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
            Err(error) => return Some(said::no_activation(&error)),
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
    #[wasm_bindgen(unchecked_return_type = "Json<Panel>")]
    pub fn panel(&self, theme: &str) -> String {
        self.told.set(self.draft().is_done());
        let state = panel::State {
            figure: self.figure,
            settings: self.acting(),
            shown: &self.shown(),
            around: &self.around,
            whole: self.whole,
            covered: self.is_covered(),
            theme: read_theme(theme),
        };
        let mut panel = panel::panel(&state, self.draft());
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

    /// Goes on with a view that is not complete; to be called once per frame as long as the panel says so.
    ///
    /// From now on a view may compute for so many milliseconds: the figures of a page share those of a frame.
    pub fn resume(&mut self, milliseconds: f64) {
        self.patience = milliseconds;
        if self.draft.get().is_some_and(|draft| !draft.is_done()) {
            self.draft.take();
        }
    }

    /// The named numbers of the present state, as a JSON list; what is still being computed is `null` and says so.
    #[wasm_bindgen(unchecked_return_type = "Json<Measure[]>")]
    pub fn measures(&self) -> String {
        serde_json::to_string(&self.view().measures).unwrap_or_default()
    }

    /// About twenty representative rows of the data table, and as many of what there is of each layer, in words, as JSON.
    #[wasm_bindgen(unchecked_return_type = "Json<Sample>")]
    pub fn table(&self) -> String {
        panel::sample(self.figure, self.view(), self.is_covered()).to_string()
    }
}

impl Lab {
    pub(super) fn view(&self) -> &View {
        &self.draft().view
    }

    pub(super) fn draft(&self) -> &Draft {
        self.draft.get_or_init(|| {
            let mut memory = self.memory.borrow_mut();
            memory.budget = Budget::of(clock::milliseconds, self.patience);
            self.drafted(&mut memory)
        })
    }

    /// What there is to be seen, as far as the memory's budget goes.
    pub(super) fn drafted(&self, memory: &mut Memory) -> Draft {
        let mut draft = self.figure.draft(self.acting(), &self.shown(), memory);
        if let Some(question) = &self.question {
            question.lay(&mut draft.view);
        }
        draft
    }

    pub(super) fn plot(&self, index: usize) -> Result<&Plot, String> {
        let plots = &self.view().plots;
        plots
            .get(index)
            .ok_or_else(|| words::no_plot(index, plots.len()))
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
            self.hovered = None;
            self.forget();
        }
        changed
    }
}

/// Only the shell names themes, and only those there are; anything else is the light one.
pub(super) fn read_theme(text: &str) -> Theme {
    text.parse().unwrap_or(Theme::Light)
}
