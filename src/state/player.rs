//! Time as a setting: Play moves the control that says which step is shown.

use super::settings::{Id, Listed, Settings};

/// Longest stretch of real time that one call makes up for: after a pause of the page the run goes on where it stood.
const LONGEST_WAIT: f64 = 0.1;

/// Steps that a replay shows before the end.
const REPLAYED: u64 = 10;

/// The two controls of a figure that has a life of its own.
pub struct Player {
    /// The step that is shown.
    pub step: Id<u64>,
    /// Steps per second.
    pub speed: Id<Listed>,
}

impl Player {
    /// Lets `seconds` pass. `owed` carries the fraction of a step from one call to the next, and starts at 0.
    /// Returns whether there is more to come.
    pub fn advance(&self, settings: &mut Settings, owed: &mut f64, seconds: f64) -> bool {
        let Listed(rate) = settings.get(self.speed);
        *owed += f64::from(rate) * seconds.clamp(0.0, LONGEST_WAIT);
        let whole = libm::floor(*owed);
        *owed -= whole;
        settings.put(self.step, settings.get(self.step) + whole as u64);
        !self.is_over(settings)
    }

    /// Goes back to shortly before a step, at the slowest speed, so that what led to it can be followed.
    pub fn replay(&self, settings: &mut Settings, step: u64) {
        settings.put(self.step, step.saturating_sub(REPLAYED));
        if let Some(slowest) = settings.offered(self.speed).min() {
            settings.put(self.speed, slowest);
        }
    }

    /// Whether the last step is shown.
    pub fn is_over(&self, settings: &Settings) -> bool {
        settings.get(self.step) >= settings.largest(self.step)
    }
}
