//! How far the theory expects two inputs to differ in each layer of a plain network, worked out layer by layer.

use crate::model::propagation::{PairLayer, Propagation};
use crate::model::spread::Plan;
use crate::model::work::{Budget, Work, done};
use std::task::Poll;

/// Two independent inputs on their way forward.
pub struct Pairs {
    plan: Plan,
    /// None where there is no theory: with short cuts, layer norm, or numbers out of range.
    theory: Option<Propagation>,
    layers: Vec<PairLayer>,
}

impl Pairs {
    /// Nothing is computed yet.
    pub fn new(plan: Plan) -> Pairs {
        let theory = Propagation::new(plan.activation, plan.gain, plan.bias_std);
        Pairs {
            plan,
            theory: theory.ok().filter(|_| !plan.residual && !plan.layer_norm),
            layers: Vec::new(),
        }
    }

    /// Keeps what is still true for another plan.
    pub fn adapt(&mut self, plan: Plan) {
        let same = Plan {
            depth: plan.depth,
            width: plan.width,
            batch: plan.batch,
            seed: plan.seed,
            ..self.plan
        };
        match same == plan {
            true => self.plan = plan,
            false => *self = Pairs::new(plan),
        }
    }

    /// log₁₀ of the root mean square difference in each layer; none where there is no theory.
    pub fn log10_differences(&self) -> Vec<f64> {
        let layers = self.layers.iter().take(self.plan.depth);
        layers
            .map(|layer| 0.5 * (libm::log10(2.0 * layer.q) + libm::log10(layer.distance)))
            .collect()
    }
}

/// The budget is asked after each layer.
impl Work for Pairs {
    type Answer = ();

    fn advance(&mut self, budget: Budget) -> Poll<()> {
        while let Some(theory) = &self.theory {
            if self.layers.len() >= self.plan.depth {
                break;
            }
            let next = match self.layers.last() {
                Some(layer) => theory.next_pair(*layer),
                None => first(&self.plan),
            };
            self.layers.push(next);
            if budget.is_over() {
                break;
            }
        }
        done(self.theory.is_none() || self.layers.len() >= self.plan.depth)
    }
}

/// The sums of two independent inputs of mean square 1: of their variance g² + σ_b² only the biases are shared.
fn first(plan: &Plan) -> PairLayer {
    let (weight, bias) = (plan.gain * plan.gain, plan.bias_std * plan.bias_std);
    PairLayer {
        q: weight + bias,
        distance: weight / (weight + bias),
    }
}
