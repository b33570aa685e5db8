//! Views that take long, with a sign of life on a terminal.

use activation_lab::figure::{Budget, Memory, Scene, View};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::LazyLock;
use std::time::Instant;

/// What is done sooner needs no sign.
const SOON: f64 = 500.0;

/// From one sign to the next.
const TICK: f64 = 100.0;

/// What the scene shows, complete.
///
/// Where a person looks at standard error she is told how far it is; the numbers are the same.
pub fn view(scene: &Scene) -> View {
    if !io::stderr().is_terminal() {
        return scene.view();
    }
    let mut memory = Memory::default();
    let mut work = |time: f64| {
        memory.budget = Budget::of(milliseconds, time);
        scene
            .figure
            .draft(&scene.settings, &scene.shown, &mut memory)
    };
    let mut draft = work(SOON);
    if draft.is_done() {
        return draft.view;
    }
    let bar = ProgressBar::new_spinner();
    // A template that is wrong would leave the usual one.
    if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {wide_msg}") {
        bar.set_style(style);
    }
    while !draft.is_done() {
        bar.set_message(draft.view.summary);
        bar.tick();
        draft = work(TICK);
    }
    bar.finish_and_clear();
    draft.view
}

/// A clock that does not jump with the time of day.
fn milliseconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    1000.0 * START.elapsed().as_secs_f64()
}
