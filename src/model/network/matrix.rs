//! The three products of a layer, in tiles of rows and samples that stay in registers.
//!
//! Rows of `x` belong to inputs, rows of `z` to units; a row holds one number per sample.
//! Every sum has a fixed order, whatever the tiles, and no product is fused with a sum, so that all machines get the same bits.

#[cfg(test)]
mod tests;

use std::ops::{Add, Mul};
use wide::f64x2;

/// Numbers added up side by side in [`dots`] and [`sum`].
const LANES: usize = 4;

/// Rows of a tile: with four samples to each, sixteen sums stay in registers.
const ROWS: usize = 4;

/// z = Wx + b: `z[o][s] = b[o] + Σ_i W[o][i]·x[i][s]`.
pub(super) fn affine(weights: &[f64], biases: &[f64], x: &[f64], z: &mut [f64], samples: usize) {
    let inputs = x.len() / samples;
    let mut weights = weights.chunks_exact(ROWS * inputs);
    let mut biases = biases.chunks_exact(ROWS);
    let mut z = z.chunks_exact_mut(ROWS * samples);
    for ((weights, biases), z) in (&mut weights).zip(&mut biases).zip(&mut z) {
        let mut start = [0.0; ROWS];
        start.copy_from_slice(biases);
        product(start, || along::<ROWS>(weights, inputs), x, z, samples);
    }
    let rest = weights.remainder().chunks_exact(inputs);
    let rows = z.into_remainder().chunks_exact_mut(samples);
    for ((weights, bias), z) in rest.zip(biases.remainder()).zip(rows) {
        product([*bias], || along::<1>(weights, inputs), x, z, samples);
    }
}

/// y = Wᵀg: `y[i][s] = Σ_o W[o][i]·g[o][s]`, the way back through the weights.
pub(super) fn transposed(weights: &[f64], g: &[f64], y: &mut [f64], samples: usize) {
    let inputs = y.len() / samples;
    let mut input = 0;
    let mut tall = y.chunks_exact_mut(ROWS * samples);
    for y in &mut tall {
        product(
            [0.0; ROWS],
            || down::<ROWS>(weights, input, inputs),
            g,
            y,
            samples,
        );
        input += ROWS;
    }
    for y in tall.into_remainder().chunks_exact_mut(samples) {
        product([0.0], || down::<1>(weights, input, inputs), g, y, samples);
        input += 1;
    }
}

/// `dW[o][i] = Σ_s g[o][s]·x[i][s]` and `db[o] = Σ_s g[o][s]`.
pub(super) fn shares(g: &[f64], x: &[f64], dw: &mut [f64], db: &mut [f64], samples: usize) {
    let inputs = x.len() / samples;
    for (g, bias) in g.chunks_exact(samples).zip(db) {
        *bias = sum(g);
    }
    let mut pairs = g.chunks_exact(2 * samples);
    let mut rows = dw.chunks_exact_mut(2 * inputs);
    for (g, rows) in (&mut pairs).zip(&mut rows) {
        let (first, second) = g.split_at(samples);
        let (row0, row1) = rows.split_at_mut(inputs);
        shares_of([first, second], x, [row0, row1]);
    }
    let g = pairs.remainder();
    if !g.is_empty() {
        shares_of([g], x, [rows.into_remainder()]);
    }
}

/// The rows of R units in [`shares`], two inputs at a time; the last, if it is alone, twice.
#[inline(always)]
fn shares_of<const R: usize>(g: [&[f64]; R], x: &[f64], mut rows: [&mut [f64]; R]) {
    let samples = g.first().map_or(1, |g| g.len());
    for (pair, x) in x.chunks(2 * samples).enumerate() {
        let (first, second) = x.split_at(samples);
        let x = [first, if second.is_empty() { first } else { second }];
        let totals = dots(g, x);
        for (row, totals) in rows.iter_mut().zip(&totals) {
            let [one, other] = totals.to_array();
            match &mut row[2 * pair..] {
                [first, second, ..] => (*first, *second) = (one, other),
                [last] => *last = one,
                [] => {}
            }
        }
    }
}

/// The weights of R units, input after input.
#[inline(always)]
fn along<const R: usize>(weights: &[f64], inputs: usize) -> impl Iterator<Item = [f64; R]> {
    let mut rows = weights.chunks_exact(inputs);
    let rows: [&[f64]; R] = std::array::from_fn(|_| &rows.next().unwrap_or(&[])[..inputs]);
    (0..inputs).map(move |input| rows.map(|row| row[input]))
}

/// The weights of R inputs, unit after unit.
#[inline(always)]
fn down<const R: usize>(
    weights: &[f64],
    input: usize,
    inputs: usize,
) -> impl Iterator<Item = [f64; R]> {
    let fits = input + R <= inputs;
    let rows = weights[..if fits { weights.len() } else { 0 }].chunks_exact(inputs);
    rows.map(move |row| std::array::from_fn(|place| row[input + place]))
}

