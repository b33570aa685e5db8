//! Takes the picture of both runs at one step, piece by piece.

use super::Question;
use super::report::{Histogram, LayerMoment, LayerState, Moment, Outcome, Plane, Report};
use super::run::Run;
use crate::model::training::{Losses, change, norm};

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
    pub(super) fn go_on(&mut self, runs: &mut [Run; 2], is_over: &dyn Fn() -> bool) -> bool {
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
                self.planes[arm] = Some(if wanted { plane(run) } else { Plane::default() });
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

fn outcome(run: &Run, (now, spread): (Losses, Histogram), plane: Plane) -> Outcome {
    let training = run.training();
    let mut losses = run.losses().to_vec();
    let last = losses.last().map(|losses| losses.0);
    if training.divergence().is_none() && last != Some(run.steps()) {
        losses.push((run.steps(), now));
    }
    let network = training.network();
    let moments = run.moments();
    let recent = smoothed(moments, moments.len().saturating_sub(1));
    let last = moments.last().map_or(&[][..], |moment| &moment.layers);
    let layers = recent.layers.iter().zip(last).zip(training.weight_norms());
    let layers = layers
        .enumerate()
        .map(|(layer, ((recent, last), weight_norm))| {
            let start = network.weights_in(run.start(), layer);
            LayerState {
                relative_change: recent.relative_change,
                last: *last,
                weight_norm,
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

/// A moment, its layers' numbers replaced by medians over the last steps; 0 before the first.
fn smoothed(moments: &[Moment], index: usize) -> Moment {
    let Some(moment) = moments.get(index) else {
        return Moment::default();
    };
    // The start is no step.
    let first = (index + 1).saturating_sub(LayerState::WINDOW).max(1);
    let window = moments.get(first..=index).unwrap_or(&[]);
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
            })
            .collect(),
        ..*moment
    }
}

/// The middle of the finite numbers of a list, or the mean of both middles; 0 of none.
fn median(mut list: Vec<f64>) -> f64 {
    list.retain(|x| x.is_finite());
    list.sort_by(f64::total_cmp);
    let middle = list.len() / 2;
    match list.len() {
        0 => 0.0,
        count if count % 2 == 1 => list[middle],
        _ => 0.5 * (list[middle - 1] + list[middle]),
    }
}

/// At most [`Outcome::TRACE`] moments at even distances, with the last one.
fn thinned(moments: &[Moment]) -> Vec<Moment> {
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
        .map(|index| smoothed(moments, index))
        .collect()
}
