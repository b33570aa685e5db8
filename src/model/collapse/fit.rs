//! The affine map that comes nearest to given points, and by how much it misses.

use super::Affine;

/// A column shorter than this share of its largest entry is rounding: the points do not extend in that direction.
const NOTHING: f64 = 1e-12;

/// The affine map with the least sum of squared distances from `outputs` at `inputs`, one row of numbers per point.
///
/// Columns are centred and made orthogonal one after another (modified Gram–Schmidt), the outputs among them, which is as stable as Householder's QR (Björck 1967).
/// In a direction in which the points do not extend the map is constant.
/// Without points, or with points that are not finite, its numbers are NaN.
pub fn best(inputs: &[Vec<f64>], outputs: &[Vec<f64>]) -> Affine {
    let (x, y) = (columns(inputs), columns(outputs));
    let means = |columns: &[Vec<f64>]| columns.iter().map(|column| mean(column)).collect();
    let (x_means, y_means): (Vec<f64>, Vec<f64>) = (means(&x), means(&y));
    let mut q: Vec<Vec<f64>> = x.iter().zip(&x_means).map(centred).collect();
    let mut rest: Vec<Vec<f64>> = y.iter().zip(&y_means).map(centred).collect();
    let sizes: Vec<f64> = x.iter().map(|column| largest(column)).collect();
    // Row j of r: how much of column j is in each later column; row j of c: how much of it is in each output.
    let (mut r, mut c) = (Vec::new(), Vec::new());
    for index in 0..q.len() {
        let (before, after) = q.split_at_mut(index + 1);
        let column = &before[index];
        let length = product(column, column);
        let flat = largest(column) <= NOTHING * sizes[index];
        let mut take = |other: &mut Vec<f64>| {
            let share = if flat {
                0.0
            } else {
                product(column, other) / length
            };
            for (value, part) in other.iter_mut().zip(column) {
                *value -= share * part;
            }
            share
        };
        r.push(after.iter_mut().map(&mut take).collect::<Vec<f64>>());
        c.push(rest.iter_mut().map(&mut take).collect::<Vec<f64>>());
    }
    let mut weights = Vec::new();
    let mut biases = Vec::new();
    for (output, y_mean) in y_means.iter().enumerate() {
        let mut row = vec![0.0; x.len()];
        for index in (0..row.len()).rev() {
            let later = product(&r[index], &row[index + 1..]);
            row[index] = c[index][output] - later;
        }
        biases.push(y_mean - product(&row, &x_means));
        weights.extend(row);
    }
    Affine::new(weights, biases)
}

/// By how much a map misses some points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// The largest difference in any coordinate of any point.
    pub largest: f64,
    /// Root of the mean squared distance.
    pub error: f64,
    /// Root of the mean squared distance of the points from their own mean: the error of the best constant. 0 if that is only rounding.
    pub spread: f64,
}

impl Miss {
    /// The error as a share of the spread, 0 to 1 for the best map; 0 where all the points are one.
    pub fn share(&self) -> f64 {
        if self.spread == 0.0 {
            return 0.0;
        }
        self.error / self.spread
    }
}

/// By how much `map` misses `outputs` at `inputs`.
pub fn miss(map: &Affine, inputs: &[Vec<f64>], outputs: &[Vec<f64>]) -> Miss {
    let gaps: Vec<Vec<f64>> = inputs
        .iter()
        .zip(outputs)
        .map(|(x, y)| {
            let single = map.apply(x);
            y.iter()
                .zip(&single)
                .map(|(deep, single)| (deep - single).abs())
                .collect()
        })
        .collect();
    let y = columns(outputs);
    let centred: Vec<Vec<f64>> = y
        .iter()
        .map(|column| centred((column, &mean(column))))
        .collect();
    let count = outputs.len() as f64;
    let spread = root_of_squares(&centred, count);
    let size = y.iter().map(|column| largest(column)).fold(0.0, more);
    Miss {
        largest: gaps.iter().map(|gap| largest(gap)).fold(0.0, more),
        error: root_of_squares(&gaps, count),
        spread: if spread <= NOTHING * size {
            0.0
        } else {
            spread
        },
    }
}

fn columns(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let width = rows.first().map_or(0, Vec::len);
    let column = |index: usize| {
        rows.iter()
            .filter_map(|row| row.get(index).copied())
            .collect()
    };
    (0..width).map(column).collect()
}

fn mean(column: &[f64]) -> f64 {
    column.iter().sum::<f64>() / column.len() as f64
}

fn centred((column, mean): (&Vec<f64>, &f64)) -> Vec<f64> {
    column.iter().map(|value| value - mean).collect()
}

fn product(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(x, y)| x * y).sum()
}

/// The root of the sum of all squares over `count`, scaled so that squares neither overflow nor vanish.
fn root_of_squares(lists: &[Vec<f64>], count: f64) -> f64 {
    let scale = lists.iter().map(|list| largest(list)).fold(0.0, more);
    if scale == 0.0 || !scale.is_finite() {
        return scale;
    }
    let squares = |list: &Vec<f64>| list.iter().map(|x| (x / scale) * (x / scale)).sum::<f64>();
    scale * (lists.iter().map(squares).sum::<f64>() / count).sqrt()
}

fn largest(values: &[f64]) -> f64 {
    values.iter().map(|value| value.abs()).fold(0.0, more)
}

/// The larger of two; unlike `f64::max` it keeps a NaN.
fn more(a: f64, b: f64) -> f64 {
    if a.is_nan() || a > b { a } else { b }
}