/// R rows of a product: `y[r][s] = start[r] + Σ_k factors_k[r]·x[k][s]`, k ascending.
fn product<const R: usize, I: Iterator<Item = [f64; R]>>(
    start: [f64; R],
    factors: impl Fn() -> I,
    x: &[f64],
    y: &mut [f64],
    samples: usize,
) {
    let mut at = 0;
    while at + 4 <= samples {
        tile::<f64x2, R, 2>(start, factors(), x, y, samples, at);
        at += 4;
    }
    if at + 2 <= samples {
        tile::<f64x2, R, 1>(start, factors(), x, y, samples, at);
        at += 2;
    }
    if at < samples {
        tile::<f64, R, 1>(start, factors(), x, y, samples, at);
    }
}

/// V vectors of samples of [`product`], from the sample at `at` on.
#[inline(always)]
fn tile<L: Lanes, const R: usize, const V: usize>(
    start: [f64; R],
    factors: impl Iterator<Item = [f64; R]>,
    x: &[f64],
    y: &mut [f64],
    samples: usize,
    at: usize,
) {
    let mut sums = start.map(|start| [L::all(start); V]);
    if at + V * L::COUNT > samples {
        return;
    }
    for (factors, x) in factors.zip(x.chunks_exact(samples)) {
        let x: [L; V] = std::array::from_fn(|v| L::read(&x[at + v * L::COUNT..]));
        for (sums, factor) in sums.iter_mut().zip(&factors) {
            let factor = L::all(*factor);
            for (sum, x) in sums.iter_mut().zip(&x) {
                *sum = *sum + factor * *x;
            }
        }
    }
    for (y, sums) in y.chunks_exact_mut(samples).zip(&sums) {
        let places = y[at..].chunks_exact_mut(L::COUNT);
        places.zip(sums).for_each(|(place, sum)| sum.write(place));
    }
}

/// Σ g·x of every g with both x, in [`LANES`] partial sums and a rest.
#[inline(always)]
fn dots<const R: usize>(gs: [&[f64]; R], xs: [&[f64]; 2]) -> [f64x2; R] {
    let g_parts = gs.map(|g| g.as_chunks::<LANES>());
    let [(x0, rest0), (x1, rest1)] = xs.map(|x| x.as_chunks::<LANES>());
    let count = x0.len().min(x1.len());
    let g_chunks = g_parts.map(|g| &g.0[..count]);
    let (x0, x1) = (&x0[..count], &x1[..count]);
    let zero = f64x2::splat(0.0);
    let mut lanes = [[[zero; 2]; 2]; R];
    for chunk in 0..count {
        let xs = [halves(&x0[chunk]), halves(&x1[chunk])];
        for (lanes, g) in lanes.iter_mut().zip(&g_chunks) {
            let g = halves(&g[chunk]);
            for (lanes, x) in lanes.iter_mut().zip(&xs) {
                lanes[0] += g[0] * x[0];
                lanes[1] += g[1] * x[1];
            }
        }
    }
    let mut totals = [zero; R];
    for ((total, [first, second]), g) in totals.iter_mut().zip(&lanes).zip(&g_parts) {
        let mut rest = zero;
        for ((g, x0), x1) in g.1.iter().zip(rest0).zip(rest1) {
            rest += f64x2::splat(*g) * f64x2::new([*x0, *x1]);
        }
        let [low, high] = [0, 1].map(|half| {
            let ([a, b], [c, d]) = (first[half].to_array(), second[half].to_array());
            f64x2::new([a, c]) + f64x2::new([b, d])
        });
        *total = low + high + rest;
    }
    totals
}

fn halves(four: &[f64; LANES]) -> [f64x2; 2] {
    let [a, b, c, d] = *four;
    [f64x2::new([a, b]), f64x2::new([c, d])]
}

/// Numbers that are worked on side by side.
trait Lanes: Copy + Add<Output = Self> + Mul<Output = Self> {
    const COUNT: usize;
    fn all(x: f64) -> Self;
    fn read(xs: &[f64]) -> Self;
    fn write(&self, xs: &mut [f64]);
}

impl Lanes for f64x2 {
    const COUNT: usize = 2;

    #[inline]
    fn all(x: f64) -> f64x2 {
        f64x2::splat(x)
    }

    #[inline]
    fn read(xs: &[f64]) -> f64x2 {
        f64x2::new([xs[0], xs[1]])
    }

    #[inline]
    fn write(&self, xs: &mut [f64]) {
        xs.copy_from_slice(&self.to_array());
    }
}

impl Lanes for f64 {
    const COUNT: usize = 1;

    #[inline]
    fn all(x: f64) -> f64 {
        x
    }

    #[inline]
    fn read(xs: &[f64]) -> f64 {
        xs[0]
    }

    #[inline]
    fn write(&self, xs: &mut [f64]) {
        xs[0] = *self;
    }
}

/// Σ x, in the same order.
fn sum(xs: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (xs, rest) = xs.as_chunks::<LANES>();
    for x in xs {
        for (lane, x) in lanes.iter_mut().zip(x) {
            *lane += x;
        }
    }
    let mut last = 0.0;
    for x in rest {
        last += x;
    }
    folded(&lanes) + last
}

fn folded(lanes: &[f64; LANES]) -> f64 {
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}
