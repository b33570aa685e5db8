//! One step of a run, as it is kept.

/// The state after a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub(super) width: usize,
    pub(super) parameters: Vec<f64>,
    /// ∂L/∂ of every parameter on the batch of the step that led here; all 0 at the start.
    pub(super) gradient: Vec<f64>,
    /// The mean loss over all training points.
    pub loss: f64,
    /// For each hidden unit, on how many training points its z is positive.
    pub active: Vec<usize>,
    /// For each hidden unit, whether f'(z) is exactly 0 on every training point.
    pub dead: Vec<bool>,
}

/// The numbers of one hidden unit, or their gradients.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Of the two inputs.
    pub weights: [f64; 2],
    /// Added to them.
    pub bias: f64,
    /// With which the output takes its activation.
    pub outgoing: f64,
}

impl Moment {
    /// A hidden unit's parameters.
    pub fn unit(&self, unit: usize) -> Unit {
        self.pick(&self.parameters, unit)
    }

    /// The gradient of a hidden unit's parameters on the batch of the step that led here.
    pub fn gradient(&self, unit: usize) -> Unit {
        self.pick(&self.gradient, unit)
    }

    /// How many hidden units are dead.
    pub fn dead_units(&self) -> usize {
        self.dead.iter().filter(|dead| **dead).count()
    }

    /// The order of a network's parameters: for each layer W, row after row, then b.
    fn pick(&self, list: &[f64], unit: usize) -> Unit {
        let biases = 2 * self.width;
        Unit {
            weights: [list[2 * unit], list[2 * unit + 1]],
            bias: list[biases + unit],
            outgoing: list[biases + self.width + unit],
        }
    }
}
