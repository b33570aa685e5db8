//! Layer normalisation of the summed inputs (Ba, Kiros & Hinton, "Layer normalization", 2016), without a gain and a bias of its own.
//!
//! Per sample, over the units of a layer: ẑ = (s - mean s)/√(var s + ε), the variance the plain mean of squares.

/// Keeps the division finite where all units are alike; PyTorch's value.
const EPSILON: f64 = 1e-5;

/// Numbers per sample that the way back needs, and room to work in.
#[derive(Clone, Debug, Default)]
pub(super) struct Scales {
    /// 1/√(var s + ε) of each sample.
    inverse: Vec<f64>,
    mean: Vec<f64>,
    product: Vec<f64>,
}

impl Scales {
    /// Turns s into ẑ, in place: `[unit][sample]`.
    pub(super) fn normalise(&mut self, s: &mut [f64], samples: usize) {
        let units = (s.len() / samples) as f64;
        for list in [&mut self.inverse, &mut self.mean] {
            list.clear();
            list.resize(samples, 0.0);
        }
        for row in s.chunks_exact(samples) {
            for (mean, s) in self.mean.iter_mut().zip(row) {
                *mean += s / units;
            }
        }
        for row in s.chunks_exact_mut(samples) {
            for ((s, mean), square) in row.iter_mut().zip(&self.mean).zip(&mut self.inverse) {
                *s -= mean;
                *square += *s * *s / units;
            }
        }
        for inverse in &mut self.inverse {
            *inverse = 1.0 / (*inverse + EPSILON).sqrt();
        }
        for row in s.chunks_exact_mut(samples) {
            for (s, inverse) in row.iter_mut().zip(&self.inverse) {
                *s *= inverse;
            }
        }
    }

    /// Turns g = ∂L/∂ẑ into ∂L/∂s = (g - mean g - ẑ·mean(g·ẑ))/√(var s + ε), in place.
    pub(super) fn back(&mut self, normal: &[f64], gradient: &mut [f64], samples: usize) {
        let units = (gradient.len() / samples) as f64;
        for list in [&mut self.mean, &mut self.product] {
            list.clear();
            list.resize(samples, 0.0);
        }
        let rows = gradient.chunks_exact(samples);
        for (g, z) in rows.zip(normal.chunks_exact(samples)) {
            let means = self.mean.iter_mut().zip(&mut self.product);
            for ((mean, product), (g, z)) in means.zip(g.iter().zip(z)) {
                *mean += g / units;
                *product += g * z / units;
            }
        }
        let rows = gradient.chunks_exact_mut(samples);
        for (g, z) in rows.zip(normal.chunks_exact(samples)) {
            let means = self.mean.iter().zip(&self.product).zip(&self.inverse);
            for ((g, z), ((mean, product), inverse)) in g.iter_mut().zip(z).zip(means) {
                *g = (*g - mean - z * product) * inverse;
            }
        }
    }
}
