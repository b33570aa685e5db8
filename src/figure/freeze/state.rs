//! What the figure's words mean, by numbers: a layer is frozen, moves or thrashes; a network learns, has learned, or learns nothing.

use super::super::learning::{LEARNED, LEARNS};
use crate::model::experiment::LayerState;
use crate::view::number;
use crate::view::{Cell, Table};

/// A step that moves a layer by about this part of its size is what training usually looks like.
pub const GUIDE: f64 = 1e-3;

/// Below this a layer is frozen: a thousand steps in one direction would move it by a hundredth.
pub const FROZEN: f64 = 1e-5;

/// Above this a layer thrashes: a typical step replaces a tenth of it.
pub const THRASHING: f64 = 0.1;

/// How a layer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Frozen,
    Moving,
    Thrashing,
}

impl Pace {
    /// From ‖ΔW‖/‖W‖ per step; what is not a number thrashes.
    pub fn of(relative_change: f64) -> Pace {
        if relative_change < FROZEN {
            Pace::Frozen
        } else if relative_change <= THRASHING {
            Pace::Moving
        } else {
            Pace::Thrashing
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Pace::Frozen => "frozen",
            Pace::Moving => "moving",
            Pace::Thrashing => "thrashing",
        }
    }
}

/// The words with their numbers, for whoever sees the figure without the article.
pub fn facts() -> Table {
    let [frozen, thrashing, guide] =
        [FROZEN, THRASHING, GUIDE].map(|limit| number::plain(limit, 2));
    let [learns, learned] = [LEARNS, LEARNED].map(|part| number::percent(libm::log10(part)));
    let row = |word: &str, limits: String, meaning: &str| {
        vec![
            Cell::Text(word.to_owned()),
            Cell::Text(limits),
            Cell::Text(meaning.to_owned()),
        ]
    };
    let pace = format!(
        "‖ΔW‖/‖W‖ per step, median of its last {} steps,",
        LayerState::WINDOW
    );
    Table {
        columns: ["word", "by numbers", "meaning"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            row(
                "a layer is frozen",
                format!("{pace} below {frozen}"),
                "a thousand steps straight ahead would move it by a hundredth of its size",
            ),
            row(
                "a layer moves",
                format!("{pace} up to {thrashing}"),
                &format!("around {guide}, the dashed line, is usual in training that goes well"),
            ),
            row(
                "a layer thrashes",
                format!("{pace} above {thrashing}"),
                "a typical step replaces a tenth of it or more",
            ),
            row(
                "the loss of guessing",
                "that of the best constant answer".to_owned(),
                "what one loses who knows how often each answer is right, and nothing of the point",
            ),
            row(
                "a network learns",
                format!("loss below {learns} of that of guessing"),
                "it has found out something about the points",
            ),
            row(
                "a network moves and learns nothing",
                format!("a layer moves, the loss is not below {learns} of that of guessing"),
                "its weights go somewhere, and it is no wiser for it",
            ),
            row(
                "a network has learned",
                format!("loss below {learned} of that of guessing"),
                "standing still is no fault then",
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
        let (frozen, moving, thrashing) = ("frozen", "moving", "thrashing");
        assert_eq!(
            words,
            [
                frozen, frozen, moving, moving, moving, thrashing, thrashing, thrashing
            ]
        );
    }
}
