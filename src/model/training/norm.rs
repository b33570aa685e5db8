//! Lengths of vectors whose squares may leave the range of `f64`.

use std::ops::RangeInclusive;

/// Sums of squares in this range lost nothing to underflow that their last bits would show, and did not overflow.
const SAFE: RangeInclusive<f64> = 1e-280..=f64::MAX;

/// Numbers added up side by side, in a fixed order.
const LANES: usize = 4;

/// ‖x‖ = √Σ x²; NaN if there is one, else ∞ if there is one.
///
/// Where squares leave the range, scaled by the largest entry: the square of a gradient of 10⁻¹⁷⁰ would already be a false zero.
pub(crate) fn norm(xs: &[f64]) -> f64 {
    length(xs, xs, |x, _| x)
}

/// ‖y - x‖.
pub(crate) fn change(xs: &[f64], ys: &[f64]) -> f64 {
    length(xs, ys, |x, y| y - x)
}

/// The length of the vector with these entries, made from one number of each list.
fn length(xs: &[f64], ys: &[f64], entry: impl Fn(f64, f64) -> f64) -> f64 {
    let plain = squares(xs, ys, &entry);
    if SAFE.contains(&plain) {
        return plain.sqrt();
    }
    let mut largest = 0.0;
    for x in xs.iter().zip(ys).map(|(x, y)| entry(*x, *y)) {
        if x.is_nan() {
            return x;
        } else if x.abs() > largest {
            largest = x.abs();
        }
    }
    if largest == 0.0 || largest.is_infinite() {
        return largest;
    }
    largest * squares(xs, ys, |x, y| entry(x, y) / largest).sqrt()
}

fn squares(xs: &[f64], ys: &[f64], entry: impl Fn(f64, f64) -> f64) -> f64 {
    let mut lanes = [0.0; LANES];
    let (xs, x_rest) = xs.as_chunks::<LANES>();
    let (ys, y_rest) = ys.as_chunks::<LANES>();
    for (x, y) in xs.iter().zip(ys) {
        for (lane, (x, y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += entry(*x, *y) * entry(*x, *y);
        }
    }
    for (lane, (x, y)) in lanes.iter_mut().zip(x_rest.iter().zip(y_rest)) {
        *lane += entry(*x, *y) * entry(*x, *y);
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}
