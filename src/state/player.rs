//! Time as a setting: Play moves the control that says which step is shown.

use super::control::Kind;
use super::settings::Settings;

/// Longest stretch of real time that one call makes up for: after a pause of the page the run goes on where it stood.
const LONGEST_WAIT: f64 = 0.1;

/// Steps that a replay shows before the end.
const REPLAYED: f64 = 10.0;

/// The two controls of a figure that has a life of its own.
pub struct Player {
    /// Whole number: the step that is shown.
    pub step: &'static str,
    /// Choice whose ids are steps per second.
    pub speed: &'static str,
}

impl Player {
    /// Lets `seconds` pass. `owed` carries the fraction of a step from one call to the next, and starts at 0.
    /// Returns whether there is more to come.
    pub fn advance(&self, settings: &mut Settings, owed: &mut f64, seconds: f64) -> bool {
        let rate: f64 = settings.choice(self.speed).parse().unwrap_or(0.0);
        *owed += rate * seconds.clamp(0.0, LONGEST_WAIT);
        let whole = libm::floor(*owed);
        *owed -= whole;
        settings.set_number(self.step, settings.number(self.step) + whole);
        !self.is_over(settings)
    }

    /// Goes back to shortly before a step, at the slowest speed, so that what led to it can be followed.
    pub fn replay(&self, settings: &mut Settings, step: u64) {
        settings.set_number(self.step, step as f64 - REPLAYED);
        let control = settings.controls().iter().find(|c| c.id == self.speed);
        if let Some(Kind::Choice { options, .. }) = control.map(|control| &control.kind)
            && let Some(slowest) = options.first()
        {
            settings.choose(self.speed, slowest.0);
        }
    }

    /// Whether the last step is shown.
    pub fn is_over(&self, settings: &Settings) -> bool {
        settings.number(self.step) >= self.last(settings)
    }

    fn last(&self, settings: &Settings) -> f64 {
        let control = settings.controls().iter().find(|c| c.id == self.step);
        match control.map(|control| &control.kind) {
            Some(Kind::Number { max, .. }) => *max,
            _ => 0.0,
        }
    }
}
