//! What the pace of a layer is called: the words "frozen", "learning" and "thrashing", defined by numbers.

use super::super::number;
use super::super::view::{Cell, Table};
use crate::model::experiment::LayerState;

/// A step that moves a layer by about this part of its size is what training usually looks like.
pub const GUIDE: f64 = 1e-3;

/// Below this a layer is frozen: a thousand steps in one direction would move it by a hundredth.
pub const FROZEN: f64 = 1e-5;

/// Above this a layer thrashes: every step replaces a tenth of it.
pub const THRASHING: f64 = 0.1;

/// A loss below this is small: the task is all but learned, and standing still is no fault.
pub const LEARNED: f64 = 0.05;

/// How a layer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Frozen,
    Learning,
    Thrashing,
}

impl Pace {
    /// From ‖ΔW‖/‖W‖ per step; what is not a number thrashes.
    pub fn of(relative_change: f64) -> Pace {
        if relative_change < FROZEN {
            Pace::Frozen
        } else if relative_change <= THRASHING {
            Pace::Learning
        } else {
            Pace::Thrashing
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Pace::Frozen => "frozen",
            Pace::Learning => "learning",
            Pace::Thrashing => "thrashing",
        }
    }
}

/// The words with their numbers, for whoever sees the figure without the article.
pub fn facts() -> Table {
    let [frozen, thrashing, guide, learned] =
        [FROZEN, THRASHING, GUIDE, LEARNED].map(|limit| number::plain(limit, 2));
    let row = |word: &str, limits: String, meaning: &str| {
        vec![
            Cell::Text(word.to_owned()),
            Cell::Text(limits),
            Cell::Text(meaning.to_owned()),
        ]
    };
    Table {
        columns: vec![
            "word".to_owned(),
            format!("‖ΔW‖/‖W‖ per step, median of {} steps", LayerState::WINDOW),
            "meaning".to_owned(),
        ],
        rows: vec![
            row(
                Pace::Frozen.word(),
                format!("below {frozen}"),
                "a thousand steps straight ahead would move the layer by a hundredth of its size",
            ),
            row(
                Pace::Learning.word(),
                format!("up to {thrashing}"),
                &format!("around {guide}, the dashed line, is usual in training that goes well"),
            ),
            row(
                Pace::Thrashing.word(),
                format!("above {thrashing}"),
                "every step replaces a tenth of the layer",
            ),
            row(
                "learned",
                "any".to_owned(),
                &format!(
                    "the loss on the training points is below {learned}: standing still is no fault"
                ),
            ),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_mean_what_the_limits_say() {
        let words = [0.0, 9e-6, 1.1e-5, 1e-3, 0.09, 0.11, f64::INFINITY, f64::NAN];
        let words = words.map(|change| Pace::of(change).word());
        let (frozen, learning, thrashing) = ("frozen", "learning", "thrashing");
        assert_eq!(
            words,
            [
                frozen, frozen, learning, learning, learning, thrashing, thrashing, thrashing
            ]
        );
    }
}
