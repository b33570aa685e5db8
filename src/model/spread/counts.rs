//! Many numbers in one: the middle of their logarithms, and the share of what is true.

/// log₁₀ of the middle one, or of the geometric mean of the middle two; NaN if one of them is.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    let upper = numbers.len() / 2;
    let lower = numbers.len().saturating_sub(1) / 2;
    let logarithm = |at: usize| numbers.get(at).map_or(f64::NAN, |x| libm::log10(*x));
    let known = numbers.iter().all(|x| !x.is_nan());
    match known {
        true if logarithm(lower) == logarithm(upper) => logarithm(lower),
        true => 0.5 * (logarithm(lower) + logarithm(upper)),
        false => f64::NAN,
    }
}

/// The share of what is true, 0 of nothing.
pub fn share(all: impl Iterator<Item = bool>) -> f64 {
    let (mut count, mut total) = (0.0, 0.0f64);
    for one in all {
        count += f64::from(one);
        total += 1.0;
    }
    count / total.max(1.0)
}
