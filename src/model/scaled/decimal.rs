//! Seventeen decimal digits of a number that no `f64` holds.
//!
//! A power of ten is multiplied together in 128 bits, so the digits are right however far the exponent goes:
//! each product loses less than 2⁻¹²⁷ of itself, and 10^n with n < 2⁵¹ less than 2⁻⁷⁵, where seventeen digits need 2⁻⁵⁷.

use std::f64::consts::LOG10_2;

/// `bits · 2^exponent`, the highest bit set.
#[derive(Clone, Copy)]
struct Wide {
    bits: u128,
    exponent: i64,
}

const HALF: u32 = 64;
const LOW: u128 = u64::MAX as u128;

const ONE: Wide = Wide {
    bits: 1 << 127,
    exponent: -127,
};
const FIVE: Wide = Wide {
    bits: 5 << 125,
    exponent: -125,
};
/// 1/5, rounded down.
const FIFTH: Wide = Wide {
    bits: u128::MAX / 5 * 4,
    exponent: -130,
};

impl Wide {
    fn times(self, other: Wide) -> Wide {
        let [a, b] = [self.bits, other.bits].map(|bits| (bits >> HALF, bits & LOW));
        let across = [a.0 * b.1, a.1 * b.0];
        let middle = ((a.1 * b.1) >> HALF) + (across[0] & LOW) + (across[1] & LOW);
        let high = a.0 * b.0 + (across[0] >> HALF) + (across[1] >> HALF) + (middle >> HALF);
        let exponent = self.exponent + other.exponent + 128;
        match high.leading_zeros() {
            0 => Wide {
                bits: high,
                exponent,
            },
            _ => Wide {
                bits: high << 1 | (middle >> (HALF - 1) & 1),
                exponent: exponent - 1,
            },
        }
    }

    fn power_of_ten(n: i64) -> Wide {
        let mut factor = if n < 0 { FIFTH } else { FIVE };
        let mut result = ONE;
        let mut left = n.unsigned_abs();
        while left > 0 {
            if left & 1 == 1 {
                result = result.times(factor);
            }
            factor = factor.times(factor);
            left >>= 1;
        }
        Wide {
            exponent: result.exponent + n,
            ..result
        }
    }
}

/// Digits of the largest whole number that is taken apart.
const DIGITS: i64 = 17;
const TOP: u64 = 100_000_000_000_000_000;

/// The 17 digits of `significand · 2^exponent`, with `1 ≤ significand < 2`, and the power of ten of the first.
pub fn digits(significand: f64, exponent: i64) -> (u64, i64) {
    let bits = u128::from(significand.to_bits() & ((1 << 52) - 1) | 1 << 52);
    let number = Wide {
        bits: bits << 75,
        exponent: exponent - 127,
    };
    let estimate = (exponent as f64 + libm::log2(significand)) * LOG10_2;
    let mut power = libm::floor(estimate) as i64;
    loop {
        let scaled = number.times(Wide::power_of_ten(DIGITS - 1 - power));
        // The estimate is off by one at most near a power of ten, and by a few far out.
        match -scaled.exponent {
            shift @ 70..=75 => {
                let twice = (scaled.bits >> (shift - 1)) as u64;
                match (twice / 2, twice.div_ceil(2)) {
                    (whole, _) if whole < TOP / 10 => power -= 1,
                    (whole, _) if whole >= TOP => power += 1,
                    (_, TOP) => return (TOP / 10, power + 1),
                    (_, rounded) => return (rounded, power),
                }
            }
            shift if shift < 70 => power += 1,
            _ => power -= 1,
        }
    }
}
