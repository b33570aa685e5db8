//! Losses over time, as the figures that train draw them: on a logarithmic axis, beside the loss of guessing.

use super::text;
use crate::view::*;

/// Decades that are always shown.
const LEAST: (f64, f64) = (-1.0, 0.1);

/// The logarithms of losses, each with its step; without those that are 0 or have left the range of numbers.
pub fn course(losses: impl Iterator<Item = [f64; 2]>) -> Vec<[f64; 2]> {
    let all = losses.map(|[step, loss]| [step, libm::log10(loss)]);
    all.filter(|at| at[1].is_finite()).collect()
}

/// The loss of guessing, as far as the axis goes.
pub fn guessing(guess: f64, steps: &Axis, width: f64) -> Option<Mark> {
    let guess = libm::log10(guess);
    guess.is_finite().then(|| Mark::Line {
        name: text::LOSS_OF_GUESSING.read(),
        ink: Ink::Muted,
        dash: Dash::Dotted,
        width,
        pieces: vec![vec![[steps.min, guess], [steps.max, guess]]],
        label: text::GUESSING.read(),
    })
}

/// The plot over the steps: as high as the curves that it is about, and as low as all of them, those `beside` them too; the control is the one that says which step is shown.
pub fn plot(steps: Axis, mut marks: Vec<Mark>, beside: Vec<Mark>, control: &'static str) -> Plot {
    let (lowest, highest) = heights(&marks).fold(LEAST, |(low, high), y| (low.min(y), high.max(y)));
    let lowest = heights(&beside).fold(lowest, f64::min);
    marks.extend(beside);
    Plot {
        id: "loss",
        title: text::LOSS_OVER_POINTS.read(),
        framing: Framing::Named,
        x: steps,
        y: Axis {
            label: String::new(),
            min: libm::floor(2.0 * lowest) / 2.0 - 0.1,
            max: highest + 0.1,
            scale: Scale::Decades,
        },
        marks,
        gestures: vec![Gesture::Drag { control }],
        weight: 1.0,
    }
}

/// How high the points of curves lie.
fn heights(marks: &[Mark]) -> impl Iterator<Item = f64> {
    let pieces = marks.iter().flat_map(|mark| match mark {
        Mark::Line { pieces, .. } => pieces.as_slice(),
        _ => &[],
    });
    pieces.flatten().map(|at| at[1])
}
