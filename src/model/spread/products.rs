//! The sums of a layer, written so that the innermost loop runs over the samples, which lie side by side.
//!
//! Every sum has a fixed order, the one of the units before, so that all machines get the same bits.

/// Adds `Σ_i weights[i]·rows[i]` to `total`, four rows at a time so that `total` is loaded and stored less often.
pub fn add_weighted(total: &mut [f64], rows: &[f64], weights: &[f64]) {
    let samples = total.len().max(1);
    let mut fours = rows.chunks_exact(4 * samples);
    let (groups, rest) = weights.as_chunks::<4>();
    for (four, [v, w, x, y]) in (&mut fours).zip(groups) {
        let (first, second) = four.split_at(2 * samples);
        let (p, q) = first.split_at(samples);
        let (r, s) = second.split_at(samples);
        for ((((t, p), q), r), s) in total.iter_mut().zip(p).zip(q).zip(r).zip(s) {
            *t = *t + v * p + w * q + x * r + y * s;
        }
    }
    for (row, weight) in fours.remainder().chunks_exact(samples).zip(rest) {
        add(total, row, *weight);
    }
}

/// Adds `weights[i]·row` to the i-th of `rows`: the way back through the weights of one unit.
pub fn spread(rows: &mut [f64], row: &[f64], weights: &[f64]) {
    for (total, weight) in rows.chunks_exact_mut(row.len().max(1)).zip(weights) {
        add(total, row, *weight);
    }
}

fn add(total: &mut [f64], row: &[f64], weight: f64) {
    for (t, x) in total.iter_mut().zip(row) {
        *t += weight * x;
    }
}

/// Divides all numbers by the power of two that brings the largest to between 1 and 2, which rounds nothing, and returns its exponent.
/// Zeros alone, and what has overflowed, stay as they are.
pub fn rescale(numbers: &mut [f64]) -> i32 {
    let largest = largest(numbers);
    if largest == 0.0 || !largest.is_finite() {
        return 0;
    }
    let exponent = libm::ilogb(largest);
    for x in numbers {
        *x = libm::scalbn(*x, -exponent);
    }
    exponent
}

/// ‖x‖ = √Σ x², scaled by the largest magnitude so that the squares of small numbers are no false zeros.
pub fn length(numbers: &[f64]) -> f64 {
    let largest = largest(numbers);
    if largest == 0.0 || !largest.is_finite() {
        return largest;
    }
    let squares = numbers.iter().map(|x| (x / largest) * (x / largest));
    largest * squares.sum::<f64>().sqrt()
}

/// The largest magnitude; NaN if there is one.
fn largest(numbers: &[f64]) -> f64 {
    let larger = |most: f64, x: &f64| if most.is_nan() || x.abs() <= most { most } else { x.abs() };
    numbers.iter().fold(0.0, larger)
}

/// Divides every sample's numbers by their length.
pub fn normalise_lengths(numbers: &mut [f64], samples: usize) {
    for sample in 0..samples {
        let own = || numbers.iter().skip(sample).step_by(samples);
        let length = own().map(|x| x * x).sum::<f64>().sqrt();
        for x in numbers.iter_mut().skip(sample).step_by(samples) {
            *x /= length;
        }
    }
}
