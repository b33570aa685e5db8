//! How far the theory expects two inputs to differ in each layer of a plain network, worked out layer by layer.

use crate::model::propagation::{PairLayer, Propagation};
use crate::model::spread::Plan;

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

    /// Works until all layers are known or the time is up; returns whether they are known.
    pub fn advance(&mut self, is_time_up: &mut dyn FnMut() -> bool) -> bool {
        while let Some(theory) = &self.theory {
            if self.layers.len() >= self.plan.depth {
                break;
            }
            let next = match self.layers.last() {
                Some(layer) => theory.next_pair(*layer),
                None => first(&self.plan),
            };
            self.layers.push(next);
            if is_time_up() {
                break;
            }
        }
        self.theory.is_none() || self.layers.len() >= self.plan.depth
    }

    /// log₁₀ of the root mean square difference in each layer; none where there is no theory.
    pub fn log10_differences(&self) -> Vec<f64> {
        let layers = self.layers.iter().take(self.plan.depth);
        layers
            .map(|layer| 0.5 * (libm::log10(2.0 * layer.q) + libm::log10(layer.distance)))
            .collect()
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
