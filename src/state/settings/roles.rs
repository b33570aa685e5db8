//! Values that are asked for by the part that they have, whatever their control is called.

use super::super::control::Role;
use super::{Settings, Written};

impl Settings {
    /// The activations that are the figure's series.
    pub fn series(&self) -> &[Written] {
        let control = self.controls.iter().find(|c| c.role == Role::Series);
        control.map_or(&[], |control| self.activations(control.id))
    }

    /// The slope of all leaks that do not say their own; NaN where a figure has no slider for it.
    pub fn leak(&self) -> f64 {
        let control = self.controls.iter().find(|c| c.role == Role::Leak);
        control.map_or(f64::NAN, |control| self.number(control.id))
    }
}
