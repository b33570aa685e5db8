//! A step's plot on paper: empty, to draw into, or as it is.

use super::super::words;
use activation_lab::chart::{Document, Theme};
use activation_lab::figure::{Axis, Layout, Plot, Scale, Scene, Truth, View};
use lesson::{Question, Step};

/// Width in CSS pixels: that of a column.
const WIDTH: f64 = 340.0;

/// Height in CSS pixels.
pub const HEIGHT: f64 = 190.0;

/// Its axes alone, which reach as far as the answer does.
pub fn empty(step: &Step, question: &Question) -> Result<String, String> {
    let mut plot = plot(&step.scene, question)?;
    let answer = self::plot(answer(step, question), question)?;
    plot.marks.clear();
    plot.x = both(plot.x, &answer.x);
    plot.y = both(plot.y, &answer.y);
    if let Some(from) = question.from {
        plot.y.min = from;
    }
    if let Some(to) = question.to {
        plot.y.max = to;
    }
    Ok(drawn(step, plot))
}

/// As the figure shows it with the answer.
pub fn full(step: &Step, question: &Question) -> Result<String, String> {
    plot(answer(step, question), question).map(|plot| drawn(step, plot))
}

/// The number that is asked for, with the answer: of a logarithm what it is the logarithm of.
pub fn value(step: &Step, question: &Question) -> Result<f64, String> {
    let view = Scene::linked(answer(step, question))?.view();
    let name = question.measure.as_deref().unwrap_or_default();
    let truth = Truth::of(&view.measures, name);
    let truth = truth.ok_or_else(|| words::no_value(name))?;
    Ok(truth.on(Scale::Linear))
}

/// The link whose state is the answer.
fn answer<'a>(step: &'a Step, question: &'a Question) -> &'a str {
    question.reveal.as_deref().unwrap_or(&step.scene)
}

/// The plot that a question is about, without its title, which says what to see.
fn plot(link: &str, question: &Question) -> Result<Plot, String> {
    let view = Scene::linked(link)?.view();
    let id = question.plot.as_deref().unwrap_or_default();
    let found = view.plots.into_iter().find(|plot| plot.id == id);
    let mut plot = found.ok_or_else(|| words::no_plot(id))?;
    plot.title.clear();
    Ok(plot)
}

/// An axis on which both have room.
fn both(axis: Axis, other: &Axis) -> Axis {
    Axis {
        min: axis.min.min(other.min),
        max: axis.max.max(other.max),
        ..axis
    }
}

fn drawn(step: &Step, plot: Plot) -> String {
    let view = View {
        plots: vec![plot],
        ..View::default()
    };
    let mut document = Document::new("", Layout::Above, WIDTH, Theme::Print);
    document.name = &step.title;
    document.height = Some(document.least_height(&view).max(HEIGHT));
    document.svg(&view)
}
