//! A second opinion on networks: one sample and one unit at a time, over any dual number, with the activations read from their printed formulas.
//!
//! Nothing here is shared with the model but the order of the parameters; the losses are the textbook forms, which cancel in the tails.

use crate::formula_reader::evaluate;
use model::loss::Loss;
use num_dual::DualNum;

/// What a network is beside its parameters.
pub struct Structure {
    /// The formula of every unit, layer after layer.
    pub formulas: Vec<Vec<String>>,
    /// Hidden layers of one width with their input add it to their output.
    pub residual: bool,
    /// The sums of hidden layers of two units or more are normalised, with PyTorch's ε.
    pub layer_norm: bool,
}

/// f(z), by the chain rule from the formula's own value and slope at z.
fn activate<D: DualNum<Primitive = f64> + Copy>(formula: &str, z: &D) -> D {
    let at = evaluate(formula, z.re());
    (*z - z.re()) * at.v1 + at.re
}

/// z of every unit for one sample, and the outputs.
pub fn forward<D: DualNum<Primitive = f64> + Copy>(
    parameters: &[D],
    structure: &Structure,
    sample: &[f64],
) -> (Vec<Vec<D>>, Vec<D>) {
    let mut left = parameters;
    let mut a: Vec<D> = sample.iter().map(|x| D::from(*x)).collect();
    let mut all = Vec::new();
    let last = structure.formulas.len() - 1;
    for (index, layer) in structure.formulas.iter().enumerate() {
        let (weights, rest) = left.split_at(layer.len() * a.len());
        let (biases, rest) = rest.split_at(layer.len());
        left = rest;
        let mut zs = Vec::new();
        for (row, bias) in weights.chunks(a.len()).zip(biases) {
            let mut z = *bias;
            for (w, x) in row.iter().zip(&a) {
                z += *w * *x;
            }
            zs.push(z);
        }
        if structure.layer_norm && index < last && zs.len() > 1 {
            normalise(&mut zs);
        }
        let units = layer.iter().zip(&zs);
        let mut next: Vec<D> = units.map(|(formula, z)| activate(formula, z)).collect();
        if structure.residual && index < last && next.len() == a.len() {
            for (next, before) in next.iter_mut().zip(&a) {
                *next += *before;
            }
        }
        a = next;
        all.push(zs);
    }
    assert!(left.is_empty(), "parameters left over");
    (all, a)
}

/// To mean 0 and variance 1, but for the ε.
fn normalise<D: DualNum<Primitive = f64> + Copy>(zs: &mut [D]) {
    let mean_of = |list: &[D]| {
        let mut sum = D::from(0.0);
        for x in list {
            sum += *x;
        }
        sum / list.len() as f64
    };
    let mean = mean_of(zs);
    let squares: Vec<D> = zs.iter().map(|z| (*z - mean).powi(2)).collect();
    let deviation = (mean_of(&squares) + 1e-5).sqrt();
    for z in zs {
        *z = (*z - mean) / deviation;
    }
}

/// The loss over a batch of samples with their targets.
pub fn loss<D: DualNum<Primitive = f64> + Copy>(
    kind: Loss,
    parameters: &[D],
    structure: &Structure,
    batch: &[(Vec<f64>, Vec<f64>)],
) -> D {
    let mut total = D::from(0.0);
    for (sample, targets) in batch {
        let (_, outputs) = forward(parameters, structure, sample);
        total += of_sample(kind, &outputs, targets);
    }
    total / batch.len() as f64
}

fn of_sample<D: DualNum<Primitive = f64> + Copy>(kind: Loss, outputs: &[D], targets: &[f64]) -> D {
    let mut total = D::from(0.0);
    let powers: Vec<D> = outputs.iter().map(|y| y.exp()).collect();
    let mut sum = D::from(0.0);
    for power in &powers {
        sum += *power;
    }
    for ((y, t), power) in outputs.iter().zip(targets).zip(&powers) {
        let (y, t, power) = (*y, *t, *power);
        total += match kind {
            Loss::MeanSquare => (y - t).powi(2) / outputs.len() as f64,
            Loss::Logistic => {
                let p = power / (power + 1.0);
                let certain = p.ln() * t + (-p + 1.0).ln() * (1.0 - t);
                -certain / outputs.len() as f64
            }
            Loss::Softmax => -(power / sum).ln() * t,
        };
    }
    total
}
