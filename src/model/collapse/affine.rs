//! Affine maps.

/// y = Wx + b.
#[derive(Clone, Debug, PartialEq)]
pub struct Affine {
    /// W, row after row: one row per output.
    pub weights: Vec<f64>,
    /// b.
    pub biases: Vec<f64>,
}

impl Affine {
    /// The map with these weights, row after row, and one bias per row.
    pub fn new(weights: Vec<f64>, biases: Vec<f64>) -> Affine {
        Affine { weights, biases }
    }

    /// The map that leaves a point of that many coordinates where it is.
    pub fn identity(size: usize) -> Affine {
        let one = |place: usize| {
            let on_diagonal = place / size == place % size;
            f64::from(u8::from(on_diagonal))
        };
        Affine {
            weights: (0..size * size).map(one).collect(),
            biases: vec![0.0; size],
        }
    }

    /// How many numbers go in.
    pub fn inputs(&self) -> usize {
        self.weights.len() / self.biases.len().max(1)
    }

    /// How many weights and biases it has.
    pub fn parameters(&self) -> usize {
        self.weights.len() + self.biases.len()
    }

    /// W's rows, from the first output on.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.weights.chunks_exact(self.inputs().max(1))
    }

    /// Wx + b, each sum from the bias on in the order of the inputs.
    pub fn apply(&self, x: &[f64]) -> Vec<f64> {
        let sum = |(row, bias): (&[f64], &f64)| {
            let products = row.iter().zip(x);
            products.fold(*bias, |sum, (weight, x)| sum + weight * x)
        };
        self.rows().zip(&self.biases).map(sum).collect()
    }

    /// This map after `first`: W = W₂·W₁ and b = W₂·b₁ + b₂.
    pub fn after(&self, first: &Affine) -> Affine {
        let columns = first.inputs();
        let entry = |row: &[f64], column: usize| {
            let down = first.weights.iter().skip(column).step_by(columns);
            row.iter().zip(down).map(|(left, right)| left * right).sum()
        };
        let row = |row| (0..columns).map(move |column| entry(row, column));
        Affine {
            weights: self.rows().flat_map(row).collect(),
            biases: self.apply(&first.biases),
        }
    }
}
