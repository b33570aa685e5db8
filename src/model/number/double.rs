//! The double nearest to a decimal number.
//!
//! The standard library reads as exactly and faster, and has a table of eleven thousand bytes for it, which every page would download: they cannot be packed.
//! Here what has few digits is one product or quotient of exact doubles, and the rest is long division.

/// Up to here a whole number, and a power of ten, is a double.
const EXACT_DIGITS: usize = 15;
const EXACT_POWER: i32 = 22;

/// No double has its first digit so far from the point, on either side.
const FARTHEST: i32 = 400;

/// No text has so many digits.
const FAR: i64 = 1 << 30;

/// Bits of the quotient: those of a double, one that rounds, and one more because the first may be 0.
const BITS: i32 = 55;

/// A number in plain digits, as programs write it: `0.5`, `-2.78e-3`. `None` where the text is none.
pub fn ascii(text: &str) -> Option<f64> {
    let (size, negative) = match text.strip_prefix('-') {
        Some(size) => (size, true),
        None => (text, false),
    };
    let (digits, power) = size.split_once('e').unwrap_or((size, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let power = power
        .parse::<i64>()
        .ok()?
        .saturating_sub_unsigned(fraction.len() as u64);
    // Beyond these every text that is not 0 is too large, or too small.
    let size = nearest(&digits, power.clamp(-FAR, FAR) as i32);
    Some(if negative { -size } else { size })
}

/// The double nearest to `digits` · 10^`power`, ties to the even one; from half a step above the largest double on, infinity.
fn nearest(digits: &str, power: i32) -> f64 {
    let digits = digits.trim_start_matches('0');
    let point = power.saturating_add(i32::try_from(digits.len()).unwrap_or(i32::MAX));
    if digits.is_empty() || point < -FARTHEST {
        return 0.0;
    }
    if point > FARTHEST {
        return f64::INFINITY;
    }
    if digits.len() <= EXACT_DIGITS && power.abs() <= EXACT_POWER {
        let whole = digits.bytes().fold(0.0, |n, digit| 10.0 * n + value(digit));
        let ten = (0..power.abs()).fold(1.0, |n, _| 10.0 * n);
        return if power < 0 { whole / ten } else { whole * ten };
    }
    let mut above = Natural::default();
    for digit in digits.bytes() {
        above.times_plus(10, u32::from(digit - b'0'));
    }
    let mut below = Natural(vec![1]);
    let scaled = if power < 0 { &mut below } else { &mut above };
    for _ in 0..power.abs() {
        scaled.times_plus(10, 0);
    }
    quotient(above, below)
}

fn value(digit: u8) -> f64 {
    f64::from(digit - b'0')
}

/// The double nearest to one natural number divided by another; neither is 0.
fn quotient(mut above: Natural, mut below: Natural) -> f64 {
    // Halved or doubled until it lies between 1/2 and 2; so many times it was halved.
    let halved = above.bits() - below.bits();
    for _ in 0..halved.abs() {
        let smaller = if halved > 0 { &mut below } else { &mut above };
        smaller.times_plus(2, 0);
    }
    let mut bits: u64 = 0;
    for _ in 0..BITS {
        bits *= 2;
        if above.take(&below) {
            bits += 1;
        }
        above.times_plus(2, 0);
    }
    rounded(bits, !above.0.is_empty(), halved - (BITS - 1))
}

/// `bits` · 2^`power` rounded to a double, where what is left of the division is `more` than nothing.
fn rounded(bits: u64, more: bool, power: i32) -> f64 {
    let length = 64 - bits.leading_zeros() as i32;
    // The last place of the double; below the normal ones it is always the same.
    let last = (power + length - 53).max(-1074);
    let dropped = last - power;
    if dropped > length + 1 {
        return 0.0;
    }
    let half = 1 << (dropped - 1);
    let rest = bits & (2 * half - 1);
    let kept = bits >> dropped;
    let up = rest > half || rest == half && (more || kept % 2 == 1);
    let kept = kept + u64::from(up);
    // The spelling of doubles carries: one above the last significand of a power is the first of the next.
    let exponent = u64::from(kept >= 1 << 52) * (last + 1074) as u64;
    let spelled = (exponent << 52) + kept;
    f64::from_bits(spelled.min(f64::INFINITY.to_bits()))
}

/// A natural number, its last digits to the base 2^32 first; 0 has none.
#[derive(Default)]
struct Natural(Vec<u32>);

impl Natural {
    fn times_plus(&mut self, factor: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// How many bits it has.
    fn bits(&self) -> i32 {
        let first = self.0.last().map_or(32, |digit| digit.leading_zeros());
        32 * self.0.len() as i32 - first as i32
    }

    /// Takes `other` away if it is not larger, and says whether it was not.
    fn take(&mut self, other: &Natural) -> bool {
        let (own, length) = (&mut self.0, other.0.len());
        let is_smaller =
            own.len() < length || own.len() == length && own.iter().rev().lt(other.0.iter().rev());
        if is_smaller {
            return false;
        }
        let mut borrow = false;
        for (index, digit) in own.iter_mut().enumerate() {
            let taken = other.0.get(index).copied().unwrap_or(0);
            let (difference, one) = digit.overflowing_sub(taken);
            let (difference, two) = difference.overflowing_sub(u32::from(borrow));
            *digit = difference;
            borrow = one || two;
        }
        while own.last() == Some(&0) {
            own.pop();
        }
        true
    }
}
