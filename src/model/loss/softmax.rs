//! The cross-entropy of one sample against softmax probabilities.
//!
//! With M the largest output: ln Σ e^y = M + log1p(R), where R is the sum of e^(y - M) over the others.
//! Nothing overflows, and a loss far below the rounding of ln Σ e^y keeps its digits.

/// Σ_k t_k·(ln Σ_j e^y_j - y_k) of sample `s`; the targets of a sample add up to 1.
pub(super) fn value(outputs: &[f64], targets: &[f64], samples: usize, s: usize) -> f64 {
    let column = |numbers: &[f64], row: usize| numbers[row * samples + s];
    let rows = outputs.len() / samples;
    let top = top(outputs, samples, s);
    let most = column(outputs, top);
    let mut rest = 0.0;
    let mut below = 0.0;
    for row in (0..rows).filter(|row| *row != top) {
        let gap = column(outputs, row) - most;
        rest += libm::exp(gap);
        let target = column(targets, row);
        // An impossible class that is not asked for costs nothing, though 0·∞ is NaN.
        if target != 0.0 {
            below += target * gap;
        }
    }
    libm::log1p(rest) - below
}

/// (p_k - t_k)/n for every output k of sample `s`.
///
/// It is (1 - t_k)·p_k - t_k·(1 - p_k), with 1 - p_k as the sum of the other probabilities: of a certain and right answer a gradient remains.
pub(super) fn gradient(
    outputs: &[f64],
    targets: &[f64],
    samples: usize,
    s: usize,
    gradient: &mut [f64],
) {
    let place = |row: usize| row * samples + s;
    let rows = outputs.len() / samples;
    let most = outputs[place(top(outputs, samples, s))];
    let mut total = 0.0;
    for row in 0..rows {
        total += libm::exp(outputs[place(row)] - most);
    }
    for row in 0..rows {
        let power = |row: usize| libm::exp(outputs[place(row)] - most);
        let target = targets[place(row)];
        let mut slope = (1.0 - target) * power(row);
        if target != 0.0 {
            let others: f64 = (0..rows).filter(|other| *other != row).map(power).sum();
            slope -= target * others;
        }
        gradient[place(row)] = slope / (total * samples as f64);
    }
}

/// The row of the largest output of sample `s`.
fn top(outputs: &[f64], samples: usize, s: usize) -> usize {
    let mut top = 0;
    for (row, rows) in outputs.chunks_exact(samples).enumerate() {
        if rows[s] > outputs[top * samples + s] {
            top = row;
        }
    }
    top
}
