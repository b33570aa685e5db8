//! What the figure's words mean, by numbers: a layer is frozen, moves or thrashes; a network learns, has learned, or learns nothing.

use super::names;
use crate::view::Grid;

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
}

/// The words with their numbers, for whoever sees the figure without the article.
pub fn facts() -> Grid {
    let rows = names::words().into_iter();
    Grid {
        columns: names::columns().to_vec(),
        rows: rows.map(|row| row.to_vec()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_mean_what_the_limits_say() {
        let words = [0.0, 9e-6, 1.1e-5, 1e-3, 0.09, 0.11, f64::INFINITY, f64::NAN];
        let words = words.map(Pace::of);
        let (frozen, moving, thrashing) = (Pace::Frozen, Pace::Moving, Pace::Thrashing);
        assert_eq!(
            words,
            [
                frozen, frozen, moving, moving, moving, thrashing, thrashing, thrashing
            ]
        );
    }
}
