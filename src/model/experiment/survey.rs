//! Takes the picture of both runs at one step, piece by piece.

use super::Question;
use super::plan::Plan;
use super::report::{Histogram, LayerState, Moment, Outcome, Plane, Report};
use super::run::Run;
use crate::model::dataset::Points;
use crate::model::training::{Losses, change, norm};

/// Multiplications that the values over the plane may take, for one run.
const PLANE_WORK: f64 = 5e6;

/// Fewest and most cells along a side of the plane.
const PLANE_CELLS: (f64, f64) = (16.0, 48.0);

/// Places along a line.
const LINE_PLACES: usize = 161;

/// The frame reaches so much farther than the farthest coordinate of a point: room for surfaces that are wider than high.
const ROOM: f64 = 1.8;

/// What was found out so far.
#[derive(Clone, Debug)]
pub(super) struct Survey {
    question: Question,
    points: [Option<(Losses, Histogram)>; 2],
    planes: [Option<Plane>; 2],
}

impl Survey {
    pub(super) fn new(question: Question) -> Survey {
        Survey {
            question,
            points: [None, None],
            planes: [None, None],
        }
    }

    pub(super) fn question(&self) -> Question {
        self.question
    }

    /// Does what is missing, as long as there is time; whether it is complete.
    pub(super) fn go_on(
        &mut self,
        plan: &Plan,
        runs: &mut [Run; 2],
        is_over: &dyn Fn() -> bool,
    ) -> bool {
        for (arm, run) in runs.iter_mut().enumerate() {
            if self.points[arm].is_none() {
                if is_over() {
                    return false;
                }
                self.points[arm] = run.look(self.question.layer);
            }
            if self.planes[arm].is_none() {
                if is_over() {
                    return false;
                }
                let wanted = self.question.plane;
                self.planes[arm] = Some(if wanted {
                    plane(plan, run)
                } else {
                    Plane::default()
                });
            }
        }
        true
    }

    /// The report, if the survey is complete.
    pub(super) fn report(self, runs: &[Run; 2]) -> Option<Report> {
        let [first, second] = runs;
        let [of_first, of_second] = self.points;
        let [plane, other_plane] = self.planes;
        Some(Report {
            question: self.question,
            arms: [
                outcome(first, of_first?, plane?),
                outcome(second, of_second?, other_plane?),
            ],
        })
    }
}

/// The outputs over the plane or the line, with fewer cells for a larger network.
fn plane(plan: &Plan, run: &Run) -> Plane {
    let network = run.training().network();
    let Points {
        inputs, features, ..
    } = &run.training().dataset().train;
    let far = inputs.iter().fold(0.0f64, |far, x| far.max(x.abs()));
    let (reach, columns) = match features {
        1 => (far, LINE_PLACES),
        _ => {
            let parameters = network.parameters().len() as f64;
            let cells = (PLANE_WORK / parameters).sqrt();
            let (fewest, most) = PLANE_CELLS;
            (ROOM * far, cells.clamp(fewest, most) as usize)
        }
    };
    let middle = |index: usize| ((index as f64 + 0.5) / columns as f64 * 2.0 - 1.0) * reach;
    let places: Vec<f64> = match plan.data.features() {
        1 => (0..columns).map(middle).collect(),
        _ => {
            let cells = 0..columns * columns;
            let x = cells.clone().map(|cell| middle(cell % columns));
            x.chain(cells.map(|cell| middle(cell / columns))).collect()
        }
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

fn outcome(run: &Run, (now, spread): (Losses, Histogram), plane: Plane) -> Outcome {
    let training = run.training();
    let mut losses = run.losses().to_vec();
    let last = losses.last().map(|losses| losses.0);
    if training.divergence().is_none() && last != Some(run.steps()) {
        losses.push((run.steps(), now));
    }
    let network = training.network();
    let layers = (0..network.depth()).map(|layer| {
        let start = network.weights_in(run.start(), layer);
        LayerState {
            relative_change: recent_change(run.moments(), layer),
            drift: change(start, network.weights(layer)) / norm(start),
        }
    });
    Outcome {
        steps: run.steps(),
        divergence: training.divergence(),
        trace: thinned(run.moments()),
        losses,
        layers: layers.collect(),
        spread,
        plane,
    }
}

/// The median over the last steps; 0 before the first.
fn recent_change(moments: &[Moment], layer: usize) -> f64 {
    let past = &moments[1.min(moments.len())..];
    let recent = &past[past.len().saturating_sub(LayerState::WINDOW)..];
    let changes = recent.iter().filter_map(|moment| moment.layers.get(layer));
    let mut changes: Vec<f64> = changes.map(|layer| layer.relative_change).collect();
    changes.sort_by(f64::total_cmp);
    let middle = changes.len() / 2;
    match changes.len() {
        0 => 0.0,
        count if count % 2 == 1 => changes[middle],
        _ => 0.5 * (changes[middle - 1] + changes[middle]),
    }
}

/// At most [`Outcome::TRACE`] moments at even distances, with the last one.
fn thinned(moments: &[Moment]) -> Vec<Moment> {
    let every = moments.len().div_ceil(Outcome::TRACE - 1).max(1);
    let mut kept: Vec<Moment> = moments.iter().step_by(every).cloned().collect();
    let end = kept.last().map(|moment| moment.step);
    if let Some(last) = moments.last().filter(|last| end != Some(last.step)) {
        kept.push(last.clone());
    }
    kept
}
