//! The weight scale at which gradients neither vanish nor explode.

use super::super::settings::Settings;
use super::super::style::styled;
use super::controls::GAIN;
use super::plan;
use crate::model::spread::Plan;
use crate::model::spread::forecast::{Theory, of_critical_gains};
use std::cell::RefCell;

/// So many answers are remembered.
const MOST: usize = 16;

thread_local! {
    /// What was found out for pictures, newest last: a button knows nothing but the settings, and must not search itself.
    static FOUND: RefCell<Vec<(Plan, Vec<f64>)>> = const { RefCell::new(Vec::new()) };
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

/// The critical scale nearest to the present one, among those that the slider reaches; `None` as long as no picture of these settings has found out.
pub fn gain(settings: &Settings) -> Option<Option<f64>> {
    let style = styled(settings).into_iter().next()?;
    let plan = plan(settings, &style);
    let question = of_critical_gains(&plan);
    FOUND.with_borrow(|found| {
        let known = found.iter().find(|(asked, _)| *asked == question);
        known.map(|(_, gains)| nearest(gains, plan.gain))
    })
}

/// Whether the weights' scale makes no difference: layer norm takes it out again, and there are no biases to compare it with.
pub fn is_scale_free(settings: &Settings) -> bool {
    settings.is_on("layer_norm")
        && !settings.is_on("residual")
        && settings.number("bias_std") == 0.0
}

/// Of critical scales the nearest to a scale, among those that the slider reaches.
pub fn nearest(gains: &[f64], to: f64) -> Option<f64> {
    let distance = |gain: &f64| (gain - to).abs();
    let within = gains
        .iter()
        .copied()
        .filter(|gain| (GAIN[0]..=GAIN[1]).contains(gain));
    within.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
