//! The standard normal numbers behind the weights.

use crate::random::{Purpose, Random};

/// Networks of up to that many weights keep their numbers, so that another gain or the way back need not draw them again (8 MB).
const KEPT: usize = 1 << 20;

/// The rows of standard normal numbers of every layer: the same that [`Network::initialise`](crate::network::Network::initialise) draws from this seed.
#[derive(Clone, Debug)]
pub struct Normals {
    seed: u64,
    width: usize,
    /// Where each layer's stream begins.
    starts: Vec<Random>,
    /// Where it stands now.
    stream: Random,
    /// Rows drawn so far, layer after layer; empty where they are too many to keep.
    kept: Vec<f64>,
    row: Vec<f64>,
}

impl Normals {
    /// The rows of layers of that shape.
    pub fn new(seed: u64, width: usize, depth: usize) -> Normals {
        let mut random = Random::new(seed, Purpose::Init);
        Normals {
            seed,
            width,
            starts: (0..depth).map(|_| random.branch()).collect(),
            stream: random,
            kept: Vec::new(),
            row: vec![0.0; width],
        }
    }

    /// Takes over the rows that others have drawn, if they are the first of these.
    pub fn reuse(&mut self, other: &mut Normals) {
        if (other.seed, other.width) == (self.seed, self.width) {
            self.kept = std::mem::take(&mut other.kept);
            // A stream begins with its layer.
            let layer = (self.width * self.width).max(1);
            self.kept.truncate(self.kept.len() / layer * layer);
        }
    }

    /// The weights of the first `count` units over the first `count` units before them, `std` times their numbers.
    pub fn corner(&self, layer: usize, count: usize, std: f64) -> Vec<Vec<f64>> {
        let Some(start) = self.starts.get(layer) else {
            return Vec::new();
        };
        let (mut stream, count) = (start.clone(), count.min(self.width));
        let mut row = || {
            let numbers: Vec<f64> = (0..self.width).map(|_| std * stream.normal()).collect();
            numbers.into_iter().take(count).collect()
        };
        (0..count).map(|_| row()).collect()
    }

    /// The weights of a unit, `std` times its numbers. The rows of a layer are to be asked for in their order.
    pub fn row(&mut self, layer: usize, unit: usize, std: f64) -> &[f64] {
        let at = (layer * self.width + unit) * self.width;
        if let Some(numbers) = self.kept.get(at..at + self.width) {
            for (weight, number) in self.row.iter_mut().zip(numbers) {
                *weight = std * number;
            }
            return &self.row;
        }
        if let (0, Some(start)) = (unit, self.starts.get(layer)) {
            self.stream = start.clone();
        }
        self.row.fill_with(|| self.stream.normal());
        if self.width * self.width * self.starts.len() <= KEPT {
            self.kept.extend_from_slice(&self.row);
        }
        for weight in &mut self.row {
            *weight *= std;
        }
        &self.row
    }
}
