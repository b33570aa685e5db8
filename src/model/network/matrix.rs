//! The three products of a layer, written so that the innermost loop runs over the samples of a batch, which lie side by side.
//!
//! Rows of `x` belong to inputs, rows of `z` to units; a row holds one number per sample.
//! Every sum has a fixed order, so that all machines get the same bits.

/// Numbers added up side by side in [`dot`].
const LANES: usize = 4;

/// z = Wx + b: `z[o][s] = b[o] + Σ_i W[o][i]·x[i][s]`.
pub(super) fn affine(weights: &[f64], biases: &[f64], x: &[f64], z: &mut [f64], samples: usize) {
    let inputs = x.len() / samples;
    let rows = weights.chunks_exact(inputs);
    for ((row, bias), z) in rows.zip(biases).zip(z.chunks_exact_mut(samples)) {
        z.fill(*bias);
        add_rows(z, x, |input| row[input]);
    }
}

/// y = Wᵀg: `y[i][s] = Σ_o W[o][i]·g[o][s]`, the way back through the weights.
pub(super) fn transposed(weights: &[f64], g: &[f64], y: &mut [f64], samples: usize) {
    let inputs = y.len() / samples;
    for (input, y) in y.chunks_exact_mut(samples).enumerate() {
        y.fill(0.0);
        add_rows(y, g, |unit| weights[unit * inputs + input]);
    }
}

/// `dW[o][i] = Σ_s g[o][s]·x[i][s]` and `db[o] = Σ_s g[o][s]`.
pub(super) fn shares(g: &[f64], x: &[f64], dw: &mut [f64], db: &mut [f64], samples: usize) {
    let inputs = x.len() / samples;
    let rows = dw.chunks_exact_mut(inputs).zip(db);
    for (g, (row, bias)) in g.chunks_exact(samples).zip(rows) {
        *bias = sum(g);
        for (weight, x) in row.iter_mut().zip(x.chunks_exact(samples)) {
            *weight = dot(g, x);
        }
    }
}

/// Adds factor(k) times the k-th row to `total`, k ascending; four rows at a time, so that `total` is loaded and stored less often.
fn add_rows(total: &mut [f64], rows: &[f64], factor: impl Fn(usize) -> f64) {
    let samples = total.len();
    let mut fours = rows.chunks_exact(4 * samples);
    let mut k = 0;
    for four in &mut fours {
        let (first, second) = four.split_at(2 * samples);
        let (p, q) = first.split_at(samples);
        let (r, s) = second.split_at(samples);
        let factors = [factor(k), factor(k + 1), factor(k + 2), factor(k + 3)];
        for ((((t, p), q), r), s) in total.iter_mut().zip(p).zip(q).zip(r).zip(s) {
            *t = *t + factors[0] * p + factors[1] * q + factors[2] * r + factors[3] * s;
        }
        k += 4;
    }
    for row in fours.remainder().chunks_exact(samples) {
        let factor = factor(k);
        for (t, x) in total.iter_mut().zip(row) {
            *t += factor * x;
        }
        k += 1;
    }
}

/// Σ x·y, in [`LANES`] partial sums and a rest.
fn dot(xs: &[f64], ys: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (xs, x_rest) = xs.as_chunks::<LANES>();
    let (ys, y_rest) = ys.as_chunks::<LANES>();
    for (x, y) in xs.iter().zip(ys) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    let mut rest = 0.0;
    for (x, y) in x_rest.iter().zip(y_rest) {
        rest += x * y;
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

/// Σ x, in the same order.
fn sum(xs: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (xs, rest) = xs.as_chunks::<LANES>();
    for x in xs {
        for (lane, x) in lanes.iter_mut().zip(x) {
            *lane += x;
        }
    }
    let mut last = 0.0;
    for x in rest {
        last += x;
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + last
}
