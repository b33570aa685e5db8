//! Time in a [`Lab`]: Play, the way back, and the end.

use super::lab::Lab;
use wasm_bindgen::prelude::*;

/// What came of some time that passed.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Nothing has changed, and there is more to come: nothing needs to be drawn.
    Idle,
    /// There is something else to be seen, and more to come.
    Moved,
    /// No more is to come; the last of it may still have to be drawn.
    Ended,
}

#[wasm_bindgen]
impl Lab {
    /// Lets time pass. Time waits until a view is complete and was asked for, and pauses once where something came to an end.
    pub fn advance(&mut self, seconds: f64) -> Tick {
        let seconds = seconds + self.waited;
        if !self.told.get() {
            self.waited = seconds;
            return Tick::Idle;
        }
        self.waited = 0.0;
        let mut settings = self.settings.clone();
        let player = self.figure.player.as_ref();
        let halt = self.draft().halt;
        if halt != self.halted {
            self.halted = halt;
            if let (Some(player), Some(step)) = (player, halt) {
                settings.put(player.step, step);
                self.change(settings);
                return Tick::Ended;
            }
        }
        let goes_on =
            player.is_some_and(|player| player.advance(&mut settings, &mut self.owed, seconds));
        match (self.change(settings), goes_on) {
            (_, false) => Tick::Ended,
            (true, true) => Tick::Moved,
            (false, true) => Tick::Idle,
        }
    }

    /// Back to the first step.
    pub fn rewind(&mut self) {
        let mut settings = self.settings.clone();
        if let Some(player) = &self.figure.player {
            settings.put(player.step, 0);
        }
        self.change(settings);
    }

    /// Back to shortly before what came to an end.
    pub fn replay(&mut self) {
        let mut settings = self.settings.clone();
        if let (Some(player), Some(step)) = (&self.figure.player, self.draft().halt) {
            player.replay(&mut settings, step);
        }
        self.change(settings);
    }

    /// Play is pressed: at the end it starts again, and what has come to an end already does not stop it.
    pub fn start(&mut self) {
        let player = self.figure.player.as_ref();
        if player.is_some_and(|player| player.is_over(&self.settings)) {
            self.rewind();
        }
        self.halted = self.draft().halt;
        self.waited = 0.0;
    }
}
