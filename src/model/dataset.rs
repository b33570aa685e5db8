//! Small datasets that fit on a picture: made from a recipe and a seed, split into training and test points.
//!
//! ```
//! use model::dataset::{Dataset, Recipe};
//! let recipe = Recipe { size: 200, test_share: 0.25, ..Recipe::new("moons".parse()?) };
//! let dataset = Dataset::new(&recipe);
//! assert_eq!((dataset.train.len(), dataset.test.len()), (150, 50));
//! assert_eq!(dataset.train.point(0).len(), 2);
//! # Ok::<(), model::spelling::SpellingError>(())
//! ```

mod kind;
mod place;

pub use kind::Kind;

use super::loss::Loss;
use super::random::{Purpose, Random};

/// What a dataset is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// Which figure the points form.
    pub kind: Kind,
    /// How many points, training and test together.
    pub size: usize,
    /// Standard deviation of the normal noise: on every coordinate of the classes, on the target of a regression.
    pub noise: f64,
    /// The part of the points, 0 to 1, that is kept from training.
    pub test_share: f64,
    /// Same seed, same points.
    pub seed: u64,
}

impl Recipe {
    /// 500 points with noise 0.1, a fifth of them for testing.
    pub fn new(kind: Kind) -> Recipe {
        Recipe {
            kind,
            size: 500,
            noise: 0.1,
            test_share: 0.2,
            seed: 1,
        }
    }

    /// All points in the order of their definition, before they are split.
    ///
    /// The places, the noise and the split have a stream of random numbers each, and noise is drawn even where it is 0: turning it up moves the points, and changes nothing else.
    pub fn points(&self) -> Points {
        let mut random = Random::new(self.seed, Purpose::Data);
        let mut places = random.branch();
        let mut noise = random.branch();
        let features = self.kind.features();
        let mut points = Points {
            features,
            inputs: vec![0.0; features * self.size],
            targets: vec![0.0; self.size],
        };
        for index in 0..self.size {
            let (place, target) = self.kind.place(index, self.size, &mut places);
            points.targets[index] = target;
            for (feature, coordinate) in place[..features].iter().enumerate() {
                points.inputs[feature * self.size + index] = *coordinate;
            }
            let moved = [noise.normal(), noise.normal()].map(|shift| self.noise * shift);
            if self.kind.classes().is_none() {
                points.targets[index] += moved[0];
                continue;
            }
            for (feature, shift) in moved[..features].iter().enumerate() {
                points.inputs[feature * self.size + index] += shift;
            }
        }
        points
    }

    /// The order in which the split takes the points.
    fn order(&self) -> Vec<usize> {
        let mut random = Random::new(self.seed, Purpose::Data);
        random.branch();
        random.branch();
        let mut order: Vec<usize> = (0..self.size).collect();
        random.shuffle(&mut order);
        order
    }
}

/// Points with what is to be learned about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// Numbers per point.
    pub features: usize,
    /// The first feature of every point, then the second of every point: `[feature][point]`, the layout of a network's buffers.
    pub inputs: Vec<f64>,
    /// One per point: the number of its class, from 0, or the value of a regression.
    pub targets: Vec<f64>,
}

impl Points {
    /// How many points there are.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// The features of one point; none for a point that does not exist.
    pub fn point(&self, index: usize) -> Vec<f64> {
        let all = self.inputs.get(index..).unwrap_or(&[]);
        let step = self.len().max(1);
        let wanted = if index < self.len() { self.features } else { 0 };
        all.iter().step_by(step).take(wanted).copied().collect()
    }

    /// The points of these indices, in this order; indices beyond the last are left out.
    pub fn select(&self, indices: &[usize]) -> Points {
        let columns = self.inputs.chunks(self.len().max(1));
        let pick = |column: &[f64]| -> Vec<f64> {
            let found = indices.iter().filter_map(|index| column.get(*index));
            found.copied().collect()
        };
        Points {
            features: self.features,
            inputs: columns.flat_map(pick).collect(),
            targets: pick(&self.targets),
        }
    }

    /// The targets as a network's outputs are to be: `[output][point]`.
    ///
    /// With one output they are the targets themselves, with more the classes one-hot: 1 in the row of the point's class, 0 in the others.
    pub fn wanted(&self, outputs: usize) -> Vec<f64> {
        if outputs == 1 {
            return self.targets.clone();
        }
        let row = |class: usize| {
            let hit = move |target: &f64| f64::from(*target == class as f64);
            self.targets.iter().map(hit)
        };
        (0..outputs).flat_map(row).collect()
    }
}

/// Points to learn from and points to test on.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What the network is trained on.
    pub train: Points,
    /// What it never sees.
    pub test: Points,
    /// How many classes the points belong to; `None` for a regression.
    pub classes: Option<usize>,
}

impl Dataset {
    /// Makes the points, shuffles them, and keeps the first `test_share` of them, rounded to whole points, for testing.
    pub fn new(recipe: &Recipe) -> Dataset {
        let points = recipe.points();
        let order = recipe.order();
        let kept = (recipe.test_share.clamp(0.0, 1.0) * recipe.size as f64).round();
        let (test, train) = order.split_at((kept as usize).min(order.len()));
        Dataset {
            train: points.select(train),
            test: points.select(test),
            classes: recipe.kind.classes(),
        }
    }

    /// How many outputs a network needs: 1 for a regression and for yes or no, one per class for several, and always one per class for softmax.
    pub fn outputs(&self, loss: Loss) -> usize {
        match (self.classes, loss) {
            (None, _) => 1,
            (Some(classes), Loss::Softmax) => classes,
            (Some(classes), _) if classes <= 2 => 1,
            (Some(classes), _) => classes,
        }
    }
}
