//! The factor per layer that the theory expects over the plane of both scales, worked out bit by bit.

use super::controls::{BIAS_STDS, GAINS};
use crate::model::propagation::{CriticalPoint, Known, Propagation};
use crate::model::spread::Plan;
use crate::model::spread::forecast::{self, Expectations};
use crate::model::work::{Budget, Work, done};
use crate::view::Field;
use std::convert::Infallible;
use std::task::Poll;

/// Cells along both axes.
const CELLS: [usize; 2] = [48, 32];

/// The range of ln q that is tabulated; beyond it the ends go on in proportion.
const RANGE: [f64; 2] = [-16.0, 16.0];

/// Entries of the table: between two, q grows by 17 %, and what lies between is off by less than a hundredth of that.
const ENTRIES: usize = 206;

/// Beyond this variance, no point of the critical line lies within the plane, but where a smooth activation is all but a ReLU.
const LARGEST_Q: f64 = 4000.0;

/// Points along the critical line, ten to a decade of q.
const LINE_POINTS: usize = 120;

/// The expectations of an activation as a table, and the plane that is made from it.
pub struct Plane {
    plan: Plan,
    theory: Option<Propagation>,
    /// Where the critical line is looked for.
    known: Known,
    table: Vec<Expectations>,
    values: Vec<f64>,
    /// Where, in endlessly many plain layers, the factor is 1; pieces of `[gain, bias_std]`.
    critical: Option<Vec<Vec<[f64; 2]>>>,
}

impl Plane {
    /// The plane before anything is computed.
    pub fn new(plan: Plan) -> Plane {
        Plane {
            plan,
            theory: Propagation::new(plan.activation, 1.0, 0.0).ok(),
            known: Known::new(plan.activation),
            table: Vec::new(),
            values: Vec::new(),
            critical: None,
        }
    }

    /// Keeps what is still true for another plan.
    pub fn adapt(&mut self, plan: Plan) {
        // Neither the present scales nor what is random changes the plane.
        let wanted = Plan {
            depth: plan.depth,
            residual: plan.residual,
            layer_norm: plan.layer_norm,
            activation: plan.activation,
            ..self.plan
        };
        if wanted == self.plan {
            return;
        }
        let same_table =
            (wanted.activation, wanted.residual) == (self.plan.activation, self.plan.residual);
        let mut next = Plane::new(wanted);
        if same_table {
            next.table = std::mem::take(&mut self.table);
        }
        *self = next;
    }

    /// log₁₀ of the expected factor per layer; none until it is complete.
    pub fn field(&self) -> Option<Field> {
        self.is_complete().then(|| Field {
            x: GAINS,
            y: BIAS_STDS,
            columns: CELLS[0],
            values: self.values.clone(),
        })
    }

    /// The critical line, as far as it is known.
    pub fn critical(&self) -> &[Vec<[f64; 2]>] {
        self.critical.as_deref().unwrap_or_default()
    }

    fn is_complete(&self) -> bool {
        self.values.len() == CELLS[0] * CELLS[1]
    }

    /// One row of cells more.
    fn add_cells(&mut self) {
        let row = self.values.len() / CELLS[0];
        for column in 0..CELLS[0] {
            let middle = |[from, to]: [f64; 2], index: usize, count: usize| {
                from + (index as f64 + 0.5) / count as f64 * (to - from)
            };
            let plan = Plan {
                gain: middle(GAINS, column, CELLS[0]),
                bias_std: middle(BIAS_STDS, row, CELLS[1]),
                // With one layer there is no factor between layers; with two there is.
                depth: self.plan.depth.max(2),
                ..self.plan
            };
            let of = &mut |q| Ok::<_, Infallible>(look_up(&self.table, q));
            let Ok(layers) = forecast::layers(&plan, of);
            let norms = layers.iter().map(|layer| layer.log10_norm);
            self.values
                .push(super::share(norms) / (plan.depth - 1) as f64);
        }
    }
}

