//! Random networks that show the collapse well: neither flattened nor blown up by their weights alone.

use super::Affine;
use crate::init::Init;
use crate::random::{Purpose, Random};

/// Units of each hidden layer of [`line`].
pub const HIDDEN: usize = 8;

/// The smallest and the largest stretch of a layer of [`plane`].
const STRETCH: [f64; 2] = [0.75, 1.35];

/// Standard deviation of the biases of [`plane`], and of the hidden layers of [`line`].
const BIAS: f64 = 0.3;

/// How much longer a hidden layer of [`line`] makes a vector, so that its activations have something to bend.
const GAIN: f64 = 1.5;

/// Layers from one number through [`HIDDEN`] units each to one number.
///
/// The first layer's weights and biases are N(0, 1), which spreads the units' bends over the line; hidden layers are orthogonal times 1.5, and the last is N(0, 1/8).
/// A deeper network has the same hidden layers and goes on.
pub fn line(seed: u64, depth: usize) -> Vec<Affine> {
    draw(seed, 0, depth, |index, random| {
        let inputs = if index == 0 { 1 } else { HIDDEN };
        let outputs = if index + 1 == depth { 1 } else { HIDDEN };
        let (init, bias) = match index {
            0 => (Init::Normal(1.0), 1.0),
            _ if outputs == 1 => (Init::LecunNormal, BIAS),
            _ => (Init::Orthogonal(GAIN), BIAS),
        };
        let weights = init.matrix(outputs, inputs, random);
        Affine::new(weights, normal(bias, outputs, random))
    })
}

/// Layers from the plane to the plane, each of which turns it (or turns it over), stretches its two directions by 0.75 to 1.35 and shifts it by N(0, 0.3²).
///
/// A deeper network begins with the same layers.
pub fn plane(seed: u64, depth: usize) -> Vec<Affine> {
    draw(seed, 1, depth, |_, random| {
        let mut weights = Init::Orthogonal(1.0).matrix(2, 2, random);
        let [least, most] = STRETCH;
        let stretch = [0; 2].map(|_| least + (most - least) * random.uniform());
        for row in weights.chunks_exact_mut(2) {
            for (weight, stretch) in row.iter_mut().zip(stretch) {
                *weight *= stretch;
            }
        }
        Affine::new(weights, normal(BIAS, 2, random))
    })
}

/// One layer after another, each from its own stream; `which` of the two networks takes every second one.
fn draw(
    seed: u64,
    which: usize,
    depth: usize,
    layer: impl Fn(usize, &mut Random) -> Affine,
) -> Vec<Affine> {
    let mut random = Random::new(seed, Purpose::Init);
    let mut next = |index| {
        let mut streams = [random.branch(), random.branch()];
        layer(index, &mut streams[which])
    };
    (0..depth).map(&mut next).collect()
}

fn normal(std: f64, count: usize, random: &mut Random) -> Vec<f64> {
    (0..count).map(|_| std * random.normal()).collect()
}
