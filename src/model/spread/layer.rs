//! One layer of a random network: its numbers, and how they are spread.

use super::counts::{median, share};
use super::faint;
use super::moments::Moments;
use super::products::lengths;
use super::{EPSILON, Plan};
use std::f64::consts::LOG10_2;

/// A layer without units.
pub static NONE: Layer = Layer {
    samples: 0,
    z: Vec::new(),
    a: Vec::new(),
    scales: Vec::new(),
    gradient: Vec::new(),
    exponent: 0,
    z_moments: UNKNOWN,
    a_moments: UNKNOWN,
    log10_norm: f64::NAN,
    flat: 0.0,
    dead: 0.0,
    zeros: 0.0,
    lost: 0.0,
    faint: Vec::new(),
    overflowed: false,
};

const UNKNOWN: Moments = Moments {
    mean: f64::NAN,
    std: f64::NAN,
    quantiles: [f64::NAN; 5],
};

/// The numbers of one layer for every unit and sample, `[unit][sample]`.
#[derive(Clone, Debug)]
pub struct Layer {
    samples: usize,
    z: Vec<f64>,
    a: Vec<f64>,
    /// With layer norm, what each sample was divided by.
    scales: Vec<f64>,
    gradient: Vec<f64>,
    exponent: i32,
    z_moments: Moments,
    a_moments: Moments,
    log10_norm: f64,
    flat: f64,
    dead: f64,
    zeros: f64,
    lost: f64,
    overflowed: bool,
    /// Which sums are 0 only because f64 has no number so small; empty where none is.
    faint: Vec<bool>,
}

impl Layer {
    /// A layer whose sums begin with its biases, one for each unit.
    pub(super) fn new(biases: impl Iterator<Item = f64>, samples: usize) -> Layer {
        Layer {
            samples,
            z: biases
                .flat_map(|bias| std::iter::repeat_n(bias, samples))
                .collect(),
            ..NONE.clone()
        }
    }

    /// How many inputs were tried.
    pub fn samples(&self) -> usize {
        self.samples
    }

    /// What the activation sees: the sums, or, with layer norm, the normalised ones.
    pub fn z(&self) -> &[f64] {
        &self.z
    }

    /// What the layer passes on.
    pub fn a(&self) -> &[f64] {
        &self.a
    }

    /// How z is spread; NaN until the layer is passed.
    pub fn z_moments(&self) -> Moments {
        self.z_moments
    }

    /// How a is spread; NaN until the layer is passed.
    pub fn a_moments(&self) -> Moments {
        self.a_moments
    }

    /// Whether all its z and a are known.
    pub fn is_passed(&self) -> bool {
        !self.a.is_empty()
    }

    /// ∂L/∂z over 2^[`Layer::exponent`]; empty until the way back has come by.
    pub fn gradient(&self) -> &[f64] {
        &self.gradient
    }

    /// The power of two that all gradients of the layer are to be multiplied with.
    pub fn exponent(&self) -> i32 {
        self.exponent
    }

    /// log₁₀|∂L/∂z| of every unit and sample; -∞ for an exact 0.
    pub fn log10_gradients(&self) -> impl Iterator<Item = f64> {
        let shift = f64::from(self.exponent) * LOG10_2;
        self.gradient
            .iter()
            .map(move |g| libm::log10(g.abs()) + shift)
    }

    /// log₁₀ of the root of the mean over the samples of (∂L/∂z)², for each unit; -∞ where all are 0, nothing until the way back has come by.
    pub fn log10_unit_gradients(&self) -> Vec<f64> {
        let shift = f64::from(self.exponent) * LOG10_2;
        let units = self.gradient.chunks_exact(self.samples.max(1));
        let one = |unit: &[f64]| {
            // In units of the largest, whose square may be out of range.
            let most = unit.iter().fold(0.0f64, |most, g| most.max(g.abs()));
            let squares = unit.iter().map(|g| (g / most) * (g / most));
            let mean = squares.sum::<f64>() / unit.len() as f64;
            match most {
                0.0 => f64::NEG_INFINITY,
                _ => libm::log10(most) + 0.5 * libm::log10(mean) + shift,
            }
        };
        units.map(one).collect()
    }

