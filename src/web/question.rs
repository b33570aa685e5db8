//! A question put over a figure: what is expected of a plot before it is seen.
//!
//! While it is open the answer is nowhere: not in the pictures, not in the words, not in the numbers beside them.
//! A prediction is a mark of the plot like any other, so that it follows every size and every theme, and is told to whoever does not see it.

mod cover;
mod gap;
mod goal;
mod guess;

use super::asked::{self, Asking, Asks, Said};
use super::gesture::Place;
use super::heard;
use activation_lab::figure::{Plot, Scale, View};
use guess::{Guess, Shape};
use model::number;

/// To be called once by a module whose figures can be asked about, when it is instantiated.
pub fn asks() {
    asked::asks(Asks {
        ask: |text| Box::new(Question::read(text)),
        holds: goal::holds,
        stands: goal::stands,
        heard: heard::heard,
    });
}

/// What is asked.
struct Question {
    /// What is expected; none where one of some sentences is chosen.
    guess: Option<Guess>,
    /// The plot that is asked about; empty for all of them.
    plot: String,
    /// The measure that is asked for, or which series of the plot, counted from 1.
    target: String,
    /// Values that the axis has to reach, so that the data's own range tells nothing.
    reach: [Option<f64>; 2],
    names: Names,
    /// Whether the answer can still be changed.
    is_open: bool,
    covers: bool,
    /// The place and the value that the pointer was at last, while it is pressed.
    stroke: Option<[f64; 2]>,
}

/// What the page calls the marks.
struct Names {
    covered: String,
    guess: String,
    truth: String,
    apart: String,
}

impl Question {
    fn read(text: &str) -> Question {
        let mut lines = text.lines().map(str::to_owned);
        let mut line = || lines.next().unwrap_or_default();
        let shape = match line().as_str() {
            "estimate" => Some(Shape::Level),
            "draw" => Some(Shape::Course),
            _ => None,
        };
        Question {
            guess: shape.map(Guess::new),
            plot: line(),
            target: line(),
            reach: [number::read(&line()).ok(), number::read(&line()).ok()],
            names: Names {
                covered: line(),
                guess: line(),
                truth: line(),
                apart: line(),
            },
            is_open: true,
            covers: true,
            stroke: None,
        }
    }

    /// What is expected, and of which plot.
    fn expected<'a>(&'a self, view: &'a View) -> Option<(&'a Guess, &'a Plot)> {
        let plot = view.plots.iter().find(|plot| plot.id == self.plot)?;
        Some((self.guess.as_ref()?, plot))
    }

    /// The prediction, while it can be changed, if that is its plot.
    fn open_on(&self, plot: &Plot) -> Option<&Guess> {
        let here = self.is_open && plot.id == self.plot;
        self.guess.as_ref().filter(|_| here)
    }

    fn put(&mut self, place: usize, value: Option<f64>, view: &View) -> bool {
        let (Some((guess, plot)), Some(value), true) = (self.expected(view), value, self.is_open)
        else {
            return false;
        };
        self.guess = Some(guess.with(place, value, plot));
        true
    }
}

impl Asking for Question {
    fn covers(&self) -> bool {
        self.covers
    }

    fn lay(&self, view: &mut View) {
        self.lay_over(view);
    }

    fn sketch(&mut self, kind: &str, place: &Place) -> Option<bool> {
        let guess = self.open_on(place.plot)?;
        let Place { frame, x, y, plot } = place;
        let inside = frame.nearest(*x, *y);
        let now = [frame.x_at(inside.0), frame.y_at(inside.1)];
        let from = match kind {
            "down" if frame.contains(*x, *y) => Some(now),
            "move" => self.stroke,
            _ => None,
        };
        let next = from.map(|from| guess.through(from, now, plot));
        self.stroke = from.and(Some(now));
        let changed = next.is_some();
        self.guess = next.or(self.guess.take());
        Some(changed)
    }

    fn cursor(&self, place: &Place) -> Option<&'static str> {
        let guess = self.open_on(place.plot)?;
        let inside = place.frame.contains(place.x, place.y);
        inside.then(|| guess.cursor())
    }

    fn answer(&mut self, said: Said, view: &View) -> (String, bool) {
        let expected = self.expected(view);
        let axis = expected.map(|(_, plot)| &plot.y);
        match said.verb {
            "commit" | "reveal" => {
                self.is_open = false;
                self.covers &= said.verb == "commit";
                (String::new(), true)
            }
            "expect" => {
                let value = axis.map(|axis| guess::value(axis, said.position));
                (String::new(), self.put(said.place, value, view))
            }
            "type" => {
                let value = axis.and_then(|axis| guess::typed(said.text, axis.scale));
                let taken = self.put(said.place, value, view);
                let answer = if taken { said.verb } else { "" };
                (answer.to_owned(), taken)
            }
            "expected" => {
                let told = expected.map(|(guess, plot)| guess.at(said.place, plot));
                (told.unwrap_or_default().to_string(), false)
            }
            "gap" => {
                let gap = |(guess, plot)| gap::gap(guess, plot, &self.target, &view.measures);
                (expected.map(gap).unwrap_or_default().to_string(), false)
            }
            _ => (String::new(), false),
        }
    }
}

/// The place of a value on an axis: where the data are logarithms, its logarithm, below everything for a zero; none of a negative number.
fn on_axis(value: f64, scale: Scale) -> Option<f64> {
    match scale {
        Scale::Decades => (value >= 0.0 && value.is_finite()).then(|| libm::log10(value)),
        Scale::Linear | Scale::Count => value.is_finite().then_some(value),
    }
}

#[cfg(test)]
mod tests;
