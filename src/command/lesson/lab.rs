//! The figures, as a lesson is checked against them.

use super::super::words::no_measure;
use super::words;
use activation_lab::figure::{Each, Framing, Meaning, Measure, Memory, Plot, Scene, find, link};
use lesson::{Condition, Lab, Seen, SeenPlot, claims};
use std::collections::HashMap;
use std::rc::Rc;

/// What has been worked out, so that it is worked out once.
pub struct Workbench {
    quick: bool,
    seen: HashMap<String, Rc<Seen>>,
    /// Of each figure: its states have networks in common.
    memories: HashMap<&'static str, Memory>,
}

impl Workbench {
    /// One that works out no figure if it is to be `quick`.
    pub fn new(quick: bool) -> Workbench {
        Workbench {
            quick,
            seen: HashMap::new(),
            memories: HashMap::new(),
        }
    }
}

/// The scene of a link, all of which has to be read.
pub fn scene(address: &str) -> Result<Scene, String> {
    let figure = link::figure(address).ok_or_else(|| words::no_figure(address))?;
    let figure = find(&figure).map_err(|error| error.to_string())?;
    if link::value(address, "v").is_none() {
        return Err(words::no_version(address, figure.id));
    }
    let mut scene = Scene::new(figure);
    let notes = scene.apply(address);
    match notes.is_empty() {
        true => Ok(scene),
        false => Err(words::in_link(address, &notes.join("; "))),
    }
}

impl Lab for Workbench {
    fn figure(&self, link: &str) -> Result<String, String> {
        scene(link).map(|scene| scene.figure.id.to_owned())
    }

    fn seen(&mut self, link: &str) -> Option<Rc<Seen>> {
        if self.quick {
            return None;
        }
        if let Some(seen) = self.seen.get(link) {
            return Some(Rc::clone(seen));
        }
        let Scene {
            figure,
            settings,
            shown,
        } = scene(link).ok()?;
        let memory = self.memories.entry(figure.id).or_default();
        let view = figure.draft(&settings, &shown, memory).view;
        let value = |measure: &Measure| (measure.name(), measure.value.compared());
        let seen = Rc::new(Seen {
            plots: view.plots.iter().map(plot).collect(),
            measures: view.measures.iter().map(value).collect(),
        });
        self.seen.insert(link.to_owned(), Rc::clone(&seen));
        Some(seen)
    }

    fn measure(&self, figure: &str, name: &str) -> Result<(), String> {
        let figure = find(figure).map_err(|error| error.to_string())?;
        if row(figure.measures, name).is_some() {
            return Ok(());
        }
        let patterns = figure.measures.iter().map(Meaning::pattern);
        let known = patterns.collect::<Vec<_>>().join(", ");
        Err(no_measure(figure.id, name, None, &known))
    }

    fn has_claim(&self, id: &str) -> bool {
        claims::ids().any(|known| known == id)
    }

    fn words(&self, figure: &str, condition: &Condition) -> String {
        let rows = find(figure).map_or(&[][..], |figure| figure.measures);
        let said = |name: &str| match row(rows, name) {
            Some((row, number)) => words::measure(&row.meaning.read(), row.each, number),
            None => name.to_owned(),
        };
        let minus = condition.minus.as_deref().map(said);
        let left = said(&condition.left);
        words::condition(&left, minus.as_deref(), condition.is, condition.right)
    }
}

/// A plot, as far as a question is asked about it.
fn plot(plot: &Plot) -> SeenPlot {
    SeenPlot {
        id: plot.id.to_owned(),
        series: plot.marks.iter().filter(|mark| mark.is_series()).count(),
        has_axes: matches!(plot.framing, Framing::Axes | Framing::Named),
    }
}

/// The row of a figure's table that a measure's name is of, and its number in it.
fn row<'a>(rows: &'a [Meaning], name: &str) -> Option<(&'a Meaning, Option<u32>)> {
    rows.iter().find_map(|row| match row.each {
        Each::Whole => (row.id == name).then_some((row, None)),
        _ => {
            let number = name.strip_prefix(row.id)?.strip_prefix('_')?;
            let number: u32 = number.parse().ok().filter(|n| *n > 0)?;
            Some((row, Some(number)))
        }
    })
}
