//! The weight scale at which gradients neither vanish nor explode.

use super::super::settings::Settings;
use super::super::style::styled;
use super::controls::GAIN;
use super::plan;
use crate::model::spread::Plan;
use crate::model::spread::forecast;
use std::cell::RefCell;

thread_local! {
    /// The last question and its answer: every drawing asks the same several times, and an answer takes milliseconds.
    static LAST: RefCell<Option<(Plan, Vec<f64>)>> = const { RefCell::new(None) };
}

/// The critical scale nearest to the present one, among those that the slider reaches.
pub fn gain(settings: &Settings) -> Option<f64> {
    let style = styled(settings).into_iter().next()?;
    nearest(&plan(settings, &style))
}

/// Whether the weights' scale makes no difference: layer norm takes it out again, and there are no biases to compare it with.
pub fn is_scale_free(settings: &Settings) -> bool {
    settings.is_on("layer_norm")
        && !settings.is_on("residual")
        && settings.number("bias_std") == 0.0
}

/// The critical scale of a plan nearest to its own.
pub fn nearest(plan: &Plan) -> Option<f64> {
    let distance = |gain: &f64| (gain - plan.gain).abs();
    let all = all(plan);
    let within = all
        .into_iter()
        .filter(|gain| (GAIN[0]..=GAIN[1]).contains(gain));
    within.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// All critical scales, whether or not the slider reaches them, ascending.
pub fn all(plan: &Plan) -> Vec<f64> {
    // What the answer does not depend on is made equal.
    let question = Plan {
        gain: 1.0,
        depth: 1,
        width: 1,
        batch: 1,
        seed: 1,
        ..*plan
    };
    LAST.with_borrow_mut(|last| {
        let known = last.as_ref().filter(|(asked, _)| *asked == question);
        if let Some((_, answer)) = known {
            return answer.clone();
        }
        let answer = forecast::critical_gains(&question);
        *last = Some((question, answer.clone()));
        answer
    })
}
