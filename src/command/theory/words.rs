//! What `theory` says, in words; numbers come as they are printed.

mod en;

use activation_lab::model::propagation::{NoMap, Phase, PropagationError, Stability};
use activation_lab::texts;

/// What the gradients do, as they come back through many layers.
#[derive(Clone, Copy)]
pub enum Gradients {
    Vanish,
    Explode,
    KeepTheirSize,
    /// The factor is 1, and only the mean square of the signal decides what is left.
    ChangeSlowly,
}

/// Where a layer has become linear.
#[derive(Clone, Copy)]
pub enum Far {
    /// q goes to 0.
    AtZero,
    /// q grows without end.
    Growing,
}

texts! {
    const ABOUT, C_NONE, INFINITE, NO_FIXED_POINTS, FIXED_POINTS, NEARLY_ONE;
    /// A depth scale.
    fn layers(scale: &str) -> String;
    /// q grows without end.
    fn grows(start: &str) -> String;
    /// Every q stays as it is.
    fn stays(start: &str) -> String;
    /// The start is the fixed point.
    fn is_fixed(start: &str) -> String;
    /// The fixed point that the start is drawn to.
    fn drawn(start: &str, q: &str) -> String;
    /// The phase, and what becomes of gradients.
    fn phase(phase: Phase, gradients: Gradients) -> String;
    /// The phase where χ does not tell it.
    fn no_phase(gradients: Gradients) -> String;
    /// Every correlation stays as it is.
    fn c_stays(c0: &str) -> String;
    /// The layer becomes linear only in the limit.
    fn becomes_linear(far: Far) -> String;
    /// A fixed point that nothing else is drawn to.
    fn c_is_unstable(c0: &str) -> String;
    /// The correlation is the fixed point.
    fn c_is_fixed(c0: &str) -> String;
    /// The fixed point that the correlation is drawn to.
    fn c_drawn(c0: &str, c: &str) -> String;
    /// There is no fixed point of the correlation.
    fn no_c(why: NoMap) -> String;
    /// Every q is a fixed point.
    fn all_fixed(chi: &str) -> String;
    /// One of the fixed points.
    fn fixed_point(q: &str, stability: Stability, chi: &str, slope: &str) -> String;
    /// A note among the lines.
    fn note(note: &str) -> String;
    /// What the correlation's numbers are of.
    fn relative(far: Far) -> String;
    /// f jumps at these places; whether it is flat everywhere else.
    fn jumps(places: &[String], flat: bool) -> String;
    /// Why a number does not fit the theory.
    fn refused(error: &PropagationError) -> String;
    /// c0 is none.
    fn no_correlation(c0: &str) -> String;
}
