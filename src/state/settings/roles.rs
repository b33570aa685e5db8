//! Values that are asked for by the part that they have, whatever their control is called.

use super::super::control::Role;
use super::{Settings, Written};

impl Settings {
    /// The activations that are the figure's series.
    pub fn series(&self) -> &[Written] {
        self.in_role(Role::Series)
            .map_or(&[], |index| self.list(index))
    }

    /// The slope of all leaks that do not say their own; NaN where a figure has no slider for it.
    pub fn leak(&self) -> f64 {
        self.in_role(Role::Leak)
            .map_or(f64::NAN, |index| self.acting_number(index))
    }

    fn in_role(&self, role: Role) -> Option<usize> {
        self.controls.iter().position(|c| c.role == role)
    }
}
