//! What the theory says of a plan, worked out bit by bit.

use super::{Expectations, Expected, critical_gain_at_any_scale, layers};
use crate::propagation::{Known, Propagation};
use crate::spread::Plan;
use crate::work::{Budget, Pending, Work, done};
use std::task::Poll;

/// The expected layers, the final factor and the critical gains of a plan, as far as they are known.
#[derive(Clone, Debug)]
pub struct Theory {
    plan: Plan,
    known: Known,
    expected: Option<Vec<Expected>>,
    log10_final_factor: Option<f64>,
    critical_gains: Option<Vec<f64>>,
}

impl Theory {
    /// Nothing is known yet.
    pub fn new(plan: Plan) -> Theory {
        Theory {
            plan,
            known: Known::new(plan.activation),
            expected: None,
            log10_final_factor: None,
            critical_gains: None,
        }
    }

    /// Goes over to another plan, and keeps what is true of it too.
    pub fn adapt(&mut self, plan: Plan) {
        let depends = |plan: &Plan| Plan {
            width: 1,
            batch: 1,
            seed: 1,
            ..*plan
        };
        let (old, new) = (depends(&self.plan), depends(&plan));
        self.plan = plan;
        if old == new {
            return;
        }
        if old.activation != new.activation {
            *self = Theory::new(plan);
            return;
        }
        self.expected = None;
        self.log10_final_factor = None;
        if of_critical_gains(&old) != of_critical_gains(&new) {
            self.critical_gains = None;
        }
        self.known.tidy();
    }

    /// What it is about.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How many variances were looked at: a sign of life, as nobody knows before how many it takes.
    pub fn looked_at(&self) -> usize {
        self.known.len()
    }

    /// What is expected of each layer; none of a plan whose numbers leave the theory's range.
    pub fn expected(&self) -> Option<&[Expected]> {
        self.expected.as_deref()
    }

    /// log₁₀ of what the last of endlessly many layers multiplies the norm by, ε left out; NaN for a residual network, whose factor never settles.
    pub fn log10_final_factor(&self) -> Option<f64> {
        self.log10_final_factor
    }

    /// The gains with which, in endlessly many layers, the norm of the gradient is multiplied by 1; ascending, and none for a residual network, which only ever adds, or where the gain does not matter, as with layer norm and no biases.
    pub fn critical_gains(&self) -> Option<&[f64]> {
        self.critical_gains.as_deref()
    }

    fn foresee(&mut self, budget: Budget) -> Result<Vec<Expected>, Pending> {
        let plan = self.plan;
        if Propagation::new(plan.activation, plan.gain, plan.bias_std).is_err() {
            return Ok(Vec::new());
        }
        layers(&plan, &mut |q| {
            let Poll::Ready(moments) = self.known.moments(q, budget) else {
                return Err(Pending);
            };
            Ok(Expectations::of(moments, &plan))
        })
    }

    fn settle(&mut self, budget: Budget) -> Poll<f64> {
        let Plan { gain, bias_std, .. } = self.plan;
        let Ok(theory) = Propagation::new(self.plan.activation, gain, bias_std) else {
            return Poll::Ready(f64::NAN);
        };
        match (self.plan.residual, self.plan.layer_norm) {
            (true, _) => Poll::Ready(f64::NAN),
            (false, true) => {
                let moments = self.known.moments(1.0, budget);
                moments.map(|_| 0.5 * libm::log10(theory.chi(1.0) / theory.variance(1.0)))
            }
            (false, false) => {
                let start = theory.first(1.0);
                let chi = self.known.final_chi(gain, bias_std, start, budget);
                chi.map(|chi| 0.5 * libm::log10(chi.unwrap_or(f64::NAN)))
            }
        }
    }

    fn balance(&mut self, budget: Budget) -> Poll<Vec<f64>> {
        let plan = &self.plan;
        let in_range = Propagation::new(plan.activation, 1.0, plan.bias_std).is_ok();
        if plan.residual || !in_range {
            return Poll::Ready(Vec::new());
        }
        if plan.layer_norm {
            // σ_w²·E[f′²] = σ_w²·E[f²] + σ_b², at q = 1.
            let needed = plan.bias_std * plan.bias_std;
            return self.known.moments(1.0, budget).map(|moments| {
                let gain = (needed / (moments.slope_square - moments.square)).sqrt();
                let found = gain.is_finite() && gain > 0.0;
                found.then_some(gain).into_iter().collect()
            });
        }
        match critical_gain_at_any_scale(plan) {
            Some(gain) => Poll::Ready(vec![gain]),
            None => {
                let gains = self.known.critical_gain(plan.bias_std, budget);
                gains.map(Result::unwrap_or_default)
            }
        }
    }
}

/// The budget is asked after each pair of integrals.
impl Work for Theory {
    type Answer = ();

    fn advance(&mut self, budget: Budget) -> Poll<()> {
        if self.expected.is_none() {
            self.expected = self.foresee(budget).ok();
        }
        if self.expected.is_some() && self.log10_final_factor.is_none() {
            self.log10_final_factor = ready(self.settle(budget));
        }
        if self.log10_final_factor.is_some() && self.critical_gains.is_none() {
            self.critical_gains = ready(self.balance(budget));
        }
        done(self.critical_gains.is_some())
    }
}

/// A plan without what makes no difference to its critical gains.
pub fn of_critical_gains(plan: &Plan) -> Plan {
    Plan {
        gain: 1.0,
        depth: 1,
        width: 1,
        batch: 1,
        seed: 1,
        ..*plan
    }
}

fn ready<T>(found: Poll<T>) -> Option<T> {
    match found {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}
