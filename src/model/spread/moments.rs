//! How numbers are spread.

/// The quantiles of [`Moments`].
const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// How numbers are spread; everything is NaN where one of them is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation about it.
    pub std: f64,
    /// What 5, 25, 50, 75 and 95 % of them do not exceed.
    pub quantiles: [f64; 5],
}

impl Moments {
    /// Of any numbers; NaN of none.
    pub fn of(numbers: &[f64]) -> Moments {
        let count = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / count;
        let squares = numbers.iter().map(|x| (x - mean) * (x - mean));
        let variance = squares.sum::<f64>() / count;
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1) as f64;
        let at = |share: f64| sorted.get(libm::round(share * last) as usize);
        let known = mean.is_finite();
        let quantile = |share| at(share).copied().filter(|_| known).unwrap_or(f64::NAN);
        Moments {
            mean,
            std: variance.sqrt(),
            quantiles: QUANTILES.map(quantile),
        }
    }
}
