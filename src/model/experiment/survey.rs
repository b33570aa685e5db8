//! Takes the picture of both runs at one step, piece by piece.

use super::Question;
use super::report::{LayerMoment, LayerState, Moment, Outcome, Plane, Report};
use super::run::{Look, Run};
use crate::training::{change, norm};
use crate::work::Budget;

/// Multiplications that the values over the plane may take, for one run.
const PLANE_WORK: f64 = 5e6;

/// Fewest and most cells.
const PLANE_CELLS: (f64, f64) = (400.0, 2400.0);

/// Places along a line.
const LINE_PLACES: usize = 161;

/// The frame reaches so much farther than the farthest coordinate of a point, to the sides and upwards: room for pictures that are wider than high.
const ROOM: [f64; 2] = [2.4, 1.4];

/// What was found out so far.
#[derive(Clone, Debug)]
pub(super) struct Survey {
    question: Question,
    looks: Vec<Look>,
    planes: Vec<Plane>,
}

impl Survey {
    pub(super) fn new(question: Question) -> Survey {
        Survey {
            question,
            looks: Vec::new(),
            planes: Vec::new(),
        }
    }

    pub(super) fn question(&self) -> Question {
        self.question
    }

    /// Does what is missing, as long as there is time; whether it is complete.
    pub(super) fn go_on(&mut self, runs: &mut [Run], budget: Budget) -> bool {
        for run in runs.iter_mut().skip(self.looks.len()) {
            if budget.is_over() {
                return false;
            }
            match run.look(self.question.layer) {
                Some(look) => self.looks.push(look),
                None => return false,
            }
        }
        for run in runs.iter().skip(self.planes.len()) {
            if budget.is_over() {
                return false;
            }
            // The shallow run is there for its loss alone.
            let wanted = self.question.plane && self.planes.len() < 2;
            let plane = if wanted { plane(run) } else { Plane::default() };
            self.planes.push(plane);
        }
        true
    }

    /// The report, if the survey is complete.
    pub(super) fn report(self, runs: &[Run]) -> Option<Report> {
        let found = self.looks.into_iter().zip(self.planes);
        let mut outcomes = runs
            .iter()
            .zip(found)
            .map(|(run, (look, plane))| outcome(run, look, plane));
        Some(Report {
            question: self.question,
            guess: runs.first()?.training().guess(),
            arms: [outcomes.next()?, outcomes.next()?],
            shallow: outcomes.next(),
        })
    }
}

/// The outputs over the plane or the line, with fewer cells for a larger network.
fn plane(run: &Run) -> Plane {
    let network = run.training().network();
    let points = &run.training().dataset().train;
    let far = points.inputs.iter().fold(0.0f64, |far, x| far.max(x.abs()));
    let middle = |index: usize, count: usize| (index as f64 + 0.5) / count as f64 * 2.0 - 1.0;
    let (reach, columns, places) = if points.features == 1 {
        let line = (0..LINE_PLACES).map(|x| middle(x, LINE_PLACES) * far);
        ([far, 0.0], LINE_PLACES, line.collect::<Vec<f64>>())
    } else {
        let reach = ROOM.map(|room| room * far);
        let (fewest, most) = PLANE_CELLS;
        let cells = (PLANE_WORK / network.parameters().len() as f64).clamp(fewest, most);
        let rows = (cells * reach[1] / reach[0]).sqrt() as usize;
        let columns = (cells / rows as f64) as usize;
        let cells = 0..columns * rows;
        let x = cells
            .clone()
            .map(|cell| reach[0] * middle(cell % columns, columns));
        let y = cells.map(|cell| reach[1] * middle(cell / columns, rows));
        (reach, columns, x.chain(y).collect())
    };
    let mut pass = run.training().workspace();
    // The places have as many features as the points, which fit.
    let ran = network.forward(&places, &mut pass);
    Plane {
        reach,
        columns,
        values: ran.map_or(Vec::new(), |()| pass.outputs().to_vec()),
    }
}

