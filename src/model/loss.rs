//! What a network is trained to make small: value and gradient, both means over the batch.
//!
//! Outputs y and targets t are `[output][sample]`, m outputs and n samples; sums run over all k of the m and all s of the n.
//!
//! | loss | L | ∂L/∂y |
//! | --- | --- | --- |
//! | mean square | Σ (y - t)² / (m·n) | 2(y - t) / (m·n) |
//! | logistic | Σ (1 - t)·ln(1 + e^y) + t·ln(1 + e^-y) / (m·n) | (σ(y) - t) / (m·n) |
//! | softmax | Σ t_k·(ln Σ_j e^y_j - y_k) / n | (p_k - t_k) / n, p_k = e^y_k / Σ_j e^y_j |
//!
//! There is no factor 1/2 in the mean square, as in PyTorch's `MSELoss`.
//! Logistic and softmax take the outputs before any squashing (logits); as in `BCEWithLogitsLoss` and `CrossEntropyLoss` that is what keeps them exact where σ(y) or p would round to 0 or 1.
//!
//! ```
//! use model::loss::Loss;
//! let mut gradient = [0.0];
//! let value = Loss::Logistic.gradient(&[40.0], &[1.0], 1, &mut gradient);
//! assert!(value > 4e-18 && gradient[0] < -4e-18); // 1 - σ(40) would be 0
//! ```

mod softmax;

use super::spelling::{self, Spelled, SpellingError};
use std::fmt;
use std::str::FromStr;

/// A loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The mean of the squared differences.
    MeanSquare,
    /// The cross-entropy of a yes or no, 1 or 0, against the probability σ(y).
    Logistic,
    /// The cross-entropy of one class of several, one-hot, against the probabilities p.
    Softmax,
}

impl Loss {
    /// Every loss.
    pub const ALL: [Loss; 3] = [Loss::MeanSquare, Loss::Logistic, Loss::Softmax];

    /// The name in links and commands.
    pub fn id(self) -> &'static str {
        match self {
            Loss::MeanSquare => "mse",
            Loss::Logistic => "logistic",
            Loss::Softmax => "softmax",
        }
    }

    /// The loss alone; the slices hold `samples` numbers per output. Without samples it is 0.
    pub fn value(self, outputs: &[f64], targets: &[f64], samples: usize) -> f64 {
        if outputs.is_empty() || samples == 0 {
            return 0.0;
        }
        let pairs = outputs.iter().zip(targets);
        match self {
            Loss::MeanSquare => pairs.map(|(y, t)| (y - t) * (y - t)).sum::<f64>() / mean(outputs),
            Loss::Logistic => pairs.map(|(y, t)| logistic(*y, *t)).sum::<f64>() / mean(outputs),
            Loss::Softmax => {
                let all = (0..samples).map(|s| softmax::value(outputs, targets, samples, s));
                all.sum::<f64>() / samples as f64
            }
        }
    }

    /// The loss of the best constant outputs: what is lost by one who knows how often each answer is right, and nothing of the sample.
    ///
    /// For the mean square that is the targets' variance, for the two others the entropy of the mean target. Without samples it is 0.
    pub fn of_guessing(self, targets: &[f64], samples: usize) -> f64 {
        if samples == 0 {
            return 0.0;
        }
        let rows = targets.chunks_exact(samples);
        let outputs = rows.len().max(1) as f64;
        let mean = |row: &[f64]| row.iter().sum::<f64>() / samples as f64;
        let of = |row: &[f64]| {
            let middle = mean(row);
            match self {
                Loss::MeanSquare => {
                    let squares = row.iter().map(|t| (t - middle) * (t - middle));
                    squares.sum::<f64>() / samples as f64 / outputs
                }
                Loss::Logistic => (surprise(middle) + surprise(1.0 - middle)) / outputs,
                Loss::Softmax => surprise(middle),
            }
        };
        rows.map(of).sum()
    }

    /// The loss, with its gradient by the outputs written to `gradient`.
    pub fn gradient(
        self,
        outputs: &[f64],
        targets: &[f64],
        samples: usize,
        gradient: &mut [f64],
    ) -> f64 {
        let share = match self {
            Loss::Softmax => samples as f64,
            Loss::MeanSquare | Loss::Logistic => mean(outputs),
        };
        let triples = outputs.iter().zip(targets).zip(gradient.iter_mut());
        match self {
            Loss::MeanSquare => triples.for_each(|((y, t), g)| *g = 2.0 * (y - t) / share),
            Loss::Logistic => triples.for_each(|((y, t), g)| *g = slope(*y, *t) / share),
            Loss::Softmax => {
                (0..samples).for_each(|s| softmax::gradient(outputs, targets, samples, s, gradient))
            }
        }
        self.value(outputs, targets, samples)
    }
}

/// -p·ln p, 0 at 0.
fn surprise(p: f64) -> f64 {
    if p > 0.0 { -p * libm::log(p) } else { 0.0 }
}

/// How many numbers a mean over outputs and samples is of.
fn mean(outputs: &[f64]) -> f64 {
    outputs.len() as f64
}

/// (1 - t)·ln(1 + e^y) + t·ln(1 + e^-y), which for t = 0 and 1 keeps its digits on both sides.
fn logistic(y: f64, t: f64) -> f64 {
    let tail = libm::log1p(libm::exp(-y.abs()));
    let towards = if y > 0.0 { (1.0 - t) * y } else { -t * y };
    towards + tail
}

/// σ(y) - t as (1 - t)·σ(y) - t·σ(-y): for t = 1 it is -σ(-y), where σ(y) - 1 would cancel.
fn slope(y: f64, t: f64) -> f64 {
    let e = libm::exp(-y.abs());
    let (near, far) = (1.0 / (1.0 + e), e / (1.0 + e));
    let (sigmoid, mirrored) = if y > 0.0 { (near, far) } else { (far, near) };
    (1.0 - t) * sigmoid - t * mirrored
}

impl Spelled for Loss {
    const NOUN: &'static str = "loss";
    const ALL: &'static [Loss] = &Loss::ALL;

    fn id(self) -> &'static str {
        Loss::id(self)
    }

    fn aliases(self) -> &'static [&'static str] {
        match self {
            Loss::MeanSquare => &["mean_square", "mean_squared_error"],
            Loss::Logistic => &["bce", "binary_cross_entropy", "log_loss"],
            Loss::Softmax => &["cross_entropy", "softmax_cross_entropy"],
        }
    }

    fn parameters(self) -> Vec<(&'static str, f64)> {
        Vec::new()
    }

    fn with(self, _: usize, _: f64) -> Result<Loss, &'static str> {
        Ok(self)
    }
}

impl FromStr for Loss {
    type Err = SpellingError;

    /// Reads a name or alias.
    fn from_str(text: &str) -> Result<Loss, SpellingError> {
        spelling::read(text)
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        spelling::write(*self, f)
    }
}
