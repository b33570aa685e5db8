//! What a figure is asked before it is seen: the place for it in a [`Lab`].
//!
//! Asking itself is no part of the page's first module. A module that can do it says so when it [begins](asks).

use super::gesture::Place;
use super::lab::Lab;
use activation_lab::figure::View;
use std::sync::OnceLock;
use wasm_bindgen::prelude::*;

/// A question that is open over a figure.
pub trait Asking {
    /// Whether the answer is covered now.
    fn covers(&self) -> bool;
    /// Covers what is to be found out, and draws what is expected.
    fn lay(&self, view: &mut View);
    /// What a pointer does to a prediction, and whether anything changed; none where it has nothing to do with one.
    fn sketch(&mut self, kind: &str, place: &Place) -> Option<bool>;
    /// The cursor over a plot that takes a prediction.
    fn cursor(&self, place: &Place) -> Option<&'static str>;
    /// Does what the page says, as [`Lab::question`] has it; returns what is said to that, and whether there is something else to see.
    fn answer(&mut self, said: Said, view: &View) -> (String, bool);
}

/// What the page says of a question.
pub struct Said<'a> {
    pub verb: &'a str,
    pub text: &'a str,
    pub place: usize,
    pub position: u32,
}

/// What a module has that can ask.
pub(super) struct Asks {
    /// Reads a question.
    pub ask: fn(&str) -> Box<dyn Asking>,
    /// Whether comparisons between measures, one a line, hold in a view, all of them.
    pub holds: fn(&str, &View) -> bool,
    /// What is on the left of each as it is in a view.
    pub stands: fn(&str, &View) -> String,
    /// What of a plot can be heard, on a surface of that size in that theme.
    pub heard: fn(&str, usize, &View) -> String,
}

static ASKS: OnceLock<Asks> = OnceLock::new();

/// To be called once by a module that can ask, when it is instantiated.
pub(super) fn asks(asks: Asks) {
    ASKS.get_or_init(|| asks);
}

#[wasm_bindgen]
impl Lab {
    /// All about a question over the figure; in a module that cannot ask, nothing.
    ///
    /// `ask` asks what stands in the lines of `text`, and covers the answer: the kind, the plot, what of it is asked for, from where and to where its axis has to reach, and how the page calls what is covered, the prediction, the truth, and what lies between.
    /// `commit`: the prediction stands; `reveal`: it does, and is seen beside the truth. `unask`: as if nothing had been asked.
    /// `expect` moves the prediction at one of its places to a position on the value axis, and `type` to the value in `text`; the answer is empty where that is none.
    /// `holds` says whether the comparisons in the lines of `text` do, without a question: it answers nothing where one does not.
    /// `stands`, without a question as well, tells what is on the left of each of them.
    /// `heard`, without a question as well, tells as JSON what can be heard of the plot at `place`, where `text` is its width, its height and the theme; nothing as long as an answer is covered.
    /// `expected` tells where it stands there, and `gap` how far from what there is in a complete view, both as JSON.
    pub fn question(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "QuestionVerb")] verb: &str,
        text: &str,
        place: usize,
        position: u32,
    ) -> String {
        let asks = verb == "ask";
        if asks || verb == "unask" {
            self.question = ASKS.get().filter(|_| asks).map(|asks| (asks.ask)(text));
            self.hovered = None;
            self.forget();
            return String::new();
        }
        if verb == "holds" {
            let holds = ASKS
                .get()
                .is_some_and(|asks| (asks.holds)(text, self.view()));
            return if holds {
                verb.to_owned()
            } else {
                String::new()
            };
        }
        if verb == "stands" {
            let asks = ASKS.get();
            return asks.map_or_else(String::new, |asks| (asks.stands)(text, self.view()));
        }
        if verb == "heard" {
            let asks = ASKS.get().filter(|_| !self.is_covered());
            return asks.map_or_else(String::new, |asks| (asks.heard)(text, place, self.view()));
        }
        self.draft();
        let mut question = self.question.take();
        let said = Said {
            verb,
            text,
            place,
            position,
        };
        let answer = question.as_mut().map(|q| q.answer(said, self.view()));
        self.question = question;
        let (answer, changed) = answer.unwrap_or_default();
        if changed {
            self.forget();
        }
        answer
    }
}

impl Lab {
    pub(super) fn sketch(
        &mut self,
        plot: usize,
        kind: &str,
        at: [f64; 2],
        size: [f64; 2],
        theme: &str,
    ) -> Option<bool> {
        self.draft();
        let mut question = self.question.take()?;
        let place = self.place(plot, at, size, theme);
        let sketched = place.and_then(|place| question.sketch(kind, &place));
        self.question = Some(question);
        if sketched == Some(true) {
            self.forget();
        }
        sketched
    }

    pub(super) fn is_covered(&self) -> bool {
        self.question.as_ref().is_some_and(|asked| asked.covers())
    }
}
