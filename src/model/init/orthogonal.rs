//! Random matrices with orthonormal rows or columns.

use crate::random::Random;

/// Fills a matrix of `rows` rows, row after row, so that its rows (or columns, whichever are fewer) are orthogonal and of length `gain`.
///
/// Normal vectors made orthonormal by Gram–Schmidt, the subtraction done twice because once leaves an error that grows with the condition ("twice is enough", Giraud et al. 2005).
/// The result is uniform over all such matrices: it is the Q of a QR decomposition whose R has a positive diagonal (Mezzadri 2007).
pub(super) fn fill(matrix: &mut [f64], rows: usize, gain: f64, random: &mut Random) {
    let columns = matrix.len().checked_div(rows).unwrap_or(0);
    let (few, many) = (rows.min(columns), rows.max(columns));
    if few == 0 {
        return;
    }
    let mut vectors = vec![0.0; few * many];
    for index in 0..few {
        let (before, rest) = vectors.split_at_mut(index * many);
        orthonormal(&mut rest[..many], before, random);
    }
    for (place, value) in matrix.iter_mut().enumerate() {
        let (row, column) = (place / columns, place % columns);
        *value = gain
            * if rows <= columns {
                vectors[row * many + column]
            } else {
                vectors[column * many + row]
            };
    }
}

/// Makes `vector` a random unit vector orthogonal to all of `before`, which holds vectors of the same length.
fn orthonormal(vector: &mut [f64], before: &[f64], random: &mut Random) {
    let mut length = 0.0;
    // Once, but for a draw that lies within the others' span.
    while length == 0.0 {
        vector.fill_with(|| random.normal());
        for _ in 0..2 {
            for other in before.chunks_exact(vector.len()) {
                let share = product(vector, other);
                for (x, y) in vector.iter_mut().zip(other) {
                    *x -= share * y;
                }
            }
        }
        length = product(vector, vector).sqrt();
    }
    for x in vector {
        *x /= length;
    }
}

fn product(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(x, y)| x * y).sum()
}
