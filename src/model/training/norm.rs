//! Lengths of vectors whose squares may leave the range of `f64`.

/// ‖x‖ = √Σ x²; NaN if there is one, else ∞ if there is one.
///
/// Scaled by the largest entry, because the square of a gradient of 10⁻¹⁷⁰ would already be a false zero.
pub(super) fn norm(xs: &[f64]) -> f64 {
    length(xs.iter().copied())
}

/// ‖y - x‖.
pub(super) fn change(xs: &[f64], ys: &[f64]) -> f64 {
    length(xs.iter().zip(ys).map(|(x, y)| y - x))
}

fn length(xs: impl Iterator<Item = f64> + Clone) -> f64 {
    let mut largest = 0.0;
    for x in xs.clone() {
        if x.is_nan() {
            return x;
        } else if x.abs() > largest {
            largest = x.abs();
        }
    }
    if largest == 0.0 || largest.is_infinite() {
        return largest;
    }
    let squares = xs.map(|x| (x / largest) * (x / largest));
    largest * squares.sum::<f64>().sqrt()
}
