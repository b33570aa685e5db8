//! The table of datasets: names, classes, sources.

use crate::spelling::{self, Spelled, SpellingError};
use std::fmt;
use std::str::FromStr;

/// Which figure the points form; t is evenly spaced, noise is added afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two half circles, one in the bow of the other: (cos πt, sin πt) is class 0 and (1 - cos πt, 1/2 - sin πt) class 1, t from 0 to 1 (scikit-learn, `make_moons`).
    Moons,
    /// Two circles about the origin, r·(cos 2πt, sin 2πt) with t in [0, 1): r = 1 is class 0 and r = 1/2 class 1 (scikit-learn, `make_circles` with `factor=0.5`).
    Circles,
    /// Four squares, |x| and |y| uniform in [0.15, 2.65): class 1 where the signs of x and y differ (TensorFlow Playground, `classifyXORData`, halved; there the noise can change a label, here it cannot).
    Xor,
    /// Two arms, ±r·(sin 3.5πt, cos 3.5πt) with r = 2.5t and t in [0, 1): + is class 0 and - class 1 (TensorFlow Playground, `classifySpiralData`, halved).
    Spiral,
    /// So many classes, each a normal cloud about a point of the circle of radius 2; the noise is its width (after scikit-learn, `make_blobs`, whose centres are random).
    Blobs(usize),
    /// A regression: y = sin 2x for x evenly spaced over [-3, 3].
    Sine,
}

/// The fewest and most classes of blobs.
const CLASSES: std::ops::RangeInclusive<usize> = 2..=10;

impl Kind {
    /// Every dataset, in order of difficulty.
    pub const ALL: [Kind; 6] = [
        Kind::Moons,
        Kind::Circles,
        Kind::Xor,
        Kind::Spiral,
        Kind::Blobs(3),
        Kind::Sine,
    ];

    /// The name in links and commands.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Moons => "moons",
            Kind::Circles => "circles",
            Kind::Xor => "xor",
            Kind::Spiral => "spiral",
            Kind::Blobs(_) => "blobs",
            Kind::Sine => "sine",
        }
    }

    /// Numbers per point.
    pub fn features(self) -> usize {
        match self {
            Kind::Sine => 1,
            _ => 2,
        }
    }

    /// How many classes the points belong to; `None` for a regression.
    pub fn classes(self) -> Option<usize> {
        match self {
            Kind::Blobs(classes) => Some(classes),
            Kind::Sine => None,
            _ => Some(2),
        }
    }
}

impl Spelled for Kind {
    const NOUN: &'static str = "dataset";
    const ALL: &'static [Kind] = &Kind::ALL;

    fn id(self) -> &'static str {
        Kind::id(self)
    }

    fn aliases(self) -> &'static [&'static str] {
        match self {
            Kind::Moons => &["make_moons", "two_moons"],
            Kind::Circles => &["make_circles"],
            Kind::Spiral => &["spirals"],
            Kind::Blobs(_) => &["make_blobs", "gauss"],
            Kind::Sine => &["sin", "sine_regression"],
            Kind::Xor => &[],
        }
    }

    fn parameters(self) -> Vec<(&'static str, f64)> {
        match self {
            Kind::Blobs(classes) => vec![("classes", classes as f64)],
            _ => Vec::new(),
        }
    }

    fn with(self, _: usize, value: f64) -> Result<Kind, &'static str> {
        let whole = value.fract() == 0.0 && CLASSES.contains(&(value as usize));
        match self {
            Kind::Blobs(_) if whole => Ok(Kind::Blobs(value as usize)),
            Kind::Blobs(_) => Err("a whole number from 2 to 10"),
            other => Ok(other),
        }
    }
}

impl FromStr for Kind {
    type Err = SpellingError;

    /// Reads a name or alias, with its parameter in parentheses if any, such as `blobs(classes=5)`.
    fn from_str(text: &str) -> Result<Kind, SpellingError> {
        spelling::read(text)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        spelling::write(*self, f)
    }
}
