//! The weight scale at which gradients neither fade nor grow: one answer, which the button and the readout both give.

use super::super::style::styled;
use super::controls::GAINS;
use super::plan;
use crate::model::spread::Plan;
use crate::model::spread::forecast::{Theory, of_critical_gains};
use crate::state::Settings;
use std::cell::RefCell;

/// A scale as near to a critical one as this share of it is that one: a hundred layers tell no difference, and it is searched for no closer.
const SAME: f64 = 1e-6;

/// So many answers are remembered.
const MOST: usize = 16;

thread_local! {
    /// What was found out for pictures, newest last: a button knows nothing but the settings, and must not search itself.
    static FOUND: RefCell<Vec<(Plan, Vec<f64>)>> = const { RefCell::new(Vec::new()) };
}

/// At which weight scale, in endlessly many layers, the gradient neither fades nor grows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Critical {
    /// It is still looked for.
    Searching,
    /// With short cuts there is none: a layer only ever adds to the gradient.
    ShortCut,
    /// The scale makes no difference: layer norm takes it out again, and there are no biases to compare it with.
    Indifferent,
    /// There is none.
    Nowhere,
    /// It is the present one.
    Here,
    /// It is this one, which the slider reaches.
    At(f64),
    /// It is this one, which the slider does not reach.
    Beyond(f64),
}

impl Critical {
    /// For a plan whose critical scales are these, or are not known yet.
    pub fn of(plan: &Plan, gains: Option<&[f64]>) -> Critical {
        if plan.residual {
            return Critical::ShortCut;
        }
        if plan.layer_norm && plan.bias_std == 0.0 {
            return Critical::Indifferent;
        }
        let Some(gains) = gains else {
            return Critical::Searching;
        };
        match (nearest(gains, plan.gain), gains.first()) {
            (Some(gain), _) if (gain - plan.gain).abs() < SAME * gain => Critical::Here,
            (Some(gain), _) => Critical::At(gain),
            (None, Some(gain)) => Critical::Beyond(*gain),
            (None, None) => Critical::Nowhere,
        }
    }

    /// The same as far as a button can know it.
    pub fn of_settings(settings: &Settings) -> Critical {
        let Some(style) = styled(settings).into_iter().next() else {
            return Critical::Searching;
        };
        let plan = plan(settings, &style);
        let question = of_critical_gains(&plan);
        FOUND.with_borrow(|found| {
            let known = found.iter().find(|(asked, _)| *asked == question);
            Critical::of(&plan, known.map(|(_, gains)| gains.as_slice()))
        })
    }
}

/// What the theory has found out is there for the buttons, too.
pub fn tell(theory: &Theory) {
    let Some(gains) = theory.critical_gains() else {
        return;
    };
    let question = of_critical_gains(theory.plan());
    FOUND.with_borrow_mut(|found| {
        if found.last().is_some_and(|last| last.0 == question) {
            return;
        }
        found.retain(|(asked, _)| *asked != question);
        found.push((question, gains.to_vec()));
        let surplus = found.len().saturating_sub(MOST);
        found.drain(..surplus);
    });
}

/// Of critical scales the nearest to a scale, among those that the slider reaches.
fn nearest(gains: &[f64], to: f64) -> Option<f64> {
    let distance = |gain: &f64| (gain - to).abs();
    let within = gains
        .iter()
        .copied()
        .filter(|gain| (GAINS[0]..=GAINS[1]).contains(gain));
    within.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