/// The budget is asked after each variance that is looked at, each entry of the table, and each row of cells.
impl Work for Plane {
    type Answer = ();

    fn advance(&mut self, budget: Budget) -> Poll<()> {
        while !self.is_complete() {
            match &self.theory {
                _ if self.critical.is_none() => {
                    let found = critical(&self.plan, &mut self.known, budget);
                    let Poll::Ready(line) = found else {
                        break;
                    };
                    self.critical = Some(line);
                }
                Some(theory) if self.table.len() < ENTRIES => {
                    let q = libm::exp(logarithm(self.table.len()));
                    self.table
                        .push(forecast::expectations(theory, &self.plan, q));
                }
                _ => self.add_cells(),
            }
            if budget.is_over() {
                break;
            }
        }
        done(self.is_complete())
    }
}

/// The critical line of a plain network; none where a norm or a short cut makes it another one.
fn critical(plan: &Plan, known: &mut Known, budget: Budget) -> Poll<Vec<Vec<[f64; 2]>>> {
    if plan.residual || plan.layer_norm {
        return Poll::Ready(Vec::new());
    }
    if let Some(gain) = forecast::critical_gain_at_any_scale(plan) {
        let line = BIAS_STDS.map(|bias| [gain, bias]);
        return Poll::Ready(vec![line.to_vec()]);
    }
    let range = (0.0, LARGEST_Q);
    known
        .critical_line(range, LINE_POINTS, budget)
        .map(|pieces| stable(&pieces.unwrap_or_default()))
}

/// The parts of the line on which networks stay, as pieces of `[gain, bias_std]`.
fn stable(pieces: &[Vec<CriticalPoint>]) -> Vec<Vec<[f64; 2]>> {
    let stable = pieces.iter().flat_map(|piece| {
        piece
            .chunk_by(|a, b| a.stable == b.stable)
            .filter(|part| part.iter().all(|point| point.stable))
    });
    stable
        .map(|part| {
            part.iter()
                .map(|point| [point.sigma_w, point.sigma_b])
                .collect()
        })
        .collect()
}

/// ln q of a table's entry.
fn logarithm(entry: usize) -> f64 {
    RANGE[0] + (RANGE[1] - RANGE[0]) * entry as f64 / (ENTRIES - 1) as f64
}

/// Between two entries of the table, evenly in ln q.
fn look_up(table: &[Expectations], q: f64) -> Expectations {
    let place = (libm::log(q) - RANGE[0]) / (RANGE[1] - RANGE[0]) * (ENTRIES - 1) as f64;
    let last = (table.len().max(2) - 2) as f64;
    let at = libm::floor(place).clamp(0.0, last);
    let share = (place - at).clamp(0.0, 1.0);
    let (Some(low), Some(high)) = (table.get(at as usize), table.get(at as usize + 1)) else {
        return Expectations {
            mean: f64::NAN,
            square: f64::NAN,
            slope_square: f64::NAN,
        };
    };
    let between = |low: f64, high: f64| low + share * (high - low);
    // Squares grow like powers of q, or like its exponential: their logarithms are the straighter lines.
    let of_squares = |low: f64, high: f64| match low > 0.0 && high > 0.0 {
        true => libm::exp(between(libm::log(low), libm::log(high))),
        false => between(low, high),
    };
    let inside = place.clamp(0.0, (ENTRIES - 1) as f64);
    let beyond = libm::exp((place - inside) / (ENTRIES - 1) as f64 * (RANGE[1] - RANGE[0]));
    // A mean square that vanishes, or grows, goes on doing so; one that has settled stays.
    let settles = (high.square - low.square).abs() <= 1e-3 * high.square;
    Expectations {
        mean: between(low.mean, high.mean),
        square: of_squares(low.square, high.square) * if settles { 1.0 } else { beyond },
        slope_square: of_squares(low.slope_square, high.slope_square),
    }
}
