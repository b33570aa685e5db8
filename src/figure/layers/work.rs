//! The long work of `layers`, in pieces: what was last complete stays in sight while the next is worked out.

use super::super::style::Styled;
use super::density::Density;
use super::pairs::Pairs;
use super::plane::Plane;
use super::{Show, critical};
use crate::model::spread::forecast::{Expected, Theory};
use crate::model::spread::{Plan, Spread};
use crate::model::work::{Budget, Work as _};

/// What is kept from one view to the next.
pub struct Kept {
    /// What is being worked out; what is complete moves on to `shown`.
    working: Option<Answer>,
    shown: Option<Answer>,
    plane: Plane,
    theory: Theory,
    pairs: Pairs,
}

/// A network's numbers, as far as they are known, those that the theory expects, and their picture.
pub struct Answer {
    pub style: Styled,
    pub spread: Spread,
    /// What the theory expects of each layer.
    pub expected: Vec<Expected>,
    pub density: Density,
}

/// What there is to be drawn.
pub struct Work<'a> {
    pub answer: &'a Answer,
    pub plane: &'a Plane,
    pub pairs: &'a Pairs,
    pub theory: &'a Theory,
    /// How much of what was asked for is done, 0 to 1, while it is worked out.
    pub progress: Option<f64>,
    /// Whether there is more to do.
    pub pending: bool,
}

impl Answer {
    fn new(plan: Plan, style: Styled, show: Show, expected: &[Expected]) -> Answer {
        let expected = expected.to_vec();
        let spread = Spread::new(plan);
        Answer {
            style,
            density: Density::new(&spread, &expected, show),
            expected,
            spread,
        }
    }

    fn is_of(&self, plan: &Plan) -> bool {
        self.spread.plan() == plan
    }

    /// Whether it says what the theory expects, as far as that is known.
    fn has(&self, expected: Option<&[Expected]>) -> bool {
        expected.is_none_or(|expected| expected.len() == self.expected.len())
    }
}

impl Kept {
    /// Nothing is computed yet.
    pub fn new(plan: Plan) -> Kept {
        Kept {
            working: None,
            shown: None,
            plane: Plane::new(plan),
            theory: Theory::new(plan),
            pairs: Pairs::new(plan),
        }
    }

    /// Works on this plan, and on the map if it is shown, as long as there is time. Before anything is complete, what there is of it is drawn.
    pub fn work(
        &mut self,
        plan: Plan,
        style: Styled,
        show: Show,
        has_map: bool,
        budget: Budget,
    ) -> Option<Work<'_>> {
        self.theory.adapt(plan);
        self.plane.adapt(plan);
        let has_theory = self.theory.advance(budget).is_ready();
        critical::tell(&self.theory);
        self.pairs.adapt(plan);
        // Nobody waits for what is not shown.
        let has_plane = has_theory && (!has_map || self.plane.advance(budget).is_ready());
        let has_pairs = show != Show::Both || (has_plane && self.pairs.advance(budget).is_ready());
        let is_known = self.shown.as_ref().is_some_and(|shown| shown.is_of(&plan));
        if is_known {
            self.working = None;
        } else {
            let mut working = self.begin(plan, style, show);
            if has_plane && has_pairs && working.spread.advance(budget).is_ready() {
                self.shown = Some(working);
            } else {
                self.working = Some(working);
            }
        }
        let unfinished = self.working.as_ref().map(|it| it.spread.progress());
        // Of a network that is known, the other direction may still be asked for.
        let progress = unfinished.or((!has_pairs).then_some(0.5));
        let answer = self.shown.as_mut().or(self.working.as_mut())?;
        answer
            .density
            .keep_up(&answer.spread, &answer.expected, show);
        Some(Work {
            answer,
            plane: &self.plane,
            pairs: &self.pairs,
            theory: &self.theory,
            pending: progress.is_some() || !has_plane,
            progress,
        })
    }

    /// The network that is being worked out: the one of this plan, or a new one, with the weights of the last where they are the same.
    fn begin(&mut self, plan: Plan, style: Styled, show: Show) -> Answer {
        let mut before = self.working.take();
        let expected = self.theory.expected();
        let is_of = |working: &mut Answer| working.is_of(&plan) && working.has(expected);
        if let Some(working) = before.take_if(is_of) {
            return working;
        }
        let mut answer = Answer::new(plan, style, show, expected.unwrap_or_default());
        if let Some(before) = before.as_mut().or(self.shown.as_mut()) {
            answer.spread.reuse(&mut before.spread);
        }
        answer
    }
}
