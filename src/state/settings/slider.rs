//! Where the slider of a control stands, for the boundary: it knows controls by their ids.

use super::super::control::{Kind, Travel};
use super::Settings;

/// Slider travel of a control whose values are not whole numbers on a linear scale.
const FINE_TRAVEL: u32 = 400;

impl Settings {
    /// How many steps the slider of a number control has.
    pub fn positions(&self, id: &str) -> u32 {
        let Some(index) = self.index(id) else {
            return 0;
        };
        match self.controls[index].kind {
            Kind::Number {
                min,
                max,
                step,
                travel: Travel::Linear,
                ..
            } => libm::round((self.top(index, max) - min) / step) as u32,
            Kind::Number { .. } => FINE_TRAVEL,
            _ => 0,
        }
    }

    /// Where the slider of a number control stands.
    pub fn position(&self, id: &str) -> Option<u32> {
        let index = self.index(id)?;
        let Kind::Number {
            min, max, travel, ..
        } = self.controls[index].kind
        else {
            return None;
        };
        let top = self.top(index, max);
        let value = self.acting_number(index);
        let share = match travel {
            _ if top <= min => 0.0,
            Travel::Linear => (value - min) / (top - min),
            Travel::Logarithmic => libm::log(value / min) / libm::log(top / min),
        };
        Some(libm::round(share * f64::from(self.positions(id))) as u32)
    }

    /// Moves the slider of a number control; the value becomes a multiple of the control's step, or of a whole number.
    pub fn set_position(&mut self, id: &str, position: u32) {
        let Some(index) = self.index(id) else { return };
        let Kind::Number {
            min,
            max,
            step,
            travel,
            ..
        } = self.controls[index].kind
        else {
            return;
        };
        let positions = self.positions(id).max(1);
        let share = f64::from(position.min(positions)) / f64::from(positions);
        let top = self.top(index, max);
        let value = match travel {
            Travel::Linear => min + share * (top - min),
            Travel::Logarithmic => min * libm::pow(top / min, share),
        };
        // Dividing by the reciprocal keeps 0.3 from becoming 0.30000000000000004.
        let per_unit = libm::round(1.0 / step);
        let value = match position {
            0 => min,
            p if p >= positions => top,
            _ if per_unit >= 1.0 => libm::round(value * per_unit) / per_unit,
            _ => libm::round(value / step) * step,
        };
        self.put_number(index, value);
    }
}
