//! e^x, tanh and σ of eight numbers side by side, without a branch: in a network's rows both cases of a formula occur all the time.
//!
//! Every operation is the one that the function of a single number does, in the same order, so the bits are the same.
//! The numbers must be within [`REACH`] of 0, where no exponential leaves the range of normal numbers.

use super::exponential::{PARTS, ROUNDER, STEP, TABLE};
use super::squashing::tanh::{P, Q, SMALL};
use wide::{f64x8, u64x8};

/// Half of what `exp` takes without libm, because tanh asks for e^2x.
const REACH: f64 = 350.0;

/// Whether all numbers are within [`REACH`]; NaN is not.
#[inline(always)]
pub(super) fn in_reach(x: f64x8) -> bool {
    x.abs().simd_lt(f64x8::splat(REACH)).all()
}

/// Kept a function of its own: as part of a longer one it has more numbers at once than there are registers, and takes half as long again.
#[inline(never)]
fn exp(x: f64x8) -> f64x8 {
    let shifted = x * PARTS + ROUNDER;
    let parts = bits(shifted);
    let whole = shifted - ROUNDER;
    let r = (x - whole * STEP[0]) - whole * STEP[1];
    let entries = parts.to_array().map(|parts| TABLE[(parts & 31) as usize]);
    let root = f64x8::new(entries.map(|[root, _]| root));
    let lost = f64x8::new(entries.map(|[_, lost]| lost));
    let square = r * r;
    let high = 1.0 / 24.0 + r * (1.0 / 120.0) + square * (1.0 / 720.0);
    let rest = lost + r + square * ((0.5 + r * (1.0 / 6.0)) + square * high);
    let scale = number(bits(root) + ((parts >> 5) << 52));
    scale + scale * rest
}

#[inline(always)]
pub(super) fn tanh(x: f64x8) -> f64x8 {
    tanh_from(x, exp(-2.0 * x.abs()))
}

#[inline(always)]
pub(super) fn tanh_slope(x: f64x8) -> f64x8 {
    tanh_slope_from(exp(-2.0 * x.abs()))
}

/// tanh and tanh', from one exponential.
#[inline(always)]
pub(super) fn tanh_and_slope(x: f64x8) -> [f64x8; 2] {
    let e = exp(-2.0 * x.abs());
    [tanh_from(x, e), tanh_slope_from(e)]
}

#[inline(always)]
pub(super) fn sigmoid(x: f64x8) -> f64x8 {
    sigmoid_from(x, exp(-x.abs()))
}

#[inline(always)]
pub(super) fn sigmoid_slope(x: f64x8) -> f64x8 {
    sigmoid_slope_from(exp(-x.abs()))
}

/// σ and σ', from one exponential.
#[inline(always)]
pub(super) fn sigmoid_and_slope(x: f64x8) -> [f64x8; 2] {
    let e = exp(-x.abs());
    [sigmoid_from(x, e), sigmoid_slope_from(e)]
}

/// tanh x, with e = e^-2|x|.
#[inline(always)]
fn tanh_from(x: f64x8, e: f64x8) -> f64x8 {
    let z = x * x;
    let small = z.simd_lt(f64x8::splat(SMALL * SMALL));
    let above = P[0] + z * (P[1] + z * P[2]);
    let below = (Q[0] + z * Q[1]) + z * z * (Q[2] + z * Q[3]);
    let quotient = small.select(above, 1.0 - e) / small.select(below, 1.0 + e);
    let far = number(bits(quotient) | (bits(x) & SIGN));
    small.select(x * (1.0 + z * quotient), far)
}

#[inline(always)]
fn tanh_slope_from(e: f64x8) -> f64x8 {
    4.0 / ((1.0 + e) * (1.0 + e)) * e
}

/// σ(x), with e = e^-|x|.
#[inline(always)]
fn sigmoid_from(x: f64x8, e: f64x8) -> f64x8 {
    let one = f64x8::splat(1.0);
    x.simd_lt(f64x8::splat(0.0)).select(e, one) / (1.0 + e)
}

#[inline(always)]
fn sigmoid_slope_from(e: f64x8) -> f64x8 {
    e / ((1.0 + e) * (1.0 + e))
}

const SIGN: u64x8 = u64x8::new([1 << 63; 8]);

#[inline(always)]
fn bits(x: f64x8) -> u64x8 {
    u64x8::new(x.to_array().map(f64::to_bits))
}

#[inline(always)]
fn number(x: u64x8) -> f64x8 {
    f64x8::new(x.to_array().map(f64::from_bits))
}
