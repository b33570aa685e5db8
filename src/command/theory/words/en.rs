//! The same in English.

use super::{Far, Gradients};
use activation_lab::model::propagation::{
    LARGEST_SIGMA, NoMap, Phase, PropagationError, Stability,
};

pub const ABOUT: &str = "q_star: the fixed point that q0 is drawn to; chi_1: sigma_w^2 E[f'(z)^2] there, or its limit where q diverges; xi_1 = -1/ln(chi_1): the depth scale in layers; c_star: the correlation of two inputs that c0 leads to at q_star; chi_c: the slope of the correlation map there, sigma_w^2 E[f'(u1) f'(u2)], jumps of f included, or where q_star is 0 or q diverges its limit for what is left of the signal; xi_c = -1/ln(chi_c): its depth scale; gradients: what chi_1 makes of them; phase: null where f jumps, as chi_1 does not tell it there; notes: what else must be known; null: infinite, or does not exist";
pub const C_NONE: &str = "c*: none";
pub const INFINITE: &str = "infinite";
pub const NO_FIXED_POINTS: &str = "fixed points: none";
pub const FIXED_POINTS: &str = "fixed points:";
pub const NEARLY_ONE: &str = "chi_1 is within 1e-9 of 1, which counts as 1";

pub fn layers(scale: &str) -> String {
    format!("{scale} layers")
}

pub fn grows(start: &str) -> String {
    format!("from q0 = {start}: q grows beyond all bounds")
}

pub fn stays(start: &str) -> String {
    format!("every q is a fixed point; from q0 = {start} it stays there")
}

pub fn is_fixed(start: &str) -> String {
    format!("q0 = {start} is the fixed point q* itself")
}

pub fn drawn(start: &str, q: &str) -> String {
    format!("from q0 = {start}: drawn to q* = {q}")
}

fn gradients(gradients: Gradients) -> &'static str {
    match gradients {
        Gradients::Vanish => "gradients vanish",
        Gradients::Explode => "gradients explode",
        Gradients::KeepTheirSize => "gradients keep their size",
        Gradients::ChangeSlowly => "gradients change, if at all, more slowly than exponentially",
    }
}

pub fn phase(phase: Phase, becomes: Gradients) -> String {
    format!("phase: {} ({})", phase.id(), gradients(becomes))
}

pub fn no_phase(becomes: Gradients) -> String {
    let becomes = gradients(becomes);
    format!("phase: not told by chi_1, as f jumps ({becomes})")
}

pub fn c_stays(c0: &str) -> String {
    format!("every c is a fixed point; from c0 = {c0} it stays there")
}

pub fn becomes_linear(far: Far) -> String {
    let place = match far {
        Far::AtZero => "at q* = 0",
        Far::Growing => "as q grows",
    };
    format!(
        "c*: none; {place} the layer becomes linear, and every c stays where the layers before have brought it"
    )
}

pub fn c_is_unstable(c0: &str) -> String {
    format!("c0 = {c0} is an unstable fixed point: every other c moves away from it")
}

pub fn c_is_fixed(c0: &str) -> String {
    format!("c0 = {c0} is the fixed point c* itself")
}

pub fn c_drawn(c0: &str, c: &str) -> String {
    format!("from c0 = {c0}: drawn to c* = {c}")
}

pub fn no_c(why: NoMap) -> String {
    let why = match why {
        NoMap::Silent => "every pre-activation becomes 0, and there is nothing to compare",
        NoMap::Flat => "q* = 0 and the slope there is 0: the signal dies faster than at any rate",
        NoMap::Steep => "q grows without end, and so does the slope: there is no limit",
        NoMap::Drifts => {
            "q grows without end, but ever more slowly: the limit does not tell where correlations drift"
        }
    };
    format!("c*: none; {why}")
}

pub fn all_fixed(chi: &str) -> String {
    format!("fixed points: every q from 0 up, chi = {chi}")
}

pub fn fixed_point(q: &str, stability: Stability, chi: &str, slope: &str) -> String {
    let word = match stability {
        Stability::Stable => "stable",
        Stability::Unstable => "unstable",
        Stability::OneSided => "stable from one side",
        Stability::Neutral => "neutral: every q is a fixed point",
    };
    format!("q = {q}: {word}, chi = {chi}, slope = {slope}")
}

pub fn note(note: &str) -> String {
    format!("note: {note}")
}

pub fn relative(far: Far) -> String {
    let limit = match far {
        Far::AtZero => "goes to 0",
        Far::Growing => "grows",
    };
    format!(
        "c_star and chi_c are of the correlation as q {limit}, relative to what the signal has become"
    )
}

pub fn jumps(places: &[String], flat: bool) -> String {
    let places = places.join(" and ");
    let elsewhere = match flat {
        true => "0 everywhere else",
        false => "taken everywhere else",
    };
    format!(
        "f jumps at x = {places}: f' does not exist there and is {elsewhere}, so chi_1 counts no gradient through the jump; the slope of the correlation map at c = 1 is infinite"
    )
}

pub fn refused(error: &PropagationError) -> String {
    match error {
        PropagationError::Sigma { name, value } => format!(
            "{name} = {value} is out of range: a standard deviation must lie between 0 and {LARGEST_SIGMA:e}"
        ),
        PropagationError::Start { q } => {
            format!("the start q0 = {q} is no variance: it must be a finite number from 0 up")
        }
    }
}

pub fn no_correlation(c0: &str) -> String {
    format!("c0 = {c0} is out of range: a correlation must lie between -1 and 1")
}
