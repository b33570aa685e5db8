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

/// ‖x‖ = √Σ x² over the units of each sample; scaled by the largest number of all, or where that makes a false zero of the squares by the largest of the sample.
pub fn lengths(numbers: &[f64], samples: usize) -> Vec<f64> {
    let scale = match largest(numbers) {
        0.0 => 1.0,
        largest => largest,
    };
    let mut squares = vec![0.0; samples];
    for unit in numbers.chunks_exact(samples.max(1)) {
        for (square, x) in squares.iter_mut().zip(unit) {
            *square += (x / scale) * (x / scale);
        }
    }
    let length = |(sample, square): (usize, &f64)| match square {
        0.0 => own_length(numbers.iter().skip(sample).step_by(samples)),
        square => scale * square.sqrt(),
    };
    squares.iter().enumerate().map(length).collect()
}

/// √Σ x², scaled by the largest of these numbers.
fn own_length<'a>(numbers: impl Iterator<Item = &'a f64> + Clone) -> f64 {
    let scale = numbers.clone().fold(0.0, |most: f64, x| most.max(x.abs()));
    if scale == 0.0 {
        return 0.0;
    }
    let squares = numbers.map(|x| (x / scale) * (x / scale));
    scale * squares.sum::<f64>().sqrt()
}

/// The largest magnitude; NaN if there is one.
fn largest(numbers: &[f64]) -> f64 {
    let larger = |most: f64, x: &f64| {
        if most.is_nan() || x.abs() <= most {
            most
        } else {
            x.abs()
        }
    };
    numbers.iter().fold(0.0, larger)
}

/// Divides every sample's numbers by their length.
pub fn normalise_lengths(numbers: &mut [f64], samples: usize) {
    let lengths = lengths(numbers, samples);
    for unit in numbers.chunks_exact_mut(samples.max(1)) {
        for (x, length) in unit.iter_mut().zip(&lengths) {
            *x /= length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beside a sample of length 1 one of length 5·10⁻²⁰⁰ has squares below the range of f64, and is not 0.
    #[test]
    fn the_length_of_a_small_sample_is_no_false_zero() {
        let found = lengths(&[1.0, 3e-200, 0.0, 0.0, 4e-200, 0.0], 3);
        assert_eq!([found[0], found[2]], [1.0, 0.0]);
        assert!((found[1] / 5e-200 - 1.0).abs() < 1e-15, "{found:?}");
    }
}
