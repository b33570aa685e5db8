//! The activations of a layer: one for all units, and some units' own.

use crate::model::activation::Activation;

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

    /// a = f(z), unit after unit.
    pub(super) fn values(&self, z: &[f64], a: &mut [f64], samples: usize) {
        self.activation.values(z, a);
        // Few units differ: theirs are simply worked out again.
        for (unit, activation) in &self.own {
            let row = unit * samples..(unit + 1) * samples;
            activation.values(&z[row.clone()], &mut a[row]);
        }
    }

    /// Turns ∂L/∂a into ∂L/∂z, in place.
    pub(super) fn times_derivatives(&self, z: &[f64], gradient: &mut [f64], samples: usize) {
        if self.own.is_empty() {
            return self.activation.times_derivatives(z, gradient);
        }
        let rows = z
            .chunks_exact(samples)
            .zip(gradient.chunks_exact_mut(samples));
        for (unit, (z, gradient)) in rows.enumerate() {
            self.activation_of(unit).times_derivatives(z, gradient);
        }
    }

    /// Whether f' of this unit is exactly 0 at every one of these pre-activations.
    pub(super) fn is_dead(&self, unit: usize, z: &[f64]) -> bool {
        let activation = self.activation_of(unit);
        z.iter().all(|z| activation.derivative(*z) == 0.0)
    }
}
