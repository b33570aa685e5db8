//! The activations of a layer: one for all units, and some units' own.

use crate::activation::Activation;

/// Which unit has which activation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Units {
    activation: Activation,
    /// The units that differ, each once.
    own: Vec<(usize, Activation)>,
}

impl Units {
    pub(super) fn new(activation: Activation) -> Units {
        Units {
            activation,
            own: Vec::new(),
        }
    }

    pub(super) fn set(&mut self, unit: usize, activation: Activation) {
        self.own.retain(|(other, _)| *other != unit);
        if activation != self.activation {
            self.own.push((unit, activation));
        }
    }

    pub(super) fn activation_of(&self, unit: usize) -> Activation {
        let own = self.own.iter().find(|(other, _)| *other == unit);
        own.map_or(self.activation, |(_, activation)| *activation)
    }

    /// a = f(z), unit after unit, and f'(z) where [`Units::times_derivatives`] will look for it.
    pub(super) fn values(&self, z: &[f64], a: &mut [f64], slopes: &mut [f64], samples: usize) {
        self.activation.values_and_slopes(z, a, slopes);
        // Few units differ: theirs are simply worked out again.
        for (unit, activation) in &self.own {
            let row = unit * samples..(unit + 1) * samples;
            activation.values_and_slopes(&z[row.clone()], &mut a[row.clone()], &mut slopes[row]);
        }
    }

    /// Turns ∂L/∂a into ∂L/∂z, in place; `slopes` as [`Units::values`] left them.
    pub(super) fn times_derivatives(
        &self,
        z: &[f64],
        slopes: &[f64],
        gradient: &mut [f64],
        samples: usize,
    ) {
        if self.own.is_empty() {
            return self.activation.times_slopes(z, slopes, gradient);
        }
        let rows = z.chunks_exact(samples).zip(slopes.chunks_exact(samples));
        let rows = rows.zip(gradient.chunks_exact_mut(samples));
        for (unit, ((z, slopes), gradient)) in rows.enumerate() {
            self.activation_of(unit).times_slopes(z, slopes, gradient);
        }
    }

    /// Whether f' of this unit is exactly 0, and not only below the range of `f64`, at every one of these pre-activations.
    pub(super) fn is_dead(&self, unit: usize, z: &[f64]) -> bool {
        let activation = self.activation_of(unit);
        z.iter()
            .all(|z| activation.derivative(*z) == 0.0 && activation.slope(*z).is_zero())
    }
}
