//! What a question makes of a view: the answer out of sight, the prediction in it.

use super::gap::{Series, pairs};
use super::guess::{Guess, Shape, written};
use super::{Question, on_axis};
use activation_lab::figure::{
    Bar, Dash, Direction, Framing, Grid, Ink, Mark, Plot, Readout, Table, Truth, View,
};

/// Stands for a number that is not told yet.
const UNTOLD: &str = "?";

impl Question {
    /// Covers what is to be found out, and draws what is expected.
    pub(super) fn lay_over(&self, view: &mut View) {
        if self.covers {
            hide(view, &self.names.covered);
        }
        let truth = Truth::of(&view.measures, &self.target);
        for plot in &mut view.plots {
            let is_asked = plot.id == self.plot;
            let drawn = self.guess.as_ref().filter(|_| is_asked);
            // A course is drawn by what else is seen; any other answer may stand in any plot.
            let spares = !is_asked
                && self
                    .guess
                    .as_ref()
                    .is_some_and(|g| g.shape == Shape::Course);
            let series = Series::of(plot, &self.target);
            let bars = series.and_then(Series::bars);
            if let Some(guess) = drawn {
                self.widen(plot, guess);
            }
            if self.covers && !spares {
                self.cover(plot);
            }
            match drawn {
                Some(guess) if guess.shape == Shape::Level => self.level(plot, guess, truth),
                Some(guess) => self.course(plot, guess, bars),
                None => {}
            }
        }
    }

    /// The axis to what it has to reach, and to what is expected.
    fn widen(&self, plot: &mut Plot, guess: &Guess) {
        let scale = plot.y.scale;
        let wanted = self.reach.iter().flatten();
        let mut wanted: Vec<f64> = wanted.filter_map(|&value| on_axis(value, scale)).collect();
        if guess.is_given() {
            wanted.extend(guess.points(plot).iter().map(|point| point[1]));
        }
        for value in wanted.into_iter().filter(|value| value.is_finite()) {
            plot.y.min = plot.y.min.min(value);
            plot.y.max = plot.y.max.max(value);
        }
    }

    fn cover(&self, plot: &mut Plot) {
        plot.gestures.clear();
        // Where nothing is put into the picture, nobody needs its axes; and how far they reach is a part of the answer.
        if self.guess.is_none() {
            plot.framing = Framing::Bare;
        }
        // A title that has numbers in it tells them.
        if plot.title.contains(char::is_numeric) && !plot.y.label.is_empty() {
            plot.title.clone_from(&plot.y.label);
        }
        plot.marks = vec![Mark::Band {
            name: self.names.covered.clone(),
            ink: Ink::Muted,
            along: Direction::X,
            from: f64::NEG_INFINITY,
            to: f64::INFINITY,
            hatched: true,
            label: String::new(),
        }];
    }

    fn level(&self, plot: &mut Plot, guess: &Guess, truth: Option<Truth>) {
        let scale = plot.y.scale;
        let ends = [plot.x.min, plot.x.max];
        let level = |at: f64, ink: Ink, dash: Dash, label: String| Mark::Line {
            name: label.clone(),
            ink,
            dash,
            width: 1.4,
            pieces: vec![ends.map(|x| [x, at]).to_vec()],
            label,
        };
        let said = |name: &str, at: f64| format!("{name}: {}", written(at, scale));
        let at = guess.points(plot).first().map(|point| point[1]);
        let is_seen = |at: &f64| at.is_finite() && (self.covers || guess.is_given());
        if let Some(at) = at.filter(is_seen) {
            let label = match guess.is_given() {
                true => said(&self.names.guess, at),
                false => UNTOLD.to_owned(),
            };
            plot.marks.push(level(at, Ink::Handle, Dash::Dashed, label));
        }
        let at = truth.map(|truth| truth.on(scale));
        if let Some(at) = at.filter(|at| !self.covers && at.is_finite()) {
            let label = said(&self.names.truth, at);
            plot.marks.push(level(at, Ink::Text, Dash::Solid, label));
        }
    }

    fn course(&self, plot: &mut Plot, guess: &Guess, bars: Option<(f64, Option<f64>)>) {
        if !self.covers && !guess.is_given() {
            return;
        }
        let points = guess.points(plot);
        if !self.covers {
            let apart = pairs(guess, plot, &self.target);
            plot.marks.push(Mark::Line {
                name: self.names.apart.clone(),
                ink: Ink::Alarm,
                dash: Dash::Solid,
                width: 0.6,
                pieces: apart
                    .iter()
                    .map(|&[x, a, b]| vec![[x, a], [x, b]])
                    .collect(),
                label: String::new(),
            });
        }
        let name = self.names.guess.clone();
        let mark = match bars {
            Some((width, from)) => {
                let from = from.unwrap_or(plot.y.min);
                let bar = |&[x, to]: &[f64; 2]| Bar { x, from, to };
                let mark = Mark::Bars {
                    name,
                    ink: Ink::Handle,
                    width,
                    faint: true,
                    bars: points.iter().map(bar).collect(),
                };
                // Wider than the truth and behind it, and its tops before it.
                let half = 0.5 * width;
                let tops = points
                    .iter()
                    .map(|&[x, y]| vec![[x - half, y], [x + half, y]]);
                let tops = tops.collect();
                plot.marks.insert(0, mark);
                Mark::Line {
                    name: String::new(),
                    ink: Ink::Handle,
                    dash: Dash::Solid,
                    width: 1.4,
                    pieces: tops,
                    label: String::new(),
                }
            }
            _ => Mark::Line {
                name: name.clone(),
                ink: Ink::Handle,
                dash: Dash::Dashed,
                width: 1.4,
                pieces: vec![points],
                label: name,
            },
        };
        plot.marks.push(mark);
    }
}

/// What tells the answer beside the pictures. The numbers of the view stay: somebody has to know them.
fn hide(view: &mut View, says: &str) {
    says.clone_into(&mut view.summary);
    view.legend.clear();
    view.deeper.clear();
    view.formulas.clear();
    view.table = Table::default();
    view.facts = Grid::default();
    let hidden = |text: &mut String| {
        if !text.is_empty() {
            UNTOLD.clone_into(text);
        }
    };
    for Readout { value, note, .. } in &mut view.readouts {
        hidden(value);
        hidden(note);
    }
}
