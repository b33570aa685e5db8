//! Whose 0 a gradient is: that of the chain, or only that of `f64`, which has no number so small.

use super::measures::LayerMeasures;
use crate::model::chain::Chain;

/// The layers of a chain that receive a gradient of 0, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zeros {
    /// Where it is exactly 0.
    pub exact: Vec<usize>,
    /// Where it is 0 only by the range of `f64`: z fell below it, or beyond it, and so the slope came out as 0.
    pub range: Vec<usize>,
}

impl Zeros {
    /// What the factors of these layers make of the gradient: once 0 it stays 0, and an exact 0 makes it exact.
    pub fn of(layers: &[LayerMeasures], weight_is_zero: bool) -> Zeros {
        let mut zeros = Zeros::default();
        let mut reached = Factor::Other;
        for (index, layer) in layers.iter().enumerate().rev() {
            let number = index + 1;
            if weight_is_zero && number < layers.len() {
                reached = Factor::Zero;
            }
            reached = reached.max(layer.factor());
            match reached {
                Factor::Other => {}
                Factor::ZeroByRange => zeros.range.push(number),
                Factor::Zero => zeros.exact.push(number),
            }
        }
        zeros.exact.reverse();
        zeros.range.reverse();
        zeros
    }
}

/// What a slope is as a factor; the later one wins in a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// Not 0.
    Other,
    /// 0 only by the range of `f64`.
    ZeroByRange,
    /// Exactly 0, be it by convention.
    Zero,
}

impl Factor {
    /// Both zeros.
    pub const ZEROS: [Factor; 2] = [Factor::Zero, Factor::ZeroByRange];
}

/// Whether the z of the layer at `index` is 0 in f64 although no factor of it is: a product, or an activation before it, fell below the range. Then no bias has a part in it, for nothing but 0 is added to 0 here.
pub fn underflows(chain: &Chain, index: usize) -> bool {
    let layer = &chain.layers[index];
    if layer.z != 0.0 || chain.weight == 0.0 {
        return false;
    }
    if layer.input != 0.0 {
        return chain.weight * layer.input == 0.0;
    }
    let Some(before) = index.checked_sub(1) else {
        return false;
    };
    let z = chain.layers[before].z;
    if z == 0.0 {
        return underflows(chain, before);
    }
    // Where the activation is flat its 0 is exact, also at the end of the zone.
    let zones = chain.activation.dead_zones();
    !zones.iter().any(|zone| zone.0 <= z && z <= zone.1)
}
