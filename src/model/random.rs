//! Random numbers from a seed, the same on every machine.
//!
//! The integers come from xoshiro256++ (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021), seeded through SplitMix64 as its authors advise.
//! The floats are made here, in a few lines, so that the browser and the native program draw the same bits.
//!
//! ```
//! use model::random::{Purpose, Random};
//! let mut data = Random::new(7, Purpose::Data);
//! let mut same = Random::new(7, Purpose::Data);
//! assert_eq!(data.uniform(), same.uniform());
//! assert_ne!(data.uniform(), Random::new(7, Purpose::Init).uniform());
//! ```

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use std::f64::consts::TAU;

/// 2⁻⁵³, the distance between neighbouring results of [`Random::uniform`].
const GRAIN: f64 = f64::EPSILON / 2.0;

/// What a stream of random numbers is for.
///
/// Each purpose has its own stream, so that a wider network still gets the same data, and a larger batch the same weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The points of a dataset.
    Data,
    /// The weights at the start.
    Init,
    /// The order in which the points are used.
    Batches,
    /// The biases at the start, where they are drawn.
    Biases,
}

/// A stream of random numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Random {
    generator: Xoshiro256PlusPlus,
}

impl Random {
    /// The stream of one purpose: the n-th purpose begins n·2¹⁹² numbers into the sequence of the seed, so that no two overlap.
    pub fn new(seed: u64, purpose: Purpose) -> Random {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(seed);
        for _ in 0..purpose as usize {
            generator.long_jump();
        }
        Random { generator }
    }

    /// The stream as it stands, for a part of the work (one layer, the noise); this one goes on 2¹²⁸ numbers later.
    /// However much the part draws, the others draw the same.
    pub fn branch(&mut self) -> Random {
        let branch = self.clone();
        self.generator.jump();
        branch
    }

    /// Uniform in [0, 1): the upper 53 bits of one integer, times 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.generator.next_u64() >> 11) as f64 * GRAIN
    }

    /// Standard normal, N(0, 1), from two uniform numbers u and v: √(-2 ln(1 - u))·cos(2πv) (Box & Muller 1958).
    ///
    /// The second number that the method yields is not kept, so that each call draws the same amount.
    /// The largest value is √(106 ln 2) ≈ 8.6.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(TAU * self.uniform())
    }

    /// A whole number below `end`, every one equally likely; 0 if `end` is 0.
    ///
    /// The upper half of a 128-bit product, with the few products thrown away that would favour some numbers (Lemire 2019).
    pub fn below(&mut self, end: usize) -> usize {
        let end = end as u64;
        let unfair = end.wrapping_neg().checked_rem(end).unwrap_or(0);
        loop {
            let product = u128::from(self.generator.next_u64()) * u128::from(end);
            if product as u64 >= unfair {
                return (product >> 64) as usize;
            }
        }
    }

    /// Puts the items into random order, every order equally likely (Fisher & Yates 1938).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