fn outcome(run: &Run, look: Look, plane: Plane) -> Outcome {
    let training = run.training();
    let mut losses = run.losses().to_vec();
    let last = losses.last().map(|losses| losses.0);
    if training.divergence().is_none() && last != Some(run.steps()) {
        losses.push((run.steps(), look.losses));
    }
    let network = training.network();
    let (branch, last) = (run.branched_at(), run.moments().len().saturating_sub(1));
    // One that has just branched off has taken no step of its own.
    let since = if branch <= run.steps() { branch } else { 0 };
    let recent = window(run.moments(), last, since);
    let state = |layer| {
        let start = network.weights_in(run.start(), layer);
        let typical = typical(recent, layer);
        LayerState {
            relative_change: typical.1.relative_change,
            typical,
            drift: change(start, network.weights(layer)) / norm(start),
        }
    };
    Outcome {
        steps: run.steps(),
        divergence: training.divergence(),
        trace: thinned(run.moments(), branch),
        losses,
        layers: (0..network.depth()).map(state).collect(),
        signals: look.signals,
        spread: look.spread,
        plane,
    }
}

/// The last steps up to a moment, of those after the step `since`; the start is no step.
fn window(moments: &[Moment], index: usize, since: u64) -> &[Moment] {
    let first = (index + 1).saturating_sub(LayerState::WINDOW);
    let first = first.max(since as usize + 1);
    moments.get(first..=index).unwrap_or(&[])
}

/// The step whose ‖ΔW‖/‖W‖ is the median of the finite ones.
fn typical(window: &[Moment], layer: usize) -> (u64, LayerMoment) {
    let of = |moment: &Moment| Some((moment.step, *moment.layers.get(layer)?));
    let mut steps: Vec<(u64, LayerMoment)> = window.iter().filter_map(of).collect();
    steps.retain(|(_, layer)| layer.relative_change.is_finite());
    let middle = steps.len().saturating_sub(1) / 2;
    // Ten steps at most: each is asked how many come before it.
    let change = |index: &usize| {
        steps
            .get(*index)
            .map_or(0.0, |(_, layer)| layer.relative_change)
    };
    let is_before = |a: &usize, b: &usize| change(a).total_cmp(&change(b)).then(a.cmp(b)).is_lt();
    let rank = |index: &usize| {
        (0..steps.len())
            .filter(|other| is_before(other, index))
            .count()
    };
    let found = (0..steps.len()).find(|index| rank(index) == middle);
    let found = found.and_then(|index| steps.get(index));
    found.copied().unwrap_or_default()
}

/// A moment, its layers' numbers replaced by medians over the last steps; 0 before the first. Steps before the branch and after it are not mixed.
fn smoothed(moments: &[Moment], index: usize, branch: u64) -> Moment {
    let Some(moment) = moments.get(index) else {
        return Moment::default();
    };
    let since = if branch < index as u64 { branch } else { 0 };
    let window = window(moments, index, since);
    let of = |layer: usize, pick: fn(&LayerMoment) -> f64| {
        let layers = window.iter().filter_map(|moment| moment.layers.get(layer));
        median(layers.map(pick).collect())
    };
    let layers = 0..moment.layers.len();
    Moment {
        layers: layers
            .map(|layer| LayerMoment {
                gradient_norm: of(layer, |layer| layer.gradient_norm),
                relative_change: of(layer, |layer| layer.relative_change),
                weight_norm: of(layer, |layer| layer.weight_norm),
            })
            .collect(),
        ..*moment
    }
}

/// The middle of the finite numbers of a list, the lower of both middles of an even number; 0 of none.
fn median(mut list: Vec<f64>) -> f64 {
    list.retain(|x| x.is_finite());
    list.sort_unstable_by(f64::total_cmp);
    let middle = list.len().saturating_sub(1) / 2;
    list.get(middle).copied().unwrap_or(0.0)
}

/// At most [`Outcome::TRACE`] moments at even distances, with the last one.
fn thinned(moments: &[Moment], branch: u64) -> Vec<Moment> {
    let every = moments.len().div_ceil(Outcome::TRACE - 1).max(1);
    let mut kept: Vec<usize> = (0..moments.len()).step_by(every).collect();
    if let Some(last) = moments
        .len()
        .checked_sub(1)
        .filter(|last| kept.last() != Some(last))
    {
        kept.push(last);
    }
    kept.into_iter()
        .map(|index| smoothed(moments, index, branch))
        .collect()
}
