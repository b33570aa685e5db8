//! Sums that are 0 only by the range of `f64`.

use super::Plan;
use super::layer::Layer;
use crate::activation::Activation;

/// Which of these sums over `incoming`, what the layer `before` has passed on, are 0 although a term of them is not: its activation or its product fell below the range. Empty where none is.
///
/// Weights are drawn from a continuous distribution: a sum of other terms than 0 is never exactly 0 but for the range.
pub(super) fn sums(plan: &Plan, z: &[f64], before: &Layer, incoming: &[f64]) -> Vec<bool> {
    if plan.gain == 0.0 || !z.contains(&0.0) {
        return Vec::new();
    }
    let samples = before.samples().max(1);
    let zones = plan.activation.dead_zones();
    // Where the activation is flat its 0 is exact, also at the end of the zone.
    let in_zone = |z: f64| zones.iter().any(|zone| zone.0 <= z && z <= zone.1);
    let is_sent = |index: usize| {
        let z = before.z()[index];
        incoming[index] != 0.0 || before.is_faint(index) || (z != 0.0 && !in_zone(z))
    };
    let sent: Vec<bool> = (0..samples)
        .map(|sample| (sample..incoming.len()).step_by(samples).any(is_sent))
        .collect();
    if !sent.contains(&true) {
        return Vec::new();
    }
    let faint = |(index, z): (usize, &f64)| *z == 0.0 && sent[index % samples];
    z.iter().enumerate().map(faint).collect()
}

/// Whether a number too small for `f64` lies where the activation is flat, whatever its sign.
pub(super) fn is_flat_around_zero(f: &Activation) -> bool {
    let least = f64::from_bits(1);
    [-least, least].iter().all(|z| f.slope(*z).is_zero())
}