    /// log₁₀ of the gradient's norm: ‖∂L/∂z‖ over the units, for the median of the samples; -∞ for an exact 0, NaN until the way back has come by, and where it is not 0 and `f64` has only a 0 for it.
    ///
    /// The median, because a few samples may have gradients many times longer than the rest, and a mean of squares would be theirs alone.
    pub fn log10_norm(&self) -> f64 {
        self.log10_norm
    }

    /// The share of units and samples whose |f'(z)| is below [`Activation::flat_slope`](crate::activation::Activation::flat_slope), exact zeros among them.
    pub fn flat(&self) -> f64 {
        self.flat
    }

    /// The share of units whose f'(z) is exactly 0 on every sample, and not because f64 has only a 0 for a z that is not 0.
    pub fn dead(&self) -> f64 {
        self.dead
    }

    /// The share of units and samples whose ∂L/∂z is exactly 0.
    pub fn zero_gradients(&self) -> f64 {
        self.zeros
    }

    /// The share of units and samples whose ∂L/∂z is not 0, but so small that `f64` has only a 0 for it.
    pub fn lost_gradients(&self) -> f64 {
        self.lost
    }

    /// Whether the sum at this place, `[unit][sample]`, is 0 only by the range of f64.
    pub(super) fn is_faint(&self, index: usize) -> bool {
        self.faint.get(index).copied().unwrap_or(false)
    }

    /// Whether the way back has come by.
    pub fn is_complete(&self) -> bool {
        !self.gradient.is_empty()
    }

    /// Whether one of its z or a has left the range of f64.
    pub fn has_overflowed(&self) -> bool {
        self.overflowed
    }

    /// The sums of a unit, while they are being made.
    pub(super) fn sums_mut(&mut self, unit: usize) -> &mut [f64] {
        &mut self.z[unit * self.samples..(unit + 1) * self.samples]
    }

    /// From the finished sums to what is passed on; `before` is the layer that they are of.
    pub(super) fn activate(&mut self, plan: &Plan, before: Option<&Layer>, incoming: &[f64]) {
        if let Some(before) = before {
            self.faint = faint::sums(plan, &self.z, before, incoming);
        }
        // A unit alone would always become 0; the networks that train leave it as it is, too.
        if plan.layer_norm && plan.width > 1 {
            self.normalise();
        }
        self.a.resize(self.z.len(), 0.0);
        plan.activation.values(&self.z, &mut self.a);
        if plan.residual {
            for (a, given) in self.a.iter_mut().zip(incoming) {
                *a += given;
            }
        }
        self.overflowed = !self.z.iter().chain(&self.a).all(|x| x.is_finite());
        self.z_moments = Moments::of(&self.z);
        self.a_moments = Moments::of(&self.a);
    }

    /// Brings each sample to mean 0 and variance 1 over the units: (z - mean)/√(variance + ε).
    fn normalise(&mut self) {
        let units = (self.z.len() / self.samples.max(1)) as f64;
        for sample in 0..self.samples {
            let own = || self.z.iter().skip(sample).step_by(self.samples);
            let mean = own().sum::<f64>() / units;
            let variance = own().map(|z| (z - mean) * (z - mean)).sum::<f64>() / units;
            let scale = (variance + EPSILON).sqrt();
            for z in self.z.iter_mut().skip(sample).step_by(self.samples) {
                *z = (*z - mean) / scale;
            }
            self.scales.push(scale);
        }
    }

