//! How large the letters of a worksheet are, and how many lines there are to write on, so that it fits two pages.
//!
//! A browser decides where lines break; here it is estimated, with room to spare.

use super::plot::HEIGHT;
use lesson::{Asks, Lesson, Node, Prose, Step, plain};

/// Points that a page's column has, on the lower one of the two papers: Letter is 279 mm high, with 12 mm around.
const COLUMN: f64 = 255.0 / 25.4 * 72.0;

/// The same across: a column of A4, 210 mm.
const ACROSS: f64 = 89.0 / 25.4 * 72.0;

/// Two pages of two columns; a step that does not fit goes to the next one, so some of each stays empty.
const COLUMNS: f64 = 4.0 * 0.84;

/// An average letter's width, in text heights.
const LETTER: f64 = 0.46;

/// From line to line of text, in text heights; and of lines to write on.
pub const LEADING: f64 = 1.3;
pub const RULED: f64 = 2.1;

/// From largest to smallest, in points.
const SIZES: [f64; 5] = [10.5, 10.0, 9.5, 9.0, 8.5];

/// So many lines to write a reason on at most.
const MOST: usize = 4;

/// What fits.
pub struct Fit {
    /// The letters, in points.
    pub size: f64,
    /// Lines for each reason.
    pub lines: usize,
}

impl Fit {
    /// The largest letters that leave two lines for each reason; if there are none, the smallest, with one.
    pub fn of(lesson: &Lesson) -> Fit {
        let room = |size: f64, lines: usize| height(lesson, size, lines) <= COLUMNS * COLUMN;
        let fits = SIZES.into_iter().find(|&size| room(size, 2));
        let size = fits.unwrap_or(SIZES[SIZES.len() - 1]);
        let lines = (2..=MOST).rev().find(|&lines| room(size, lines));
        Fit {
            size,
            lines: lines.unwrap_or(1),
        }
    }
}

/// Of all columns together, in points.
fn height(lesson: &Lesson, size: f64, lines: usize) -> f64 {
    let per_line = ACROSS / (LETTER * size);
    let text = |prose: &Prose| -> f64 {
        let block = |node: &Node| {
            let letters = plain(std::slice::from_ref(node)).chars().count() as f64;
            (letters / per_line).ceil() * LEADING + 0.4
        };
        prose.iter().map(block).sum()
    };
    let option = |prose: &Prose| {
        let letters = plain(prose).chars().count() as f64 + 3.0;
        (letters / per_line).ceil() * LEADING
    };
    let step = |step: &Step| {
        let mut rows = 3.2 + text(&step.text);
        let mut points = 0.0;
        if let Some(question) = &step.question {
            rows += text(&question.ask) + RULED * lines as f64;
            rows += question
                .options
                .iter()
                .map(|o| option(&o.text))
                .sum::<f64>();
            if question.asks != Asks::Choose {
                points += 0.75 * HEIGHT + 4.0;
                rows += RULED;
            }
        }
        if let Some(goal) = &step.goal {
            let words = goal.words.chars().count() as f64;
            rows += (words / per_line).ceil() * LEADING + RULED * (1 + lines) as f64;
        }
        rows * size + points
    };
    // What stands above both columns takes its height from both.
    let head = 2.0 * (6.0 + 0.5 * text(&lesson.lead)) * size;
    head + lesson.steps.iter().map(step).sum::<f64>()
}
