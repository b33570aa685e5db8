//! The figures, as a lesson is checked against them.

use activation_lab::figure::{Measure, Memory, Plot, Scene, find};
use lesson::{Lab, Seen, SeenPlot, claims};
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

impl Lab for Workbench {
    fn figure(&self, link: &str) -> Result<String, String> {
        Scene::linked(link).map(|scene| scene.figure.id.to_owned())
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
        } = Scene::linked(link).ok()?;
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

    fn measure(&self, figure: &str, name: &str) -> Result<String, String> {
        let figure = find(figure).map_err(|error| error.to_string())?;
        figure.measured(name)
    }

    fn has_claim(&self, id: &str) -> bool {
        claims::ids().any(|known| known == id)
    }
}

/// A plot, as far as a question is asked about it.
fn plot(plot: &Plot) -> SeenPlot {
    SeenPlot {
        id: plot.id.to_owned(),
        series: plot.series(),
        has_axes: plot.has_axes(),
    }
}