    /// Takes in ∂L/∂a over 2^exponent, and works out ∂L/∂z and what can be said of it; of the samples those are marked `silent` of which exactly nothing goes on.
    pub(super) fn receive(
        &mut self,
        plan: &Plan,
        arriving: &[f64],
        exponent: i32,
        silent: &mut [bool],
    ) {
        let mut slopes = vec![1.0; self.z.len()];
        plan.activation.times_derivatives(&self.z, &mut slopes);
        let flat = self.flat_places(plan, &slopes);
        let limit = plan.activation.flat_slope();
        self.flat = share(
            slopes
                .iter()
                .map(|slope| *slope == 0.0 || slope.abs() < limit),
        );
        let units = flat.chunks_exact(self.samples.max(1));
        self.dead = share(units.map(|unit| unit.iter().all(|flat| *flat)));
        self.gradient = slopes.iter().zip(arriving).map(|(f, g)| f * g).collect();
        if plan.layer_norm {
            self.back_through_norm();
        }
        let exact = self.count_zeros(plan, &flat, silent);
        self.exponent = exponent;
        let norms = lengths(&self.gradient, self.samples);
        self.log10_norm = match median(norms) {
            // The middle sample's gradient is not 0.
            f64::NEG_INFINITY if exact <= self.samples.saturating_sub(1) / 2 => f64::NAN,
            norm => norm + f64::from(exponent) * LOG10_2,
        };
    }

    /// Where f' is exactly 0, and not only below the range of f64, be it for a z that is.
    fn flat_places(&self, plan: &Plan, slopes: &[f64]) -> Vec<bool> {
        let f = plan.activation;
        let is_exact = f.is_piecewise_linear();
        let is_flat =
            |(z, slope): (&f64, &f64)| *slope == 0.0 && (is_exact || f.slope(*z).is_zero());
        let mut flat: Vec<bool> = self.z.iter().zip(slopes).map(is_flat).collect();
        if !self.faint.is_empty() && !faint::is_flat_around_zero(&f) {
            for (flat, faint) in flat.iter_mut().zip(&self.faint) {
                *flat &= !faint;
            }
        }
        flat
    }

    /// Tells exact zeros from gradients that are too small for f64; returns of how many samples exactly nothing comes back here.
    fn count_zeros(&mut self, plan: &Plan, flat: &[bool], silent: &mut [bool]) -> usize {
        let samples = self.samples.max(1);
        for (sample, silent) in silent.iter_mut().enumerate() {
            *silent |= flat.iter().skip(sample).step_by(samples).all(|flat| *flat);
        }
        // Through the mean and the variance a normalised sample is moved where one of its units is not flat.
        let is_alone = !plan.layer_norm || plan.width == 1;
        let zero = |index: usize| silent[index % samples] || (is_alone && flat[index]);
        let zeros = || self.gradient.iter().enumerate().filter(|(_, g)| **g == 0.0);
        let all = self.gradient.len().max(1) as f64;
        let exact = zeros().filter(|(index, _)| zero(*index)).count();
        let lost = zeros().count() - exact;
        (self.zeros, self.lost) = (exact as f64 / all, lost as f64 / all);
        let nothing = silent.iter().filter(|silent| **silent).count();
        // A short cut carries on what arrived; weights of 0 carry nothing.
        if plan.residual || plan.gain == 0.0 {
            silent.fill(!plan.residual);
        }
        nothing
    }

    /// ∂L/∂ẑ to ∂L/∂z: (g - mean(g) - ẑ·mean(g·ẑ))/√(variance + ε), means over the units of a sample.
    fn back_through_norm(&mut self) {
        let units = (self.z.len() / self.samples.max(1)) as f64;
        for (sample, scale) in self.scales.iter().enumerate() {
            let normed = || self.z.iter().skip(sample).step_by(self.samples);
            let own = || self.gradient.iter().skip(sample).step_by(self.samples);
            let mean = own().sum::<f64>() / units;
            let along = own().zip(normed()).map(|(g, z)| g * z).sum::<f64>() / units;
            let normed = self.z.iter().skip(sample).step_by(self.samples);
            for (g, z) in self
                .gradient
                .iter_mut()
                .skip(sample)
                .step_by(self.samples)
                .zip(normed)
            {
                *g = (*g - mean - z * along) / scale;
            }
        }
    }
}
